/** What a nutritionist or a cook would refuse of a whole day. */
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'
import { foodAt, isPlate, nameOf, partsIn, type ServedMeal } from './served-meals.ts'

/** Each violation of one day as one line, whatever its single meals are. */
export function unwiseWhole(table: FoodTable, profile: Profile, day: readonly ServedMeal[]): readonly string[] {
  const all = day.flatMap(({ foods }) => foods)
  return [
    ...tooMuch(table, all),
    ...sameMain(table, day),
    ...sameStarch(table, profile, day),
    ...tiring(table, all),
    ...poorSnacks(table, day),
    ...unbalanced(table, profile, day),
  ]
}

const nutsMost = 70

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
