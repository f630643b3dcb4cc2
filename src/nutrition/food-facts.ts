/** What is in a food: energy and the five nutrients, by 100 g and by the usual portion, with its household measures. */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable, Portion } from './food-table.ts'

/** In kcal, mg and (vitamin D) µg. Null is unknown, never 0. */
export type Amounts = Readonly<Record<'energy' | Nutrient, number | null>>

export interface FoodFacts {
  readonly per100g: Amounts
  readonly perPortion: Amounts
  /** The usual one first; 100 g if the table gives none. */
  readonly portions: readonly Portion[]
  /** The warning shown with the food, to everyone. */
  readonly warning?: string
}

/** The facts of the food at this index of the table. */
export function foodFacts(table: FoodTable, at: number): FoodFacts {
  const measured = table.portionsOf(at)
  const portions = measured.length > 0 ? measured : [{ words: '100 g', grams: 100 }]
  const warning = table.warningOf(at)
  return {
    per100g: amountsIn(table, at, 100),
    perPortion: amountsIn(table, at, portions[0]?.grams ?? 100),
    portions,
    ...(warning === undefined ? {} : { warning }),
  }
}

/** The amounts in a weight of the food. */
export function amountsIn(table: FoodTable, at: number, grams: number): Amounts {
  const of = (content: 'energy' | Nutrient) => {
    const value = table.per100(at, content)
    return value === null ? null : rounded((value * grams) / 100)
  }
  return Object.fromEntries((['energy', ...nutrients] as const).map(content => [content, of(content)])) as Amounts
}

/** Four significant figures: no table is more exact, and 0.1 + 0.2 stays readable. */
const rounded = (value: number): number => Number(value.toPrecision(4))
