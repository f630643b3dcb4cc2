/** Checks the hand-written parts of the check, and that the conversion kept the imported data. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { blank } from '../../test/support/blank-case.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import { mentions } from '../triage/condition.ts'
import { tierAlone } from '../triage/tier-alone.ts'
import { triage } from '../triage/triage.ts'
import type { Condition } from './schema.ts'
import { triageKnowledge } from './triage.gen.ts'
import { type Complaint, complaints, type Tier, tiers } from './vocabulary.ts'

const faults = new Faults()
const knowledge = readKnowledge('knowledge', faults)
const findings = new Map(knowledge.findings.map(({ id, value }) => [id, value]))
const redFlags = new Map(knowledge.redFlags.map(({ id, value }) => [id, value]))
const imported = JSON.parse(readFileSync('test/oracle/rules.json', 'utf8')) as {
  findings: readonly { id: string; tierAlone: Record<Complaint, Tier | null> }[]
  rules: readonly { id: string; tier: Tier; complaint: Complaint | 'any'; when: Condition }[]
}
const lowered = JSON.parse(readFileSync('test/oracle/lowered.json', 'utf8')) as readonly {
  kind: 'finding' | 'rule'
  id: string
  to: Tier
  because: string
}[]
const rank = (tier: Tier | null) => (tier === null ? -1 : tiers.indexOf(tier))

/** Without the fields that are not given. */
const defined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** The imported tiers of findings and rules, and each tier that was lowered since, with its reason. */
describe('no danger is lost', () => {
  it('every imported finding and rule still exists, and every lowered tier has its own reason', () => {
    expect(imported.findings).toHaveLength(172)
    expect(imported.rules).toHaveLength(61)
    for (const { id } of imported.findings) expect(findings.has(id), id).toBe(true)
    for (const { id } of imported.rules) expect(redFlags.has(id), id).toBe(true)
    expect(new Set(lowered.map(({ id }) => id)).size).toBe(lowered.length)
    for (const { because } of lowered) expect(because.length).toBeGreaterThan(40)
  })

  it.each(imported.findings)('$id requires at least its imported tier, or has a reason', ({ id, tierAlone: was }) => {
    const finding = findings.get(id)
    for (const complaint of complaints) {
      const now = finding ? tierAlone(finding, { complaint }) : null
      if (rank(now) < rank(was[complaint])) expect(lowered).toContainEqual(expect.objectContaining({ id, to: now }))
    }
  })

  it.each(imported.rules)(
    'whatever met $id calls for no less than it did, or says why',
    ({ id, tier, complaint, when }) => {
      const reason = lowered.find(each => each.kind === 'rule' && each.id === id)
      for (const each of complaint === 'any' ? complaints : [complaint])
        for (const { present, age, sex, hours, pregnancyWeeks } of witnesses(when)) {
          const told = { ...blank, complaint: each, present, ...defined({ age, sex }) }
          const context = defined({ hoursSinceOnset: hours, pregnancyWeeks })
          const now = rank(triage(triageKnowledge, { ...told, context }).tier)
          expect(now, present.join(', ')).toBeGreaterThanOrEqual(rank(reason?.to ?? tier))
        }
    },
  )

  it.each(lowered)('$id is really lowered, to $to', ({ kind, id, to }) => {
    const was = kind === 'finding' ? imported.findings.find(each => each.id === id)?.tierAlone.back : undefined
    const rule = imported.rules.find(each => each.id === id)
    expect(rank(to)).toBeLessThan(rank(was ?? rule?.tier ?? null))
  })
})

