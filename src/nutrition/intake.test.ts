import { expect, it } from 'vitest'
import { knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { cautionsFor } from './cautions.ts'
import { dayOf } from './day.ts'
import { intakeOf } from './intake.ts'
import { parseProfile } from './person.ts'
import { portionWords } from './portion-words.ts'
import { targetsFor } from './targets.ts'

const eater = { lifeStage: 'none', reference: 'us-canada', conditions: [], medicines: [] } as const

it('sums known amounts, and counts foods without a figure', () => {
  const banana = { food: 173944, grams: 118 }
  expect(intakeOf(table, [banana], 'potassium')).toEqual({ amount: (358 * 118) / 100, unknown: 0 })
  const wildSalmon = { food: 171998, grams: 85 }
  expect(table.per100(table.place.get(171998) ?? -1, 'vitamin-d')).toBeNull()
  expect(intakeOf(table, [banana, wildSalmon], 'vitamin-d')).toEqual({ amount: 0, unknown: 1 })
})

it('has the targets of the National Academies by age, sex, pregnancy and breastfeeding', () => {
  const of = (age: number, sex: 'female' | 'male', lifeStage: 'none' | 'pregnancy' | 'lactation' = 'none') =>
    targetsFor(knowledge, { ...eater, age, sex, lifeStage }).nutrients
  expect(of(34, 'female').potassium.target).toBe(2600)
  expect(of(34, 'male').potassium.target).toBe(3400)
  expect(of(34, 'female').magnesium.target).toBe(320)
  expect(of(55, 'female').calcium.target).toBe(1200)
  expect(of(71, 'male')['vitamin-d'].target).toBe(20)
  expect(of(25, 'female', 'pregnancy').zinc.target).toBe(11)
  expect(of(33, 'female', 'lactation').potassium.target).toBe(2800)
  expect(of(34, 'female').zinc.upper).toBe(40)
  expect(of(34, 'female').potassium.upper).toBeNull()
  expect(of(52, 'female', 'pregnancy').zinc.target).toBe(11)
})

it('counts magnesium from food against no upper limit', () => {
  const { magnesium } = targetsFor(knowledge, { ...eater, age: 34, sex: 'female' }).nutrients
  expect([magnesium.upper, magnesium.upperScope]).toEqual([350, 'supplements'])
  const profile = profileOf({ age: 34, sex: 'female', conditions: [], medicines: [] })
  const { limits } = dayOf(table, profile, targetsFor(knowledge, profile))
  expect(limits.find(({ content }) => content === 'magnesium')).toEqual({ content: 'magnesium', least: 320 })
})

it('sets no target of water (H06)', () => {
  for (const age of [20, 40, 75])
    for (const lifeStage of ['none', 'pregnancy', 'lactation'] as const) {
      const { nutrients, ...others } = targetsFor(knowledge, { ...eater, age, sex: 'female', lifeStage })
      expect(
        [...Object.keys(nutrients), ...Object.keys(others)].filter(name => /water|fluid|drink/i.test(name)),
      ).toEqual([])
    }
})

it('leaves the gaps of the European set open, except for sodium', () => {
  const targets = targetsFor(knowledge, { ...eater, age: 30, sex: 'female', lifeStage: 'pregnancy', reference: 'efsa' })
  expect(targets.nutrients.zinc.target).toBeNull()
  expect(targets.nutrients.potassium.target).toBe(3500)
  expect(targets.sodium.upper).toBe(2300)
})

it('an unanswered question about kidneys or medicines makes potassium an "ask"', () => {
  const of = (said: object) =>
    cautionsFor(knowledge, { ...eater, age: 34, sex: 'female', ...said })
      .filter(
        ({ nutrients, scope, action }) => nutrients.includes('potassium') && scope.includes('food') && action === 'ask',
      )
      .map(({ id }) => id)
  expect(of({})).toEqual([])
  expect(of({ conditions: undefined })).toEqual(['kidneys-not-answered'])
  expect(of({ medicines: undefined })).toEqual(['medicines-not-answered'])
  expect(of({ medicines: ['ramipril'] })).toEqual(['acei'])
  expect(of({ medicines: ['paracetamol'] })).toEqual([])
  expect(of({ medicines: ['a-new-medicine'] })).toEqual(['medicine-not-known'])
})

it('every caution can be met', () => {
  for (const [id, caution] of Object.entries(knowledge.cautions)) {
    const [condition] = caution.conditions
    const [name] = caution.medicines
    const led = caution.withCaution[0] ? knowledge.cautions[caution.withCaution[0]] : undefined
    const found = cautionsFor(knowledge, {
      ...eater,
      age: caution.under ? caution.under - 1 : 40,
      sex: 'female',
      conditions: [...(condition ? [condition] : []), ...(led?.conditions.slice(0, 1) ?? [])],
      medicines: name ? [knowledge.classes[name]?.[0] ?? name] : [],
    })
    expect(found.map(each => each.id)).toContain(id)
  }
})

it.each([
  ['1 medium', 2, '2 medium'],
  ['1 medium', 0.5, '½ medium'],
  ['half a cup', 1.5, '¾ cup'],
  ['half a cup', 3, '1½ cups'],
  ['2 eggs', 0.5, '1 egg'],
  ['2 slices', 1.5, '3 slices'],
  ['1 glass', 1.5, '1½ glasses'],
  ['small handful', 2, '2 small handfuls'],
  ['5 halves', 0.2, '1 half'],
  ['half a cup of seeds', 3, '1½ cups of seeds'],
])('%s, %d times, is %s', (portion, count, words) => expect(portionWords(portion, count)).toBe(words))

it.each([
  [{ age: 34 }, /^sex is missing: give one of female, male$/],
  [{ age: 340, sex: 'female' }, /^age is 340: give years from 1 to 120$/],
  [{ age: 34, sex: 'female', eaten: [{ food: 1, grams: 10 }] }, /^eaten\[0\]\.food is 1: give the FDC id/],
  [{ age: 34, sex: 'female', avoid: ['diary'] }, /^avoid has no word "diary": give some of dairy/],
  [{ age: 34, sex: 'female', conditions: ['kidny'] }, /^conditions has "kidny", which Unknot does not know/],
  [{ age: 34, sex: 'female', energy: [2200, 1800] }, /^energy is \[2200, 1800\]: the least comes first$/],
  [{ age: 34, sex: 'male', lifeStage: 'pregnancy' }, /^lifeStage is "pregnancy", but sex is "male": mend one$/],
  [{ age: 34, sex: 'female', food: [] }, /^the profile has no "food"/],
  ['x', /^the profile is not an object/],
])('refuses %o in one line', (input, message) => {
  const parsed = parseProfile(knowledge, table, input)
  expect(parsed.ok ? '' : parsed.error).toMatch(message)
  expect(parsed.ok ? '' : parsed.error).not.toContain('\n')
})
