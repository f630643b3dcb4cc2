import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import { cautionsFor } from './cautions.ts'
import { movesFor } from './change-moves.ts'
import { bringsWords, countWords, headWords, remainsWords } from './change-words.ts'
import { brokenChanges } from './check-changes.ts'
import { intakeOf } from './intake.ts'
import type { Amount, Profile } from './person.ts'
import { smallestChange } from './smallest-change.ts'
import { targetsFor } from './targets.ts'

const named = (name: string) => {
  const food = [...table.namedAt.values()].find(each => each.name === name)
  if (!food) throw new Error(`no ${name}`)
  return food
}
const portions = (...names: readonly string[]): readonly Amount[] =>
  names.map(name => ({ food: named(name).id, grams: named(name).portion.grams }))
const woman = { age: 41, sex: 'female', conditions: [], medicines: [] }
const plainDay = portions(
  'Toast and jam',
  'Ham sandwich',
  'Pasta with tomato sauce',
  'Crisps',
  'Tea with milk',
  'Apple',
)
const profile = (input: object, eaten = plainDay) => profileOf({ ...woman, ...input, eaten })
const answer = (given: Profile) => smallestChange(knowledge, table, given)

/** What a set of changes closes, worked out anew from the table. */
function closes(given: Profile, changes: readonly { readonly comes: Amount; readonly away: readonly Amount[] }[]) {
  const targets = targetsFor(knowledge, given)
  let missing = 0
  let left = 0
  for (const nutrient of nutrients) {
    const { target } = targets.nutrients[nutrient]
    if (target === null) continue
    const before = intakeOf(table, given.eaten, nutrient).amount
    const gained = changes.reduce(
      (sum, { comes, away }) =>
        sum + intakeOf(table, [comes], nutrient).amount - intakeOf(table, away, nutrient).amount,
      0,
    )
    missing += Math.max(0, target - before) / target
    left += Math.min(Math.max(0, target - before), Math.max(0, target - before - gained)) / target
  }
  return 1 - left / missing
}

