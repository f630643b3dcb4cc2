/** In the worker: answers each call of the page with the task that it names. Call it once, when the worker starts. */
import type { Call, Reply } from './calls.ts'

type AnyTask = (given: unknown, tell: (news: unknown) => void) => unknown

export function answerCalls(tasks: object): void {
  addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const { number, task, given } = data
    const reply = (message: Reply) => postMessage(message)
    const run = async () => {
      const named = (tasks as Readonly<Record<string, AnyTask>>)[task]
      if (named === undefined) throw new Error(`the worker knows no task ${task}`)
      return named(given, news => reply({ number, news }))
    }
    run().then(
      answer => reply({ number, answer }),
      ({ name, message }: Error) => reply({ number, problem: { name, message } }),
    )
  })
}
