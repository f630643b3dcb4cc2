/** A thread of the pool. It runs one task at a time while the server answers other requests. */
import type { MessagePort } from 'node:worker_threads'
import { takeAsTheProcess } from './knowledge-file.ts'
import type { TaskAnswer } from './tasks/answer.ts'
import type { TaskName } from './tasks/tasks.ts'

export interface Job {
  /** `nothing` only tests that the thread works. */
  readonly task: TaskName | 'nothing'
  readonly input: string
  readonly seconds: number
  /** Reports the progress of the job to the pool. */
  readonly port: MessagePort
}

/** The job has started, or found a better answer, as JSON. */
export type JobNews = { readonly kind: 'began' } | { readonly kind: 'better'; readonly json: string }

/**
 * The tasks, after newer knowledge that the server has taken: a thread has its own copy of every table, and some modules
 * index theirs when they load.
 */
const ready = takeAsTheProcess().then(() => import('./tasks/tasks.ts'))
// Heard by each job below.
ready.catch(() => undefined)

/** Called by the thread pool. */
export async function work({ task, input, seconds, port }: Job): Promise<TaskAnswer> {
  const tell = (news: JobNews) => port.postMessage(news)
  tell({ kind: 'began' })
  try {
    const { runTask } = await ready
    if (task === 'nothing') return { status: 200, json: '{}' }
    return await runTask(task, input, { seconds, onBetter: json => tell({ kind: 'better', json }) })
  } finally {
    port.close()
  }
}
