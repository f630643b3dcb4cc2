/**
 * What a nutritionist would refuse, as rules in code. They see only a day of meals and the table, and know nothing of
 * how the day was found. Each rule has a test with a bad day that it must refuse.
 */
import type { MealTime } from '../knowledge/vocabulary.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'

/** A meal as it is served: dishes and foods, with their grams. */
export interface ServedMeal {
  readonly meal: MealTime
  readonly foods: readonly Amount[]
}

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
/** What takes longer is cooked. */
const cookedFrom = 8
const leafMost = 200
const nutsMost = 70

/** Each violation of one day as one line; empty for a day that a nutritionist would let pass. */
export function unwise(table: FoodTable, profile: Profile, day: readonly ServedMeal[]): readonly string[] {
  const all = day.flatMap(({ foods }) => foods)
  return [
    ...day.flatMap(meal => unwiseMeal(table, meal)),
    ...day.flatMap(({ foods }) => foods.flatMap(each => unwiseFood(table, each))),
    ...tooMuch(table, all),
    ...sameMain(table, day),
    ...sameStarch(table, profile, day),
    ...tiring(table, all),
    ...poorSnacks(table, day),
    ...unbalanced(table, profile, day),
  ]
}

/** Across days: no dish twice in three days, and oily fish no more often than is wise. */
export function unwiseWeek(
  table: FoodTable,
  profile: Profile,
  days: readonly (readonly ServedMeal[])[],
): readonly string[] {
  const dishesOf = (day: readonly ServedMeal[]) =>
    day.flatMap(({ foods }) => foods.map(({ food }) => food)).filter(food => isDish(table, food))
  const twice = days.flatMap((day, place) => {
    const near = [...days.slice(Math.max(0, place - 2), place).flatMap(dishesOf)]
    return dishesOf(day)
      .filter(food => near.includes(food))
      .map(food => `day ${place + 1}: ${nameOf(table, food)} again within three days`)
  })
  const most = mostOilyFish(profile)
  const oily = days.slice(-7).reduce(
    (sum, day) =>
      sum +
      oilyIn(
        table,
        day.flatMap(({ foods }) => foods),
      ),
    0,
  )
  return [...twice, ...(oily > most ? [`${Math.round(oily)} g of oily fish in a week`] : [])]
}

/**
 * Grams a week: two portions of 140 g for women who are or may become pregnant or who breastfeed, four for others (NHS,
 * because of pollutants).
 */
export const mostOilyFish = ({ sex, age, lifeStage }: Profile): number =>
  140 * (lifeStage !== 'none' || (sex === 'female' && age < 50) ? 2 : 4)

export const oilyIn = (table: FoodTable, foods: readonly Amount[]): number =>
  partsIn(table, foods).reduce(
    (sum, { food, grams }) => sum + (foodAt(table, food)?.family === 'oily-fish' ? grams : 0),
    0,
  )

/** A dish of the menu, snacks and drinks included. Bread and rice, which go with a dish, are none. */
export const isDish = (table: FoodTable, food: number): boolean =>
  table.meals.dishes.some(dish => dish.food === food && dish.at.length > 0)

/** A dish that is a meal, and not something that stands beside it. */
export const isPlate = (table: FoodTable, food: number): boolean =>
  table.meals.dishes.some(dish => dish.food === food && dish.at.some(at => at !== 'snack' && at !== 'drink'))

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

const kitchenOf = (table: FoodTable, food: number): string =>
  table.meals.dishes.find(dish => dish.food === food)?.kitchen ?? ''

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

function tooMuch(table: FoodTable, all: readonly Amount[]): readonly string[] {
  const parts = partsIn(table, all)
  const grams = (is: (food: EverydayFood) => boolean) =>
    parts.reduce((sum, part) => {
      const food = foodAt(table, part.food)
      return sum + (food && is(food) ? part.grams : 0)
    }, 0)
  const nuts = grams(food => food.family === 'nuts-seeds')
  const juice = grams(food => food.family === 'juice')
  const sugar = grams(food => food.group === 'sweets')
  return [
    ...(nuts > nutsMost ? [`${Math.round(nuts)} g of nuts and seeds`] : []),
    ...(juice > 250 ? [`${Math.round(juice)} g of juice`] : []),
    ...(sugar > 50 ? [`${Math.round(sugar)} g of sweet things`] : []),
  ]
}

/** One dish of spinach or of mushrooms a day is enough. */
const tiringKinds = ['Spinach', 'Mushroom']

const tiring = (table: FoodTable, all: readonly Amount[]): readonly string[] =>
  tiringKinds.flatMap(kind => {
    const dishes = all.filter(each => {
      const grams = partsIn(table, [each]).reduce(
        (sum, part) => sum + (foodAt(table, part.food)?.kind.startsWith(kind) ? part.grams : 0),
        0,
      )
      return grams >= 30
    })
    return dishes.length > 1 ? [`${kind.toLowerCase()} in ${dishes.length} dishes of one day`] : []
  })

/** Lunch and dinner of one day differ in their main food. */
function sameMain(table: FoodTable, day: readonly ServedMeal[]): readonly string[] {
  const mains = day
    .filter(({ meal }) => meal === 'lunch' || meal === 'dinner')
    .map(({ foods }) =>
      richest(
        table,
        foods.filter(({ food }) => isPlate(table, food)),
      ),
    )
  const [first, second] = mains
  return first !== undefined && first !== '' && first === second ? [`${first} at lunch and at dinner`] : []
}

