/** Reads cases as JSON from stdin: one per line, or one spread over several lines. */
import { readFileSync } from 'node:fs'
import type { Case } from '../triage/case.ts'

/** An input error that the user can fix: printed as one line, and the command exits with 2. */
export class BadInput extends Error {}

/** Is stdin a terminal, and not a file or a pipe? */
export const isTyped = (): boolean => process.stdin.isTTY === true

/** One case of the input, or why it is invalid. `line` is where it begins, counting from 1. */
export type Input<T = Case> =
  | { readonly line: number; readonly case: T }
  | { readonly line: number; readonly id?: string; readonly error: string }

interface Line {
  readonly number: number
  /** Undefined when it was too long to keep. */
  readonly text: string | undefined
}

/** In characters. A case is much smaller; longer input is refused before it fills the memory. */
const mostLength = 64 * 1024

/** Reads one object of the input: a case, or a case with what else a command reads beside it. */
export type ReadsCase<T> = (
  input: unknown,
) => { readonly ok: true; readonly case: T } | { readonly ok: false; readonly error: string }

/** The cases on stdin, in batches as they arrive, so that each answer can be written at once. */
export async function* inputCases<T>(
  parse: ReadsCase<T>,
  source: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<readonly Input<T>[]> {
  const spread = spreadObjects(parse)
  let isEmpty = true
  for await (const lines of arrivingLines(source)) {
    if (lines.length > 0) isEmpty = false
    yield lines.flatMap(spread.take)
  }
  yield spread.end()
  if (isEmpty) throw new BadInput('stdin is empty: give one case as JSON on each line')
}

/** Non-empty lines. Line ends may be LF or CRLF; the last line needs none. */
export async function* arrivingLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder()
  let number = 0
  let rest = ''
  let isTooLong = false
  const line = (text: string): readonly Line[] => {
    const isCut = isTooLong || text.length > mostLength
    number += 1
    isTooLong = false
    if (isCut) return [{ number, text: undefined }]
    return text.trim() === '' ? [] : [{ number, text }]
  }
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield parts.flatMap(line)
    if (rest.length > mostLength) isTooLong = true
    if (isTooLong) rest = ''
  }
  if (rest !== '' || isTooLong) yield line(rest)
}

/** Joins the lines of an object that is spread over several lines (as jq prints it). Every other line is one entry. */
function spreadObjects<T>(parse: ReadsCase<T>) {
  let waiting: { readonly number: number; readonly text: string }[] = []
  /** The pending lines are not an object. */
  const flush = (): readonly Input<T>[] => {
    const [first, ...more] = waiting.splice(0)
    return first === undefined ? [] : [notJson(first.number, more.at(-1)?.number)]
  }
  const take = ({ number, text }: Line): readonly Input<T>[] => {
    if (text === undefined) return [...flush(), tooLong(number)]
    const isNew = waiting.length === 0 || text.startsWith('{')
    const input = isNew ? parsed(text) : undefined
    if (input !== undefined) return [...flush(), read(number, input, parse)]
    if (waiting.length === 0 && !text.trimStart().startsWith('{')) return [notJson(number)]
    const before = isNew ? flush() : []
    waiting.push({ number, text })
    const whole = waiting.map(each => each.text).join('\n')
    if (whole.length > mostLength) return [...before, ...flush()]
    const spread = text.trimEnd().endsWith('}') ? parsed(whole) : undefined
    if (spread === undefined) return before
    const first = waiting[0]?.number ?? number
    waiting = []
    return [...before, read(first, spread, parse)]
  }
  return { take, end: flush }
}

function read<T>(line: number, input: unknown, parse: ReadsCase<T>): Input<T> {
  const result = parse(input)
  if (result.ok) return { line, case: result.case }
  const id = (input as { readonly id?: unknown } | null)?.id
  return { line, ...(typeof id === 'string' ? { id: id.slice(0, 200) } : {}), error: `line ${line}: ${result.error}` }
}

const notJson = (line: number, last = line): Input<never> => ({
  line,
  error: `${last === line ? `line ${line}` : `lines ${line} to ${last}`}: not JSON: give one case object a line`,
})

const tooLong = (line: number): Input<never> => ({
  line,
  error: `line ${line}: longer than ${mostLength} characters: give one case a line`,
})

/** Undefined when it is not JSON; JSON itself has no undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text of a file, or of stdin for `-`. */
export async function readText(file: string): Promise<string> {
  if (file !== '-')
    try {
      return readFileSync(file, 'utf8')
    } catch {
      throw new BadInput(`${file}: cannot be read: check the name`)
    }
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
