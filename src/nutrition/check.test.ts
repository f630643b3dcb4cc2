/** The bounds that the check of menus keeps: nutrients, sodium and energy. Each test has a menu that breaks one. */
import { describe, expect, it } from 'vitest'
import { apple, beans, bread, brokenWith, type MadeUp, one, target } from '../../test/support/menu-check.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'

it('finds nothing wrong with a good menu', () => {
  expect(brokenWith()).toEqual([])
})

describe('a nutrient', () => {
  it.each(nutrients)('%s under its target is refused, unless the menu says that it falls short of it', nutrient => {
    const foods = [{ ...bread, holds: { [nutrient]: 99 } }, apple, beans]
    expect(brokenWith({ foods })).toEqual([`${nutrient} 299 is under 300`])
    expect(brokenWith({ foods, short: [nutrient] })).toEqual([])
    expect(brokenWith({ foods, short: nutrients.filter(each => each !== nutrient) })).toHaveLength(1)
    expect(brokenWith({ foods, targets: { [nutrient]: target(null, 600) } })).toEqual([])
  })

  it.each(nutrients)('%s over its upper limit is refused, unless the limit counts supplements only', nutrient => {
    const foods = [{ ...bread, holds: { [nutrient]: 401 } }, apple, beans]
    expect(brokenWith({ foods })).toEqual([`${nutrient} 601 is over 600`])
    expect(brokenWith({ foods, targets: { [nutrient]: target(300, 600, 'supplements') } })).toEqual([])
    expect(brokenWith({ foods, targets: { [nutrient]: target(300, null) } })).toEqual([])
  })

  // Small and large, so that neither part of the room for rounding hides a fault.
  it.each([0.75, 300, 3e6])('may be exactly at a bound of %d, and not a thousandth past it', bound => {
    const each = (share: number) =>
      [bread, apple, beans].map(food => ({ ...food, holds: { zinc: (bound / 3) * share } }))
    const zinc = { targets: { zinc: target(bound, bound) } }
    expect(brokenWith({ foods: each(1), ...zinc })).toEqual([])
    expect(brokenWith({ foods: each(1.001), ...zinc })).toEqual([expect.stringMatching(/^zinc .* is over/)])
    expect(brokenWith({ foods: each(0.999), ...zinc })).toEqual([expect.stringMatching(/^zinc .* is under/)])
  })

  it('counts what was eaten towards both bounds', () => {
    const menu = [one(apple), one(beans)]
    const profile = { eaten: [one(bread)] }
    expect(brokenWith({ menu, profile })).toEqual([])
    expect(brokenWith({ menu, profile, foods: [{ ...bread, holds: { calcium: 401 } }, apple, beans] })).toEqual([
      'calcium 601 is over 600',
    ])
  })

  it('past its limit by what was eaten is accepted, if the menu adds nothing to it', () => {
    const rich = { ...bread, holds: { calcium: 900 } }
    const without = (food: MadeUp, calcium: number) => ({ ...food, holds: { calcium } })
    const profile = { eaten: [one(rich)], energy: [0, 2000] as const }
    const menu = [one(apple), one(beans)]
    expect(brokenWith({ foods: [rich, without(apple, 0), without(beans, 0)], profile, menu })).toEqual([])
    expect(brokenWith({ foods: [rich, without(apple, 0), without(beans, 1)], profile, menu })).toEqual([
      'calcium 901 is over 600',
    ])
  })

  it('with a limit must be known of every food of the menu; of what was eaten it may be unknown', () => {
    const foods = [{ ...bread, holds: { zinc: null } }, apple, beans]
    const zinc = { zinc: target(200, 600) }
    expect(brokenWith({ foods, targets: zinc })).toEqual(['zinc is limited, and a food does not say'])
    expect(brokenWith({ foods, targets: { zinc: target(200, null) } })).toEqual([])
    expect(
      brokenWith({ foods, targets: zinc, profile: { eaten: [one(bread)] }, menu: [one(apple), one(beans)] }),
    ).toEqual([])
  })

  it('on hold permits no food, only an empty menu', () => {
    const hold: Partial<Caution> = { id: 'x', action: 'hold', scope: ['food'], nutrients: ['potassium', 'zinc'] }
    expect(brokenWith({ cautions: [hold] })).toEqual(['proposes food while potassium and zinc is on hold'])
    expect(brokenWith({ cautions: [{ ...hold, action: 'ask' }] })).toEqual([])
    expect(brokenWith({ cautions: [{ ...hold, scope: ['supplements'] }] })).toEqual([])
    expect(brokenWith({ cautions: [hold], menu: [], short: nutrients, profile: { mode: 'gap' } })).toEqual([])
  })
})

