import { describe, expect, it } from 'vitest'
import { highs, knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { cautionsFor } from './cautions.ts'
import { brokenPromises } from './check.ts'
import type { Menu } from './menu.ts'
import { differentMenus, repeated, shoppingList } from './menus.ts'
import { targetsFor } from './targets.ts'

const woman = { age: 34, sex: 'female', conditions: [], medicines: [], energy: [1800, 2200] }
const quick = { solver: highs, isFewestEnough: true } as const
const foodsOf = (menus: readonly Menu[]) => menus.flatMap(({ foods }) => foods.map(({ food }) => food))

function expectSound(menus: readonly Menu[], input: object): void {
  const profile = profileOf(input)
  const [targets, cautions] = [targetsFor(knowledge, profile), cautionsFor(knowledge, profile)]
  for (const { foods } of menus) expect(brokenPromises(table, profile, targets, cautions, foods)).toEqual([])
}

describe('three menus', () => {
  it('have no food in common, and each keeps every bound', async () => {
    const shown: Menu[] = []
    const menus = await differentMenus(knowledge, table, profileOf(woman), {
      ...quick,
      count: 3,
      again: 'never',
      onMenu: menu => shown.push(menu),
    })
    expect(menus.map(({ status }) => status)).toEqual(['optimal', 'optimal', 'optimal'])
    expect(shown).toEqual(menus)
    expect(new Set(foodsOf(menus)).size).toBe(foodsOf(menus).length)
    expectSound(menus, woman)
  })

  it('all contain the pinned foods', async () => {
    const menus = await differentMenus(knowledge, table, profileOf({ ...woman, pin: [175139] }), {
      ...quick,
      count: 3,
      again: 'never',
    })
    for (const menu of menus) expect(foodsOf([menu])).toContain(175139)
    expect(repeated(menus)).toEqual([175139])
  })

  it('are a single answer when food is on hold, and stop early when no other menu is left', async () => {
    const held = await differentMenus(knowledge, table, profileOf({ ...woman, conditions: ['dialysis'] }), {
      ...quick,
      count: 3,
      again: 'never',
    })
    expect(held.map(({ status }) => status)).toEqual(['held'])
    const few = await differentMenus(knowledge, table, profileOf({ ...woman, diet: 'vegan' }), {
      ...quick,
      count: 60,
      again: 'never',
    })
    expect(few.length).toBeLessThan(60)
    expect(repeated(few)).toEqual([])
  }, 120_000)
})

describe('a week', () => {
  it('has seven menus that do not repeat a food', async () => {
    const menus = await differentMenus(knowledge, table, profileOf(woman), { ...quick, count: 7, again: 'oldest' })
    expect(menus).toHaveLength(7)
    expect(repeated(menus)).toEqual([])
    expectSound(menus, woman)
  }, 120_000)

  it('reuses the foods of the first days when nothing else is left, and never repeats a menu on the next day', async () => {
    const vegan = { ...woman, diet: 'vegan' }
    const menus = await differentMenus(knowledge, table, profileOf(vegan), { ...quick, count: 7, again: 'oldest' })
    expect(menus).toHaveLength(7)
    expectSound(menus, vegan)
    for (const [day, menu] of menus.slice(1).entries())
      expect(new Set(foodsOf([menu]))).not.toEqual(new Set(foodsOf(menus.slice(day, day + 1))))
  }, 120_000)
})

it('a shopping list has each food once, with its total amount', async () => {
  const menus = await differentMenus(knowledge, table, profileOf({ ...woman, pin: [175139] }), {
    ...quick,
    count: 3,
    again: 'never',
  })
  const list = shoppingList(table, menus)
  expect(new Set(list.map(({ food }) => food)).size).toBe(list.length)
  const sum = (of: readonly { readonly grams: number }[]) => of.reduce((total, { grams }) => total + grams, 0)
  expect(sum(list)).toBeCloseTo(sum(menus.flatMap(({ foods }) => foods)))
  const sardines = list.find(({ food }) => food === 175139)
  const portion = table.everydayAt.get(table.place.get(175139) ?? -1)?.portion.grams ?? 1
  expect(sardines?.grams).toBeGreaterThanOrEqual((3 * portion) / 2)
})
