import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { planKnowledge } from '../library/plan.ts'
import type { Case } from '../triage/case.ts'
import { categoryIdOf } from '../triage/page.ts'
import { factsOf } from './person-facts.ts'

const { triage } = planKnowledge
const nothing: Case = { ...blank, region: 'low back' }
const topics = Object.entries(triage.categories)

describe('what a case says of the facts that keep a remedy from a person', () => {
  it('a topic not ticked says no to what its words name, and to nothing else', () => {
    for (const [topic, { names }] of topics) {
      const { absent } = factsOf(triage, { ...blank, absent: [categoryIdOf(topic)] })
      expect(new Set(absent)).toEqual(new Set([categoryIdOf(topic), ...names]))
    }
  })

  it('an answer of yes or not sure stands above a topic that was not ticked', () => {
    for (const [topic, { names }] of topics)
      for (const id of names)
        for (const answer of ['present', 'unsure'] as const) {
          const facts = factsOf(triage, { ...nothing, absent: [categoryIdOf(topic)], [answer]: [id] })
          expect(facts[answer]).toContain(id)
          expect(facts.absent).not.toContain(id)
        }
    expect(
      factsOf(triage, { ...nothing, absent: ['category-illnesses'], conditions: ['raynaud'] }).absent,
    ).not.toContain('cold-reaction')
  })

  it('a topic that was ticked, or never asked, leaves the facts to be asked before the remedy', () => {
    for (const known of [{}, { present: ['category-illnesses'] }, { unsure: ['category-illnesses'] }])
      expect(factsOf(triage, { ...nothing, ...known }).absent).not.toContain('uses-oxygen')
  })

  it('signs of another place are no, where the place is known', () => {
    expect(factsOf(triage, nothing).absent).toContain('calf-tender-hot')
    expect(factsOf(triage, { ...nothing, region: 'calf' }).absent).not.toContain('calf-tender-hot')
    expect(factsOf(triage, blank).absent).not.toContain('calf-tender-hot')
    expect(factsOf(triage, { ...nothing, present: ['calf-tender-hot'] }).absent).not.toContain('calf-tender-hot')
  })
})
