/** Asks a worker of food, and waits. Stopping the worker cancels its calls, which then stay unanswered. */
import { callsTo } from '../../state/worker/call-worker.ts'
import type { AnswerOf, GivenTo } from '../../state/worker/calls.ts'
import type { FoodTasks, Places } from './messages.ts'

type Task = keyof FoodTasks

/** What a task tells before its answer. */
type NewsOf<Name extends Task> =
  Parameters<FoodTasks[Name]> extends [unknown, (news: infer News) => void] ? News : never

export interface FoodWorker {
  readonly ask: <Name extends Task>(
    task: Name,
    what: GivenTo<FoodTasks[Name]>['what'],
    onNews?: (news: NewsOf<Name>) => void,
  ) => Promise<AnswerOf<FoodTasks[Name]>>
  readonly stop: () => void
  /** Cancels what is under way, and keeps an idle worker. */
  readonly cancel: () => void
}

/** `onFail` hears each time that the worker cannot start, or cannot do what it was asked. */
export function foodWorker(start: () => Worker, places: Places, onFail: () => void): FoodWorker {
  const { call, stop, cancel } = callsTo<FoodTasks>(start, 'food')
  return {
    ask: (task, what, onNews) =>
      call(task, { places, what } as GivenTo<FoodTasks[typeof task]>, {
        onNews: onNews as ((news: unknown) => void) | undefined,
      }).catch((problem: unknown) => {
        onFail()
        throw problem
      }),
    stop,
    cancel,
  }
}
