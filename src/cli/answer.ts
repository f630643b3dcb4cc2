/** Answers each case on stdin in order. A bad case is reported in its place and does not stop the others. */
import { parseCase } from '../library/triage.ts'
import type { Case } from '../triage/case.ts'
import { inputCases, type ReadsCase } from './input.ts'
import { print } from './output.ts'

export interface Answering<C, T> {
  readonly answer: (given: C) => T
  readonly show: (answer: T) => string
  /** The answer as one JSON object. */
  readonly json?: (answer: T) => string
  readonly asJson: boolean
}

/** In characters. Input that arrives at once may produce megabytes of answers, so output is flushed at this size. */
const mostWaiting = 64 * 1024

/**
 * With `asJson`, every case gives one line of output, in order: its answer, or `{"id", "line", "error"}`. Errors also
 * go to stderr, and the command then exits with 2.
 */
export const answerCases = <T extends object>(answering: Answering<Case, T>): Promise<void> =>
  answerInputs(parseCase, answering)

/** The same for input that contains more than a case. */
export async function answerInputs<C extends Pick<Case, 'id'>, T extends object>(
  parse: ReadsCase<C>,
  { answer, show, json = JSON.stringify, asJson }: Answering<C, T>,
): Promise<void> {
  for await (const inputs of inputCases(parse)) {
    let text = ''
    for (const input of inputs) {
      if ('error' in input) {
        console.error(`unknot: ${input.error}`)
        process.exitCode = 2
        if (asJson) text += `${JSON.stringify(input)}\n`
      } else {
        const { id } = input.case
        const result = answer(input.case)
        text += asJson ? `${withId(id, json(result))}\n` : show(result)
      }
      if (text.length > mostWaiting) {
        await print(text)
        text = ''
      }
    }
    await print(text)
  }
}

const withId = (id: Case['id'], json: string): string =>
  id === undefined ? json : `{"id":${JSON.stringify(id)},${json.slice(1)}`
