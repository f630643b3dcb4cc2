import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { urgentTable } from '../../build/knowledge/urgent-table.ts'
import { blank } from '../../test/support/blank-case.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { complaints, regions, tiers } from '../knowledge/vocabulary.ts'
import { type Case, parseCase } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { known } from '../triage/known.ts'
import { triage } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { firedCombinations } from './combinations.ts'
import { episodeCase } from './episode-case.ts'

const all = readKnowledge('knowledge', new Faults())
const urgent = all.medicines.urgent
const uuid = (at: number) => uuidV7(at, new Uint8Array(10))
const rank = (tier: (typeof tiers)[number]) => tiers.indexOf(tier)
const nobody: Case = { ...blank, complaint: 'cramp', region: 'calf', age: 50, sex: 'undisclosed' }

describe('every urgent combination passes its own cases', () => {
  for (const { id, value } of urgent)
    it.each(value.cases.map((each, at) => [at + 1, each] as const))(`${id}, case %i`, (_at, each) => {
      const days = { started: each.startedDays ?? {}, stopped: each.stoppedDays ?? {} }
      const medicineDays = Object.fromEntries(
        [...Object.entries(days.started), ...Object.entries(days.stopped)].map(([medicine]) => [
          medicine,
          medicine in days.stopped ? { stopped: days.stopped[medicine] } : { started: days.started[medicine] },
        ]),
      )
      const { complaint, medicines, present } = each
      const parsed = parseCase(knowledge, { complaint, medicines, present, context: { medicineDays } })
      if (!parsed.ok) throw new Error(parsed.error)
      const fired = firedCombinations(knowledge, parsed.case)
      expect(fired.some(reason => reason.id === id)).toBe(each.fires)
      if (each.fires) expect(rank(assess(knowledge, parsed.case).tier)).toBeGreaterThanOrEqual(rank(value.tier))
    })
})

const findingIds = Object.keys(knowledge.findings)
const urgentFindings = [...new Set(knowledge.combinations.flatMap(({ when }) => mentions(when)))].filter(
  id => id in knowledge.findings,
)
const medicineIds = [
  ...new Set(knowledge.combinations.flatMap(({ takes, alongside = [] }) => [...takes, ...alongside])),
]
const cases = (medicines: fc.Arbitrary<string[]>): fc.Arbitrary<Case> =>
  fc
    .record({
      complaint: fc.constantFrom(...complaints),
      region: fc.constantFrom(...regions),
      age: fc.integer({ min: 16, max: 95 }),
      present: fc.uniqueArray(fc.oneof(fc.constantFrom(...findingIds), fc.constantFrom(...urgentFindings)), {
        maxLength: 6,
      }),
      medicines,
    })
    .map(each => ({ ...nobody, ...each }))
const some = fc.uniqueArray(fc.constantFrom(...medicineIds), { maxLength: 4 })

