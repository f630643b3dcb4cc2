/** The usual day as told by taps, a setting of this device: what is often eaten, by its id in the diary. */
import { effect, signal } from '@preact/signals'
import { amountsOf as amountsWith } from '../../nutrition/own-foods.ts'
import type { Amount } from '../../nutrition/person.ts'
import { addDays } from '../../time.ts'
import { isNumber, isText, listOf, readKept, shapedAs } from '../state/local-storage.ts'
import { readDay } from '../state/log.ts'
import { today } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'
import { ateOf, ownFoods } from './eaten.ts'

export interface UsualFood {
  /** Its id in the diary. */
  readonly food: string
  readonly name: string
  readonly grams: number
}

const key = 'unknot-usual-day'
const isUsual = listOf(shapedAs<UsualFood>({ food: isText, name: isText, grams: isNumber }))

export const usualDay = signal<readonly UsualFood[]>(
  readKept<{ readonly foods: readonly UsualFood[] }>(key, { foods: isUsual }).foods ?? [],
)

effect(() => {
  const kept = JSON.stringify({ foods: usualDay.value })
  try {
    localStorage.setItem(key, kept)
  } catch {
    // A private window may block storage. The usual day is then kept in memory only.
  }
})

/** Recipes as their parts. */
export const usualAmounts = (): readonly Amount[] => amountsWith(ownFoods(), usualDay.value)

/** Adds one usual portion, or takes the food off. */
export function toggleUsual(food: UsualFood): void {
  const isOn = usualDay.value.some(each => each.food === food.food)
  usualDay.value = isOn ? usualDay.value.filter(each => each.food !== food.food) : [...usualDay.value, food]
}

/** What yesterday's diary tells: each food once. */
export async function yesterday(): Promise<readonly UsualFood[]> {
  const { struck } = await readStrikes()
  const told = new Map<string, UsualFood>()
  for (const { id, food: name, foodId, grams } of ateOf(await readDay(addDays(today(), -1)))) {
    if (struck.has(id) || foodId === undefined || grams === undefined) continue
    told.set(foodId, { food: foodId, name, grams: (told.get(foodId)?.grams ?? 0) + grams })
  }
  return [...told.values()]
}
