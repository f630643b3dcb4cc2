/**
 * The longer drills, with a fresh seed each time: 30,000 hostile requests to the served program, 100,000 random people
 * through triage, 200 diaries through the FHIR validators, the FHIR form in an independent renderer, the diary while its
 * browser is killed, sync while its server is killed, its database changes over to a standby or its disk is full, and
 * mutants of the changed lines. Prints a line for each drill and exits with 1 if one failed.
 */
import '../build/end-with-parent.mjs'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { attackServer } from './drills/attack-server.ts'
import { runDiaryDrill } from './drills/diary.ts'
import { validateFhir } from './drills/fhir.ts'
import { answerMorePeople } from './drills/more-people.ts'
import { mutateChanged } from './drills/mutation.ts'
import { fillInForm } from './drills/renderer.ts'
import { fillDisk } from './drills/sync-full.ts'
import { killSyncServer } from './drills/sync-kill.ts'
import { promoteStandby } from './drills/sync-standby.ts'

export interface Outcome {
  readonly name: string
  /** The failures, each in one line; empty if it passed. */
  readonly problems: readonly string[]
  readonly note: string
}

// A normal exit also closes the browsers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

if (!existsSync('dist/cli/main.js')) {
  console.error('drill: nothing is built yet: npm run build')
  process.exit(2)
}
const seed = Number(process.env.DRILL_SEED ?? randomInt(2 ** 31))
console.log(`drill: seed ${seed} (run it again with DRILL_SEED=${seed})`)

const began = Date.now()
const outcomes = [
  ...(await attackServer(seed)),
  ...answerMorePeople(seed),
  validateFhir(seed, 200),
  await fillInForm(),
  await killDiary(20, 5000),
  ...(await killSyncServer(20)),
  await promoteStandby(),
  ...(await fillDisk()),
  await mutateChanged(),
]
for (const { name, problems, note } of outcomes) {
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${note}`)
  for (const problem of problems.slice(0, 5)) console.log(`        ${problem}`)
  if (problems.length > 5) console.log(`        and ${problems.length - 5} more`)
}
const failed = outcomes.filter(({ problems }) => problems.length > 0).length
console.log(`drill: ${((Date.now() - began) / 1000).toFixed(0)} s`)
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function killDiary(kills: number, events: number): Promise<Outcome> {
  const problems = await runDiaryDrill(kills, events).then(
    isKept => (isKept ? [] : ['an event that was said to be kept is gone']),
    (error: unknown) => [`it did not end: ${error instanceof Error ? error.message : error}`],
  )
  return { name: 'the diary outlives its browser', problems, note: `${events} events, ${kills} kills` }
}
