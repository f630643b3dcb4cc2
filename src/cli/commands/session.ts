/** `unknot session ID`: a timed session in the terminal. */
import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import { at, exercises, remedies, scriptOf, start } from '../../library/remedies.ts'
import { BadInput } from '../input.ts'

interface Options {
  readonly list?: boolean
  readonly json?: boolean
  readonly fast: number
}

const safety = 'Check for danger first: unknot triage. Stop if it hurts more.'

export const sessionCommand = (): Command =>
  new Command('session')
    .description('Runs an exercise or a remedy by the clock.')
    .argument('[id]', 'an exercise (calf-release), or a remedy and its way (heat/warm-bath)')
    .option('--list', 'name what can be run')
    .option('--json', 'print the script instead of running it')
    .option('--fast <times>', 'run the clock this many times faster', times, 1)
    .action(async (id: string | undefined, options: Options) => {
      if (options.list) return list()
      if (id === undefined) throw new BadInput('name what to run: unknot session --list shows them')
      const script = scriptOf(id)
      if (script === undefined) throw new BadInput(`there is no session "${id}": unknot session --list shows them`)
      if (options.json) process.stdout.write(`${JSON.stringify(script)}\n`)
      else await run(script, options.fast)
    })

function list(): void {
  const ways = Object.entries(remedies).flatMap(([id, { name, methods }]) =>
    methods.filter(({ minutes }) => minutes).map(method => `${id}/${method.id}  ${name}: ${method.name}`),
  )
  const own = Object.entries(exercises).map(([id, { name }]) => `${id}  ${name}`)
  process.stdout.write(`${[...own, ...ways].join('\n')}\n`)
}

async function run(script: NonNullable<ReturnType<typeof scriptOf>>, fast: number): Promise<void> {
  process.stdout.write(`${script.title}\n${safety}\n\n`)
  const began = Date.now()
  const session = start(script, began)
  let shown = -1
  for (;;) {
    const moment = at(session, began + (Date.now() - began) * fast)
    if (moment.status === 'done' || !moment.phase) break
    if (moment.index !== shown) {
      if (shown >= 0) process.stdout.write('\n')
      process.stdout.write(`${moment.phase.cue}\n`)
      shown = moment.index
    }
    if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.ceil(moment.remaining)} seconds `)
    await wait(Math.max(20, 200 / fast))
  }
  process.stdout.write('\nDone. How is it now? If it is worse, ask again: unknot triage.\n')
}

function times(text: string): number {
  const value = Number(text)
  if (value >= 1 && value <= 10_000) return value
  throw new InvalidArgumentError('give a number from 1 to 10000')
}
