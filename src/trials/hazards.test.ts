/** Claims of `docs/hazard-log.json` about trials that no other test proves. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bannedWords } from '../../build/knowledge/readability.ts'
import { sizeSentence, verdictSentence } from './sentence.ts'
import { type Verdict, verdicts } from './verdict.ts'

const contrast = (verdict: Verdict, mean: number, spread: number) => ({
  from: 'ice',
  to: 'heat',
  mean,
  sd: spread,
  q025: mean - 2 * spread,
  q50: mean,
  q975: mean + 2 * spread,
  p_lt_0: 0.5,
  p_lt_minus_mcid: 0.2,
  p_gt_mcid: 0.2,
  p_rope: 0.6,
  verdict,
  density: { x: [], y: [] },
})

it('a result gives its likely range, and never says that something is proven (H15)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...verdicts),
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      fc.constantFrom('rating' as const, 'count' as const, 'yes-no' as const),
      (verdict, mean, spread, model) => {
        const result = contrast(verdict, mean, spread)
        const size = sizeSentence(result, { model, better: 'lower' })
        expect(size).toMatch(/Likely between -?\d+\.\d and -?\d+\.\d\.$/)
        for (const text of [verdictSentence(result), size]) {
          expect(text).not.toMatch(/\b(prove[ns]?|proof|certain(ly)?|definitely|significant(ly)?|always)\b/i)
          expect(bannedWords(text)).toEqual([])
        }
      },
    ),
  )
})

it('a result that is not settled says so explicitly (H15)', () => {
  expect(verdictSentence(contrast('not-settled', -0.4, 0.5))).toMatch(/^Not settled: .* cannot tell/)
})
