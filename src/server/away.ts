/** Answers with the result of a task that ran outside the main thread, or says when to retry. */
import type { Context } from 'hono'
import { refuses } from './body.ts'
import type { TaskName } from './tasks/tasks.ts'
import type { Work, WorkDone } from './work.ts'

/** Seconds to wait before a retry. */
const askAgainAfter = 5

export const busyReasons: Readonly<Record<Exclude<WorkDone['kind'], 'answer'>, string>> = {
  busy: `too many ask at once: ask again in ${askAgainAfter} seconds`,
  'too-long': 'no answer was found in time: ask again later, or for less',
  gone: 'the question was withdrawn',
}

/** The task stops when the client disconnects. */
export async function answerAway(c: Context, work: Work, task: TaskName, input: string): Promise<Response> {
  const done = await work.run(task, input, c.req.raw.signal)
  if (done.kind === 'answer') return c.body(done.json, done.status, { 'Content-Type': 'application/json' })
  c.header('Retry-After', String(askAgainAfter))
  return c.json({ error: busyReasons[done.kind] }, 503)
}

/** The busy responses of such a route, for `/openapi.json`. */
export const refusesWhenBusy = {
  503: refuses('Too many ask at once, or no answer was found in time: ask again after Retry-After'),
}
