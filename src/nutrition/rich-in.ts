/**
 * Rich in what? Ranks the foods that people eat by the portion by what they bring of one nutrient, or of two together.
 * A nutrient that a caution holds back is not ranked; the answer says why instead.
 */
import { type Avoidable, type Diet, type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { suits } from './candidates.ts'
import type { Caution } from './cautions.ts'
import { heldNutrients } from './cautions.ts'
import { type Amounts, amountsIn } from './food-facts.ts'
import type { EverydayFood, FoodTable, Portion } from './food-table.ts'

/** What foods are compared by: the usual portion, the same weight, or the same energy. */
export const richBases = ['portion', '100g', '100kcal'] as const
export type RichBasis = (typeof richBases)[number]

/** `no-fish` leaves out shellfish too; `no-cooking`: eaten as bought. */
export const richFilters = ['vegan', 'no-dairy', 'no-fish', 'no-cooking'] as const
export type RichFilter = (typeof richFilters)[number]

export interface RichQuestion {
  /** One nutrient, or two: then a food counts by the one of which it brings the smaller share of the target. */
  readonly nutrients: readonly [Nutrient] | readonly [Nutrient, Nutrient]
  readonly per: RichBasis
  readonly filters: readonly RichFilter[]
  /** Daily targets in the unit of the table; null if none is set. */
  readonly targets: Readonly<Record<Nutrient, number | null>>
  readonly cautions: readonly Caution[]
  /** Foods that are not proposed in pregnancy and while breastfeeding are left out. */
  readonly isForPregnancy?: boolean
  /** What this person never eats. */
  readonly diet?: Diet
  readonly avoid?: readonly Avoidable[]
  readonly dislike?: readonly number[]
}

export interface RichFood {
  /** FDC id, or the number of an own entry of Unknot. */
  readonly food: number
  readonly name: string
  readonly usda: string
  /** Counted from 1 among all ranked foods; equal amounts share a place. */
  readonly place: number
  readonly portion: Portion
  /** The weight that `brings` is of: the portion, 100 g, or what holds 100 kcal. */
  readonly grams: number
  /** Energy and the five nutrients in that weight; null is unknown. */
  readonly brings: Amounts
  /** Of the day's target, for each nutrient asked for; null without a target. */
  readonly shares: readonly (number | null)[]
}

export interface RichList {
  readonly status: 'ranked'
  readonly richIn: RichQuestion['nutrients']
  readonly per: RichBasis
  /** All of them, richest first. */
  readonly foods: readonly RichFood[]
  /** Foods that pass the filters and have no figure. */
  readonly unknown: number
  /** Cautions about these nutrients that do not hold them back. */
  readonly cautions: readonly Caution[]
}

export interface RichHeld {
  readonly status: 'held'
  readonly richIn: RichQuestion['nutrients']
  readonly held: readonly Nutrient[]
  /** Why. */
  readonly cautions: readonly Caution[]
}

/** The list, or why there is none for this person. */
export function richIn(table: FoodTable, question: RichQuestion): RichList | RichHeld {
  const asked = question.nutrients
  const about = question.cautions.filter(
    ({ nutrients: of, scope }) => scope.includes('food') && of.some(each => asked.some(one => one === each)),
  )
  const held = heldNutrients(question.cautions).filter(nutrient => asked.includes(nutrient))
  if (held.length > 0)
    return { status: 'held', richIn: asked, held, cautions: about.filter(({ action }) => action === 'hold') }
  const foods = table.everyday.filter(food => isEatenByThePortion(food) && passes(food, question))
  const measured = foods.flatMap(food => measure(table, food, question) ?? [])
  const ordered = measured.toSorted((a, b) => b.value - a.value || a.food - b.food)
  const places = new Map<number, number>()
  for (const [at, { value }] of ordered.entries()) if (!places.has(value)) places.set(value, at + 1)
  return {
    status: 'ranked',
    richIn: asked,
    per: question.per,
    foods: ordered.map(({ value, ...food }) => ({
      ...food,
      place: places.get(value) ?? 0,
    })),
    unknown: foods.filter(({ at }) => asked.some(nutrient => table.per100(at, nutrient) === null)).length,
    cautions: about,
  }
}

/** Spices, sauces and raw flour are the richest by weight, and a meal holds a pinch of them. */
const isEatenByThePortion = (food: EverydayFood): boolean => !food.isIngredient && !food.contains.includes('alcohol')

const tests: Readonly<Record<RichFilter, (food: EverydayFood) => boolean>> = {
  vegan: ({ diet }) => diet === 'vegan',
  'no-dairy': ({ contains }) => !contains.includes('dairy'),
  'no-fish': ({ contains }) => !contains.includes('fish') && !contains.includes('shellfish'),
  'no-cooking': ({ needsCooking }) => !needsCooking,
}

function passes(food: EverydayFood, question: RichQuestion): boolean {
  const { filters, cautions, isForPregnancy = false, diet = 'omnivore', avoid = [], dislike = [] } = question
  const noLeafy = cautions.some(({ id }) => id === 'warfarin-greens')
  return (
    filters.every(filter => tests[filter](food)) &&
    suits(food.diet, diet) &&
    !food.contains.some(word => avoid.includes(word)) &&
    !dislike.includes(food.id) &&
    !(noLeafy && food.isLeafy) &&
    (!isForPregnancy || food.isForPregnancy)
  )
}

/** A portion with less energy than this (coffee, tea) is never eaten by the 100 kcal. */
const fewestKcal = 5

function measure(
  table: FoodTable,
  food: EverydayFood,
  { nutrients: asked, per, targets }: RichQuestion,
): (Omit<RichFood, 'place'> & { readonly value: number }) | undefined {
  const energy = table.per100(food.at, 'energy')
  const { portion } = food
  if (per === '100kcal' && (energy === null || (energy * portion.grams) / 100 < fewestKcal)) return undefined
  const grams = per === 'portion' ? portion.grams : per === '100g' ? 100 : 10_000 / (energy ?? 0)
  const brings = amountsIn(table, food.at, grams)
  // Not rounded, so that the order is that of the table.
  const amounts = asked.map(nutrient => ((table.per100(food.at, nutrient) ?? 0) * grams) / 100)
  if (amounts.some(amount => amount <= 0)) return undefined
  const shares = asked.map((nutrient, at) => shareOf(amounts[at] ?? 0, targets[nutrient]))
  const value = asked.length === 1 ? (amounts[0] ?? 0) : Math.min(...shares.map(share => share ?? 0))
  return {
    food: food.id,
    name: food.name,
    usda: table.names[food.at] ?? '',
    portion,
    grams,
    brings,
    shares,
    value,
  }
}

const shareOf = (amount: number, target: number | null): number | null => (target ? amount / target : null)

/** Is this the name of a nutrient that has a list? */
export const isNutrient = (word: string): word is Nutrient => nutrients.some(known => known === word)
