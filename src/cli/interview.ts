/** The check in a terminal: the same pages as in the app, until it is settled. */

import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, regions, sides } from '../knowledge/vocabulary.ts'
import { type Case, type Page, type Statement, triage } from '../library/triage.ts'
import * as prompts from './prompts.ts'

const words = {
  intro: 'Unknot: the check. Not a medical device; no clinician has reviewed it yet.',
  complaint: 'What is it?',
  region: 'Where is it?',
  side: 'Which side?',
  none: 'None of these',
  noneOfGate: 'None',
  yes: 'Yes, or not sure',
  which: 'Which? Space ticks. Enter with nothing ticked asks about all.',
  unsure: 'Are you not sure about any of these? Tick them.',
  again: 'In other words: is this true?',
  stopped: 'Stopped. Nothing was kept.',
  age: 'How old are you, in years?',
  sex: 'Which sex were you given at birth?',
  hours: 'How many hours ago did it begin?',
  weeks: 'How many weeks pregnant are you?',
  hint: 'Space ticks, Enter goes on. If none is true, tick the last one.',
  before: 'Before you start: is any of this true?',
}

/** Asks until the check is settled and returns the case. Exits if the person cancels. */
export async function interview(): Promise<Case> {
  prompts.intro(words.intro)
  let given = await start()
  for (let { ask } = triage(given); ask !== null; { ask } = triage(given)) given = await askPage(given, ask)
  return given
}

async function start(): Promise<Case> {
  const complaint = await answer(
    prompts.select<Complaint>({
      message: words.complaint,
      options: [
        { value: 'back', label: 'Back pain or a back spasm' },
        { value: 'cramp', label: 'A cramp somewhere else' },
      ],
    }),
  )
  const region = await answer(
    prompts.select({ message: words.region, options: regions.map(value => ({ value, label: value })) }),
  )
  const side = await answer(
    prompts.select({ message: words.side, options: sides.map(value => ({ value, label: value })) }),
  )
  return { complaint, region, side, present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] }
}

async function askPage(given: Case, page: Page): Promise<Case> {
  const [gate] = page.statements
  if (gate?.lines !== undefined) return askGate(given, gate, page.progress)
  let next = page.statements.length > 0 ? await askStatements(given, page) : given
  for (const detail of page.details) next = await askDetail(next, detail)
  return next
}

/** "None" says no to everything that the gate names; otherwise its chosen lines, or all of them, are asked in full. */
async function askGate(
  given: Case,
  { id, text, lines = [], opens = [] }: Statement,
  progress: Page['progress'],
): Promise<Case> {
  const place = progress === undefined ? '' : ` (${progress.gate} of ${progress.of})`
  const list = lines.map(line => `  - ${line.text}`).join('\n')
  const chosen = await answer(
    prompts.select({
      message: `${text}${place}\n${list}`,
      options: [
        // The first one is taken by Enter alone, which may be pressed by mistake.
        { value: 'yes', label: words.yes },
        { value: 'none', label: words.noneOfGate },
      ],
    }),
  )
  if (chosen === 'none') return { ...given, absent: [...given.absent, id, ...opens] }
  const options = lines.map((line, at) => ({ value: String(at), label: line.text }))
  const fitting = await answer(prompts.multiselect({ message: words.which, required: false, options }))
  const others = fitting.length === 0 ? [] : lines.filter((_, at) => !fitting.includes(String(at)))
  const absent = others.flatMap(({ names }) => names).filter(each => opens.includes(each))
  return { ...given, present: [...given.present, id], absent: [...given.absent, ...absent] }
}

/** Asks about the facts that would exclude a remedy. */
export const askFacts = (given: Case, facts: readonly string[]): Promise<Case> => {
  const { facts: ofPerson, findings } = triageKnowledge
  const statements = facts.map(id => {
    const { statement: text = id, simpler } = ofPerson[id] ?? findings[id] ?? {}
    return { id, text, ...(simpler === undefined ? {} : { simpler }) }
  })
  return askStatements(given, { title: words.before, statements })
}

/** "None of these" has to be ticked, because pressing Enter by mistake must not answer. */
async function askStatements(given: Case, { title, statements }: Pick<Page, 'title' | 'statements'>): Promise<Case> {
  const ticked = await tickSome(`${title}\n${words.hint}`, statements)
  const rest = statements.filter(({ id }) => !ticked.includes(id))
  const isEmergency = triage({ ...given, present: [...given.present, ...ticked] }).tier === 'emergency'
  const doubted = rest.length > 0 && !isEmergency ? await tick(words.unsure, rest) : []
  const present = [...ticked]
  const unsure: string[] = []
  for (const { id, text, simpler } of statements.filter(each => doubted.includes(each.id))) {
    const again = await answer(
      prompts.select({
        message: `${words.again}\n${simpler ?? text}`,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'unsure', label: 'Still not sure' },
        ],
      }),
    )
    if (again === 'yes') present.push(id)
    if (again === 'unsure') unsure.push(id)
  }
  const absent = statements.map(({ id }) => id).filter(id => !present.includes(id) && !unsure.includes(id))
  return {
    ...given,
    present: [...given.present, ...present],
    absent: [...given.absent, ...absent],
    unsure: [...given.unsure, ...unsure],
  }
}

const noneOfThese = 'none-of-these'

async function tickSome(message: string, statements: readonly Statement[]): Promise<readonly string[]> {
  const ticked = await answer(
    prompts.multiselect({
      message,
      required: true,
      options: [...statements.map(optionOf), { value: noneOfThese, label: words.none }],
    }),
  )
  return ticked.filter(id => id !== noneOfThese)
}

const optionOf = ({ id, text }: Statement) => ({ value: id, label: text })

const tick = (message: string, statements: readonly Statement[]): Promise<readonly string[]> =>
  answer(
    prompts.multiselect({
      message,
      required: false,
      options: statements.map(optionOf),
    }),
  )

async function askDetail(given: Case, detail: Page['details'][number]): Promise<Case> {
  switch (detail) {
    case 'age':
      return { ...given, age: await number(words.age, 0, 120) }
    case 'hoursSinceOnset':
      return { ...given, context: { ...given.context, hoursSinceOnset: await number(words.hours, 0, 1_000_000) } }
    case 'pregnancyWeeks':
      return { ...given, context: { ...given.context, pregnancyWeeks: await number(words.weeks, 0, 45) } }
    case 'sex':
      return {
        ...given,
        sex: await answer(
          prompts.select({
            message: words.sex,
            options: [
              { value: 'female', label: 'Female' },
              { value: 'male', label: 'Male' },
              { value: 'undisclosed', label: 'Rather not say' },
            ],
          }),
        ),
      }
  }
}

/** A number in a range; asked again until it is one. */
export async function number(message: string, least: number, most: number): Promise<number> {
  const inRange = (text: string | undefined) => text?.trim() !== '' && Number(text) >= least && Number(text) <= most
  const validate = (text: string | undefined) => (inRange(text) ? undefined : `Give a number from ${least} to ${most}.`)
  return Number(await answer(prompts.text({ message, validate })))
}

/** The answer. Exits if the person cancels. */
export async function answer<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await asked
  if (!prompts.isCancel(given)) return given as Exclude<T, symbol>
  prompts.cancel(words.stopped)
  process.exit(130)
}
