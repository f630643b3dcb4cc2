import { expect, it } from 'vitest'
import { knowledge, table } from '../../test/support/food-tools.ts'
import { articleFoods } from '../knowledge/article-foods.gen.ts'
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { articlePlaces } from './article-foods.ts'
import { richIn } from './rich-in.ts'
import { parseRichQuestion } from './rich-question.ts'

function placesOf(nutrient: Nutrient) {
  const parsed = parseRichQuestion(knowledge, table, { richIn: nutrient, conditions: [], medicines: [] })
  if (!parsed.ok) throw new Error(parsed.error)
  const list = richIn(table, parsed.question)
  if (list.status === 'held') throw new Error('held')
  return { list, places: articlePlaces(table, articleFoods, nutrient, list) }
}

it.each(nutrients)(
  'gives each food that the article names for %s its true place, or says that it brings none',
  nutrient => {
    const { list, places } = placesOf(nutrient)
    expect(places.length).toBeGreaterThanOrEqual(3)
    for (const { food, place, amount, named } of places) {
      const richer = list.foods.filter(({ brings }) => (brings[nutrient] ?? 0) > (amount ?? 0)).length
      if (place === null) expect([named, amount]).toEqual([named, 0])
      else expect([named, list.foods.findIndex(each => each.food === food) >= 0]).toEqual([named, true])
      if (place !== null) expect(Math.abs(place - 1 - richer)).toBeLessThanOrEqual(2)
    }
  },
)

it('says where the article is off: vitamin D in almonds and beans, magnesium in pumpkin, calcium in spinach', () => {
  const wordOf = (nutrient: Nutrient, named: string) =>
    placesOf(nutrient).places.find(each => each.named === named)?.word ?? ''
  expect(wordOf('vitamin-d', 'Almonds')).toMatch(/none/)
  expect(wordOf('vitamin-d', 'Beans')).toMatch(/none/)
  expect(wordOf('magnesium', 'Pumpkin')).toMatch(/seeds/)
  expect(wordOf('magnesium', 'Halibut')).toMatch(/fair/)
  expect(wordOf('calcium', 'Spinach')).toMatch(/takes up/)
})

it('keeps the comparisons in its words true to the table', () => {
  const amount = (nutrient: Nutrient, named: string) =>
    placesOf(nutrient).places.find(each => each.named === named)?.amount ?? Number.NaN
  expect(amount('potassium', 'Carrots') / amount('potassium', 'Bananas')).toBeCloseTo(0.46, 1)
  expect(amount('potassium', 'Beets')).toBeLessThan(amount('potassium', 'Bananas'))
  expect(amount('potassium', 'Beet greens')).toBeGreaterThan(3 * amount('potassium', 'Beets'))
  expect(amount('magnesium', 'Nuts (almonds)') / amount('magnesium', 'Halibut')).toBeGreaterThan(3)
  // Three ounces are 85 g; the upper limit of zinc is 40 mg in the US and Canada.
  expect((table.per100(table.place.get(171980) ?? -1, 'zinc') ?? 0) * 0.85).toBeGreaterThan(40)
})
