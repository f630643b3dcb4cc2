import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { EverydaySet } from '../../src/knowledge/nutrition-schema.ts'
import { openFoods } from '../../src/nutrition/food-table.ts'
import { everydayRows, forbidden } from './everyday.ts'
import { Faults } from './files.ts'
import { readFoodTable } from './food-table.ts'

const faults = new Faults()
const lines = readFoodTable('knowledge/foods/foods.tsv', faults)
const set = parse(readFileSync('knowledge/foods/everyday.yaml', 'utf8')) as EverydaySet
const table = openFoods(JSON.parse(readFileSync('src/knowledge/foods.gen.json', 'utf8')))

describe('the table of foods', () => {
  it('is complete: 7,754 foods with their portions, and no unknown value turned into 0', () => {
    expect(faults.lines).toEqual([])
    expect(lines.length).toBe(7754)
    expect(lines.reduce((sum, { portions }) => sum + portions.length, 0)).toBe(14408)
    const unknown = (place: number) => lines.filter(({ values }) => values[place] === null).length
    expect([9, 10, 7, 6, 8, 5].map(unknown)).toEqual([2589, 371, 356, 264, 85, 83])
  })

  it('is the same after packing and unpacking', () => {
    for (const { id, name, values, portions } of lines.filter((_, index) => index % 97 === 0)) {
      const at = table.place.get(id) ?? -1
      expect(table.names[at]).toBe(name)
      expect(table.per100(at, 'potassium')).toBe(values[6])
      expect(table.per100(at, 'vitamin-d')).toBe(values[9])
      expect(table.per100(at, 'zinc')).toBe(values[10])
      if (!table.namedAt.has(at))
        expect(table.portionsOf(at)).toEqual(
          portions.map(({ amount, unit, grams }) => ({ words: `${amount} ${unit}`, grams })),
        )
    }
  })
})

describe('the everyday set', () => {
  it('has 600 to 1,200 foods, each with a plain name, a portion and a largest amount', () => {
    expect(table.everyday.length).toBeGreaterThanOrEqual(600)
    expect(table.everyday.length).toBeLessThanOrEqual(1200)
    for (const { name, portion, most } of table.everyday) {
      expect(name).not.toMatch(/NFS|separable|includes|all varieties/i)
      expect(portion.grams).toBeGreaterThan(0)
      expect(most).toBeGreaterThanOrEqual(portion.grams / 2)
    }
  })

  it('names a banana "Banana"', () => expect(table.nameOf(table.place.get(173944) ?? -1)).toBe('Banana'))

  it.each([
    ['leavening', /^Leavening/],
    ['salt', /^Salt,/],
    ['bouillon', /bouillon|, dry.*(soup|broth)|^Soup.*, dry/i],
    ['baby food', /babyfood|toddler/i],
    ['formula', /infant formula/i],
    ['instant powders', /powder.*(mix|instant)|instant.*powder|dry mix/i],
    ['seed meals', /(seed|soy|peanut|sesame).*(meal|flour)/i],
    ['fish-liver oil', /liver oil|^Fish oil/i],
    ['game', /game meat|venison|\bdeer\b|\belk\b|\bmoose\b|\bbear\b|\bseal\b|\bwhale\b/i],
  ])('never holds %s, though the table does', (_what, pattern) => {
    expect(lines.some(({ name }) => pattern.test(name))).toBe(true)
    expect(table.everyday.map(({ at }) => table.names[at] ?? '').filter(name => pattern.test(name))).toEqual([])
    for (const line of lines.filter(({ name }) => pattern.test(name)).slice(0, 5))
      expect([line.name, forbidden(set, line)]).not.toEqual([line.name, undefined])
  })

  it('caps spices in grams', () => {
    const spices = table.everyday.filter(({ group }) => group === 'herbs-spices')
    expect(spices.length).toBeGreaterThan(20)
    for (const { most, isSuggested } of spices) expect([most <= 15, isSuggested]).toEqual([true, false])
  })

  it('rejects a forbidden food, wherever it is listed, and a spice by the cup', () => {
    const [section] = Object.values(set.sections)
    if (!section) throw new Error('the set is empty')
    const refused = (foods: (typeof section)['foods'], group = section.group) => {
      const found = new Faults()
      const value = { ...set, staples: [], sections: { test: { ...section, suggest: true, group, foods } } }
      everydayRows({ id: 'everyday', value, at: () => 'here' }, lines, found)
      return found.lines.join('\n')
    }
    expect(refused({ '172804': { name: 'Baking powder' } })).toContain('may not stand here')
    expect(refused({ '173468': { name: 'Salt' } })).toContain('may not stand here')
    expect(refused({ '171320': { name: 'Cinnamon', most: 100, portion: [' 1 tsp', 2] } }, 'herbs-spices')).toContain(
      'capped',
    )
  })

  it('counts a vegan food as free of everything from animals', () => {
    for (const { name, diet, contains } of table.everyday)
      if (diet === 'vegan')
        expect([
          name,
          contains.filter(word => ['dairy', 'egg', 'fish', 'shellfish', 'meat', 'pork'].includes(word)),
        ]).toEqual([name, []])
  })
})

describe('the file of foods', () => {
  it('is at most 270 kB with brotli', async () => {
    const { brotliCompressSync, constants } = await import('node:zlib')
    const text = readFileSync('src/knowledge/foods.gen.json')
    const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    expect(length).toBeLessThanOrEqual(270_000)
  })
})
