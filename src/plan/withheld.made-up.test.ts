import { describe, expect, it } from 'vitest'
import { madeUpGate, madeUpTriage, nobody } from '../../test/support/made-up-triage.ts'
import type { Exercise, PlanStep, Remedy } from '../knowledge/remedy-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'
import type { Offer } from '../remedies/cautions.ts'
import type { Situation } from './situation.ts'
import { afterWithheld, type WithheldTable, withInstead } from './withheld.ts'

const triage = madeUpTriage({
  findings: { fall: {}, bone: {}, swollen: {}, 'old-bone': {} },
  gates: { body: madeUpGate([{ names: ['lame'], also: ['old-bone'] }]) },
  redFlags: [{ id: 'break', tier: 'same-day', when: { all: ['fall', 'bone'] } }],
  combinations: [{ id: 'thin', tier: 'same-day', takes: [], when: 'swollen' }],
})
const remedy = (kind = 'heat') => ({ kind, methods: [], notFor: [] }) as unknown as Remedy
const exercise = (...regions: readonly Region[]) => ({ kind: 'stretch', regions, dose: {} }) as unknown as Exercise
const entry = (given: object = {}) => ({
  because: 'fall',
  withholds: [{ ids: ['heat'] }],
  action: 'withhold',
  text: 'A bone may be broken.',
  ...given,
})
const table = (entries: object) => ({ triage, withheld: entries as unknown as WithheldTable })

interface Given {
  readonly present?: readonly string[]
  readonly unsure?: readonly string[]
  readonly absent?: readonly string[]
  readonly words?: readonly string[]
  readonly place?: Region
}
const person = ({ present = [], unsure = [], absent = [], words = [], place = 'low back' }: Given = {}): Situation => ({
  ...nobody,
  present: new Set([...present, ...unsure, ...words]),
  own: new Set([...present, ...unsure]),
  place,
  facts: { present: new Set(present), absent: new Set(absent), unsure: new Set(unsure) },
})
const offered: Offer = { status: 'offered', changes: [] }
const judged = (entries: object, given: Given, id = 'heat', item: Remedy | Exercise = remedy(), own: Offer = offered) =>
  afterWithheld(table(entries), person(given), id, item, own)

describe('an entry that withholds', () => {
  it('leaves out what may otherwise be offered, with the reason and its id', () => {
    expect(judged({ bones: entry() }, { present: ['fall'] })).toEqual({
      status: 'left-out',
      reason: 'caution',
      because: [{ fact: 'fall', action: 'withhold', text: 'A bone may be broken.' }],
      withheld: 'bones',
    })
    expect(judged({ bones: entry() }, {})).toEqual(offered)
  })

  it('never offers what is left out already', () => {
    const out: Offer = { status: 'left-out', reason: 'limits' }
    expect(judged({ bones: entry() }, { present: ['fall'] }, 'heat', remedy(), out)).toBe(out)
  })

  it('never withholds help by others', () => {
    expect(judged({ bones: entry() }, { present: ['fall'] }, 'heat', remedy('care'))).toBe(offered)
  })

  it.each<readonly [string, object, string, Remedy | Exercise, Region, boolean]>([
    ['by its id', { ids: ['cold', 'heat'] }, 'heat', remedy(), 'low back', true],
    ['not by another id', { ids: ['cold'] }, 'heat', remedy(), 'low back', false],
    ['by its kind', { kinds: ['massage', 'heat'] }, 'any', remedy(), 'low back', true],
    ['not by another kind', { kinds: ['massage'] }, 'any', remedy(), 'low back', false],
    ['as an exercise', { kinds: ['exercises'] }, 'any', exercise('neck'), 'low back', true],
    ['a remedy is no exercise', { kinds: ['exercises'] }, 'any', remedy(), 'low back', false],
    ['by its kind of exercise', { kinds: ['stretch'] }, 'any', exercise('neck'), 'low back', true],
    [
      'an exercise by its own place',
      { kinds: ['exercises'], regions: ['calf'] },
      'x',
      exercise('neck', 'calf'),
      'neck',
      true,
    ],
    ['not by the place of the pain', { kinds: ['exercises'], regions: ['calf'] }, 'x', exercise('neck'), 'calf', false],
    ['a remedy by the place of the pain', { kinds: ['heat'], regions: ['calf'] }, 'x', remedy(), 'calf', true],
    ['and by no other', { kinds: ['heat'], regions: ['calf'] }, 'x', remedy(), 'neck', false],
    ['by all parts at once', { ids: ['heat'], kinds: ['cold'] }, 'heat', remedy(), 'neck', false],
  ])('%s', (_, items, id, item, place, isWithheld) => {
    const entries = { bones: entry({ withholds: [items] }) }
    expect(judged(entries, { present: ['fall'], place }, id, item).status).toBe(isWithheld ? 'left-out' : 'offered')
  })

  it('names the fact that the person has, sure or not, directly or through a rule or combination; else itself', () => {
    const because = (when: object | string, given: Given) => {
      const answer = judged({ bones: entry({ because: when }) }, given)
      return answer.status === 'left-out' && answer.reason === 'caution' ? answer.because[0]?.fact : undefined
    }
    expect(because({ any: ['swollen', 'fall'] }, { unsure: ['fall'] })).toBe('fall')
    expect(because('rule-break', { present: ['bone'], words: ['rule-break'] })).toBe('bone')
    expect(because('combination-thin', { present: ['swollen'], words: ['combination-thin'] })).toBe('swollen')
    expect(because('at-calf', { words: ['at-calf'] })).toBe('bones')
  })
})

