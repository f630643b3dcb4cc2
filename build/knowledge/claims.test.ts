/** What the build requires of a claim. Every test plants one error in a copy of the real knowledge. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { plantedKnowledge } from '../../test/support/planted.ts'

const rest = 'knowledge/claims/rest.yaml'

it.each([
  [
    'a source nobody knows',
    'stiff and weak.\n    sources: [dahm2010]',
    'stiff and weak.\n    sources: [dahm2011]',
    'unknown source "dahm2011"',
  ],
  [
    'an answer of more than 30 words',
    'Get back to normal soon.',
    'Get back to normal as soon as you can.',
    /33 words \(at most 30\)/,
  ],
  [
    'an answer that is hard to read',
    'True in general.',
    'Unquestionably characteristic.',
    /reads at grade .* \(at most 9\)/,
  ],
  [
    'a harm nobody says why',
    '    matters: Resting too long can slow recovery.\n',
    '',
    /says why it matters exactly when/,
  ],
  ['an answer that promises too much', 'True in general.', 'Movement cures it.', 'banned words "cures"'],
])('a claim with %s stops the build', (_what, before, now, says) => {
  const planted = plantedKnowledge()
  planted.replace(rest, before, now)
  const { faults } = planted.compile()
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(says)
  expect(faults[0]).toMatch(/^knowledge\/claims\/rest\.yaml:\d+ {2}/)
})

it('a claim may use words that advice may not', () => {
  const planted = plantedKnowledge()
  planted.replace(rest, 'says: Long rest stiffens', 'says: It cures and treats, long rest stiffens')
  expect(planted.compile().faults).toEqual([])
})

it('claims and sources together are at most 85 kB compressed', () => {
  const sizes = ['claims', 'sources'].map(
    name => brotliCompressSync(readFileSync(`src/knowledge/${name}.gen.ts`)).length,
  )
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(85_000)
})
