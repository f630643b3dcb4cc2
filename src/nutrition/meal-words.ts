/** A meal in words: amounts as cooks measure, metric or US; what goes into a dish; one shopping list by shop section. */
import type { FoodTable } from './food-table.ts'
import type { MealDay, MealItem } from './meals.ts'
import type { Amount } from './person.ts'
import { plainName } from './plain-names.ts'
import { portionWords } from './portion-words.ts'

/** The systems in which amounts may be told. */
export const measureSystems = ['metric', 'us'] as const
export type Measures = (typeof measureSystems)[number]

const gramsInOunce = 28.35
/** The weight of an egg with its shell. */
const gramsOfEgg = 57

/** "Chicken curry, 1 bowl (230 g)". */
export const itemWords = (table: FoodTable, item: MealItem, measures: Measures): string =>
  `${item.name}, ${amountWords(table, item, measures)}`

/** "1 bowl (230 g)". In metric a cup is no measure, so it is told by weight. */
export function amountWords(table: FoodTable, { food, grams, portions }: MealItem, measures: Measures): string {
  const portion = table.namedAt.get(table.place.get(food) ?? -1)?.portion.words ?? '1 portion'
  const words = portionWords(portion, Math.round(portions * 2) / 2)
  const weight = weightWords(grams, measures, isDrink(table, food))
  // "small handful" needs an article, because it has no number.
  const counted = /^(small|large) /.test(words) ? `a ${words}` : words
  return measures === 'metric' && /\bcups?\b/.test(words) ? weight : `${counted} (${weight})`
}

/** What goes into the dish of a meal, as cooks measure it; nothing for a food by itself. */
export function ingredientWords(table: FoodTable, { food, grams }: Amount, measures: Measures): readonly string[] {
  return table.partsOf(food).flatMap(part => {
    const amount = part.grams * grams
    const name = table.nameOf(table.place.get(part.food) ?? -1)
    return name === 'Tap water' ? [] : [`${plainName(name)}, ${partWords(table, part.food, amount, measures)}`]
  })
}

function partWords(table: FoodTable, food: number, grams: number, measures: Measures): string {
  const named = table.namedAt.get(table.place.get(food) ?? -1)
  if (grams < 3) return 'a pinch'
  if (!named) return weightWords(grams, measures, false)
  // US amounts are in quarters of a portion, metric ones in halves.
  const steps = measures === 'us' ? 4 : 2
  const count = Math.round((steps * grams) / named.portion.grams) / steps
  const isNear = count > 0 && Math.abs(count * named.portion.grams - grams) / grams < 0.15
  const isCup = /\bcups?\b/.test(named.portion.words)
  if (isNear && (measures === 'us' || !isCup)) return portionWords(named.portion.words, count)
  return weightWords(grams, measures, isDrink(table, food))
}

const weightWords = (grams: number, measures: Measures, isFluid: boolean): string => {
  if (measures === 'us') return isFluid ? `${Math.round(grams / 29.6)} fl oz` : `${ounces(grams)} oz`
  const rounded = grams >= 20 ? Math.round(grams / 5) * 5 : Math.round(grams)
  return `${rounded} ${isFluid ? 'ml' : 'g'}`
}
const ounces = (grams: number) => Math.max(0.1, Math.round((10 * grams) / gramsInOunce) / 10)

const isDrink = (table: FoodTable, food: number): boolean => {
  const found = table.namedAt.get(table.place.get(food) ?? -1)
  return found?.group === 'drinks' || found?.family === 'milk' || found?.family === 'own-plant-milk'
}

export interface ShopSection {
  readonly section: string
  readonly items: readonly { readonly name: string; readonly grams: number; readonly words: string }[]
}

/** One list for all days, by shop section: what is bought, for one person. */
export function shopFor(table: FoodTable, days: readonly MealDay[], measures: Measures): readonly ShopSection[] {
  const { sections, bought } = table.meals.shop
  const boughtAs = new Map(bought.map(([food, as, times, section]) => [food, { as, times, section }]))
  const sums = new Map<string, { grams: number; section: string; isFluid: boolean }>()
  const foods = days.flatMap(({ meals }) => meals.flatMap(({ items }) => items))
  for (const { food, grams } of foods.flatMap(each => wholes(table, each))) {
    const named = table.namedAt.get(table.place.get(food) ?? -1)
    const name = table.nameOf(table.place.get(food) ?? -1)
    if (/water$/.test(name)) continue
    const usual =
      sections.find(([, families]) => families.includes(named?.family ?? ''))?.[0] ?? sections.at(-1)?.[0] ?? ''
    const isRoasted = named !== undefined && shrinking.has(named.family) && !kept.test(name)
    const fallback = { as: capital(plainName(name).replace(cooking, '')), times: isRoasted ? 1.3 : 1, section: usual }
    const { as, times, section = usual } = boughtAs.get(food) ?? fallback
    const before = sums.get(as)
    sums.set(as, {
      grams: (before?.grams ?? 0) + grams * times,
      section: before?.section ?? section,
      isFluid: isDrink(table, food),
    })
  }
  return sections.flatMap(([section]) => {
    const items = [...sums]
      .filter(([, sum]) => sum.section === section)
      .map(([name, { grams, isFluid }]) => ({
        name,
        grams: Math.round(grams),
        words: buyWords(name, grams, measures, isFluid),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
    return items.length === 0 ? [] : [{ section, items }]
  })
}

/** Meat and fish weigh less once they are cooked. */
const shrinking = new Set(['meat', 'oily-fish', 'white-fish', 'shellfish'])
const kept = /tinned|smoked|sliced|in oil|in water|kipper/i
/** How it is cooked is not on a shopping list. */
const cooking = /^(baked|fried|grilled|stewed|braised|steamed|roast|peeled) /i

function buyWords(name: string, grams: number, measures: Measures, isFluid: boolean): string {
  if (name === 'Eggs') return String(Math.ceil(grams / gramsOfEgg))
  if (grams < 8) return 'a little'
  if (measures === 'us' && !isFluid && grams >= 454) return `${Math.round((10 * grams) / 453.6) / 10} lb`
  return weightWords(grams, measures, isFluid)
}

const wholes = (table: FoodTable, { food, grams }: Amount): readonly Amount[] => {
  const parts = table.partsOf(food)
  return parts.length === 0 ? [{ food, grams }] : parts.map(part => ({ food: part.food, grams: part.grams * grams }))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
