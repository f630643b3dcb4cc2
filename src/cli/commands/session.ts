/** `unknot session ID`: a timed session in the terminal. */
import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import type { Region } from '../../knowledge/vocabulary.ts'
import { planKnowledge } from '../../library/plan.ts'
import { at, exercises, mark, remedies, type Script, scriptOf, start } from '../../library/remedies.ts'
import { triage } from '../../library/triage.ts'
import { offerNow } from '../../plan/steps.ts'
import { methodsAt } from '../../remedies/methods.ts'
import { timeLeft } from '../../units.ts'
import { BadInput, isTyped } from '../input.ts'
import { askFacts, interview } from '../interview.ts'
import { canMoveCursor, print } from '../output.ts'
import { isCancel, text } from '../prompts.ts'
import { showTriage, statementOf } from '../show.ts'
import { today } from '../today.ts'

interface Options {
  readonly list?: boolean
  readonly json?: boolean
  readonly age?: number
  readonly fast: number
}

const words = {
  first: 'First the check: no remedy is shown before it is over.',
  notNow: 'No remedy now.',
  notFor: 'Not for you now:',
  signs: 'Stop and get help if any of this is true:',
  unchecked: 'Check for danger first: unknot triage. Stop if it hurts more.',
  otherPlace: (ids: readonly string[]) => `That way is for another place. For yours: ${ids.join(', ')}`,
  whenReady: 'Press Enter when you are ready.',
  ready: 'Ready',
  done: 'Done. How is it now? If it is worse, ask again: unknot triage.',
}

export const sessionCommand = (): Command =>
  new Command('session')
    .description(
      'Runs an exercise or a remedy by the clock. Asks the check first; the release of a cramp starts at once.',
    )
    .argument('[id]', 'an exercise (calf-release), or a remedy and its way (heat/warm-bath)')
    .option('--list', 'name what can be run')
    .option('--json', 'print the script instead of running it')
    .option('--age <years>', 'from 60 on a stretch is held for longer', years)
    .option('--fast <times>', 'run the clock this many times faster', times, 1)
    .addHelpText(
      'after',
      `
Example:
  unknot session calf-release`,
    )
    .action(async (id: string | undefined, { list: isList, json, age, fast }: Options) => {
      if (isList) return print(list())
      if (id === undefined) throw new BadInput('name what to run: unknot session --list shows them')
      const named = scriptOf(id, age)
      if (named === undefined)
        throw new BadInput(`there is no session ${JSON.stringify(id.slice(0, 60))}: unknot session --list shows them`)
      if (json) return print(`${JSON.stringify(named)}\n`)
      const isRelease = exercises[id]?.kind === 'release'
      const own = isTyped() && !isRelease ? await offered(id) : id
      const script = own === undefined ? undefined : scriptOf(own, age)
      if (script === undefined) return
      await print(`${script.title}\n${isTyped() && !isRelease ? '' : warningsOf(id)}\n`)
      await run(script, fast)
    })

function list(): string {
  const ways = Object.entries(remedies).flatMap(([id, { name, methods }]) =>
    methods.filter(({ minutes }) => minutes).map(method => `${id}/${method.id}  ${name}: ${method.name}`),
  )
  const own = Object.entries(exercises).map(([id, { name }]) => `${id}  ${name}`)
  return `${[...own, ...ways].join('\n')}\n`
}

/**
 * Runs the check, then asks what would exclude this remedy. Returns the id with the method that suits the place, or
 * nothing.
 */
async function offered(id: string): Promise<string | undefined> {
  const [item = id, way] = id.split('/')
  await print(`${words.first}\n`)
  let from = await interview()
  for (;;) {
    const offer = offerNow(planKnowledge, from, suited(item, way, from.region) ?? item, today())
    if (offer === undefined) await print(`${showTriage(triage(from))}${words.notNow}\n`)
    else if (offer.status === 'ask') {
      from = await askFacts(from, offer.facts)
      continue
    } else if (offer.status === 'left-out')
      await print(
        `${words.notFor} ${offer.reason === 'caution' ? offer.because.map(({ text }) => text).join(' ') : words.notNow}\n`,
      )
    else await print(offer.changes.map(({ text }) => `${text}\n`).join(''))
    if (offer?.status !== 'offered') return undefined
    const own = suited(item, way, from.region)
    if (own === undefined) await print(`${words.otherPlace(waysAt(item, from.region))}\n`)
    return own
  }
}

/** The way of a remedy that was named, or its first; undefined where it does not suit the place. */
function suited(item: string, way: string | undefined, place: Region | undefined): string | undefined {
  if (remedies[item] === undefined) return item
  const ways = waysAt(item, place)
  return way === undefined ? ways[0] : ways.find(each => each === `${item}/${way}`)
}

function waysAt(item: string, place: Region | undefined): readonly string[] {
  const remedy = remedies[item]
  const methods = remedy ? methodsAt(remedy, place) : []
  return methods.flatMap(({ id, minutes }) => (minutes ? [`${item}/${id}`] : []))
}

/**
 * For input that is not a terminal: the danger signs, above all those of a clot, are printed before the session begins.
 */
function warningsOf(id: string): string {
  const [base = '', way] = id.split('/')
  const { notFor = [], ...item } = exercises[id] ?? remedies[base] ?? {}
  const ofWay = remedies[base]?.methods.find(each => each.id === way)?.notFor ?? []
  const own = 'kind' in item && item.kind === 'release' ? (remedies['cramp-release']?.notFor ?? []) : []
  const facts = [...new Set([...notFor, ...ofWay, ...own].map(({ fact }) => fact))]
  const signs = facts.map(fact => `  ${statementOf(fact)}\n`).join('')
  return `${words.unchecked}\n${signs === '' ? '' : `${words.signs}\n${signs}`}`
}

async function run(script: Script, fast: number): Promise<void> {
  const began = Date.now()
  const now = () => began + (Date.now() - began) * fast
  let session = start(script, began)
  let shown = -1
  for (;;) {
    const moment = at(session, now())
    const begun = script.phases.slice(shown + 1, moment.index + 1)
    for (const { cue, waits, steps = [] } of begun) {
      await print(`\n${cue}\n`)
      if (waits)
        await print(
          steps
            .slice(1)
            .map(step => `  ${step}\n`)
            .join(''),
        )
    }
    shown = moment.index
    if (moment.status === 'done') break
    if (moment.status === 'waiting') {
      if (!(await isReady())) return
      session = mark(session, 'skip', now())
      continue
    }
    const { value, unit } = timeLeft(moment.remaining)
    if (canMoveCursor(process.stdout)) process.stdout.write(`\r  ${value} ${unit}   `)
    await wait(Math.max(20, 200 / fast))
  }
  await print(`\n${words.done}\n`)
}

/** A person confirms it; a script or a pipe cannot, so the session begins at once. */
const isReady = async (): Promise<boolean> =>
  !isTyped() || !isCancel(await text({ message: words.whenReady, defaultValue: words.ready }))

function times(text: string): number {
  const value = Number(text)
  if (value >= 1 && value <= 10_000) return value
  throw new InvalidArgumentError('Give a number from 1 to 10000.')
}

function years(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 16 && value <= 120) return value
  throw new InvalidArgumentError('Give an age in years from 16 to 120.')
}
