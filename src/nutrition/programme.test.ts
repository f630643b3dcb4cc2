/** Published diet problems, solved with the builder of the menus. The optima are those of GLPK, see the files. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { highs, yalps } from '../../test/support/food-tools.ts'
import { dietProgramme, type Item, type Limit } from './programme.ts'

interface Stigler {
  readonly optimum: {
    readonly dailyDollars: number
    readonly dailyDollarsByFood: Readonly<Record<string, number>>
    readonly shadowPricesDollarsPerUnit: Readonly<Record<string, number>>
  }
  readonly nutrients: readonly { readonly key: string; readonly dailyMin: number }[]
  readonly foods: readonly { readonly name: string; readonly perDollar: readonly number[] }[]
}
const stigler = JSON.parse(readFileSync('test/diets/stigler.json', 'utf8')) as Stigler
const stiglerProgramme = dietProgramme(
  stigler.foods.map(({ name, perDollar }) => ({ name, cost: 1, brings: perDollar })),
  stigler.nutrients.map(({ key, dailyMin }) => ({ name: key, least: dailyMin })),
)

it.each([
  ['HiGHS', highs],
  ['YALPS', yalps],
])('Stigler 1945: %s finds the five foods at 10.87 cents a day', async (_name, solver) => {
  const { cost, values } = await solver(stiglerProgramme)
  expect(cost).toBeCloseTo(stigler.optimum.dailyDollars, 8)
  const bought = Object.fromEntries(
    stigler.foods.flatMap(({ name }, place) => ((values?.[place] ?? 0) > 1e-9 ? [[name, values?.[place] ?? 0]] : [])),
  )
  expect(Object.keys(bought).sort()).toEqual(Object.keys(stigler.optimum.dailyDollarsByFood).sort())
  for (const [name, dollars] of Object.entries(stigler.optimum.dailyDollarsByFood))
    expect(bought[name]).toBeCloseTo(dollars, 6)
})

it('Stigler 1945: the shadow prices of the nutrients that bind', async () => {
  const { prices } = await highs(stiglerProgramme)
  const found = Object.fromEntries(
    stigler.nutrients.flatMap(({ key }, row) =>
      Math.abs(prices?.[row] ?? 0) > 1e-9 ? [[key, prices?.[row] ?? 0]] : [],
    ),
  )
  expect(Object.keys(found).sort()).toEqual(Object.keys(stigler.optimum.shadowPricesDollarsPerUnit).sort())
  for (const [key, price] of Object.entries(stigler.optimum.shadowPricesDollarsPerUnit))
    expect(found[key]).toBeCloseTo(price, 7)
})

const small = JSON.parse(readFileSync('test/diets/small.json', 'utf8'))

it.each([
  ['HiGHS', highs],
  ['YALPS', yalps],
])('the SAS diet: %s', async (_name, solver) => {
  const { foods, optimum } = small.sas as {
    foods: Readonly<Record<string, readonly [number, number, number, number, number]>>
    optimum: { cost: number; amounts: Readonly<Record<string, number>> }
  }
  const items: Item[] = Object.entries(foods).map(([name, [cost, protein, fat, carbohydrate, energy]]) => ({
    name,
    cost,
    ...(name === 'Fish' ? { lower: 0.5 } : {}),
    ...(name === 'Milk' ? { upper: 1 } : {}),
    brings: [energy, protein, carbohydrate, fat],
  }))
  const limits: Limit[] = [
    { name: 'energy', least: 300 },
    { name: 'protein', most: 10 },
    { name: 'carbohydrate', least: 10 },
    { name: 'fat', least: 8 },
  ]
  const { cost, values } = await solver(dietProgramme(items, limits))
  expect(cost).toBeCloseTo(optimum.cost, 7)
  for (const [place, { name }] of items.entries()) expect(values?.[place]).toBeCloseTo(optimum.amounts[name] ?? 0, 4)
})

it.each([
  ['HiGHS', highs],
  ['YALPS', yalps],
])('the NAG diet, in whole portions and relaxed: %s', async (_name, solver) => {
  const { foods, optimum } = small.nag as {
    foods: Readonly<Record<string, readonly [number, number, number, number, number]>>
    optimum: { integerCost: number; relaxedCost: number }
  }
  const items = (isInteger: boolean): Item[] =>
    Object.entries(foods).map(([name, [energy, protein, calcium, cost, upper]]) => ({
      name,
      cost,
      upper,
      isInteger,
      brings: [energy, protein, calcium],
    }))
  const limits = [
    { name: 'energy', least: 2000 },
    { name: 'protein', least: 55 },
    { name: 'calcium', least: 800 },
  ]
  expect((await solver(dietProgramme(items(true), limits))).cost).toBeCloseTo(optimum.integerCost, 6)
  expect((await solver(dietProgramme(items(false), limits))).cost).toBeCloseTo(optimum.relaxedCost, 6)
})
