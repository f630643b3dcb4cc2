/**
 * Is the method calibrated? Simulated trials with a known truth, in one run with the rules that others use: the
 * day-wise Welch t-test (p < 0.05) and "correlation of at least 0.5 with the remedy". Prints Markdown, which is stored
 * in docs/trials-calibration.md. Every seed is printed. `npx tsx bench/trials-calibration.ts [share]`: a share of the
 * trials.
 */
import { loadavg } from 'node:os'
import { spasmBySpasm } from './calibration/episodes.ts'
import { looksBeforeTheEnd } from './calibration/looks.ts'
import { counts, yesOrNo } from './calibration/nights.ts'
import { share } from './calibration/print.ts'
import { fromThePrior } from './calibration/prior.ts'
import { byCycles, defaultDesign, weeklyInTurn } from './calibration/ratings.ts'
import { coarserSteps } from './calibration/steps.ts'

const began = performance.now()
console.log(`Seeds are printed with each table; trial i of a row uses its seed + i. Share of the full run: ${share}.`)
fromThePrior()
defaultDesign()
weeklyInTurn()
byCycles()
spasmBySpasm()
looksBeforeTheEnd()
counts()
yesOrNo()
coarserSteps()
console.log(`\n${Math.round((performance.now() - began) / 1000)} s, load ${loadavg()[0]?.toFixed(1)} at the end.`)
