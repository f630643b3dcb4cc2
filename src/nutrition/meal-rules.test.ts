/** For each rule: a day that breaks it, and is otherwise like a good day. */
import { describe, expect, it } from 'vitest'
import { profileOf, table } from '../../test/support/food-tools.ts'
import { unwise } from './meal-rules.ts'
import type { ServedMeal } from './served-meals.ts'
import { unwiseWeek } from './week-rules.ts'

const named = (name: string) => {
  const food = [...table.namedAt.values()].find(each => each.name === name)
  if (!food) throw new Error(`no ${name}`)
  return food
}
const food = (name: string, portions = 1) => ({ food: named(name).id, grams: named(name).portion.grams * portions })
const grams = (name: string, weight: number) => ({ food: named(name).id, grams: weight })
const meal = (time: ServedMeal['meal'], ...foods: ServedMeal['foods']): ServedMeal => ({ meal: time, foods })
const woman = profileOf({ age: 41, sex: 'female', conditions: [], medicines: [] })

const breakfast = meal('breakfast', food('Porridge with banana'), food('Orange'))
const lunch = meal('lunch', food('Salmon chowder', 1.5), food('Rye bread'))
const dinner = meal('dinner', food('Spinach dal'), food('Brown rice, cooked'), food('Green beans, boiled'))
const snack = meal('snack', food('Apple'), food('Plain yogurt, low fat'))
const good = [breakfast, lunch, dinner, snack]
/** The good day with other meals in place of its own. */
const withMeals = (bad: ServedMeal | readonly ServedMeal[]) => {
  const others = [bad].flat()
  return [...good.filter(({ meal: time }) => others.every(other => other.meal !== time)), ...others]
}
const unwiseOf = (day: readonly ServedMeal[]) => unwise(table, woman, day).join('\n')

describe('a nutritionist', () => {
  it('lets a good day pass', () => {
    expect(unwiseOf(good)).toBe('')
  })

  it.each([
    ['raw rice', meal('dinner', food('Spinach dal'), food('White rice, raw')), /White rice, raw is not cooked/],
    ['dry pasta', meal('dinner', food('Lentil bolognese'), food('Pasta, dry')), /Pasta, dry is not cooked/],
    ['flour by the spoon', meal('snack', food('Wholemeal flour')), /Wholemeal flour is not cooked/],
    ['400 g of one leaf', meal('dinner', food('Chana masala'), grams('Spinach, boiled', 400)), /400 g of Spinach/],
    ['a spread with no bread', meal('snack', food('Peanut butter')), /Peanut butter with nothing under it/],
    ['two spreads and no bread', meal('snack', food('Jam', 2), food('Almond butter')), /with nothing under it/],
    ['jam by itself', meal('snack', food('Jam'), food('Apple')), /Jam is nothing to eat by itself/],
    [
      'three spreads on one slice',
      meal('breakfast', food('Toast and jam'), food('Peanut butter'), food('Hummus'), food('Honey')),
      /spreads/,
    ],
    ['wine with dinner', meal('dinner', food('Spinach dal'), food('Brown rice, cooked'), food('Red wine')), /alcohol/],
    [
      'three main foods in a meal',
      meal('dinner', food('Spinach dal'), food('Lentil bolognese'), food('Brown rice, cooked')),
      /3 main foods/,
    ],
    ['oil as a snack', meal('snack', food('Olive oil')), /Olive oil is nothing to eat by itself/],
    ['a handful of spice', meal('snack', food('Paprika')), /nothing to eat by itself/],
    ['a heap of nuts', meal('snack', food('Almonds', 2), food('Cashews')), /84 g of nuts and seeds/],
    ['two glasses of juice', meal('snack', food('Orange juice', 2)), /498 g of juice/],
    ['sweets for a snack', meal('snack', food('Milk chocolate', 2)), /88 g of sweet things/],
    [
      'the same main food twice',
      meal('dinner', food('Baked salmon with potatoes and greens')),
      /Fish at lunch and at dinner/,
    ],
    [
      'spinach at lunch and at dinner',
      meal('lunch', food('Spinach salad with egg and mushrooms'), food('Rye bread')),
      /spinach in 2 dishes/,
    ],
    [
      'pasta at lunch and pasta at dinner',
      [meal('lunch', food('Pasta salad with mozzarella')), meal('dinner', food('Pasta with chickpeas and tomato'))],
      /pasta at lunch and at dinner/,
    ],
    [
      'rice at lunch and rice at dinner',
      meal('lunch', food('Burrito bowl with black beans')),
      /rice at lunch and at dinner/,
    ],
    [
      'a grilled mushroom beside a curry with its bread',
      meal(
        'dinner',
        food('Chana masala'),
        food('Wholemeal flatbread'),
        food('Portobello mushroom with vitamin D, grilled'),
      ),
      /a grilled mushroom beside Chana masala/,
    ],
    [
      'a grilled mushroom beside Thai noodles',
      meal('dinner', food('Peanut noodles with tofu'), food('Portobello mushroom with vitamin D, grilled')),
      /a grilled mushroom beside Peanut noodles with tofu/,
    ],
    ['four and a half tacos', meal('dinner', food('Black bean tacos', 1.5)), /4.5 pieces of Black bean tacos/],
    [
      'two shakes for a snack',
      meal('snack', food('Banana and milk shake'), food('Mango lassi without sugar')),
      /two snacks of milk or yogurt/,
    ],
    ['nuts beside nuts', meal('snack', food('Nuts and raisins'), food('Walnuts')), /two snacks of nuts-seeds/],
    ['a glass of milk for a snack', meal('snack', food('Semi-skimmed milk')), /a glass for a snack/],
    ['a breakfast of one plum', meal('breakfast', food('Plum')), /breakfast is too small/],
    ['a dinner for two', meal('dinner', food('Lentil bolognese', 3)), /dinner is half of the day/],
  ])('refuses %s', (_what, bad, why) => {
    expect(unwiseOf(withMeals(bad))).toMatch(why)
  })

  it('lets rice be at lunch and at dinner of a person who eats no gluten', () => {
    const day = withMeals(meal('lunch', food('Burrito bowl with black beans')))
    const person = profileOf({ age: 41, sex: 'female', conditions: [], medicines: [], avoid: ['gluten'] })
    expect(unwise(table, person, day).join()).not.toMatch('rice at lunch')
  })

  it('refuses a day without dinner, and one without fruit and vegetables', () => {
    expect(unwiseOf([breakfast, lunch, snack])).toMatch('no dinner')
    const plain = [
      meal('breakfast', food('Porridge made with milk')),
      meal('lunch', food('Cheese on toast', 2)),
      meal('dinner', food('Spaghetti carbonara')),
    ]
    expect(unwiseOf(plain)).toMatch(/only \d+ g of fruit and vegetables/)
  })

  it('refuses the same dish twice in three days, and lets it come on the fourth', () => {
    const other = [
      meal('breakfast', food('Muesli with milk')),
      meal('lunch', food('Lentil soup'), food('Rye bread')),
      meal('dinner', food('Chickpea tagine'), food('Couscous, cooked')),
    ]
    const third = [
      meal('breakfast', food('Shredded wheat with milk and berries')),
      meal('lunch', food('Greek salad'), food('Wholemeal pitta')),
      meal('dinner', food('Mushroom risotto')),
    ]
    expect(unwiseWeek(table, woman, [good, other, good]).join()).toMatch('Porridge with banana again within three days')
    expect(unwiseWeek(table, woman, [good, other, third, good])).toEqual([])
  })

  it('refuses a snack that is a dish twice in three days, and lets fruit come each day', () => {
    const shake = [meal('snack', food('Banana and milk shake'))]
    expect(unwiseWeek(table, woman, [shake, shake]).join()).toMatch('Banana and milk shake again within three days')
    const apple = [meal('snack', food('Apple'))]
    expect(unwiseWeek(table, woman, [apple, apple, apple])).toEqual([])
  })

  it('refuses more oily fish in a week than is wise, and less of it for women who may become pregnant', () => {
    const salmon = (dish: string) => [meal('lunch', food(dish))]
    const dishes = [
      'Salmon poke bowl',
      'Salmon tacos',
      'Salmon curry',
      'Salmon with lentils',
      'Sardine pasta',
      'Kedgeree',
      'Trout with almonds and beans',
    ]
    const man = profileOf({ age: 41, sex: 'male', conditions: [], medicines: [] })
    expect(unwiseWeek(table, man, dishes.map(salmon)).join()).toMatch(/\d{3} g of oily fish in a week/)
    expect(unwiseWeek(table, man, dishes.slice(0, 5).map(salmon))).toEqual([])
    expect(unwiseWeek(table, woman, dishes.slice(0, 4).map(salmon)).join()).toMatch('oily fish')
    expect(unwiseWeek(table, woman, dishes.slice(0, 3).map(salmon))).toEqual([])
  })
})

