/** The interface of a task and its answers, which are serialised to JSON outside the main thread. */

export interface TaskAnswer {
  readonly status: 200 | 400
  readonly json: string
}

export type Task = (input: string, context: TaskContext) => TaskAnswer | Promise<TaskAnswer>

export interface TaskContext {
  /** The seconds after which the answer is no longer needed. */
  readonly seconds: number
  /** Called with the JSON of each better answer during the search. */
  readonly onBetter: (json: string) => void
}

/** Invalid input: one line that says what, where, and how to fix it. */
export class Refused extends Error {}

export const answerWith = (value: unknown): TaskAnswer => ({ status: 200, json: JSON.stringify(value) })

export const refuseWith = (error: string): TaskAnswer => ({ status: 400, json: JSON.stringify({ error }) })

/** The JSON of a body; `mend` says what to send when the body is not JSON. */
export function readJsonText(text: string, mend: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(`the body is not JSON: ${mend}`)
  }
}