describe('the words of the check', () => {
  const all = [...findings]
  const alone = (id: string) => {
    const finding = findings.get(id)
    return finding ? [finding.tier, ...(finding.except ?? []).map(each => each.tier)] : []
  }

  it('every finding is a statement in the first person, not a question', () => {
    for (const [id, { statement }] of all) {
      expect(statement, id).toMatch(/\b(I|[Mm]e|[Mm]y|[Mm]ine)\b/)
      expect(statement, id).not.toMatch(/\?|\byou\b|\byour\b/i)
      expect(statement, id).toMatch(/^[A-Z].*[.!]$/)
    }
  })

  it('no two findings have the same statement', () => {
    expect(new Set(all.map(([, { statement }]) => statement)).size).toBe(all.length)
  })

  it('every finding has a simpler wording that differs and is not a question', () => {
    for (const [id, { simpler, statement }] of all) {
      expect(simpler, id).toMatch(/^[A-Z].*[.!]$/)
      expect(simpler, id).not.toBe(statement)
      expect(simpler, id).not.toMatch(/\?|\byou\b|\byour\b/i)
    }
  })

  it('every emergency and same-day finding and rule has a sentence to read out on the phone', () => {
    const urgent = [
      ...all.filter(([id]) => alone(id).some(tier => tier === 'emergency' || tier === 'same-day')),
      ...[...redFlags].filter(([, { tier }]) => tier === 'emergency' || tier === 'same-day'),
    ]
    for (const [id, { say }] of urgent) {
      expect(say, id).toMatch(/^[A-Z].*\.$/)
      expect(say, id).not.toMatch(/\?|\byou\b|\byour\b/i)
    }
  })

  it('every finding and rule says in plain words what it may mean, never as a certainty', () => {
    for (const [id, { mayMean }] of [...all, ...redFlags]) {
      expect(mayMean.length, id).toBeGreaterThan(0)
      for (const text of mayMean) expect(text, id).not.toMatch(/\byou have\b|\bdiagnos/i)
    }
  })
})

describe('the imported findings that move no tier', () => {
  const inRules = new Set([...redFlags.values()].flatMap(({ when }) => mentions(when)))
  const still = imported.findings.filter(
    ({ id, tierAlone: was }) => !Object.values(was).some(Boolean) && !inRules.has(id),
  )

  it('are 15; the others move one', () => {
    expect(still).toHaveLength(15)
  })

  it('are look-alikes shown beside the red flag they resemble, or asked in causes or the plan', () => {
    const places = Object.fromEntries(
      still.map(({ id }) => [id, findings.get(id)?.askedIn ?? findings.get(id)?.resembles]),
    )
    expect(places).toEqual({
      'urine-leak-longstanding': ['urine-leak-new'],
      'urine-dark-yellow': ['dark-urine'],
      'faint-simple': ['collapse'],
      'sore-after-cramp': ['calf-tender-hot', 'calf-ache-constant'],
      'spasm-lean': ['spine-shape-change'],
      'pain-mechanical': ['pain-unaffected-by-movement'],
      'rib-stitch': ['pain-on-breathing', 'chest-pain'],
      'pressing-reproduces': ['chest-pain'],
      'period-cramps': ['abdomen-pain-severe'],
      'sciatica-one-leg': 'plan',
      'spasm-visible': 'plan',
      'similar-before': 'plan',
      'cramp-brief-stretch': 'causes',
      'cramp-night': 'causes',
      'cramp-exercise': 'causes',
    })
  })
})

describe('every reviewed entry', () => {
  it('says when it was compiled, who reviewed it if anyone, and until when it may be shown', () => {
    expect(faults.lines).toEqual([])
    for (const { id, value } of knowledge.reviewed) {
      // Entries that affect no care may wait 24 months; all others are reviewed within 12.
      const { causes, mimics, pointers } = knowledge.causes
      const { people, facts, published } = knowledge.crowd
      const crowd = [...(people ? [people] : []), ...facts, ...published]
      const slow: readonly { readonly value: unknown }[] = [
        ...[...knowledge.claims, ...causes, ...mimics, ...pointers],
        ...crowd,
      ]
      const mayWait = slow.some(each => each.value === value)
      // A verdict has its own date: src/cli/review.test.ts and build/knowledge/hazards.test.ts.
      if (value.reviewed) continue
      expect(value.nextReview, id).toMatch(mayWait ? /^202[78]-11-(2[39]|30)$/ : /^2027-11-(2[39]|30)$/)
      expect(value, id).toMatchObject({ reviewedBy: 'none' })
      expect((value as { compiled?: string }).compiled, id).toMatch(/^2026-11-(2[3-9]|30)$/)
    }
  })
})
