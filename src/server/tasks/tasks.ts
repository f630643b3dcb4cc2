/** The tasks that run outside the main thread: everything that may take more than 20 ms. */
import { Refused, refuseWith, type Task, type TaskAnswer, type TaskContext } from './answer.ts'
import { answerWords, findClaims } from './evidence.ts'
import { lookUpMedicine } from './medicines.ts'
import { changeDay, findFoods, listRichFoods, makeMeals, makeMenu } from './nutrition.ts'
import { analyseTrial, designTrial } from './trials.ts'

const tasks = {
  answer: answerWords,
  'changed-day': changeDay,
  claims: findClaims,
  foods: findFoods,
  medicine: lookUpMedicine,
  meals: makeMeals,
  menu: makeMenu,
  'rich-foods': listRichFoods,
  'trial-analysis': analyseTrial,
  'trial-design': designTrial,
} satisfies Readonly<Record<string, Task>>

export type TaskName = keyof typeof tasks

/** Runs a task to its end. Invalid input gives an answer with status 400; a bug is thrown. */
export async function runTask(name: TaskName, input: string, context: TaskContext): Promise<TaskAnswer> {
  try {
    return await tasks[name](input, context)
  } catch (problem) {
    if (problem instanceof Refused) return refuseWith(problem.message)
    throw problem
  }
}
