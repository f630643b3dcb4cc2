/** Trials by episode. */
import { withDefaults } from '../../src/trials/options.ts'
import type { Layout } from '../../src/trials/schedule.ts'
import { ratingTrial } from './made-up.ts'
import { row, runs, table, three } from './print.ts'
import { tally } from './tally.ts'

const byEpisode = withDefaults({ scale: [-10, 10], better: 'higher' })
const alike = { mean: 2, sd: 1.5, correlation: 0, trend: 0, missed: 0 }

/** Independent spasms, before minus after. */
export function spasmBySpasm(): void {
  console.log('\n## Spasm by spasm (sd 1.5, episodes alike in nothing)\n')
  console.log('Outcome: pain before minus after, higher is better. Seed 4000.')
  table('episodes', 'any claim at 2', 'noticeable at 2', 'claims at 0')
  for (const episodes of [8, 14, 20, 28]) {
    const n = runs(1000)
    const layout: Layout = { kind: 'episodes', episodes }
    const make = (effect: number) => ratingTrial(layout, alike, effect, { scale: byEpisode.scale })
    const [effect, nothing] = [tally(n, 4000, 2, byEpisode, make(2)), tally(n, 4000, 0, byEpisode, make(0))]
    row(episodes, three(effect.claim, n), three(effect.noticeable, n), three(nothing.claim, n))
  }
}
