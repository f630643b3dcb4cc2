import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knowledge, table } from '../../test/support/food-tools.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import { type RichList, richBases, richFilters, richIn } from './rich-in.ts'
import { parseRichQuestion } from './rich-question.ts'

const ask = (input: Readonly<Record<string, unknown>>) => {
  const parsed = parseRichQuestion(knowledge, table, { conditions: [], medicines: [], ...input })
  if (!parsed.ok) throw new Error(parsed.error)
  return richIn(table, parsed.question)
}
const list = (input: Readonly<Record<string, unknown>>): RichList => {
  const found = ask(input)
  if (found.status === 'held') throw new Error(`held: ${found.held}`)
  return found
}
const errorOf = (input: Readonly<Record<string, unknown>>) => {
  const parsed = parseRichQuestion(knowledge, table, input)
  return parsed.ok ? undefined : parsed.error
}

/** The table as USDA's own columns, read without any code of the engine. */
const columns = { potassium: 10, magnesium: 11, calcium: 12, 'vitamin-d': 13, zinc: 14 } as const
const usda = new Map(
  readFileSync('knowledge/foods/foods.tsv', 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => {
      const cells = line.split('\t')
      return [Number(cells[0]), cells] as const
    }),
)
const everyday = new Map(table.everyday.map(food => [food.id, food]))

describe.each(nutrients)('the list of foods rich in %s', nutrient => {
  it.each(richBases)('has the order of a plain sort of the USDA table, by %s', per => {
    const plain = [...usda]
      .flatMap(([id, cells]) => {
        const food = everyday.get(id)
        const value = Number(cells[columns[nutrient]])
        const kcal = Number(cells[4])
        if (!food || food.isIngredient || food.contains.includes('alcohol') || !(value > 0)) return []
        if (per === '100kcal' && (kcal * food.portion.grams) / 100 < 5) return []
        const amount = per === 'portion' ? value * food.portion.grams : per === '100g' ? value : value / kcal
        return [{ id, amount }]
      })
      .sort((a, b) => b.amount - a.amount)
    const made = list({ richIn: nutrient, per }).foods.filter(({ food }) => usda.has(food))
    expect(made.length).toBeGreaterThan(nutrient === 'vitamin-d' ? 120 : 500)
    expect(made.length).toBe(plain.length)
    const amountOf = new Map(plain.map(({ id, amount }) => [id, amount]))
    // Equal amounts may stand in any order, so amounts are compared, and each food's own.
    for (const [at, { food }] of made.entries())
      expect(amountOf.get(food) ?? 0).toBeCloseTo(plain[at]?.amount ?? Number.NaN, 6)
  })

  it('has only foods that are eaten by the portion, though spices and powders hold the most', () => {
    const names = list({ richIn: nutrient, per: '100g' }).foods.map(({ usda: name }) => name)
    expect(
      names.filter(name => /^Spices|^Leavening|^Cocoa|^Salt|bouillon|^Wheat flour|^Oil,|^Vinegar|^Sauce/i.test(name)),
    ).toEqual([])
    expect(names.length).toBeGreaterThan(100)
  })

  it.each(richFilters)('loses foods with the filter %s and keeps their order', filter => {
    const all = list({ richIn: nutrient }).foods.map(({ food }) => food)
    const kept = list({ richIn: nutrient, filters: [filter] }).foods.map(({ food }) => food)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThan(all.length)
    expect(kept).toEqual(all.filter(food => kept.includes(food)))
  })
})

