import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { EverydaySet, WorldFoods } from '../../src/knowledge/nutrition-schema.ts'
import { firstOwnEntry } from '../../src/nutrition/food-file.ts'
import { table } from '../../test/support/food-tools.ts'
import { Faults } from './files.ts'
import { readFoodTable } from './food-table.ts'
import { withWorldFoods } from './world-foods.ts'

const lines = readFoodTable('knowledge/foods/foods.tsv', new Faults())
const everyday = parse(readFileSync('knowledge/foods/everyday.yaml', 'utf8')) as EverydaySet
const entry = <Value>(value: Value) => ({ id: 'test', value, at: () => 'here' })
const section = { group: 'mixed', diet: 'vegan', contains: [], most: 500, suggest: false, ingredient: false } as const
type Foods = WorldFoods['sections'][string]['foods']

function built(foods: Foods, names: WorldFoods['names'] = {}) {
  const faults = new Faults()
  const world = { names, sections: { test: { ...section, portions: ['cup'], foundOnly: true, foods } } }
  const made = withWorldFoods(entry(everyday), entry(world as unknown as WorldFoods), undefined, lines, faults)
  return { ...made, faults: faults.lines.join('\n') }
}
const at = (name: string) => [...table.namedAt.values()].find(food => food.name === name)?.at ?? -1

describe('an own entry', () => {
  it('is the sum of USDA’s figures for its parts', () => {
    // 200 g baked beans, 58 g white bread, 10 g butter: potassium 283, 126 and 24 mg in 100 g, calcium 43, 211 and 24.
    const usda = (id: number, column: number) =>
      Number(
        readFileSync('knowledge/foods/foods.tsv', 'utf8')
          .match(new RegExp(`^${id}\t.*$`, 'm'))?.[0]
          .split('\t')[column],
      )
    for (const [nutrient, column] of [
      ['potassium', 10],
      ['calcium', 12],
    ] as const) {
      const sum = usda(175182, column) * 2 + usda(174924, column) * 0.58 + usda(173410, column) * 0.1
      expect(table.per100(at('Beans on toast'), nutrient)).toBeCloseTo((100 * sum) / 268, -0.5)
    }
  })

  it('says that it is one, and of what', () => {
    const name = table.names[at('Beans on toast')] ?? ''
    expect(name).toMatch(/^Unknot’s own entry, worked out from USDA’s figures for 200 g baked beans; 58 g white bread/)
    expect(table.ids[at('Beans on toast')]).toBeGreaterThanOrEqual(firstOwnEntry)
  })

  it('keeps an amount unknown that is unknown in one part', () => {
    const unknown = lines.find(({ id }) => id === 170683)?.values[9]
    expect(unknown).toBeNull()
    const { lines: all } = built({
      '9000900': { name: 'Porridge of amaranth', parts: { '170683': 50, 'Whole milk': 100 } },
    })
    const own = all.find(({ id }) => id === 9000900)
    expect([own?.values[9], typeof own?.values[6]]).toEqual([null, 'number'])
  })

  it('divides its parts by the weight of the dish, including the water', () => {
    const { lines: all } = built({ '9000900': { name: 'Thin rice', parts: { 'White rice, raw': 50 }, weighs: 150 } })
    const raw = lines.find(({ id }) => id === 168877)?.values ?? []
    const own = all.find(({ id }) => id === 9000900)?.values ?? []
    expect(own[0]).toBeCloseTo((raw[0] ?? 0) / 3, 5)
    expect(own[11]).toBeCloseTo(((raw[11] ?? 0) * 0.5 + 100) / 1.5, 5)
  })

  it('is at most as vegan as its parts, and contains what they contain', () => {
    const { set } = built({ '9000900': { name: 'Milk and tuna', parts: { 'Whole milk': 100, 'Tuna in water': 50 } } })
    const food = set.value.sections.test?.foods['9000900']
    expect([food?.diet, food?.contains]).toEqual(['omnivore', ['dairy', 'lactose', 'fish']])
  })

  it.each<readonly [string, Foods, RegExp]>([
    ['a part that nobody knows', { '9000900': { name: 'Dish', parts: { Moonmilk: 5 } } }, /called "Moonmilk"/],
    ['the number of USDA', { '175182': { name: 'Dish', parts: { Butter: 5 } } }, /has a number from 9000001/],
    ['amounts from nowhere', { '9000900': { name: 'Dish', holds: { energy: 5 } } }, /where its amounts are from/],
    [
      'an unknown caution',
      { '9000900': { name: 'Dish', parts: { Butter: 5 }, caution: 'gloom', warning: 'Ask first.' } },
      /unknown caution/,
    ],
  ])('is refused with %s', (_what, foods, message) => expect(built(foods).faults).toMatch(message))
})

it('rejects more names for a food that is not an everyday one', () => {
  expect(built({}, { '1': 'nothing' }).faults).toMatch(/the food 1 is not in the everyday set/)
})

it('warns about a potassium salt, whoever opens it', () => {
  expect(table.warningOf(at('LoSalt'))).toMatch(/made of potassium/)
  expect(table.warningOf(at('Banana'))).toBeUndefined()
  // 66 g potassium chloride and 33 g sodium chloride, by their atomic weights.
  expect(table.per100(at('LoSalt'), 'potassium')).toBeCloseTo((66 * 39.1 * 1000) / 74.55, -3)
  expect(table.per100(at('LoSalt'), 'sodium')).toBeCloseTo((33.3 * 22.99 * 1000) / 58.44, -3)
})

it('keeps what is only found by name out of the everyday foods', () => {
  const everydayNames = table.everyday.map(({ name }) => name)
  for (const name of ['LoSalt', 'Chicken stock cube', 'Beans on toast', 'Baking powder'])
    expect([name, at(name) >= 0, everydayNames.includes(name)]).toEqual([name, true, false])
})

it('proposes no own entry in a menu', () => {
  expect(table.everyday.filter(({ id, isSuggested }) => id >= firstOwnEntry && isSuggested)).toEqual([])
})
