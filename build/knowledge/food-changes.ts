/** The small changes to a usual day: each food by its number, and what is not known or not fit is a fault. */
import type { FoodChanges } from '../../src/knowledge/nutrition-schema.ts'
import { mealTimes } from '../../src/knowledge/vocabulary.ts'
import { type EverydayRow, flags, type SmallChanges } from '../../src/nutrition/food-file.ts'
import type { Entry, Faults } from './files.ts'
import { bannedWords } from './readability.ts'

const none: SmallChanges = { usual: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] }, adds: [], jobs: [] }

export function changesOf(
  entry: Entry<FoodChanges> | undefined,
  rows: readonly EverydayRow[],
  faults: Faults,
): SmallChanges {
  if (!entry) return none
  const { usual, adds, jobs } = entry.value
  const byName = new Map(rows.map(row => [row[1], row]))
  const at = (path: readonly (string | number)[], name: string, isProposed: boolean): readonly number[] => {
    const row = byName.get(name)
    if (!row) faults.add(entry.at(path), `no food is called "${name}"`)
    else if (isProposed && (row[9] & flags.suggest) === 0) faults.add(entry.at(path), `${name} is never proposed`)
    return row ? [row[0]] : []
  }
  return {
    usual: Object.fromEntries(
      mealTimes.map(meal => [meal, (usual[meal] ?? []).flatMap(name => at(['usual', meal], name, false))]),
    ) as unknown as SmallChanges['usual'],
    adds: adds.flatMap(({ food, say, meal, needs, insteadOf }, place) => {
      for (const job of needs) if (!jobs[job]) faults.add(entry.at(['adds', place]), `there is no job "${job}"`)
      for (const fault of bannedWords(say)) faults.add(entry.at(['adds', place]), fault)
      return at(['adds', place], food, true).map(id => ({ food: id, say, meal, needs, insteadOf }))
    }),
    jobs: Object.entries(jobs).map(([job, { from, to, inDishes, notIn }]) => {
      const ids = (names: readonly string[], isProposed: boolean) =>
        names.flatMap(name => at(['jobs', job], name, isProposed))
      return { job, from: ids(from, false), to: ids(to, true), inDishes, notIn: ids(notIn, false) }
    }),
  }
}
