/** What makes one day of meals better than another: fewer things beside the plates, less of the same, less work. */
import type { FoodTable } from './food-table.ts'
import { foodOf } from './meal-model.ts'
import { counted, type Served } from './meal-plates.ts'
import type { Profile } from './person.ts'
import { isDish } from './served-meals.ts'
import { mostOilyFish, oilyIn } from './week-rules.ts'

/** Days before a dish may come again. */
const restDays = 2

/** May this be served today, after the days before? */
export function isOpenOn(
  table: FoodTable,
  profile: Profile,
  choice: Served,
  before: readonly (readonly Served[])[],
): boolean {
  const recent = new Set(
    before.slice(-restDays).flatMap(day => day.flatMap(({ foods }) => foods.map(({ food }) => food))),
  )
  if (choice.foods.some(({ food }) => recent.has(food) && isDish(table, food))) return false
  const eaten = before
    .slice(-6)
    .reduce((sum, day) => sum + day.reduce((all, each) => all + oilyIn(table, each.foods), 0), 0)
  const more = oilyIn(table, choice.foods)
  return more === 0 || eaten + more <= mostOilyFish(profile)
}

/** Whole numbers, so that the solver may round its bound up. */
export function costFor(
  profile: Profile,
  before: readonly (readonly Served[])[],
  seed: number,
): (choice: Served) => number {
  const usual = new Set([...profile.usual, ...profile.home, ...profile.eaten.map(({ food }) => food)])
  const plates = before.map(day => day.filter(({ isExtra }) => !isExtra))
  const yesterday = before.at(-1) ?? []
  const timesBefore = (food: number) => plates.filter(day => day.some(each => foodOf(each) === food)).length
  const mains = plates.slice(-2).flatMap(day => day.map(({ main }) => main))
  return choice => {
    const food = foodOf(choice)
    const chance = mixed(seed, before.length, food)
    if (choice.isExtra) {
      const isAgain = yesterday.some(each => each.isExtra && foodOf(each) === food)
      return 10 + (chance % 4) + (isAgain ? 4 : 0) - (usual.has(food) ? 2 : 0)
    }
    const { dish, foods, size, main } = choice
    const slow = choice.meal === 'dinner' ? 60 : 30
    // The partners of a dish are listed with the most usual first.
    const isUsualPartner = foods.length === 1 || dish?.with[0] === foods[1]?.food
    const isSameKitchen = (plates.at(-1) ?? []).some(each => each.dish?.kitchen === dish?.kitchen)
    return (
      (chance % 24) +
      30 * timesBefore(food) +
      (main !== '' && mains.includes(main) ? 4 : 0) +
      (isSameKitchen ? 2 : 0) +
      ((dish?.minutes ?? 0) > slow ? 3 : 0) +
      (size > 1 ? 1 : 0) +
      handiness(choice) +
      (isUsualPartner ? 0 : 2) -
      (usual.has(food) ? 4 : 0) +
      4
    )
  }
}

/**
 * More for a dish that brings much with little energy. Nearly every day could be solved with a few such dishes, and they
 * would come too often. Vitamin D is in few dishes anyway.
 */
function handiness({ holds }: Served): number {
  const [potassium = 0, magnesium = 0, calcium = 0, , zinc = 0] = holds
  const energy = holds[counted.indexOf('energy')] ?? 0
  const shares = [potassium / 3000, magnesium / 350, calcium / 1000, zinc / 10]
  const share = shares.reduce((sum, each) => sum + Math.min(each, 1), 0) / shares.length
  return Math.min(mostHandiness, Math.max(0, Math.round(8 * (share / (energy / 2000) - 1))))
}
const mostHandiness = 10

/** A small whole number that differs from day to day and from food to food, and is the same each time. */
function mixed(seed: number, day: number, food: number): number {
  let value = (seed * 2_654_435_761 + day * 40_503 + food * 97) >>> 0
  value = Math.imul(value ^ (value >>> 15), 2_246_822_519) >>> 0
  return (value ^ (value >>> 13)) >>> 8
}
