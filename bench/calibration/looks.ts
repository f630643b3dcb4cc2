/** A trial with an interim look. */
import { coarsePosterior, layoutOf, person, ratingTrial } from './made-up.ts'
import { row, runs, table, three } from './print.ts'

/** False claims when nothing differs, by the threshold of a look. */
export function looksBeforeTheEnd(): void {
  console.log('\n## Looks before the end: false claims when nothing differs\n')
  console.log('8 cycles of 3-day periods, one look a cycle from the third on; last look at 0.975. Seed 5000.')
  table('interim threshold', 'any claim', 'without looks')
  const n = runs(1000)
  const looks = Array.from({ length: n }, (_, trial) => {
    const { records } = ratingTrial(layoutOf(8, 3), person, 0)(5000 + trial)
    return [3, 4, 5, 6, 7, 8].map(cycles => {
      const rows = records.rows.filter(({ day }) => day <= cycles * 6)
      const below = coarsePosterior({ ...records, rows }).below(0)
      return Math.max(below, 1 - below)
    })
  })
  for (const threshold of [0.975, 0.99, 0.995]) {
    const claims = looks.filter(sure => sure.some((each, i) => each >= (i === 5 ? 0.975 : threshold))).length
    row(threshold, three(claims, n), three(looks.filter(sure => (sure[5] ?? 0) >= 0.975).length, n))
  }
}
