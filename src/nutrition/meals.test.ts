import { describe, expect, it } from 'vitest'
import { highs, knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import { cautionsFor } from './cautions.ts'
import { brokenMeals } from './check-meals.ts'
import { dayProgramme } from './meal-model.ts'
import { leastProtein, servedTo } from './meal-plates.ts'
import { unwise } from './meal-rules.ts'
import { amountWords, ingredientWords, itemWords, shopFor } from './meal-words.ts'
import { type MealDay, mealsFor } from './meals.ts'
import type { Profile } from './person.ts'
import type { Solver } from './programme.ts'
import { isPlate, type ServedMeal } from './served-meals.ts'
import { solvePriced } from './solve-priced.ts'
import { targetsFor } from './targets.ts'
import { unwiseWeek } from './week-rules.ts'

const woman = profileOf({ age: 41, sex: 'female', conditions: [], medicines: [] })
const person = (input: object) => profileOf({ age: 41, sex: 'female', conditions: [], medicines: [], ...input })
const servedOf = ({ meals }: MealDay): readonly ServedMeal[] => meals.map(({ meal, items }) => ({ meal, foods: items }))
const make = (profile: Profile, days: number, solver: Solver = highs) =>
  mealsFor(knowledge, table, profile, { solver, days, seconds: 60 })
const named = (name: string) => {
  const food = [...table.namedAt.values()].find(each => each.name === name)
  if (!food) throw new Error(`no ${name}`)
  return food
}

describe('a day of meals', { timeout: 120_000 }, () => {
  it.each([
    ['a woman of 41', {}],
    ['a vegan man', { sex: 'male', age: 30, diet: 'vegan' }],
    [
      'a vegetarian woman with a baby to come',
      { age: 30, diet: 'vegetarian', lifeStage: 'pregnancy', energy: [2000, 2500] },
    ],
    ['a man of 75 without dairy and fish', { sex: 'male', age: 75, avoid: ['dairy', 'fish', 'shellfish'] }],
    ['a woman who takes warfarin', { medicines: ['warfarin'] }],
  ])('of %s has breakfast, lunch, dinner and a snack, and keeps every limit and rule', async (_who, input) => {
    const profile = person(input)
    const found = await make(profile, 1)
    expect(found.status).toBe('found')
    const [day] = found.days
    if (!day) throw new Error('no day')
    expect(day.meals.map(({ meal }) => meal)).toEqual(['breakfast', 'lunch', 'dinner', 'snack'])
    const targets = targetsFor(knowledge, profile)
    expect(brokenMeals(table, profile, targets, cautionsFor(knowledge, profile), servedOf(day))).toEqual([])
    expect(unwise(table, profile, servedOf(day))).toEqual([])
    expect(day.isProven).toBe(true)
    for (const nutrient of nutrients)
      expect(day.totals[nutrient].amount).toBeGreaterThanOrEqual(targets.nutrients[nutrient].target ?? 0)
  })

  it('shows only days that a person would eat, from the first on', async () => {
    const shown: MealDay[] = []
    await mealsFor(knowledge, table, woman, { solver: highs, seconds: 60, onDay: day => shown.push(day) })
    expect(shown.length).toBeGreaterThan(0)
    for (const day of shown) expect(unwise(table, woman, servedOf(day))).toEqual([])
  })

  it('is the best: the whole programme, solved at once, costs the same', async () => {
    const profile = person({ diet: 'vegan', avoid: ['nuts'] })
    const targets = targetsFor(knowledge, profile)
    const open = servedTo(table, profile, cautionsFor(knowledge, profile))
    const costOf = ({ foods, isExtra }: (typeof open)[number]) => (isExtra ? 4 : 1 + ((foods[0]?.food ?? 0) % 5))
    const rules = {
      targets,
      profile,
      protein: leastProtein(profile),
      costOf,
      isElastic: false,
      refused: [],
    }
    const programme = dayProgramme(table, open, rules)
    const cost = (values: readonly number[] = []) =>
      programme.columns.reduce((sum, column, place) => sum + column.cost * (values[place] ?? 0), 0)
    const whole = await highs(programme, { seconds: 100 })
    const priced = await solvePriced(programme, highs, { seconds: 100, onBetter: () => {} })
    expect([whole.status, priced.status]).toEqual(['optimal', 'optimal'])
    expect(cost(priced.values)).toBeCloseTo(cost(whole.values), 4)
  })

  it('is not proposed to a person whose potassium is on hold', async () => {
    expect(await make(person({ conditions: ['kidney-disease'] }), 1)).toMatchObject({ status: 'held', days: [] })
  })

  it('says what to give up where a target cannot be reached', async () => {
    const found = await make(person({ diet: 'vegan', avoid: ['soy'], dislike: mushrooms(), energy: [1500, 1700] }), 1)
    expect(found.status).toBe('short')
    expect(found.days[0]?.short).toContain('vitamin-d')
    expect(found.reasons[0]?.text).toMatch(/^With your wishes, not every day reaches .*vitamin D/)
    expect(found.reasons.length).toBeGreaterThan(1)
  })
})

/** What a vegan gets vitamin D from, beside soya. */
const mushrooms = () =>
  [
    'Mushrooms with vitamin D, raw',
    'Portobello mushroom with vitamin D, grilled',
    'Orange juice with calcium and vitamin D',
  ].map(name => named(name).id)

describe('a week of meals', { timeout: 240_000 }, () => {
  it('has no dish twice in three days, and seven days of different dinners', async () => {
    const found = await make(person({ diet: 'vegetarian' }), 7)
    expect([found.status, found.days.length]).toEqual(['found', 7])
    const days = found.days.map(servedOf)
    for (let length = 1; length <= 7; length++)
      expect(unwiseWeek(table, person({ diet: 'vegetarian' }), days.slice(0, length))).toEqual([])
    const dinners = days.map(
      day => day.find(({ meal }) => meal === 'dinner')?.foods.find(({ food }) => isPlate(table, food))?.food,
    )
    expect(new Set(dinners).size).toBe(7)
    const shop = shopFor(table, found.days, 'metric')
    const bought = shop.flatMap(({ items }) => items.map(({ name }) => name))
    expect(new Set(bought).size).toBe(bought.length)
    expect(bought).not.toContain('Tap water')
  })
})

describe('a pinned food', { timeout: 120_000 }, () => {
  it('is in every day', async () => {
    const found = await make(person({ pin: [named('Apple').id] }), 2)
    expect([found.status, found.days.length]).toEqual(['found', 2])
    for (const day of found.days)
      expect(servedOf(day).flatMap(({ foods }) => foods.map(({ food }) => food))).toContain(named('Apple').id)
  })

  it('that no meal is served with is named, and not ignored', async () => {
    const found = await make(person({ pin: [named('Salmon, baked').id] }), 1)
    expect(found.status).toBe('impossible')
    expect(found.reasons[0]?.text).toMatch(/^Salmon, baked is in none of the meals for you/)
  })
})

describe('amounts', () => {
  const item = (name: string, portions = 1) => {
    const { id, portion } = named(name)
    return { food: id, name, grams: portion.grams * portions, portions }
  }

  it('are those of cooks: portions with their weight, and no cups in metric', () => {
    expect(itemWords(table, item('Spinach dal', 1.5), 'metric')).toBe('Spinach dal, 1½ bowls (415 g)')
    expect(amountWords(table, item('Brown rice, cooked'), 'metric')).toBe('200 g')
    expect(amountWords(table, item('Brown rice, cooked'), 'us')).toBe('1 cup (7.1 oz)')
    expect(amountWords(table, item('Semi-skimmed milk'), 'us')).toBe('1 glass (8 fl oz)')
    expect(amountWords(table, item('Almonds'), 'metric')).toBe('a small handful (30 g)')
  })

  it('tell what goes into a dish', () => {
    const { id, portion } = named('Porridge with banana')
    expect(ingredientWords(table, { food: id, grams: portion.grams }, 'metric')).toEqual([
      'oats, 40 g',
      'semi-skimmed milk, 1 glass',
      'banana, 80 g',
    ])
  })

  it('on a shopping list are what is bought: eggs by number, rice and lentils dry, fish raw', () => {
    const day = {
      meals: [
        {
          meal: 'dinner',
          items: [item('Spinach dal'), item('Brown rice, cooked'), item('Salmon and rice'), item('Boiled egg')],
        },
      ],
    }
    const list = shopFor(table, [day as unknown as MealDay], 'metric').flatMap(({ section, items }) =>
      items.map(({ name, words }) => `${section}: ${name} ${words}`),
    )
    expect(list).toContain('Milk, cheese and eggs: Eggs 2')
    expect(list).toContain('Rice, pasta and cereals: Brown rice 75 g')
    expect(list).toContain('Tins, jars and pulses: Lentils, dried 70 g')
    expect(list).toContain('Meat and fish: Salmon 130 g')
  })
})
