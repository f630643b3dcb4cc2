/**
 * Questions in a terminal. Where the cursor can be moved they are interactive lists. In a dumb terminal they are
 * numbered lines, answered by typing.
 */
import { createInterface, type Interface } from 'node:readline'
import * as clack from '@clack/prompts'
import { canMoveCursor } from './output.ts'

interface Option<Value> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}
interface Choice<Value> {
  readonly message: string
  readonly options: readonly Option<Value>[]
}
interface Text {
  readonly message: string
  readonly defaultValue?: string
  readonly validate?: (text: string | undefined) => string | undefined
}

const words = {
  one: 'Type a number: ',
  some: 'Type numbers with spaces between: ',
  someOrNone: 'Type numbers with spaces between, or nothing for none: ',
  bad: (most: number) => `Give numbers from 1 to ${most}.`,
}

/** Returned when the person cancels. */
const stopped = Symbol('stopped')
const isDumb = (): boolean => !canMoveCursor(process.stdout)

export const isCancel = (answer: unknown): answer is symbol => answer === stopped || clack.isCancel(answer)

export const intro = (text: string): void => (isDumb() ? say(`${text}\n`) : clack.intro(text))
export const cancel = (text: string): void => (isDumb() ? say(text) : clack.cancel(text))

export async function select<Value extends string>({ message, options }: Choice<Value>): Promise<Value | symbol> {
  if (!isDumb()) return clack.select<Value>({ message, options: [...options] as clack.Option<Value>[] })
  const given = await untilRight(
    listed(message, options),
    words.one,
    text => {
      const [place, ...more] = placesIn(text, options.length) ?? []
      return place === undefined || more.length > 0 ? undefined : options[place]?.value
    },
    words.bad(options.length),
  )
  return given
}

export async function multiselect<Value extends string>({
  message,
  options,
  required,
}: Choice<Value> & { readonly required: boolean }): Promise<readonly Value[] | symbol> {
  if (!isDumb()) return clack.multiselect<Value>({ message, required, options: [...options] as clack.Option<Value>[] })
  return untilRight(
    listed(message, options),
    required ? words.some : words.someOrNone,
    text => {
      const places = placesIn(text, options.length)
      if (places === undefined || (required && places.length === 0)) return undefined
      return places.flatMap(place => options[place]?.value ?? [])
    },
    words.bad(options.length),
  )
}

export async function text({ message, defaultValue, validate }: Text): Promise<string | symbol> {
  if (!isDumb())
    return clack.text({
      message,
      ...(defaultValue === undefined ? {} : { defaultValue }),
      ...(validate ? { validate } : {}),
    })
  for (;;) {
    const given = await line(`${message} `)
    if (given === undefined) return stopped
    const typed = given.trim() === '' ? (defaultValue ?? '') : given
    const problem = validate?.(typed)
    if (problem === undefined) return typed
    say(problem)
  }
}

async function untilRight<Answer>(
  question: string,
  how: string,
  read: (text: string) => Answer | undefined,
  problem: string,
): Promise<Answer | symbol> {
  say(question)
  for (;;) {
    const given = await line(how)
    if (given === undefined) return stopped
    const answer = read(given)
    if (answer !== undefined) return answer
    say(problem)
  }
}

const listed = (message: string, options: readonly Option<string>[]): string =>
  [message, ...options.map(({ label, hint }, at) => `  ${at + 1}. ${label}${hint ? ` (${hint})` : ''}`)].join('\n')

/** Indexes from 0; undefined if anything else than numbers of the list is typed. */
function placesIn(text: string, count: number): readonly number[] | undefined {
  const typed = text.split(/[\s,]+/).filter(each => each !== '')
  const places = typed.map(each => Number(each) - 1)
  return places.every(place => Number.isInteger(place) && place >= 0 && place < count) ? places : undefined
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

let reader: Interface | undefined
const lines: string[] = []
let next: ((text: string | undefined) => void) | undefined
let isOver = false

/** The next line that is typed; undefined at the end of the input. */
function line(prompt: string): Promise<string | undefined> {
  if (reader === undefined) {
    reader = createInterface({ input: process.stdin, terminal: false })
    reader.on('line', text => (next ? next(text) : lines.push(text)))
    reader.on('close', () => {
      isOver = true
      next?.(undefined)
    })
    // Between two questions, an open reader must not keep the program running.
    process.stdin.unref()
  }
  process.stdout.write(prompt)
  return new Promise(resolve => {
    const early = lines.shift()
    if (early !== undefined || isOver) return resolve(early)
    process.stdin.ref()
    next = given => {
      next = undefined
      process.stdin.unref()
      resolve(given)
    }
  })
}
