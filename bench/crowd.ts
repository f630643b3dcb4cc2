/**
 * Whom does the check alarm for nothing? Draws ordinary people with a back spasm or a cramp from the figures of
 * `knowledge/crowd/`, holds the whole check with each of them, and prints how many go to each tier and what sent them.
 *
 * `npm run bench -- crowd [--people N] [--seed N] [--assumed FACTOR] [--json] [--write]`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { crowd } from '../src/knowledge/crowd.gen.ts'
import { triageKnowledge } from '../src/knowledge/triage.gen.ts'
import { withAssumed } from './crowd/assumed.ts'
import { optionsOf } from './crowd/options.ts'
import { type Before, pageOf } from './crowd/page.ts'
import { reachTable } from './crowd/reach.ts'
import { reasonTable, tierTable } from './crowd/tables.ts'
import { tallyOf } from './crowd/tally.ts'

const options = optionsOf(process.argv.slice(2))
if (typeof options === 'string') {
  console.error(`bench crowd: ${options}`)
  process.exit(2)
}
const { people, seed, assumed } = options
const count = (factor: number, of = people) => tallyOf(triageKnowledge, withAssumed(crowd, factor), of, seed)
const tally = count(assumed)
if (options.write) {
  const before: Before = JSON.parse(readFileSync('bench/crowd/before.json', 'utf8'))
  const fifth = Math.ceil(people / 5)
  const page = pageOf(crowd, {
    now: tally,
    before,
    assumed: [0.5, 2].map(factor => [factor, count(factor, fifth)] as const),
  })
  writeFileSync('docs/crowd.md', page)
  writeFileSync('knowledge/reach.tsv', reachTable(tally))
}
if (options.json) console.log(JSON.stringify(tally))
else {
  console.log(`${people} ordinary people, seed ${seed}; percent with the exact 95 % interval\n`)
  console.log(tierTable(tally))
  for (const tier of ['emergency', 'same-day', 'soon'] as const)
    console.log(`\n${tier}: people of 100,000 sent there, and by this alone\n\n${reasonTable(tier, 40, tally)}`)
}
