/**
 * Answers each line of stdin in order, for input that is more than a bare case. A bad line is reported in its place.
 */
import { arrivingLines, BadInput } from './input.ts'
import { print } from './output.ts'

export interface AnsweringLines {
  /** What a line must be, for the error message. */
  readonly wanted: string
  /** The text of the answer. Throws `BadInput` for an invalid line. */
  readonly answer: (input: unknown) => string
  readonly asJson: boolean
}

/**
 * With `asJson`, every line of input gives one line of output, in order: its answer, or `{"id", "line", "error"}`.
 * Errors also go to stderr, and the command then exits with 2.
 */
export async function answerLines({ wanted, answer, asJson }: AnsweringLines): Promise<void> {
  let isEmpty = true
  for await (const lines of arrivingLines(process.stdin)) {
    if (lines.length > 0) isEmpty = false
    await print(lines.map(({ number, text }) => answered(number, text)).join(''))
  }
  if (isEmpty) throw new BadInput(`stdin is empty: give ${wanted}`)

  function answered(line: number, text: string | undefined): string {
    let input: unknown
    try {
      input = read(text)
      return answer(input)
    } catch (problem) {
      if (!(problem instanceof BadInput)) throw problem
      const error = `line ${line}: ${problem.message}`
      console.error(`unknot: ${error}`)
      process.exitCode = 2
      return asJson ? `${JSON.stringify({ ...idOf(input), line, error })}\n` : ''
    }
  }

  function read(text: string | undefined): unknown {
    if (text === undefined) throw new BadInput(`too long: give ${wanted}`)
    try {
      return JSON.parse(text)
    } catch {
      throw new BadInput(`not JSON: give ${wanted}`)
    }
  }
}

const idOf = (input: unknown): { readonly id?: string | number } => {
  const id = (input as { readonly id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? { id: id.slice(0, 200) } : typeof id === 'number' ? { id } : {}
}
