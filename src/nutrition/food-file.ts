/** The shape of the file of foods as it is built, stored and sent: small first, so that all of it fits one quick load. */
import type { Content } from '../knowledge/vocabulary.ts'

export interface FoodFile {
  readonly format: 'foods-1'
  readonly source: string
  /** USDA's groups. */
  readonly groups: readonly string[]
  readonly units: readonly string[]
  /** Each the difference from the one before. */
  readonly ids: readonly number[]
  readonly group: readonly number[]
  /** A name a line. */
  readonly names: string
  /** A column for each of `contents`: whole numbers joined by commas, nothing where it is unknown. */
  readonly values: readonly string[]
  /** A line a food: `amount:unit:grams` joined by spaces, the amount left out when it is 1. */
  readonly portions: string
  readonly everyday: readonly EverydayRow[]
  /** Kinds of everyday food and, where there is one, the largest sensible amount a day of all its foods, in grams. */
  readonly families: readonly (readonly [name: string, together: number | null])[]
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

export const flags = { suggest: 1, leafy: 2, notInPregnancy: 4, staple: 8 } as const

/** How many decimals USDA gives: a value is kept as a whole number of the last one. */
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
