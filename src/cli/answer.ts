/** Answers each case on stdin in its turn. A bad one is named, keeps its place, and does not keep the others from their answers. */
import type { Case } from '../triage/case.ts'
import { inputCases } from './input.ts'
import { print } from './output.ts'

export interface Answering<T> {
  readonly answer: (from: Case) => T
  readonly show: (answer: T) => string
  /** The answer as one JSON object. */
  readonly json?: (answer: T) => string
  readonly asJson: boolean
}

/** In characters. What arrives at once may be answered by megabytes, which are dearer to keep than to write. */
const mostWaiting = 64 * 1024

/**
 * With `asJson` every case gets one line, in order: its answer, or `{"id", "line", "error"}`. Errors go to stderr as well,
 * and the command then ends with 2.
 */
export async function answerCases<T extends object>({
  answer,
  show,
  json = JSON.stringify,
  asJson,
}: Answering<T>): Promise<void> {
  for await (const inputs of inputCases()) {
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
