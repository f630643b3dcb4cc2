/** What was eaten and by whom, from the diary; and the wishes for a menu, which are settings of this device. */

import { effect, signal } from '@preact/signals'
import type { DiaryEvent, EventOf } from '../../diary/event.ts'
import { avoidables, type LifeStage, references } from '../../knowledge/vocabulary.ts'
import { type Measures, measureSystems } from '../../nutrition/meal-words.ts'
import { amountsOf as amountsWith, type OwnFood } from '../../nutrition/own-foods.ts'
import type { Amount } from '../../nutrition/person.ts'
import { type FoodConditions, foodConditions } from '../../plan/food-conditions.ts'
import { isTakenNow } from '../../plan/taken-now.ts'
import { addDays } from '../../time.ts'
import { type Check, isFlag, isNumber, listOf, oneOf, readKept, readText } from '../state/local-storage.ts'
import { readType } from '../state/log.ts'
import { personNow } from '../state/person.ts'
import { diary, openedAt, record, today } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'

export interface Wishes {
  readonly avoid: readonly string[]
  readonly dislike: readonly number[]
  /** Foods at home. */
  readonly home: readonly number[]
  readonly isBreastfeeding: boolean
  readonly energy: readonly [number, number]
  readonly reference: 'us-canada' | 'efsa'
  readonly mode: 'gap' | 'day'
  /** Of the amounts of meals. */
  readonly measures: Measures
}

const key = 'unknot-food'
const initial: Wishes = {
  avoid: [],
  dislike: [],
  home: [],
  isBreastfeeding: false,
  energy: [1800, 2200],
  reference: 'us-canada',
  mode: 'gap',
  measures: 'metric',
}

const isEnergy: Check = value => listOf(isNumber)(value) && (value as readonly unknown[]).length === 2

export const wishes = signal<Wishes>({
  ...initial,
  ...readKept<Wishes>(key, {
    avoid: listOf(oneOf(...avoidables, 'vegetarian', 'vegan')),
    dislike: listOf(isNumber),
    home: listOf(isNumber),
    isBreastfeeding: isFlag,
    energy: isEnergy,
    reference: oneOf(...references),
    mode: oneOf('gap', 'day'),
    measures: oneOf(...measureSystems),
  }),
})

effect(() => {
  const kept = JSON.stringify(wishes.value)
  try {
    localStorage.setItem(key, kept)
  } catch {
    // A private window may block storage. The wishes are then kept in memory only.
  }
})

export type Ate = EventOf<'ate'>

/** Foods and recipes of the person's own. */
export const ownFoods = (): readonly OwnFood[] => diary.value.foods

/** What counts of a day's events: food that was picked, with its grams; recipes as their parts. */
export const amountsOf = (events: readonly DiaryEvent[]): readonly Amount[] =>
  amountsWith(
    ownFoods(),
    ateOf(events).flatMap(({ foodId, grams }) =>
      foodId !== undefined && grams !== undefined ? [{ food: foodId, grams }] : [],
    ),
  )

export const ateOf = (events: readonly DiaryEvent[]): readonly Ate[] =>
  events.filter((event): event is Ate => event.type === 'ate')

export const eat = (food: number | string, name: string, grams: number): DiaryEvent =>
  record({ type: 'ate', food: name, foodId: String(food), grams })

/** Foods of the table that this person eats, from the last of the diary. */
export async function usualFoods(): Promise<readonly number[]> {
  const { struck } = await readStrikes()
  const all = ateOf(await readType('ate')).filter(({ id }) => !struck.has(id))
  return [...new Set(all.slice(-200).flatMap(({ foodId = '' }) => (/^\d+$/.test(foodId) ? [Number(foodId)] : [])))]
}

/** The last seven days, today last. */
export const lastWeek = (): readonly string[] => Array.from({ length: 7 }, (_, back) => addDays(today(), back - 6))

/** Age and sex are needed for targets; the rest may stay unanswered, and is then asked about. */
export const isKnown = (): boolean => age() !== undefined && (sex() === 'female' || sex() === 'male')

export const isFemale = (): boolean => sex() === 'female'

const sex = () => diary.value.person.sex
function age(): number | undefined {
  const { age: said, birthYear } = diary.value.person
  return birthYear === undefined ? said : Number(today().slice(0, 4)) - birthYear
}

/** The profile in the one JSON format; what was not said stays unanswered. */
export function profileNow(eaten: readonly Amount[], usual: readonly number[]): Readonly<Record<string, unknown>> {
  const { medicines } = diary.value
  const { avoid, dislike, home, energy, reference, mode } = wishes.value
  const named = medicines
    .filter(use => isTakenNow(use, openedAt.value))
    .map(({ name, ingredient }) => ingredient ?? name)
  return {
    age: age() ?? 40,
    sex: sex() === 'male' ? 'male' : 'female',
    lifeStage: lifeStageNow(),
    reference,
    eaten,
    usual,
    avoid,
    dislike,
    home,
    energy,
    mode,
    conditions: conditionsNow().known ?? null,
    medicines: named.length > 0 || hasSaidMedicines() ? named.filter(name => !isSupplement(name)) : null,
  }
}

/** Kidneys and heart, from About me and from the check. */
export const conditionsNow = (): FoodConditions => foodConditions(diary.value.person.conditions, personNow())

export function lifeStageNow(): LifeStage {
  if (sex() === 'male') return 'none'
  if (diary.value.person.pregnant === true) return 'pregnancy'
  return wishes.value.isBreastfeeding ? 'lactation' : 'none'
}

const noMedicines = 'unknot-no-medicines'
export const saidNoMedicines = signal(readText(noMedicines) !== null)
const hasSaidMedicines = (): boolean => saidNoMedicines.value

export function sayNoMedicines(): void {
  saidNoMedicines.value = true
  record({ type: 'profile-said', medicines: [] })
  try {
    localStorage.setItem(noMedicines, 'yes')
  } catch {
    // Asked again next time.
  }
}

/** Supplements are kept as medicines taken, by these ingredient ids. */
export const supplements = ['magnesium', 'calcium', 'vitamin-d', 'zinc'] as const
export type Supplement = (typeof supplements)[number]
export const supplementId = (nutrient: Supplement): string => `${nutrient}-supplement`
export const isSupplement = (name: string): boolean => name.endsWith('-supplement')
