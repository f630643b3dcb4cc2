/**
 * Two requests for one log at the same moment. PostgreSQL locks the row of the log, so the second one waits; but where the
 * log is on another machine (`postgres_fdw`), that machine refuses the second one, and it has to be repeated.
 */
import { setTimeout as wait } from 'node:timers/promises'

/** A serialization failure, a deadlock, and an envelope that another request has just added. */
const overtakenCodes = new Set(['40001', '40P01', '23505'])
const mostTries = 20

const isOvertaken = (problem: unknown): boolean =>
  overtakenCodes.has((problem as { readonly code?: string } | undefined)?.code ?? '')

/** Undefined if another request was faster; any other problem is thrown. */
export function ifOvertaken(problem: unknown): undefined {
  if (!isOvertaken(problem)) throw problem
}

/** Repeats what another request has overtaken. What it did was rolled back, so it runs on what the other has left. */
export async function retried<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await run()
    } catch (problem) {
      if (tries === mostTries) throw problem
      ifOvertaken(problem)
      await wait(Math.random() * 10 * tries)
    }
}
