/** Analyses and power tables away from the screen, so that no tap waits for them. */
import { analyse } from '../../../trials/analyse.ts'
import { powerTable } from '../../../trials/design.ts'
import { answerCalls } from '../../state/worker/answer-calls.ts'

const tasks = {
  analyse: (given: Parameters<typeof analyse>) => analyse(...given),
  power: (given: Parameters<typeof powerTable>) => powerTable(...given),
}
export type TrialTasks = typeof tasks

answerCalls(tasks)