describe('a list', () => {
  it('says of a handful of pumpkin seeds what USDA’s table says', () => {
    const [first] = list({ richIn: 'magnesium', sex: 'female', age: 34 }).foods
    expect(first).toMatchObject({ food: 170556, place: 1, grams: 28 })
    // 592 mg of magnesium and 7.81 mg of zinc in 100 g; the RDA of a woman of 34 is 320 mg.
    expect(first?.brings.magnesium).toBeCloseTo(5.92 * 28, 1)
    expect(first?.brings.zinc).toBeCloseTo(0.0781 * 28, 2)
    expect(first?.shares[0]).toBeCloseTo((5.92 * 28) / 320, 4)
  })

  it('counts by the higher target of women and men while the sex is unsaid', () => {
    const [food] = list({ richIn: 'magnesium' }).foods
    expect(food?.shares[0]).toBeCloseTo((food?.brings.magnesium ?? 0) / 420, 3)
  })

  it('is without fish, shellfish, milk or a stove where that is asked', () => {
    const named = (filter: string, nutrient: string) =>
      list({ richIn: nutrient, filters: filter }).foods.map(({ name }) => name)
    expect(named('no-fish', 'vitamin-d').join()).not.toMatch(/salmon|tuna|sardine|herring|trout/i)
    expect(named('no-dairy', 'calcium').join()).not.toMatch(/yogurt|cheddar|whole milk/i)
    expect(named('vegan', 'zinc').join()).not.toMatch(/beef|boiled egg|whole milk|yogurt|cheddar/i)
    expect(named('no-cooking', 'magnesium').join()).not.toMatch(/, (boiled|baked|grilled)/i)
  })

  it('ranks two nutrients by the one that is short, so that neither is missing', () => {
    const both = list({ richIn: 'calcium,zinc' }).foods
    const shorter = both.map(({ shares }) => Math.min(...shares.map(share => share ?? 0)))
    expect(shorter).toEqual(shorter.toSorted((a, b) => b - a))
    expect(both.every(({ brings }) => (brings.calcium ?? 0) > 0 && (brings.zinc ?? 0) > 0)).toBe(true)
  })

  it('counts foods without a figure, and ranks them nowhere', () => {
    const { foods, unknown } = list({ richIn: 'vitamin-d' })
    expect(unknown).toBeGreaterThan(10)
    const without = table.everyday.filter(({ at }) => table.per100(at, 'vitamin-d') === null).map(({ id }) => id)
    expect(foods.filter(({ food }) => without.includes(food))).toEqual([])
  })

  it('leaves out what the person avoids, dislikes, or does not eat by diet', () => {
    const kept = list({ richIn: 'zinc', diet: 'vegetarian', avoid: ['nuts', 'egg'], dislike: [174289] }).foods
    const foods = kept.map(({ food }) => everyday.get(food))
    expect(foods.filter(food => food?.diet === 'omnivore' || food?.contains.includes('nuts'))).toEqual([])
    expect(kept.map(({ food }) => food)).not.toContain(174289)
    expect(kept.length).toBeGreaterThan(100)
  })

  it('leaves out liver and raw fish in pregnancy, and leafy greens with warfarin', () => {
    const pregnant = list({ richIn: 'zinc', sex: 'female', age: 30, lifeStage: 'pregnancy' }).foods
    expect(pregnant.map(({ name }) => name).join()).not.toMatch(/liver|oysters, boiled/i)
    expect(
      list({ richIn: 'calcium', medicines: ['warfarin'] })
        .foods.map(({ name }) => name)
        .join(),
    ).not.toMatch(/kale/i)
  })
})

describe('a person who is held from a nutrient', () => {
  it.each([
    ['potassium', { conditions: ['kidney-disease'] }],
    ['magnesium', { conditions: ['dialysis'] }],
    ['potassium', { medicines: ['spironolactone'] }],
    ['potassium,zinc', { conditions: ['kidney-disease'] }],
  ] as const)('gets no list of %s, and is told why', (richIn, person) => {
    const held = ask({ richIn, ...person })
    expect(held.status).toBe('held')
    expect('foods' in held).toBe(false)
    expect(held.cautions.length).toBeGreaterThan(0)
    for (const { text, because } of held.cautions) expect([text.length > 20, because.length]).toEqual([true, 1])
  })

  it('still gets the list of another nutrient', () => {
    expect(ask({ richIn: 'zinc', conditions: ['kidney-disease'] }).status).toBe('ranked')
  })

  it('is asked about kidneys and medicines before potassium, while these are unsaid', () => {
    const open = list({ richIn: 'potassium', conditions: undefined, medicines: undefined })
    expect(open.cautions.map(({ id }) => id)).toEqual(['kidneys-not-answered', 'medicines-not-answered'])
    expect(list({ richIn: 'potassium' }).cautions).toEqual([])
  })
})

it.each([
  [{ richIn: 'iron' }, /^richIn has "iron": give one or two of potassium/],
  [{ richIn: '' }, /^richIn names nothing/],
  [{ richIn: 'zinc,calcium,potassium' }, /more than two/],
  [{ richIn: 'zinc', per: 'cup' }, /^per is "cup": give one of portion, 100g, 100kcal$/],
  [{ richIn: 'zinc', filters: 'raw' }, /^filters has "raw": give some of vegan/],
  [{ richIn: 'zinc', age: 900 }, /^age is 900/],
  [{ richIn: 'zinc', conditions: ['gloom'] }, /^conditions has "gloom"/],
  [{ richIn: 'zinc', colour: 'red' }, /^there is no "colour"/],
])('refuses %j with one line', (input, message) => expect(errorOf(input)).toMatch(message))

it('reads "Vitamin D" as people write it', () => expect(list({ richIn: 'Vitamin D' }).richIn).toEqual(['vitamin-d']))
