import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpTriage } from '../../test/support/made-up-triage.ts'
import type { Reason } from '../triage/triage.ts'
import { situationOf, situationWords } from './situation.ts'

const triage = madeUpTriage({ findings: { fever: {} } })
const table = { complaint: 'cramp', region: 'front thigh' } as const
const situation = (given: object = {}, because: readonly Reason[] = []) =>
  situationOf(triage, { ...blank, ...given }, table, { tier: 'soon', because })
const reason = (kind: Reason['kind'], id = 'x'): Reason => ({ kind, id, tier: 'soon' })
const ids = (found: ReadonlySet<string>) => [...found].toSorted()

describe('the situation by which lines are selected', () => {
  it('contains the complaint of the person and of the plan, its place and the tier, as words', () => {
    expect(ids(situation().present)).toEqual([
      'at-front-thigh',
      'complaint-back',
      'complaint-cramp',
      'tier-soon',
      'weeks-unknown',
    ])
    expect(situation().place).toBe('front thigh')
  })

  it('counts yes and "not sure" as the person’s own, and the rules that apply', () => {
    const because = [reason('rule', 'a'), reason('combination', 'b'), reason('finding', 'c'), reason('unsure', 'd')]
    const { own, present } = situation({ present: ['fever'], unsure: ['cough'], absent: ['itch'] }, because)
    expect(ids(own)).toEqual(['combination-b', 'cough', 'fever', 'rule-a'])
    for (const id of own) expect(present.has(id), id).toBe(true)
    expect(present.has('itch')).toBe(false)
  })

  it('has a word for a sign that is not sure', () => {
    expect(situation({}, [reason('unsure')]).present.has('sign-unsure')).toBe(true)
    expect(situation({}, [reason('finding')]).present.has('sign-unsure')).toBe(false)
    expect(situation().own.has('sign-unsure')).toBe(false)
  })

  it('has a word for unknown weeks of a pregnancy', () => {
    expect(situation({ context: { pregnancyWeeks: 9 } }).present.has('weeks-unknown')).toBe(false)
  })
})

it('every word that is no finding has its meaning', () => {
  const words = situationWords(['a'], ['b'])
  const meaning = Object.fromEntries(words)
  expect(meaning).toMatchObject({
    'complaint-back': 'back pain',
    'complaint-cramp': 'a cramp',
    'at-front-thigh': 'pain at the front thigh',
    'tier-same-day': 'tier same-day',
    'rule-a': 'rule a',
    'combination-b': 'combination b',
    'sign-unsure': 'not sure of a sign',
    'weeks-unknown': 'weeks of pregnancy not told',
  })
  for (const word of ids(situation({}, [reason('unsure')]).present)) expect(words.has(word), word).toBe(true)
})
