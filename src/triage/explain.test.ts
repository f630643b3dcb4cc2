import { describe, expect, it } from 'vitest'
import { explain } from './explain.ts'
import type { Explanations } from './knowledge.ts'
import type { Reason } from './triage.ts'

const text = (of: string, more: object = {}) => ({ mayMean: [`may mean ${of}`], sources: [of], ...more })
const explanations = () =>
  ({
    findings: { a: text('finding', { say: 'I have it.' }) },
    redFlags: { a: text('rule', { why: 'It may be grave.' }) },
    combinations: { a: text('combination') },
  }) as unknown as Explanations
const reason = (kind: Reason['kind'], more: Partial<Reason> = {}): Reason => ({ kind, id: 'a', tier: 'soon', ...more })

describe('a reason with its explanation', () => {
  it('has the explanation from the table of its kind, as far as that goes', () => {
    const [finding, unsure, rule, combination] = explain(
      explanations(),
      (['finding', 'unsure', 'rule', 'combination'] as const).map(kind => reason(kind)),
    )
    expect(finding).toStrictEqual({
      ...reason('finding'),
      mayMean: ['may mean finding'],
      sources: ['finding'],
      say: 'I have it.',
    })
    expect(unsure).toMatchObject({ kind: 'unsure', mayMean: ['may mean finding'] })
    expect(rule).toStrictEqual({
      ...reason('rule'),
      mayMean: ['may mean rule'],
      sources: ['rule'],
      why: 'It may be grave.',
    })
    expect(combination).toMatchObject({ mayMean: ['may mean combination'] })
  })

  it('has no explanation if the tables have none', () => {
    expect(explain(explanations(), [reason('finding', { id: 'gone' })])).toEqual([
      { ...reason('finding', { id: 'gone' }), mayMean: [], sources: [] },
    ])
  })

  it('is the same object for the same reason and tables, and for no other', () => {
    const tables = explanations()
    const [first] = explain(tables, [reason('finding')])
    expect(explain(tables, [reason('finding')])[0]).toBe(first)
    for (const other of [reason('unsure'), reason('finding', { tier: 'same-day' }), reason('finding', { id: 'b' })])
      expect(explain(tables, [other])[0]).toMatchObject(other)
    expect(explain(explanations(), [reason('finding')])[0]).not.toBe(first)
  })

  it('keeps apart the medicines of different people', () => {
    const tables = explanations()
    const of = (medicine: string) => explain(tables, [reason('combination', { medicines: [medicine] })])[0]
    expect(of('statin')?.medicines).toEqual(['statin'])
    expect(of('ramipril')?.medicines).toEqual(['ramipril'])
  })
})
