/** Generated people for the menu: ages, diets, energy and a day's eating drawn from a seed, the same every time. */
import type { FoodTable } from '../../src/nutrition/food-table.ts'

/** Mulberry32: small, and good enough to generate people. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const diets: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ['dairy'],
  ['gluten'],
  ['fish', 'shellfish'],
  ['nuts'],
  ['pork'],
  ['vegetarian'],
  ['egg'],
]

/** A profile in the format of the interfaces. Foods eaten are everyday ones, in half to one and a half portions. */
export function madeUpPerson(table: FoodTable, seed: number): Readonly<Record<string, unknown>> {
  const roll = dice(seed)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(roll() * values.length)] as Value
  const sex = pick(['female', 'male'] as const)
  const age = 18 + Math.floor(roll() * 70)
  const lifeStage = sex === 'female' && age < 45 && roll() < 0.15 ? pick(['pregnancy', 'lactation']) : 'none'
  const most = Math.round((sex === 'female' ? 1900 : 2300) + roll() * 700)
  const staples = table.everyday.filter(({ isStaple, isSuggested }) => isStaple && isSuggested)
  const eaten = Array.from({ length: Math.floor(roll() * 8) }, () => {
    const { id, portion, most: largest } = pick(staples)
    return { food: id, grams: Math.min(largest, portion.grams * pick([0.5, 1, 1, 1.5])) }
  })
  return {
    id: `made-up-${seed}`,
    age,
    sex,
    lifeStage,
    reference: roll() < 0.15 && lifeStage === 'none' ? 'efsa' : 'us-canada',
    eaten,
    avoid: pick(diets),
    dislike: Array.from({ length: Math.floor(roll() * 3) }, () => pick(staples).id),
    conditions: [],
    medicines: roll() < 0.1 ? ['warfarin'] : [],
    energy: [most - 400, most],
    mode: 'gap',
  }
}
