/**
 * The longer drills, with a fresh seed each time: 10,000 hostile requests to the served program, and 100,000 random people
 * through triage. Prints a line for each drill and ends with 1 when one failed. Repeat a run with DRILL_SEED.
 */
import { randomInt } from 'node:crypto'
import { attackServer } from './drill/attack-server.ts'
import { answerMorePeople } from './drill/more-people.ts'

export interface Outcome {
  readonly name: string
  /** What went wrong, each in one line; none when it passed. */
  readonly problems: readonly string[]
  readonly note: string
}

const seed = Number(process.env.DRILL_SEED ?? randomInt(2 ** 31))
console.log(`drill: seed ${seed} (run it again with DRILL_SEED=${seed})`)

const began = Date.now()
const outcomes = [...(await attackServer(seed)), ...answerMorePeople(seed)]
for (const { name, problems, note } of outcomes) {
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${note}`)
  for (const problem of problems.slice(0, 5)) console.log(`        ${problem}`)
  if (problems.length > 5) console.log(`        and ${problems.length - 5} more`)
}
const failed = outcomes.filter(({ problems }) => problems.length > 0).length
console.log(`drill: ${((Date.now() - began) / 1000).toFixed(0)} s`)
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
