/** Answers each line of stdin in its turn, where a line is not a case alone. A bad one is named and keeps its place. */
import { arrivingLines, BadInput } from './input.ts'
import { print } from './output.ts'

export interface AnsweringLines {
  /** What a line must be. */
  readonly wanted: string
  /** The text of the answer; throws `BadInput` for a line that is none. */
  readonly answer: (input: unknown) => string
  readonly asJson: boolean
}

/**
 * With `asJson` every line gets one line, in order: its answer, or `{"id", "line", "error"}`. Errors go to stderr as well,
 * and the command then ends with 2.
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
