/**
 * Checks a menu independently. Every bound is computed again from the table of foods and the profile, without the
 * programme or the solver; a menu that breaks one is never shown.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { countedGroups, fewestGroups } from './candidates.ts'
import { type Caution, heldNutrients } from './cautions.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Amount, Profile } from './person.ts'
import type { Targets } from './targets.ts'

const slack = 1e-6

/**
 * Each violation as one line; empty for a valid menu. `short` are the targets that the menu does not claim to reach.
 */
export function brokenPromises(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  cautions: readonly Caution[],
  menu: readonly Amount[],
  short: readonly Nutrient[] = [],
): readonly string[] {
  const broken: string[] = []
  const all = [...profile.eaten, ...menu]
  const held = heldNutrients(cautions)
  if (held.length > 0 && menu.length > 0) broken.push(`proposes food while ${held.join(' and ')} is on hold`)
  for (const nutrient of nutrients) {
    const { target, upper, upperScope } = targets.nutrients[nutrient]
    const { amount } = intakeOf(table, all, nutrient)
    if (target !== null && amount < target * (1 - slack) - slack && !short.includes(nutrient))
      broken.push(`${nutrient} ${amount} is under ${target}`)
    if (upper === null || upperScope === 'supplements') continue
    const before = intakeOf(table, profile.eaten, nutrient).amount
    if (amount > Math.max(upper, before) * (1 + slack) + slack) broken.push(`${nutrient} ${amount} is over ${upper}`)
    if (intakeOf(table, menu, nutrient).unknown > 0) broken.push(`${nutrient} is limited, and a food does not say`)
  }
  const sodium = intakeOf(table, all, 'sodium').amount
  const sodiumBefore = intakeOf(table, profile.eaten, 'sodium').amount
  const sodiumMost = targets.sodium.upper
  if (sodiumMost !== null && sodium > Math.max(sodiumMost, sodiumBefore) * (1 + slack) + slack)
    broken.push(`sodium ${sodium} is over ${sodiumMost}`)
  if (intakeOf(table, menu, 'sodium').unknown > 0) broken.push('sodium is limited, and a food does not say')
  const energy = intakeOf(table, all, 'energy').amount
  const energyBefore = intakeOf(table, profile.eaten, 'energy').amount
  const [least, most] = profile.energy
  if (energy > Math.max(most, energyBefore) * (1 + slack) + slack) broken.push(`energy ${energy} is over ${most}`)
  if (profile.mode === 'day' && energy < least * (1 - slack) - slack) broken.push(`energy ${energy} is under ${least}`)
  broken.push(...brokenByFoods(table, profile, cautions, menu))
  for (const [family, most] of table.together) {
    const grams = (amounts: readonly Amount[]) =>
      amounts.reduce((sum, { food, grams: eaten }) => {
        const isOfIt = table.everydayAt.get(table.place.get(food) ?? -1)?.family === family
        return isOfIt ? sum + eaten : sum
      }, 0)
    if (grams(menu) > 0 && grams(all) > Math.max(most, grams(profile.eaten)) * (1 + slack))
      broken.push(`${grams(all)} g of ${family} is over ${most} g a day`)
  }
  const groups = new Set(
    all.flatMap(({ food }) => {
      const group = table.everydayAt.get(table.place.get(food) ?? -1)?.group
      return group && countedGroups.includes(group) ? [group] : []
    }),
  )
  if (menu.length > 0 && groups.size < fewestGroups) broken.push(`only ${groups.size} food groups`)
  for (const food of profile.pin)
    if (!menu.some(each => each.food === food)) broken.push(`${food} is pinned, and missing`)
  return broken
}

function brokenByFoods(
  table: FoodTable,
  profile: Profile,
  cautions: readonly Caution[],
  menu: readonly Amount[],
): readonly string[] {
  const noLeafy = cautions.some(({ id }) => id === 'warfarin-greens')
  const seen = new Set<number>()
  const kinds = new Set<string>()
  return menu.flatMap(({ food: id, grams }) => {
    const food = table.everydayAt.get(table.place.get(id) ?? -1)
    if (!food) return [`${id} is no everyday food`]
    const isTwice = seen.has(id)
    seen.add(id)
    const isOfSameKind = kinds.has(food.kind) && !profile.pin.includes(id)
    kinds.add(food.kind)
    const before = profile.eaten.reduce((sum, each) => (each.food === id ? sum + each.grams : sum), 0)
    const halves = grams / (food.portion.grams / 2)
    const isPinned = profile.pin.includes(id)
    const isUnfit =
      food.contains.some(word => profile.avoid.includes(word)) ||
      profile.dislike.includes(id) ||
      (profile.diet === 'vegan' && food.diet !== 'vegan') ||
      (profile.diet === 'vegetarian' && food.diet === 'omnivore') ||
      (noLeafy && food.isLeafy) ||
      (profile.lifeStage !== 'none' && !food.isForPregnancy)
    return [
      ...(isOfSameKind ? [`a second kind of ${food.kind}`] : []),
      ...(isTwice ? [`${food.name} stands twice`] : []),
      ...(before + grams > food.most * (1 + slack)
        ? [`${food.name}: ${before + grams} g is over ${food.most} g a day`]
        : []),
      ...(Math.abs(halves - Math.round(halves)) > slack || halves < 1 - slack
        ? [`${food.name}: ${grams} g is no half portion`]
        : []),
      ...(isUnfit && !isPinned ? [`${food.name} must be avoided`] : []),
      ...(!food.isSuggested && !isPinned ? [`${food.name} is never proposed`] : []),
    ]
  })
}
