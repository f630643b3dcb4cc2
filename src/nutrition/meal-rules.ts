/**
 * What a nutritionist or a cook would refuse, as rules in code. They see only a day of meals and the table, and know
 * nothing of how the day was found. Each rule has a test with a bad day that it must refuse.
 */
import { unwiseWhole } from './day-rules.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'
import { foodAt, isPartner, isPlate, kitchenOf, nameOf, partsIn, type ServedMeal } from './served-meals.ts'

/** Spreads are eaten on something. */
const spreads =
  /^(Jam|Marmalade|Peanut butter|Almond butter|Butter|Unsalted butter|Margarine|Cream cheese|Chocolate hazelnut spread|Yeast extract|Tahini|Hummus|Honey|Maple syrup)/
/** What a spread may be eaten with. */
const carriers = new Set([
  'bread',
  'more-bread',
  'cereal',
  'grains-cooked',
  'fruit',
  'vegetables-raw',
  'vegetables-cooked',
  'potatoes',
  'yogurt',
  'milk',
  'white-fish',
  'oily-fish',
])
const rawStarch =
  /^(White rice|Brown rice|Pasta|Wholewheat pasta|Quinoa|Lentils|Urad dal|Sorghum|Tapioca pearls|White flour|Wholemeal flour|Cornmeal|Semolina|Chickpea flour|Rice flour|Millet flour)(, (raw|dry))?$/
/** A dish that takes at least this many minutes is cooked. */
const cookedFrom = 8
const leafMost = 200

/** Each violation of one day as one line; empty for a day that a nutritionist would let pass. */
export function unwise(table: FoodTable, profile: Profile, day: readonly ServedMeal[]): readonly string[] {
  return [
    ...day.flatMap(meal => unwiseMeal(table, meal)),
    ...day.flatMap(({ foods }) => foods.flatMap(each => unwiseFood(table, each))),
    ...unwiseWhole(table, profile, day),
  ]
}

function unwiseMeal(table: FoodTable, { meal, foods }: ServedMeal): readonly string[] {
  const parts = partsIn(table, foods)
  const told: string[] = []
  const mains = foods.filter(({ food }) => isPlate(table, food) || isPartner(table, food))
  if (mains.length > 2) told.push(`${meal}: ${mains.length} main foods`)
  if (foods.length > 4) told.push(`${meal}: ${foods.length} things on the table`)
  const spread = parts.filter(({ food }) => spreads.test(nameOf(table, food)))
  const isCarried = parts.some(({ food }) => carriers.has(foodAt(table, food)?.family ?? ''))
  if (spread.length > 0 && !isCarried)
    told.push(`${meal}: ${nameOf(table, spread[0]?.food ?? 0)} with nothing under it`)
  const thick = spread.filter(({ grams }) => grams > 10)
  if (thick.length > 2) told.push(`${meal}: ${thick.length} spreads`)
  if (foods.some(({ food }) => /mushroom.* grilled$/.test(nameOf(table, food)))) {
    const beside = foods.find(({ food }) => isPartner(table, food) || noMushroom.test(kitchenOf(table, food)))
    if (beside) told.push(`${meal}: a grilled mushroom beside ${nameOf(table, beside.food)}`)
  }
  for (const { food, grams } of foods) {
    const { name, portion } = foodAt(table, food) ?? { name: '', portion: { words: '', grams } }
    const [, count = '1'] = /^(\d+) (?!bowl|plate|pan|cup|glass|serving)/.exec(portion.words) ?? []
    const things = (Number(count) * grams) / portion.grams
    if (isPlate(table, food) && count !== '1' && Math.abs(things - Math.round(things)) > 0.01)
      told.push(`${meal}: ${things} pieces of ${name}`)
  }
  for (const { food, grams } of parts)
    if (foodAt(table, food)?.isLeafy && grams > leafMost) told.push(`${meal}: ${grams} g of ${nameOf(table, food)}`)
  return told
}

/** Kitchens whose plates have no grilled mushroom beside them. */
const noMushroom =
  /African|Brazilian|Caribbean|Chinese|Cuban|Egyptian|Ethiopian|Ghanaian|Hawaiian|Indian|Indonesian|Japanese|Kenyan|Korean|Malaysian|Mexican|Middle Eastern|Moroccan|Nigerian|Pakistani|Peruvian|Senegalese|Thai|Ugandan|Vietnamese/

/** A food by itself, and what is raw inside a dish that is not cooked. */
function unwiseFood(table: FoodTable, { food, grams }: Amount): readonly string[] {
  const found = foodAt(table, food)
  if (!found) return [`${food} is no food of the table`]
  const dish = table.meals.dishes.find(each => each.food === food)
  const parts = table.partsOf(food)
  const isCooked = dish !== undefined && dish.minutes >= cookedFrom
  const told = partsIn(table, [{ food, grams }]).flatMap(part => {
    const name = nameOf(table, part.food)
    if (foodAt(table, part.food)?.contains.includes('alcohol')) return [`${found.name}: alcohol`]
    if (!isCooked && rawStarch.test(name)) return [`${found.name}: ${name} is not cooked`]
    if (!isCooked && name === 'Egg, raw') return [`${found.name}: the egg is raw`]
    return []
  })
  const isBare =
    parts.length === 0 && (['fats', 'condiments', 'herbs-spices', 'sweets'].includes(found.group) || found.isIngredient)
  return [...told, ...(isBare && !isPartner(table, food) ? [`${found.name} is nothing to eat by itself`] : [])]
}