describe('an entry that only changes how it is done', () => {
  it.each(['limit', 'variant'])('%s: it is offered, with its own changes and this one', action => {
    const own = { status: 'offered', changes: [{ fact: 'x', action: 'limit', text: 'Less.' }] } as const
    const limited = judged({ bones: entry({ action }) }, { present: ['fall'] }, 'heat', remedy(), own as never)
    expect(limited).toEqual({
      status: 'offered',
      changes: [...own.changes, { fact: 'fall', action, text: 'A bone may be broken.' }],
    })
  })

  it('does not count beside an entry that withholds, in any order', () => {
    const limit = entry({ action: 'limit', text: 'Less.' })
    for (const entries of [
      { a: limit, b: entry() },
      { b: entry(), a: limit },
    ])
      expect(judged(entries, { present: ['fall'] })).toMatchObject({ status: 'left-out', withheld: 'b' })
  })
})

describe('questions of an entry', () => {
  const asking = entry({ because: { all: ['fall', 'bone'] }, asks: ['bone'] })

  it('are asked if the answer could make it hold', () => {
    expect(judged({ bones: asking }, { present: ['fall'] })).toEqual({ status: 'ask', facts: ['bone'] })
    expect(judged({ bones: asking }, {})).toEqual(offered)
    for (const known of ['absent'] as const)
      expect(judged({ bones: asking }, { present: ['fall'], [known]: ['bone'] })).toEqual(offered)
  })

  it('come after the questions of the remedy itself, each once', () => {
    const own: Offer = { status: 'ask', facts: ['x', 'bone'] }
    const other = entry({ because: { all: ['fall', 'swollen'] }, asks: ['swollen'] })
    expect(judged({ bones: asking, other }, { present: ['fall'] }, 'heat', remedy(), own)).toEqual({
      status: 'ask',
      facts: ['x', 'bone', 'swollen'],
    })
  })

  it('are only those that the entry lists, and not findings of a gate that was answered "None"', () => {
    expect(judged({ bones: entry({ because: { all: ['fall', 'bone'] } }) }, { present: ['fall'] })).toEqual(offered)
    const held = entry({ because: { all: ['fall', 'old-bone'] }, asks: ['old-bone'] })
    expect(judged({ bones: held }, { present: ['fall'] })).toEqual({ status: 'ask', facts: ['old-bone'] })
    expect(judged({ bones: held }, { present: ['fall'], absent: ['gate-body'] })).toEqual(offered)
  })
})

describe('replacements', () => {
  const step = (id: string): PlanStep => ({ id, when: 'Now' })
  const cell = ['rest', 'heat', 'cold'].map(step)
  const instead = (entries: object, given: Given, steps = cell) =>
    withInstead(table(entries), person(given), steps, id => (id === 'gone' ? undefined : remedy(id))).map(
      ({ id }) => id,
    )
  const bones = entry({ instead: [step('splint'), step('rest')] })

  it('come in the place of the first withheld step, once', () => {
    expect(instead({ bones }, { present: ['fall'] })).toEqual(['rest', 'splint', 'heat', 'cold'])
    expect(
      instead(
        { bones: entry({ withholds: [{ ids: ['rest', 'cold'] }], instead: [step('splint')] }) },
        { present: ['fall'] },
      ),
    ).toEqual(['splint', 'rest', 'heat', 'cold'])
  })

  it('come last if no step of the cell is withheld', () => {
    expect(instead({ bones }, { present: ['fall'] }, [step('rest'), step('cold')])).toEqual(['rest', 'cold', 'splint'])
    expect(instead({ bones }, { present: ['fall'] }, [step('gone')])).toEqual(['gone', 'splint', 'rest'])
  })

  it('come only if the entry holds', () => {
    expect(instead({ bones }, {})).toEqual(['rest', 'heat', 'cold'])
    expect(instead({ bones: entry() }, { present: ['fall'] })).toEqual(['rest', 'heat', 'cold'])
  })

  it('of two entries come once', () => {
    const other = entry({ instead: [step('splint')] })
    expect(instead({ bones, other }, { present: ['fall'] })).toEqual(['rest', 'splint', 'heat', 'cold'])
  })
})
