/**
 * Medicines that were kept by a name alone, read as what the name holds. No entry changes: an older diary, or one from a
 * version that knew fewer names, counts in the check as soon as its names have been looked up.
 */
import type { Diary, MedicineUse } from '../diary/diary.ts'
import type { Holdings } from '../medicines/answer.ts'
import { isTakenNow } from './taken-now.ts'

/** The diary with the ingredients of its names. A combination is read as one use for each ingredient, all of one name. */
export function withHeld(diary: Diary, holdings: Holdings): Diary {
  if (!diary.medicines.some(use => held(use, holdings).length > 0)) return diary
  return { ...diary, medicines: diary.medicines.flatMap(use => usesOf(use, holdings)) }
}

/** The names to look up: what is taken now without a known ingredient. `now` is milliseconds since 1970. */
export const unnamedNow = (medicines: readonly MedicineUse[], now: number): readonly string[] =>
  medicines.flatMap(use => (use.ingredient === undefined && isTakenNow(use, now) ? [use.name] : []))

function usesOf(use: MedicineUse, holdings: Holdings): readonly MedicineUse[] {
  const ids = held(use, holdings)
  return ids.length === 0 ? [use] : ids.map(({ id }) => ({ ...use, ingredient: id }))
}

const held = ({ name, ingredient }: MedicineUse, holdings: Holdings) =>
  ingredient === undefined ? (holdings.get(name) ?? []) : []
