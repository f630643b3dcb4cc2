/**
 * A danger depends on the person and not on the complaint they chose, and every answer counts or has a reason why not.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { complaints, regions, type Tier, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from '../triage/case.ts'
import { tierAlone } from '../triage/tier-alone.ts'
import { assess } from './assess.ts'
import { unused } from './unused.ts'

const ids = Object.keys(knowledge.findings)
const rank = (tier: Tier | null) => (tier === null ? -1 : tiers.indexOf(tier))
/** What each complaint says by itself, given to this person for both. */
const both = knowledge.interview.said.flatMap(({ complaint, finding }) => (complaint ? [finding] : []))
const tierOf = (given: Case) => assess(knowledge, given).tier

describe('one person, not two complaints', () => {
  it('a finding requires the same for both complaints, unless an exception gives its reason', () => {
    for (const [id, finding] of Object.entries(knowledge.findings)) {
      const [back, cramp] = complaints.map(complaint => rank(tierAlone(finding, { complaint })))
      if (back !== cramp)
        expect(
          finding.except?.every(({ because }) => because.length > 40),
          id,
        ).toBe(true)
    }
  })

  it('every way to meet every rule requires the same for both complaints', () => {
    for (const { complaint, when } of knowledge.redFlags.filter(rule => rule.complaint === undefined))
      for (const { present, age, sex, hours, pregnancyWeeks } of witnesses(when)) {
        const context = {
          ...(hours === undefined ? {} : { hoursSinceOnset: hours }),
          ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
        }
        const told = { ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }), context }
        const said = { ...blank, ...told, present: [...new Set([...present, ...both])] }
        if (present.some(id => knowledge.findings[id]?.except)) continue
        const [back, cramp] = complaints.map(each => tierOf({ ...said, complaint: each }))
        expect(back, `${complaint} ${present.join(', ')}`).toBe(cramp)
      }
  })

  it('any answers at any place require the same for both complaints, unless an exception is among them', () => {
    const plain = ids.filter(id => !knowledge.findings[id]?.except)
    const age = fc.integer({ min: 16, max: 95 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...plain), { maxLength: 8 }),
        age,
        fc.constantFrom(...regions),
        (present, years, region) => {
          const said = { ...blank, age: years, region, present: [...new Set([...present, ...both])] }
          return tierOf({ ...said, complaint: 'back' }) === tierOf({ ...said, complaint: 'cramp' })
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('nothing that is accepted is dropped', () => {
  const used = new Set(
    [...knowledge.redFlags, ...knowledge.combinations].flatMap(
      ({ when }) => JSON.stringify(when).match(/[a-z][a-z0-9-]+/g) ?? [],
    ),
  )

  it.each(Object.entries(knowledge.conditions))(
    'the condition %s stands for something the check or a remedy uses, or gives a reason why not',
    (id, meaning) => {
      const { findings, facts } = meaning
      const said = unused(knowledge, { ...blank, complaint: 'back', conditions: [id] })
      expect(said.length > 0).toBe(findings.length === 0 && facts.length === 0)
      for (const finding of findings)
        expect(used.has(finding) || knowledge.findings[finding]?.tier !== null, finding).toBe(true)
      for (const fact of facts) expect(knowledge.facts[fact] ?? knowledge.findings[fact], fact).toBeDefined()
    },
  )

  it.each(Object.keys(knowledge.medicines))(
    'the medicine %s counts in a rule, stands for a finding or a fact, or gives a reason why not',
    id => {
      const { findings = [], facts = [] } = knowledge.medicines[id] ?? {}
      const isTaken = knowledge.combinations.some(rule =>
        JSON.stringify([rule.takes, rule.alongside, rule.together]).includes(`"${id}"`),
      )
      const said = unused(knowledge, { ...blank, complaint: 'back', medicines: [id] })
      expect(said.map(each => each.id)).toEqual(isTaken || findings.length + facts.length > 0 ? [] : [id])
    },
  )

  it('every answer can change a tier alone or with others, belongs to the medicines, or gives a reason why not', () => {
    for (const [id, { tier, except, askedIn }] of Object.entries(knowledge.findings)) {
      const moves = tier !== null || except !== undefined || used.has(id)
      const said = unused(knowledge, { ...blank, complaint: 'back', present: [id] })
      if (!moves && askedIn !== 'medicines') expect(said, id).toHaveLength(1)
      if (moves) expect(said, id).toEqual([])
    }
  })
})
