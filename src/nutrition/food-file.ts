/** The shape of the food file as built, stored and sent: compact, so that it loads quickly in one piece. */
import type { Content, MealTime } from '../knowledge/vocabulary.ts'

/** Own entries of Unknot have numbers from here on, which FoodData Central does not reach. */
export const firstOwnEntry = 9_000_001

export interface FoodFile {
  readonly format: 'foods-1'
  readonly source: string
  /** USDA's groups. */
  readonly groups: readonly string[]
  readonly units: readonly string[]
  /** Each is the difference from the previous one. */
  readonly ids: readonly number[]
  readonly group: readonly number[]
  /** One name per line. */
  readonly names: string
  /** A column for each of `contents`: whole numbers joined by commas, empty if unknown. */
  readonly values: readonly string[]
  /** One line per food: `amount:unit:grams` joined by spaces, without the amount when it is 1. */
  readonly portions: string
  readonly everyday: readonly EverydayRow[]
  /** The warning shown with a food, by its number. */
  readonly warnings: readonly (readonly [id: number, text: string])[]
  /** Kinds of everyday food and, if set, the largest sensible daily amount of all foods of a kind, in grams. */
  readonly families: readonly (readonly [name: string, together: number | null])[]
  /** What own entries are made of: the grams of each part in `weighs` grams of the entry. */
  readonly recipes: readonly (readonly [id: number, weighs: number, parts: readonly (readonly [number, number])[]])[]
  readonly changes: SmallChanges
  readonly meals: MealKnowledge
}

/** What meals are made of. Foods by number. */
export interface MealKnowledge {
  readonly dishes: readonly Dish[]
  /** What may stand beside a dish, one portion each. */
  readonly extras: Readonly<Record<MealTime, readonly number[]>>
  readonly shop: {
    /** The parts of a shop, in order, each with the families of its foods. */
    readonly sections: readonly (readonly [name: string, families: readonly string[]])[]
    /** What is bought for what is eaten, how many times its weight, and where, if not with its family. */
    readonly bought: readonly (readonly [food: number, as: string, times: number, section?: string])[]
  }
}

export interface Dish {
  readonly food: number
  readonly at: readonly MealTime[]
  /** The cuisine it comes from. */
  readonly kitchen: string
  readonly minutes: number
  /** The steps in a line or two. */
  readonly how: string
  /** Served with one portion of one of these; none if empty. */
  readonly with: readonly number[]
}

/** The taps of a usual day, and what may be changed in one. Foods by number. */
export interface SmallChanges {
  readonly usual: Readonly<Record<MealTime, readonly number[]>>
  readonly adds: readonly AddableFood[]
  readonly jobs: readonly FoodJob[]
}

export interface AddableFood {
  readonly food: number
  /** What a person would call one portion of it: "a handful of almonds". */
  readonly say: string
  readonly meal: MealTime
  /** The day must have a food of one of these jobs. */
  readonly needs: readonly string[]
  /** Only for those who avoid this, or whose day has a plant milk. */
  readonly insteadOf: 'dairy' | undefined
}

/** Foods that do the same job: each of `from` may be swapped for each of `to`, portion for portion. */
export interface FoodJob {
  readonly job: string
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Inside dishes too, but not in those of `notIn`. */
  readonly inDishes: boolean
  readonly notIn: readonly number[]
}

/** id, name, other words, group, diet, contains (bits of `avoidables`), portion, its grams, most a day, flags, family. */
export type EverydayRow = readonly [
  id: number,
  name: string,
  also: string,
  group: number,
  diet: number,
  contains: number,
  portion: string,
  grams: number,
  most: number,
  flags: number,
  family: number,
]

export const flags = {
  suggest: 1,
  leafy: 2,
  notInPregnancy: 4,
  staple: 8,
  ingredient: 16,
  cooking: 32,
  foundOnly: 64,
} as const

/** The number of decimals that USDA gives: a value is stored as a whole number in units of the last decimal. */
export const decimalsOf: Readonly<Record<Content, number>> = {
  energy: 0,
  protein: 2,
  fat: 2,
  carbohydrate: 2,
  fibre: 1,
  sodium: 0,
  potassium: 0,
  magnesium: 0,
  calcium: 0,
  'vitamin-d': 1,
  zinc: 2,
  water: 2,
  caffeine: 0,
  alcohol: 1,
}