/** Not pasta at lunch and pasta at dinner. Rice may be, where no gluten is eaten. */
function sameStarch(table: FoodTable, { avoid }: Profile, day: readonly ServedMeal[]): readonly string[] {
  const [lunch = [], dinner = []] = (['lunch', 'dinner'] as const).map(time => {
    const parts = partsIn(
      table,
      day.filter(({ meal }) => meal === time).flatMap(({ foods }) => foods),
    )
    return [...starchNames].flatMap(([starch, names]) => {
      const grams = parts.reduce((sum, each) => sum + (names.test(nameOf(table, each.food)) ? each.grams : 0), 0)
      return grams >= 60 ? [starch] : []
    })
  })
  return lunch
    .filter(starch => dinner.includes(starch) && !(starch === 'rice' && avoid.includes('gluten')))
    .map(starch => `${starch} at lunch and at dinner`)
}

const starchNames = new Map([
  ['pasta', /^(Gluten-free pasta|Pasta|Wholewheat pasta)\b/],
  ['noodles', /\bnoodles, cooked$/],
  ['rice', /\brice, cooked$/],
  ['potatoes', /^(Baked potato|Mashed potato|Potato|Potatoes|Sweet potato|Red potato|White potato|Russet potato)\b/],
  ['tortillas', /\btortilla$/],
])

/** Something to eat, and not twice the same sort: two shakes, nuts beside nuts. */
function poorSnacks(table: FoodTable, day: readonly ServedMeal[]): readonly string[] {
  const snacks = day.filter(({ meal }) => meal === 'snack').flatMap(({ foods }) => foods)
  const sorts = snacks.map(each => {
    const parts = partsIn(table, [each]).map(({ food, grams }) => {
      const family = foodAt(table, food)?.family ?? ''
      return { sort: /milk|yogurt/.test(family) ? 'milk or yogurt' : family, grams }
    })
    const share = (sort: string) => parts.reduce((sum, part) => sum + (part.sort === sort ? part.grams : 0), 0)
    return parts.toSorted((a, b) => share(b.sort) - share(a.sort))[0]?.sort ?? ''
  })
  const again = sorts.filter((sort, place) => sorts.indexOf(sort) !== place)
  const isGlass = ({ food }: Amount) =>
    table.partsOf(food).length === 0 && /milk|juice/.test(foodAt(table, food)?.family ?? '')
  return [
    ...again.map(sort => `two snacks of ${sort}`),
    ...(snacks.length > 0 && snacks.every(isGlass) ? ['a glass for a snack, and nothing to eat'] : []),
  ]
}

const withProtein = new Set(['meat', 'fish', 'legumes-nuts', 'dairy-eggs'])

function richest(table: FoodTable, foods: readonly Amount[]): string {
  const ranked = partsIn(table, foods)
    .flatMap(({ food, grams }) => {
      const found = foodAt(table, food)
      if (!found || !withProtein.has(found.group)) return []
      return [{ kind: found.kind, protein: ((table.per100(found.at, 'protein') ?? 0) * grams) / 100 }]
    })
    .toSorted((a, b) => b.protein - a.protein)
  return ranked[0]?.kind ?? ''
}

/** Energy over the day, and fruit and vegetables. */
function unbalanced(
  table: FoodTable,
  { energy: [least, most] }: Profile,
  day: readonly ServedMeal[],
): readonly string[] {
  const kcal = (foods: readonly Amount[]) =>
    foods.reduce(
      (sum, { food, grams }) => sum + ((table.per100(table.place.get(food) ?? -1, 'energy') ?? 0) * grams) / 100,
      0,
    )
  const middle = (least + most) / 2
  const told = (['breakfast', 'lunch', 'dinner'] as const).flatMap(time => {
    const meals = day.filter(({ meal }) => meal === time)
    if (meals.length === 0) return [`no ${time}`]
    const share = meals.reduce((sum, { foods }) => sum + kcal(foods), 0) / middle
    if (share < 0.1) return [`${time} is too small a meal`]
    return share > 0.5 ? [`${time} is half of the day`] : []
  })
  const greens = partsIn(
    table,
    day.flatMap(({ foods }) => foods),
  ).reduce((sum, { food, grams }) => {
    const found = foodAt(table, food)
    return (
      sum + ((found?.group === 'fruit' || found?.group === 'vegetables') && found.family !== 'potatoes' ? grams : 0)
    )
  }, 0)
  return [...told, ...(greens < 400 - 1e-6 ? [`only ${Math.round(greens)} g of fruit and vegetables`] : [])]
}

/** Rice, bread and the like, which go with a dish. */
const isPartner = (table: FoodTable, food: number): boolean => table.meals.dishes.some(dish => dish.with.includes(food))
const foodAt = (table: FoodTable, food: number) => table.namedAt.get(table.place.get(food) ?? -1)
const nameOf = (table: FoodTable, food: number): string => table.nameOf(table.place.get(food) ?? -1)

const partsIn = (table: FoodTable, foods: readonly Amount[]): readonly Amount[] =>
  foods.flatMap(({ food, grams }) => {
    const parts = table.partsOf(food)
    return parts.length === 0 ? [{ food, grams }] : parts.map(part => ({ food: part.food, grams: part.grams * grams }))
  })
