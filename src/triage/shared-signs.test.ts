/** Rules that mean the same signs must list the same signs. */
import { describe, expect, it } from 'vitest'
import type { Condition } from '../knowledge/schema.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'

/** New nerve signs that may come from pressure on the spinal cord. */
const cordSigns = [
  'leg-weakness-one',
  'both-legs-new',
  'weakness-getting-worse',
  'cannot-walk-legs-fail',
  'myelopathy-signs',
  'band-pain',
  'saddle-numbness',
]
const feverSigns = ['fever', 'temp-40', 'rigors-recent']

const listsOf = (condition: Condition): readonly (readonly string[])[] => {
  if (typeof condition === 'string') return []
  if ('any' in condition)
    return [condition.any.filter(part => typeof part === 'string'), ...condition.any.flatMap(listsOf)]
  return 'all' in condition ? condition.all.flatMap(listsOf) : []
}
const lists = triageKnowledge.redFlags.flatMap(({ id, when }) => listsOf(when).map(signs => ({ id, signs })))

describe('signs that belong together', () => {
  // A lost sexual function is asked with the signs of the lowest nerves only.
  const ofCord = lists.filter(({ id, signs }) => id !== 'cauda-equina-sex' && signs.includes('both-legs-new'))
  it.each(ofCord)('$id takes every sign of the spinal cord', ({ signs }) => {
    expect(signs).toEqual(expect.arrayContaining(cordSigns))
  })

  it('are in a rule for each risk of the spine', () => {
    expect(ofCord.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'anticoagulant-neuro',
        'cord-cancer-neuro',
        'fever-neuro',
        'fused-spine-nerves',
        'iv-drug-weak',
        'spinal-procedure-neuro-fever',
      ]),
    )
  })

  it.each(['fever-neuro', 'fever-immunosuppressed', 'fever-weak-defences', 'spinal-procedure-neuro-fever'])(
    '%s takes every sign of a fever',
    rule => {
      const own = lists.filter(({ id, signs }) => id === rule && signs.includes('fever'))
      expect(own).toHaveLength(1)
      expect(own[0]?.signs).toEqual(expect.arrayContaining(feverSigns))
    },
  )
})