describe('the dishes', () => {
  it('are at least 300, of many cuisines, for every meal and diet', () => {
    const { dishes } = table.meals
    expect(dishes.length).toBeGreaterThanOrEqual(300)
    expect(new Set(dishes.map(({ kitchen }) => kitchen)).size).toBeGreaterThanOrEqual(20)
    for (const time of ['breakfast', 'lunch', 'dinner'] as const)
      for (const diet of ['vegan', 'vegetarian', 'omnivore'])
        expect(
          dishes.filter(({ at, food: id }) => {
            const own = table.namedAt.get(table.place.get(id) ?? -1)?.diet
            return at.includes(time) && (diet === 'omnivore' || own === 'vegan' || own === diet)
          }).length,
        ).toBeGreaterThanOrEqual(20)
  })

  it('know what is in them: energy, sodium and the five nutrients of every one', () => {
    const unknown = table.meals.dishes.filter(({ food: id }) =>
      (['energy', 'sodium', 'potassium', 'magnesium', 'calcium', 'vitamin-d', 'zinc', 'protein'] as const).some(
        content => table.per100(table.place.get(id) ?? -1, content) === null,
      ),
    )
    expect(unknown).toEqual([])
  })

  it('carry the marks of their parts: semolina has gluten, paneer has dairy', () => {
    expect(named('Vegetable upma with peanuts').contains).toContain('gluten')
    expect(named('Paneer and vegetable curry')).toMatchObject({ diet: 'vegetarian' })
    expect(named('Paneer and vegetable curry').contains).toContain('dairy')
    expect(named('Spinach dal').isLeafy).toBe(true)
  })

  it('of one portion weigh what a plate holds, with 60 to 1,000 kcal', () => {
    for (const { food: id } of table.meals.dishes) {
      const { at, name, portion } = table.namedAt.get(table.place.get(id) ?? -1) ?? named('Apple')
      const kcal = ((table.per100(at, 'energy') ?? 0) * portion.grams) / 100
      expect(portion.grams, name).toBeLessThan(700)
      expect(kcal, name).toBeGreaterThan(60)
      expect(kcal, name).toBeLessThan(1000)
    }
  })
})
