/** Opens the names of medicines and looks them up away from the screen, so that no keystroke waits for it. */
import { nameTable } from '../../../knowledge/medicine-names.gen.ts'
import { confirmed, lookUp } from '../../../medicines/look-up.ts'
import { indexNames } from '../../../medicines/name-index.ts'
import { openNames } from '../../../medicines/name-table.ts'
import { suggest } from '../../../medicines/nearest.ts'
import { answerCalls } from '../../state/worker/answer-calls.ts'

const index = indexNames(openNames(nameTable))

const tasks = {
  /** Each name by itself, in their order. */
  lookUp: (names: readonly string[]) => names.map(name => lookUp(index, name)),
  confirmed: ({ name, ingredients }: { readonly name: string; readonly ingredients: readonly string[] }) =>
    confirmed(index, name, ingredients),
  suggest: (typed: string) => suggest(index, typed),
}
export type NameTasks = typeof tasks

answerCalls(tasks)
