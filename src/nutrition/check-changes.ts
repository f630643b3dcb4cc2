/**
 * Checks changes to a usual day independently: the changed day is built again from the table and the profile, and every
 * limit is computed again. It shares no code with the search; changes that break one are never shown.
 */
import { type Content, nutrients } from '../knowledge/vocabulary.ts'
import { type Caution, heldNutrients } from './cautions.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Amount, Profile } from './person.ts'
import type { Targets } from './targets.ts'

/** The checked part of a change. */
export interface CheckedChange {
  readonly food: { readonly id: number }
  readonly grams: number
  readonly away: readonly Amount[]
}

const slack = 1e-6
/** A day above its mark for salt or energy may rise by this share of the mark. */
const riseAboveMark = 0.05
const most = 3

/** Each violation as one line; empty for changes that hold. */
export function brokenChanges(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  cautions: readonly Caution[],
  changes: readonly CheckedChange[],
): readonly string[] {
  const broken: string[] = []
  const held = heldNutrients(cautions)
  if (held.length > 0 && changes.length > 0) broken.push(`proposes food while ${held.join(' and ')} is on hold`)
  if (changes.length > most) broken.push(`${changes.length} changes are more than ${most}`)
  const comes = changes.map(({ food, grams }) => ({ food: food.id, grams }))
  const goes = changes.flatMap(({ away }) => away)
  broken.push(...goneTooMuch(table, profile, goes))

  const after = (content: Content) =>
    intakeOf(table, [...profile.eaten, ...comes], content).amount - intakeOf(table, goes, content).amount
  for (const nutrient of nutrients) {
    const { upper, upperScope } = targets.nutrients[nutrient]
    if (upper === null || upperScope === 'supplements') continue
    const before = intakeOf(table, profile.eaten, nutrient).amount
    if (after(nutrient) > Math.max(upper, before) * (1 + slack)) broken.push(`${nutrient} is over ${upper}`)
    if (intakeOf(table, comes, nutrient).unknown > 0) broken.push(`${nutrient} is limited, and a food does not say`)
  }
  const marks = [
    ['sodium', targets.sodium.upper],
    ['energy', profile.energy[1]],
  ] as const
  for (const [content, mark] of marks) {
    if (mark === null) continue
    const before = intakeOf(table, profile.eaten, content).amount
    const bound = before > mark ? before + mark * riseAboveMark : mark
    if (after(content) > bound * (1 + slack) + slack) broken.push(`${content} ${after(content)} is over ${bound}`)
    if (intakeOf(table, comes, content).unknown > 0) broken.push(`${content} is limited, and a food does not say`)
  }
  for (const { food: id, grams } of comes) broken.push(...brokenBy(table, profile, cautions, goes, id, grams))
  for (const [family, together] of table.together) {
    const of = (amounts: readonly Amount[]) =>
      amounts.reduce((sum, { food, grams }) => sum + (familyOf(table, food) === family ? grams : 0), 0)
    const before = of(profile.eaten)
    if (of(comes) > 0 && before + of(comes) - of(goes) > Math.max(together, before) * (1 + slack))
      broken.push(`more than ${together} g of ${family} a day`)
  }
  return broken
}

const named = (table: FoodTable, food: number) => table.namedAt.get(table.place.get(food) ?? -1)
const familyOf = (table: FoodTable, food: number) => table.everydayAt.get(table.place.get(food) ?? -1)?.family

/** Only foods of the day, or parts of its dishes, can be removed. */
function goneTooMuch(table: FoodTable, { eaten }: Profile, goes: readonly Amount[]): readonly string[] {
  return [...new Set(goes.map(({ food }) => food))].flatMap(food => {
    const there = eaten.reduce((sum, { food: id, grams }) => {
      const share = table.partsOf(id).reduce((all, part) => all + (part.food === food ? part.grams : 0), 0)
      return sum + (id === food ? grams : share * grams)
    }, 0)
    const gone = goes.reduce((sum, each) => sum + (each.food === food ? each.grams : 0), 0)
    return gone > there * (1 + slack) ? [`${gone} g of ${food} goes, of ${there} g`] : []
  })
}

function brokenBy(
  table: FoodTable,
  profile: Profile,
  cautions: readonly Caution[],
  goes: readonly Amount[],
  id: number,
  grams: number,
): readonly string[] {
  const food = named(table, id)
  if (!food) return [`${id} has no plain name`]
  const before = profile.eaten.reduce((sum, each) => sum + (each.food === id ? each.grams : 0), 0)
  const gone = goes.reduce((sum, each) => sum + (each.food === id ? each.grams : 0), 0)
  const halves = grams / (food.portion.grams / 2)
  const isNew = before === 0
  const isUnfit =
    food.contains.some(word => word === 'alcohol' || profile.avoid.includes(word)) ||
    profile.dislike.includes(id) ||
    (profile.diet === 'vegan' && food.diet !== 'vegan') ||
    (profile.diet === 'vegetarian' && food.diet === 'omnivore') ||
    (food.isLeafy && cautions.some(({ id: caution }) => caution === 'warfarin-greens')) ||
    (profile.lifeStage !== 'none' && !food.isForPregnancy)
  return [
    ...(isUnfit ? [`${food.name} must be avoided`] : []),
    ...(isNew && !food.isSuggested ? [`${food.name} is never proposed`] : []),
    ...(before - gone + grams > food.most * (1 + slack) ? [`more than ${food.most} g of ${food.name}`] : []),
    ...(Math.abs(halves - Math.round(halves)) > slack || halves < 1 - slack
      ? [`${food.name}: ${grams} g is no half portion`]
      : []),
  ]
}
