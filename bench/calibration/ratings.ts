/** Pain rated once a day: in the default design, in the fixed order that a published app uses, and by number of cycles. */
import type { schedule } from '../../src/trials/schedule.ts'
import { layoutOf, person, rating, ratingTrial } from './made-up.ts'
import { row, runs, table, three } from './print.ts'
import { tally } from './tally.ts'

/** Six cycles of two periods of three days. */
export function defaultDesign(): void {
  console.log('\n## Ratings, default design (6 cycles x 2 periods x 3 days)\n')
  console.log(
    'Mean 6, sd 1.5, trend -1, 10 % missed, rounded to 0-10. Seed 1000. Welch and r >= 0.5 on the same trials, day by day.',
  )
  table(
    'correlation',
    'truth',
    'coverage 95',
    'coverage 80',
    'bias',
    'any claim',
    'noticeable',
    '"no difference"',
    'not settled',
    'wrong way',
    'Welch p < 0.05',
    'r >= 0.5',
  )
  for (const link of [0, 0.3, 0.6, 0.8])
    for (const truth of [0, -1, -2]) {
      const n = runs(2000)
      const t = tally(n, 1000, truth, rating, ratingTrial(layoutOf(6, 3), { ...person, correlation: link }, truth))
      row(
        link,
        truth,
        three(t.covered95, n),
        three(t.covered80, n),
        (t.bias / n).toFixed(2),
        three(t.claim, n),
        three(t.noticeable, n),
        three(t.noDifference, n),
        three(n - t.claim - t.noDifference, n),
        three(t.wrong, n),
        three(t.welch, n),
        three(t.correlated, n),
      )
    }
}

/** How often do the rules claim an effect when nothing differs and the order is fixed? */
export function weeklyInTurn(): void {
  console.log('\n## The same on weekly ABAB, as a published app has it (nothing differs)\n')
  console.log('4 periods of 7 days in fixed order A B A B, no trend, none missed. Seed 2000.')
  table('correlation', 'M1 any claim', 'Welch p < 0.05', 'r >= 0.5')
  for (const link of [0, 0.3, 0.5, 0.7, 0.8]) {
    const n = runs(2000)
    const t = tally(
      n,
      2000,
      0,
      rating,
      ratingTrial(layoutOf(2, 7), { ...person, correlation: link, trend: 0, missed: 0 }, 0, { periods: weekly }),
    )
    row(link, three(t.claim, n), three(t.welch, n), three(t.correlated, n))
  }
}

const weekly: typeof schedule = () =>
  [0, 1, 0, 1].map((arm, i) => ({
    period: i + 1,
    cycle: Math.floor(i / 2) + 1,
    arm,
    firstDay: i * 7 + 1,
    lastDay: i * 7 + 7,
  }))

/** The planner of the app. */
export function byCycles(): void {
  console.log(
    '\n## Power of ratings by number of cycles (3-day periods): any claim / noticeably better at -2; claims at 0\n',
  )
  console.log('Correlation 0.3, trend -1, 10 % missed. This is the planner of the app. Seed 3000.')
  table('cycles (days)', 'sd 1.2', 'sd 1.5', 'sd 2.0', 'claims at 0 (1.2 / 1.5 / 2.0)')
  for (const cycles of [2, 3, 4, 5, 6, 7, 8, 10]) {
    const n = runs(2000)
    const cells = [1.2, 1.5, 2].map(sd => ({
      effect: tally(n, 3000, -2, rating, ratingTrial(layoutOf(cycles, 3), { ...person, sd }, -2)),
      nothing: tally(n, 3000, 0, rating, ratingTrial(layoutOf(cycles, 3), { ...person, sd }, 0)),
    }))
    row(
      `${cycles} (${cycles * 6})`,
      ...cells.map(({ effect }) => `${(effect.claim / n).toFixed(2)} / ${(effect.noticeable / n).toFixed(2)}`),
      cells.map(({ nothing }) => three(nothing.claim, n)).join(' / '),
    )
  }
}