describe('assess', () => {
  it('equals triage for a person who takes nothing', () => {
    fc.assert(
      fc.property(cases(fc.constant([])), given => {
        expect(assess(knowledge, given)).toEqual(triage(knowledge, given))
      }),
    )
  })

  it('can raise the tier of triage, and never lowers it', () => {
    let raised = 0
    fc.assert(
      fc.property(cases(some), given => {
        const [with_, alone] = [assess(knowledge, given).tier, triage(knowledge, given).tier]
        if (with_ !== alone) raised += 1
        expect(rank(with_)).toBeGreaterThanOrEqual(rank(alone))
      }),
      { numRuns: 500 },
    )
    expect(raised).toBeGreaterThan(0)
  })

  it('never lowers the tier for one more sign or one more medicine', () => {
    fc.assert(
      fc.property(
        cases(some),
        fc.constantFrom(...findingIds),
        fc.constantFrom(...medicineIds),
        (given, sign, medicine) => {
          const before = rank(assess(knowledge, given).tier)
          const more = { ...given, present: [...new Set([...given.present, sign])] }
          expect(rank(assess(knowledge, more).tier)).toBeGreaterThanOrEqual(before)
          const taking = { ...given, medicines: [...new Set([...given.medicines, medicine])] }
          expect(rank(assess(knowledge, taking).tier)).toBeGreaterThanOrEqual(before)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('asks the signs that matter with the person’s medicines, and is settled once they are answered', () => {
    const settled = answerAll({ ...nobody, medicines: ['simvastatin'] })
    expect(settled.pages).toContain('combinations')
    expect(settled.given.absent).toContain('muscle-unexplained-new')
    expect(assess(knowledge, settled.given)).toMatchObject({ settled: true, ask: null, tier: 'self-care' })
  })

  it('asks no more pages of a person without medicines, or without medicines of the rules', () => {
    expect(answerAll(nobody).pages).not.toContain('combinations')
    expect(answerAll({ ...nobody, medicines: ['cetirizine'] }).pages).not.toContain('combinations')
  })

  /** Answers every page with no. */
  function answerAll(start: Case): { readonly given: Case; readonly pages: readonly string[] } {
    let given = start
    const pages: string[] = []
    for (let { ask } = assess(knowledge, given); ask !== null; { ask } = assess(knowledge, given)) {
      pages.push(ask.page)
      const absent = [...given.absent, ...ask.statements.map(({ id }) => id)]
      given = { ...given, absent, context: { ...given.context, hoursSinceOnset: 5, pregnancyWeeks: 0 } }
      if (pages.length > 40) throw new Error(`never settled: ${pages.join(', ')}`)
    }
    return { given, pages }
  }
})

it('the medicines of the diary count in the check and in what is offered (H07)', () => {
  const at = '2026-11-20T10:00:00.000+00:00'
  const later = '2026-11-24T10:00:00.000+00:00'
  const diary = fold([
    { type: 'medicine-started', medicine: 'Lasix', ingredient: 'furosemide', id: uuid(1), v: 2, at },
    { type: 'medicine-started', medicine: 'Aldactone', ingredient: 'spironolactone', id: uuid(2), v: 2, at },
    { type: 'medicine-started', medicine: 'Rivotril', ingredient: 'clonazepam', id: uuid(3), v: 2, at },
    { type: 'medicine-stopped', medicine: 'Rivotril', ingredient: 'clonazepam', id: uuid(4), v: 2, at: later },
    { type: 'episode-began', episode: 'e', complaint: 'cramp', region: 'calf', id: uuid(5), v: 2, at: later },
  ])
  const [episode] = diary.episodes
  if (!episode) throw new Error('no episode')
  const given = episodeCase(knowledge, diary, episode, Date.parse('2026-11-25T10:00:00Z'))
  expect(given.medicines).toEqual(['furosemide', 'spironolactone'])
  expect(given.context.medicineDays).toEqual({
    furosemide: { started: 5 },
    spironolactone: { started: 5 },
    clonazepam: { stopped: 1 },
  })
  expect(assess(knowledge, { ...given, present: ['thirsty-dry'] }).tier).toBe('same-day')
  expect(assess(knowledge, { ...given, present: ['shakes-sweats'] }).tier).toBe('emergency')
  const facts = known(knowledge, given).present
  expect(facts).toContain('diuretic')
  expect(facts).toContain('potassium-medicine')
})

describe('when a medicine was started or stopped', () => {
  const parse = (context: unknown, medicines: readonly string[] = []) =>
    parseCase(knowledge, { complaint: 'cramp', medicines, context })

  it('is refused in one line if it contradicts the medicines, or names something unknown', () => {
    expect(parse({ medicineDays: { omeprazole: { started: 4 } } })).toEqual({
      ok: false,
      error: 'context.medicineDays dates "omeprazole", which is not in medicines: add it there, or say "stopped"',
    })
    expect(parse({ medicineDays: { omeprazole: { stopped: 4 } } }, ['omeprazole'])).toMatchObject({ ok: false })
    expect(parse({ medicineDays: { nonsense: { stopped: 4 } } })).toMatchObject({ ok: false })
    expect(parse({ medicineDays: { omeprazole: { stopped: -1 } } })).toMatchObject({ ok: false })
  })

  it('every ingredient of the tables can be used in a case', () => {
    const ids = [...all.medicines.ingredients, ...all.medicines.recognised].map(({ id }) => id)
    expect(parse({}, ids)).toMatchObject({ ok: true })
  })
})

it('the published table of combinations is up to date', () => {
  expect(readFileSync('docs/urgent-combinations.md', 'utf8')).toBe(urgentTable(all))
})