describe('the smallest change', () => {
  it('says what to add or swap in plain words, what it brings and what remains', () => {
    const found = answer(profile({}))
    expect(found.status).toBe('mostly')
    expect(found.changes).toHaveLength(3)
    expect(headWords(found)).toMatch(/^Three changes close \d\d % of the gap$/)
    for (const change of found.changes) {
      expect(change.say).toMatch(/^(Add|Swap|Have more|In your) [a-z0-9 ,%½-]+/)
      expect(bringsWords(change, found)).toMatch(/^It brings [\d.,]+ (mg|µg) of /)
    }
    expect(remainsWords(found)).toMatch(/^Still missing: [\d.,]+ mg of /)
    expect(countWords(found)).toContain('Two changes could close')
  })

  it('tells totals that add up: the usual day and what each change brings', () => {
    const given = profile({})
    const found = answer(given)
    for (const nutrient of nutrients) {
      const { before, after } = found.totals[nutrient]
      expect(before).toBeCloseTo(intakeOf(table, given.eaten, nutrient).amount, 2)
      expect(after).toBeCloseTo(before + found.changes.reduce((sum, { brings }) => sum + brings[nutrient], 0), 1)
    }
    const set = found.changes.map(({ food, grams, away }) => ({ comes: { food, grams }, away }))
    expect(found.closes).toBeCloseTo(closes(given, set), 2)
  })

  it('is the fewest: no one change and no two close as much, compared one by one by another count', () => {
    const given = profile({ avoid: ['fish'] })
    const cautions = cautionsFor(knowledge, given)
    const targets = targetsFor(knowledge, given)
    const moves = movesFor(table, given, cautions)
    const best = (sets: readonly (typeof moves)[]) =>
      Math.max(
        ...sets.map(set =>
          brokenChanges(table, given, targets, cautions, set).length > 0
            ? 0
            : closes(
                given,
                set.map(({ food, grams, away }) => ({ comes: { food: food.id, grams }, away })),
              ),
        ),
      )
    const found = answer(given)
    const pairs = moves.flatMap((a, place) =>
      moves.slice(place + 1).flatMap(b => (a.keys.some(key => b.keys.includes(key)) ? [] : [[a, b]])),
    )
    expect(found.byCount[0]).toBeCloseTo(best(moves.map(move => [move])), 2)
    expect(found.byCount[1]).toBeCloseTo(best(pairs), 2)
    expect(found.byCount[found.changes.length - 2] ?? 0).toBeLessThan(0.8)
  })

  it('proposes nothing to a person whose potassium is on hold, and does not tell what is missing', () => {
    const held = answer(profile({ conditions: ['kidney-disease'] }))
    expect([held.status, held.changes]).toEqual(['held', []])
    expect(headWords(held) + remainsWords(held)).toBe('On hold: ask your clinician first')
  })

  it('asks for a usual day before it answers', () => {
    expect(answer(profile({}, []))).toMatchObject({ status: 'empty', changes: [] })
  })

  it('leaves a day alone that reaches all five', () => {
    const full = portions('Salmon, baked', 'Spinach, boiled', 'Semi-skimmed milk', 'Plain yogurt', 'Pumpkin seeds')
    const found = answer(profile({ energy: [1800, 4000] }, [...full, ...full, ...portions('Banana', 'Orange juice')]))
    expect(found.status).toBe('enough')
  })

  it('keeps every limit and wish of anyone, as an independent check finds', () => {
    const foods = Object.values(table.changes.usual).flat()
    const person = fc.record({
      age: fc.integer({ min: 19, max: 90 }),
      sex: fc.constantFrom('female', 'male'),
      diet: fc.constantFrom('omnivore', 'vegetarian', 'vegan'),
      avoid: fc.subarray(['dairy', 'gluten', 'nuts', 'fish', 'soy', 'egg']),
      dislike: fc.subarray(table.changes.adds.slice(0, 8).map(({ food }) => food)),
      medicines: fc.subarray(['warfarin']),
      day: fc.uniqueArray(fc.constantFrom(...foods), { minLength: 1, maxLength: 10 }),
    })
    fc.assert(
      fc.property(person, ({ day, ...input }) => {
        const eaten = day.map(food => ({
          food,
          grams: table.namedAt.get(table.place.get(food) ?? -1)?.portion.grams ?? 100,
        }))
        const given = profileOf({ ...woman, ...input, eaten })
        const found = answer(given)
        const changes = found.changes.map(({ food, grams, away }) => ({ food: { id: food }, grams, away }))
        const targets = targetsFor(knowledge, given)
        expect(brokenChanges(table, given, targets, cautionsFor(knowledge, given), changes)).toEqual([])
        for (const nutrient of nutrients) {
          const isShort = found.totals[nutrient].after < (targets.nutrients[nutrient].target ?? 0) * (1 - 1e-6)
          expect(found.short.includes(nutrient)).toBe(isShort)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('the check of changes', () => {
  const given = profile({})
  const broken = (changes: Parameters<typeof brokenChanges>[4], who = given) =>
    brokenChanges(table, who, targetsFor(knowledge, who), cautionsFor(knowledge, who), changes).join('\n')
  const adds = (name: string, count = 1, away: readonly Amount[] = []) => ({
    food: { id: named(name).id },
    grams: named(name).portion.grams * count,
    away,
  })

  it('finds nothing against a handful of seeds', () => {
    expect(broken([adds('Pumpkin seeds')])).toBe('')
  })

  it.each([
    ['more than three changes', [adds('Banana'), adds('Orange'), adds('Kiwi'), adds('Almonds')], /4 changes/],
    ['a drink with alcohol', [adds('Red wine')], /must be avoided/],
    ['a food that is never proposed', [adds('Cola')], /never proposed/],
    ['more than a day holds', [adds('Pumpkin seeds', 6)], /more than \d+ g of Pumpkin seeds/],
    [
      'more nuts and seeds together than a day holds',
      [adds('Almonds', 2), adds('Cashews', 2), adds('Walnuts', 2)],
      /nuts-seeds/,
    ],
    ['a third of a portion', [adds('Banana', 0.3)], /no half portion/],
    ['to take away what is not there', [adds('Banana', 1, portions('Cola'))], /goes, of 0 g/],
    ['too much energy', [adds('Almonds', 2), adds('Avocado', 2), adds('Brown rice, cooked', 2)], /energy/],
  ])('refuses %s', (_what, changes, why) => {
    expect(broken(changes, profile({ energy: [1200, 1500] }))).toMatch(why)
  })

  it('refuses a food for those who avoid it, dislike it, or take warfarin', () => {
    expect(broken([adds('Semi-skimmed milk')], profile({ avoid: ['dairy'] }))).toMatch(/must be avoided/)
    expect(broken([adds('Banana')], profile({ dislike: [named('Banana').id] }))).toMatch(/must be avoided/)
    expect(broken([adds('Spinach, boiled')], profile({ medicines: ['warfarin'] }))).toMatch(/must be avoided/)
    expect(broken([adds('Salmon, baked')], profile({ diet: 'vegetarian' }))).toMatch(/must be avoided/)
    expect(broken([adds('Banana')], profile({ conditions: ['kidney-disease'] }))).toMatch(/on hold/)
  })

  it('lets a salty day rise by no more than a twentieth of the mark', () => {
    const salty = profile({}, portions('Ham sandwich', 'Instant ramen', 'Pad thai'))
    expect(broken([adds('Banana')], salty)).toBe('')
    expect(broken([adds('Pink salmon, tinned')], salty)).toMatch(/sodium/)
  })
})
