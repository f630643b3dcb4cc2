/**
 * Group commit: what is to be appended while another commit is on its way to the disk shares the next one. Each is
 * acknowledged after the commit that holds it.
 */
import type { Transaction } from 'kysely'
import type { Database, Tables } from './tables.ts'

interface Job {
  readonly run: (transaction: Transaction<Tables>) => Promise<void>
  readonly done: () => void
  readonly failed: (problem: unknown) => void
}

/** At most so many in one commit, so that the first does not wait long for the last. */
const mostTogether = 64

/** A failed commit keeps none of its group, and fails each of them. */
export function inGroups<Args extends readonly unknown[], Result>(
  database: Database,
  work: (transaction: Transaction<Tables>, ...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const waiting: Job[] = []
  let isRunning = false
  const drain = async () => {
    isRunning = true
    // Requests that arrived in the same moment come first into the queue.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether)
      try {
        await database.transaction().execute(async transaction => {
          for (const job of group) await job.run(transaction)
        })
        for (const job of group) job.done()
      } catch (problem) {
        for (const job of group) job.failed(problem)
      }
    }
    isRunning = false
  }
  return (...args) =>
    new Promise<Result>((resolve, reject) => {
      let result: Result
      waiting.push({
        run: async transaction => {
          result = await work(transaction, ...args)
        },
        done: () => resolve(result),
        failed: reject,
      })
      if (!isRunning) void drain()
    })
}
