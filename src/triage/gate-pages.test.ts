/** The gates of the real knowledge, as pages of the check. `gates.test.ts` tests the code with invented gates. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerThrough, onlyTheComplaint } from '../../test/support/answer-through.ts'
import { blank } from '../../test/support/blank-case.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, type Region, regions } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { gatesFor, linesFor } from './gates.ts'
import { known } from './known.ts'
import { gateIdOf, isGateId } from './page.ts'
import { triage } from './triage.ts'

const person: Case = {
  ...blank,
  region: 'low back',
  age: 40,
  sex: 'undisclosed',
  context: { hoursSinceOnset: 5, pregnancyWeeks: 20 },
}
const walk = (truth: Case) => answerThrough(knowledge, truth, onlyTheComplaint(truth))

describe('a gate', () => {
  const lowBack = onlyTheComplaint(person)
  const first = triage(knowledge, lowBack).ask
  const at = (truth: Partial<Case>) => known(knowledge, { ...blank, ...truth })

  it('is a page with one statement, its lines, the findings they name and the progress of the check', () => {
    expect(first).toMatchObject({ page: 'gate', details: [], progress: { gate: 1, of: 10 } })
    expect(first?.statements).toHaveLength(1)
    const [gate] = first?.statements ?? []
    expect(gate?.id).toBe('gate-pelvis')
    expect(gate?.opens).toEqual(gate?.lines?.flatMap(({ names }) => names))
    expect(gate?.opens).toContain('saddle-numbness')
  })

  it('answered "None" says no to all findings that it names, and to no others', () => {
    const all = Object.keys(knowledge.findings).filter(id => !isGateId(id))
    for (const complaint of complaints)
      for (const region of regions)
        for (const gate of gatesFor(knowledge, at({ complaint, region }))) {
          const { absent } = at({ complaint, region, absent: [gateIdOf(gate)] })
          const named = linesFor(knowledge, at({ complaint, region }), gate)
            .flatMap(({ names }) => names)
            .filter(id => knowledge.facts[id]?.kind !== 'now')
          expect(named.length).toBeGreaterThan(0)
          expect(named.filter(id => !absent.has(id))).toEqual([])
          expect(all.filter(id => absent.has(id) && !named.includes(id))).toEqual([])
        }
  })

  it('answered "None" does not change a yes or "not sure" to a finding', () => {
    const { absent } = at({ absent: ['gate-pelvis'], present: ['saddle-numbness'], unsure: ['bowel-control-loss'] })
    expect(absent.has('saddle-numbness')).toBe(false)
    expect(absent.has('bowel-control-loss')).toBe(false)
    expect(absent.has('urine-leak-new')).toBe(true)
  })

  it.each(['present', 'unsure'] as const)('answered %s asks each finding that it names, one by one', list => {
    const opened = triage(knowledge, { ...lowBack, [list]: ['gate-pelvis'] }).ask
    expect(opened?.page).toBe('gate-pelvis')
    expect(opened?.statements.filter(each => !each.resembles).map(({ id }) => id)).toEqual(first?.statements[0]?.opens)
    expect(opened?.statements.find(({ id }) => id === 'urine-leak-longstanding')?.resembles).toBe('urine-leak-new')
  })

  it('opens only the lines without an answer of no, and the findings near to them', () => {
    const [weak, ...others] = linesFor(knowledge, at({ complaint: 'back', region: 'low back' }), 'limbs')
    const absent = ['gate-pelvis', ...others.flatMap(({ names }) => names)]
    const opened = triage(knowledge, { ...lowBack, absent, present: ['gate-limbs'] }).ask
    expect(weak?.also).toContain('twitching-persistent')
    expect(opened?.page).toBe('gate-limbs')
    expect(opened?.statements.filter(each => !each.resembles).map(({ id }) => id)).toEqual([
      ...(weak?.names ?? []),
      ...(weak?.also ?? []),
    ])
  })

  it('is asked again only about what is unknown: no line names a finding that was answered', () => {
    const { pages } = answerThrough(
      knowledge,
      { ...person, present: ['pregnant'], sex: 'female' },
      {
        ...lowBack,
        sex: 'female',
        pregnant: true,
      },
    )
    const gates = pages.flatMap(({ statements }) => statements.filter(({ opens }) => opens))
    expect(gates[0]?.id).toBe('gate-pregnancy')
    expect(gates.flatMap(({ opens }) => opens)).not.toContain('pregnant')
    expect(gates.flatMap(({ lines }) => lines ?? []).filter(({ names }) => names.length === 0)).toEqual([])
  })

  it('about pregnancy is asked only of pregnant people, and never before the sex is known', () => {
    const { pages } = walk({ ...person, sex: 'male' })
    const ids = pages.flatMap(({ statements }) => statements.map(({ id }) => id))
    expect(ids).not.toContain('gate-pregnancy')
    const details = pages.findIndex(page => page.details.includes('sex'))
    const illnesses = pages.findIndex(({ statements }) => statements[0]?.id === 'gate-illnesses')
    expect(details).toBeGreaterThan(-1)
    expect(details).toBeLessThan(illnesses)
    expect(pages[illnesses]?.statements[0]?.opens).not.toContain('pregnant')
  })

  it('is short: at most 6 lines, at most 60 words', () => {
    for (const complaint of complaints)
      for (const region of regions)
        for (const gate of gatesFor(knowledge, at({ complaint, region, present: ['pregnant'] }))) {
          const lines = linesFor(knowledge, at({ complaint, region }), gate)
          const text = [knowledge.gates[gate]?.asks, ...lines.map(line => line.text)].join(' ')
          expect(lines.length, gate).toBeLessThanOrEqual(6)
          expect(text.split(' ').length, text).toBeLessThanOrEqual(60)
        }
  })

  it('together with the others names every finding that pages 1 and 2 asked of everybody before there were gates', () => {
    const { everywhere, at: added } = JSON.parse(readFileSync('test/vignettes/pages-before-gates.json', 'utf8')) as {
      readonly everywhere: Readonly<Record<Complaint, string>>
      readonly at: Readonly<Partial<Record<Region, string>>>
    }
    for (const complaint of complaints)
      for (const region of regions) {
        const place = { complaint, region }
        const asked = `${everywhere[complaint]} ${added[region] ?? ''}`.trim().split(' ')
        const concerned = asked.filter(id => knowledge.findings[id]?.regions?.includes(region) ?? true)
        const named = gatesFor(knowledge, at({ ...place, present: ['pregnant'] })).flatMap(gate =>
          linesFor(knowledge, at(place), gate).flatMap(({ names }) => names),
        )
        expect(concerned.length).toBeGreaterThan(20)
        expect(
          concerned.filter(id => !named.includes(id)),
          `${complaint} ${region}`,
        ).toEqual([])
      }
  })
})
