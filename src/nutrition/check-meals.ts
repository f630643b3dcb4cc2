/**
 * Checks a day of meals independently: every bound is computed again from the table and the profile, without the
 * programme. A day that breaks one is never shown.
 */
import { type Content, type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { type Caution, heldNutrients } from './cautions.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Profile } from './person.ts'
import type { ServedMeal } from './served-meals.ts'
import type { Targets } from './targets.ts'

const slack = 1e-6

/** Each violation as one line; empty for a valid day. `short` are the targets that the day does not claim to reach. */
export function brokenMeals(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  cautions: readonly Caution[],
  day: readonly ServedMeal[],
  short: readonly Nutrient[] = [],
): readonly string[] {
  const broken: string[] = []
  const foods = day.flatMap(each => each.foods)
  const held = heldNutrients(cautions)
  if (held.length > 0 && foods.length > 0) broken.push(`proposes food while ${held.join(' and ')} is on hold`)
  const sum = (content: Content) => {
    const { amount, unknown } = intakeOf(table, foods, content)
    if (unknown > 0) broken.push(`${content}: a food does not say`)
    return amount
  }
  for (const nutrient of nutrients) {
    const { target, upper, upperScope } = targets.nutrients[nutrient]
    const amount = sum(nutrient)
    if (target !== null && amount < target * (1 - slack) && !short.includes(nutrient))
      broken.push(`${nutrient} ${amount} is under ${target}`)
    if (upper !== null && upperScope === 'all' && amount > upper * (1 + slack))
      broken.push(`${nutrient} ${amount} is over ${upper}`)
  }
  const sodium = sum('sodium')
  const { upper: mostSodium } = targets.sodium
  if (mostSodium !== null && sodium > mostSodium * (1 + slack)) broken.push(`sodium ${sodium} is over ${mostSodium}`)
  const energy = sum('energy')
  const [least, most] = profile.energy
  if (energy > most * (1 + slack) || energy < least * (1 - slack))
    broken.push(`energy ${energy} is not ${least} to ${most}`)

  for (const pinned of profile.pin)
    if (!foods.some(({ food }) => food === pinned)) broken.push(`${pinned} is pinned, and missing`)

  const parts = foods.flatMap(({ food, grams }) => {
    const inside = table.partsOf(food)
    return inside.length === 0
      ? [{ food, grams }]
      : inside.map(part => ({ food: part.food, grams: part.grams * grams }))
  })
  const named = (food: number) => table.namedAt.get(table.place.get(food) ?? -1)
  for (const { food } of [...foods, ...parts]) {
    const found = named(food)
    const isUnfit =
      !found ||
      found.contains.some(word => word === 'alcohol' || profile.avoid.includes(word)) ||
      profile.dislike.includes(food) ||
      (profile.diet === 'vegan' && found.diet !== 'vegan') ||
      (profile.diet === 'vegetarian' && found.diet === 'omnivore') ||
      (found.isLeafy && cautions.some(({ id }) => id === 'warfarin-greens')) ||
      (profile.lifeStage !== 'none' && !found.isForPregnancy)
    if (isUnfit) broken.push(`${found?.name ?? food} must be avoided`)
  }
  const inAll = new Map<number, number>()
  for (const { food, grams } of parts) inAll.set(food, (inAll.get(food) ?? 0) + grams)
  for (const [food, grams] of inAll) {
    const found = named(food)
    if (found && grams > found.most * (1 + slack))
      broken.push(`${grams} g of ${found.name} is over ${found.most} g a day`)
  }
  for (const [family, together] of table.together) {
    const grams = [...inAll].reduce((all, [food, each]) => all + (named(food)?.family === family ? each : 0), 0)
    if (grams > together * (1 + slack)) broken.push(`${grams} g of ${family} is over ${together} g a day`)
  }
  return [...new Set(broken)]
}
