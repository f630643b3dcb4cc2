import { expect, it } from 'vitest'
import type { Contrast } from './analyse.ts'
import { falseClaims } from './protocol.ts'
import { chanceSentence, luckSentence, missingSentences, sizeSentence, verdictSentence } from './sentence.ts'
import { verdicts } from './verdict.ts'

const contrast = { from: 'ice', to: 'heat', mean: -2.58, q025: -3.64, q975: -1.49 } as Contrast

it('gives the size in the direction of the estimate', () => {
  expect(sizeSentence(contrast, { model: 'rating', better: 'lower' })).toBe(
    'About 2.6 points better with heat than with ice. Likely between 1.5 and 3.6.',
  )
  expect(sizeSentence(contrast, { model: 'rating', better: 'higher' })).toContain('2.6 points worse with heat')
  const natural = { mean: 0.1, q025: -0.3, q975: 0.5 } as Contrast['natural_difference_per_day'] & object
  expect(sizeSentence({ ...contrast, natural_difference_per_day: natural }, { model: 'count', better: 'lower' })).toBe(
    'About 0.7 cramps a week more with heat than with ice. Likely between -2.1 and 3.5.',
  )
})

it('names the arm that works better', () => {
  expect(verdictSentence({ ...contrast, verdict: 'better-noticeably' })).toBe('Heat works noticeably better for you.')
  expect(verdictSentence({ ...contrast, verdict: 'worse-maybe-small' })).toMatch(/^Ice works better for you\./)
  expect(verdictSentence({ ...contrast, verdict: 'not-settled' })).toMatch(/^Not settled/)
})

it('says how likely it is and how often chance alone would claim it, and never that it is proven', () => {
  const chances = { p_lt_minus_mcid: 0.93, p_gt_mcid: 0.02 } as Contrast
  for (const better of ['lower', 'higher'] as const)
    for (const mean of [-2, 2])
      for (const verdict of verdicts)
        for (const looks of ['none', 'each-cycle'] as const) {
          const of = { ...contrast, ...chances, mean, verdict }
          const chance = chanceSentence(of, { better })
          const arm = mean < 0 === (better === 'lower') ? 'heat' : 'ice'
          expect(chance).toBe(
            `Chance that ${arm} is better by more than you would notice: ${mean < 0 ? '93' : '2'} in 100.`,
          )
          const luck = luckSentence(falseClaims[looks])
          expect(luck).toMatch(/^If nothing differed, about [57] of 100/)
          expect(
            `${verdictSentence(of)} ${sizeSentence(of, { model: 'rating', better })} ${chance} ${luck}`,
          ).not.toMatch(/prove|proof|cure|certain|always/i)
        }
})

it('says of each arm with too few records how much more it needs, and nothing of the others', () => {
  expect(
    missingSentences([
      { label: 'Heat', periods: 2, recorded: 3 },
      { label: 'Ice', periods: 1, recorded: 1 },
      { label: 'Rest', periods: 2, recorded: 4 },
      { label: 'Walks', periods: 0, recorded: 0 },
    ]),
  ).toEqual([
    'Heat needs 1 more rating for a verdict.',
    'Ice needs 3 more ratings in 1 more round for a verdict.',
    'Walks needs 4 more ratings in 2 more rounds for a verdict.',
  ])
})
