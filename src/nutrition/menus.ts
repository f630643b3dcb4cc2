/**
 * Several different menus: three to choose from, or one for each day of a week. No food is repeated. When no menu is
 * left without the foods of all previous ones, a week reuses the foods of its first days, and says which.
 */
import type { FoodTable } from './food-table.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import { closeGap, type Menu, type MenuFood, type MenuOptions } from './menu.ts'
import type { Profile } from './person.ts'
import { portionWords } from './portion-words.ts'

export interface DifferentOptions extends MenuOptions {
  readonly count: number
  /** `never`: stops early when there is no other menu; `oldest`: the foods of the first menus may then be reused. */
  readonly again: 'never' | 'oldest'
  /** Receives each menu when it is done. */
  readonly onMenu?: (menu: Menu) => void
}

/**
 * Pinned foods are in every menu. The first answer without food (held, impossible, or nothing missing) ends the search.
 */
export async function differentMenus(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  profile: Profile,
  { count, again, onMenu, without = [], ...options }: DifferentOptions,
): Promise<readonly Menu[]> {
  const menus: Menu[] = []
  while (menus.length < count) {
    let menu: Menu | undefined
    for (let first = 0; first <= menus.length; first++) {
      const shown = menus.slice(first).flatMap(({ foods }) => foods.map(({ food }) => food))
      const left = [...without, ...shown.filter(food => !profile.pin.includes(food))]
      menu = await closeGap(knowledge, table, profile, {
        ...options,
        without: left,
        isReasonWanted: menus.length === 0,
      })
      if (menu.foods.length > 0 || again === 'never') break
    }
    if (menu === undefined || (menu.foods.length === 0 && menus.length > 0)) break
    menus.push(menu)
    onMenu?.(menu)
    if (menu.foods.length === 0) break
  }
  return menus
}

/** The foods that are in more than one of the menus. */
export function repeated(menus: readonly Menu[]): readonly number[] {
  const all = menus.flatMap(({ foods }) => foods.map(({ food }) => food))
  return [...new Set(all.filter((food, place) => all.indexOf(food) !== place))]
}

/** Each food once, with its total amount for the menus, ordered by shop section. */
export function shoppingList(table: FoodTable, menus: readonly Menu[]): readonly Omit<MenuFood, 'mostFor'>[] {
  const grams = new Map<number, number>()
  const foods = menus.flatMap(menu => menu.foods)
  for (const each of foods) grams.set(each.food, (grams.get(each.food) ?? 0) + each.grams)
  return [...grams]
    .flatMap(([food, sum]) => {
      const everyday = table.everydayAt.get(table.place.get(food) ?? -1)
      if (everyday === undefined) return []
      const { name, portion, group } = everyday
      return [{ food, name, group, portion: portionWords(portion.words, sum / portion.grams), grams: sum }]
    })
    .toSorted((a, b) => a.group.localeCompare(b.group) || a.name.localeCompare(b.name))
}