describe('sodium', () => {
  it('over the limit is refused, exactly at it is not', () => {
    for (const bound of [0.75, 1200, 3e6]) {
      const each = (share: number) =>
        [bread, apple, beans].map(food => ({ ...food, holds: { sodium: (bound / 3) * share } }))
      const targets = { sodium: target(null, bound) }
      expect(brokenWith({ foods: each(1), targets })).toEqual([])
      expect(brokenWith({ foods: each(1.001), targets })).toEqual([expect.stringMatching(/^sodium .* is over/)])
    }
    expect(brokenWith({ targets: { sodium: target(null, 1199) } })).toEqual(['sodium 1200 is over 1199'])
    expect(brokenWith({ targets: { sodium: target(null, null) } })).toEqual([])
  })

  it('counts what was eaten; past the limit already, the menu adds none', () => {
    const menu = [one(apple), one(beans)]
    const foods = (more: number) => [
      { ...bread, holds: { sodium: 3000 } },
      { ...apple, holds: { sodium: 0 } },
      { ...beans, holds: { sodium: more } },
    ]
    const profile = { eaten: [one(bread)] }
    expect(brokenWith({ foods: foods(0), profile, menu })).toEqual([])
    expect(brokenWith({ foods: foods(1), profile, menu })).toEqual(['sodium 3001 is over 2000'])
    expect(brokenWith({ menu, profile, targets: { sodium: target(null, 1100) } })).toEqual(['sodium 1200 is over 1100'])
  })

  it('must be known of every food of the menu', () => {
    const foods = [{ ...bread, holds: { sodium: null } }, apple, beans]
    expect(brokenWith({ foods })).toEqual(['sodium is limited, and a food does not say'])
    expect(brokenWith({ foods, profile: { eaten: [one(bread)] }, menu: [one(apple), one(beans)] })).toEqual([])
  })
})

describe('energy', () => {
  it.each([0.75, 1500, 3e6])('may be exactly at both ends of %d, and not a thousandth past them', bound => {
    const each = (share: number) =>
      [bread, apple, beans].map(food => ({ ...food, holds: { energy: (bound / 3) * share } }))
    const profile = { energy: [bound, bound] as const }
    expect(brokenWith({ foods: each(1), profile })).toEqual([])
    expect(brokenWith({ foods: each(1.001), profile })).toEqual([expect.stringMatching(/^energy .* is over/)])
    expect(brokenWith({ foods: each(0.999), profile })).toEqual([expect.stringMatching(/^energy .* is under/)])
  })

  it('is named with its bound', () => {
    expect(brokenWith({ profile: { energy: [1200, 1499] } })).toEqual(['energy 1500 is over 1499'])
    expect(brokenWith({ profile: { energy: [1501, 2000] } })).toEqual(['energy 1500 is under 1501'])
  })

  it('has a least of a whole day only, not of a few foods on top', () => {
    expect(brokenWith({ profile: { energy: [1501, 2000], mode: 'gap' } })).toEqual([])
  })

  it('counts what was eaten; past the most already, the menu adds none', () => {
    const menu = [one(apple), one(beans)]
    const foods = (more: number) => [
      { ...bread, holds: { energy: 2500 } },
      { ...apple, holds: { energy: 0 } },
      { ...beans, holds: { energy: more } },
    ]
    const profile = { eaten: [one(bread)] }
    expect(brokenWith({ foods: foods(0), profile, menu })).toEqual([])
    expect(brokenWith({ foods: foods(1), profile, menu })).toEqual(['energy 2501 is over 2000'])
    expect(brokenWith({ menu, profile: { ...profile, energy: [1501, 2000] } })).toEqual(['energy 1500 is under 1501'])
  })
})
