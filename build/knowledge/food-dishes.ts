/** Dishes and meals: adds the dishes to the own entries, and checks everything that a menu uses. */
import type { FoodDishes, WorldFoods } from '../../src/knowledge/nutrition-schema.ts'
import { mealTimes } from '../../src/knowledge/vocabulary.ts'
import type { Dish, EverydayRow, FoodFile, MealKnowledge } from '../../src/nutrition/food-file.ts'
import type { Entry, Faults } from './files.ts'
import { bannedWords, longSentences } from './readability.ts'

/** The own entries with those of the dishes, as a section of its own. Their marks are those of their parts. */
export function withDishes(world: Entry<WorldFoods>, dishes: Entry<FoodDishes>, faults: Faults): Entry<WorldFoods> {
  const known = new Set(Object.values(world.value.sections).flatMap(({ foods }) => Object.keys(foods)))
  for (const [id, { name, parts }] of Object.entries(dishes.value.dishes)) {
    if (known.has(id)) faults.add(dishes.at(['dishes', id]), `${name}: world.yaml has ${id} too`)
    for (const part of Object.keys(parts))
      if (/^\d+$/.test(part) && !known.has(part))
        faults.add(dishes.at(['dishes', id]), `${name}: ${part} has no plain name, so nobody knows what is in it`)
  }
  const section = {
    group: 'mixed' as const,
    diet: 'vegan' as const,
    contains: [],
    most: 1200,
    suggest: false,
    ingredient: false,
    foundOnly: true,
    portions: ['cup'],
    foods: Object.fromEntries(
      Object.entries(dishes.value.dishes).map(([id, { name, parts, weighs, portion, minutes }]) => [
        id,
        { name, parts, portion, cooking: minutes >= cookedFrom, ...(weighs === undefined ? {} : { weighs }) },
      ]),
    ),
  }
  return {
    ...world,
    value: { ...world.value, sections: { ...world.value.sections, dishes: section } },
    at: (path = []) => (path[1] === 'dishes' ? dishes.at(['dishes', ...path.slice(3, 4)]) : world.at(path)),
  }
}

/** What takes longer than this is cooked. */
const cookedFrom = 8

export function mealsOf(
  entry: Entry<FoodDishes> | undefined,
  rows: readonly EverydayRow[],
  families: FoodFile['families'],
  faults: Faults,
): MealKnowledge {
  if (!entry)
    return {
      dishes: [],
      extras: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] },
      shop: { sections: [], bought: [] },
    }
  const { partners, extras, shop, told, dishes } = entry.value
  const byName = new Map(rows.map(row => [row[1], row]))
  const idOf = (path: readonly (string | number)[], name: string): readonly number[] => {
    const row = byName.get(name)
    if (!row) faults.add(entry.at(path), `no food is called "${name}"`)
    return row ? [row[0]] : []
  }
  const ids = (path: readonly (string | number)[], names: readonly string[]) => names.flatMap(name => idOf(path, name))
  const made = (
    path: readonly (string | number)[],
    name: string,
    facts: FoodDishes['told'][string],
  ): readonly Dish[] => {
    const { at, kitchen, minutes, how, with: partner } = facts
    if (partner !== undefined && !partners[partner])
      faults.add(entry.at(path), `${name}: there are no partners "${partner}"`)
    for (const fault of [...longSentences(how, 'plain'), ...bannedWords(how)])
      faults.add(entry.at(path), `${name}: ${fault}`)
    const together = partner === undefined ? [] : ids(['partners', partner], partners[partner] ?? [])
    return idOf(path, name).map(food => ({ food, at, kitchen, minutes, how, with: together }))
  }
  const known = new Set(families.map(([name]) => name))
  for (const [section, names] of Object.entries(shop.sections))
    for (const name of names)
      if (!known.has(name)) faults.add(entry.at(['shop', 'sections', section]), `there is no family "${name}"`)
  return {
    dishes: [
      ...Object.entries(told).flatMap(([name, facts]) => made(['told', name], name, facts)),
      ...Object.entries(dishes).flatMap(([id, facts]) => made(['dishes', id], facts.name, facts)),
    ],
    extras: Object.fromEntries(
      mealTimes.map(meal => [meal, ids(['extras', meal], extras[meal] ?? [])]),
    ) as unknown as MealKnowledge['extras'],
    shop: {
      sections: Object.entries(shop.sections),
      bought: Object.entries(shop.bought).flatMap(([name, { as, times, in: section }]) => {
        if (section !== undefined && !shop.sections[section])
          faults.add(entry.at(['shop', 'bought', name]), `the shop has no section "${section}"`)
        return idOf(['shop', 'bought', name], name).map(food =>
          section === undefined ? ([food, as, times] as const) : ([food, as, times, section] as const),
        )
      }),
    },
  }
}
