/** A bad menu for each rule of the check, over a made-up table of foods with round figures. */
import { describe, expect, it } from 'vitest'
import { type Content, type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'
import { brokenPromises } from './check.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'
import type { Target, Targets } from './targets.ts'

type Said = Partial<Record<Content, number | null>>
interface MadeUp extends Partial<Omit<EverydayFood, 'id' | 'at'>> {
  readonly id: number
  /** Of 100 g; what is left out is 100 of each nutrient, 400 mg sodium and 500 kcal. */
  readonly holds?: Said
  readonly isEveryday?: boolean
}

const bread: MadeUp = { id: 1, name: 'Bread', group: 'grains', kind: 'Bread' }
const apple: MadeUp = { id: 2, name: 'Apple', group: 'fruit', kind: 'Apples' }
const beans: MadeUp = { id: 3, name: 'Beans', group: 'legumes-nuts', kind: 'Beans' }

function tableOf(foods: readonly MadeUp[], together: readonly (readonly [string, number])[] = []): FoodTable {
  const everyday = foods.map(
    ({ id, holds: _holds, isEveryday: _isEveryday, ...own }, at): EverydayFood => ({
      at,
      id,
      name: `Food ${id}`,
      also: '',
      group: 'grains',
      diet: 'vegan',
      contains: [],
      portion: { words: '1 portion', grams: 100 },
      most: 200,
      kind: `Kind ${id}`,
      family: '',
      isSuggested: true,
      isLeafy: false,
      isStaple: true,
      isForPregnancy: true,
      isIngredient: false,
      needsCooking: false,
      ...own,
    }),
  )
  return {
    source: 'made up',
    ids: foods.map(({ id }) => id),
    names: foods.map(({ name }) => name ?? ''),
    groups: [],
    everyday,
    place: new Map(foods.map(({ id }, at) => [id, at])),
    namedAt: new Map(),
    warningOf: () => undefined,
    partsOf: () => [],
    changes: { usual: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] }, adds: [], jobs: [] },
    meals: {
      dishes: [],
      extras: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] },
      shop: { sections: [], bought: [] },
    },
    everydayAt: new Map(everyday.filter(({ at }) => foods[at]?.isEveryday !== false).map(food => [food.at, food])),
    together: new Map(together),
    per100: (at, content) => {
      const said = foods[at]?.holds?.[content]
      if (said !== undefined) return said
      return content === 'energy' ? 500 : content === 'sodium' ? 400 : 100
    },
    nameOf: at => everyday[at]?.name ?? '',
    portionsOf: () => [],
  }
}

const anyone: Profile = {
  id: undefined,
  age: 34,
  sex: 'female',
  lifeStage: 'none',
  reference: 'us-canada',
  conditions: [],
  medicines: [],
  eaten: [],
  avoid: [],
  diet: 'omnivore',
  dislike: [],
  usual: [],
  home: [],
  pin: [],
  energy: [1200, 2000],
  mode: 'day',
}

const target = (least: number | null, upper: number | null, upperScope: Target['upperScope'] = 'all'): Target => ({
  unit: 'mg',
  target: least,
  kind: 'RDA',
  upper,
  upperScope,
  year: 2026,
  sources: [],
})
const targetsWith = (own: Partial<Record<Nutrient | 'sodium', Target>> = {}): Targets => {
  const { sodium = target(null, 2000), ...others } = own
  const all = Object.fromEntries(nutrients.map(nutrient => [nutrient, target(300, 600)])) as Targets['nutrients']
  return { reference: 'made up', stage: '', nutrients: { ...all, ...others }, sodium }
}

interface Given {
  readonly foods?: readonly MadeUp[]
  readonly together?: readonly (readonly [string, number])[]
  readonly profile?: Partial<Profile>
  readonly targets?: Partial<Record<Nutrient | 'sodium', Target>>
  readonly cautions?: readonly Partial<Caution>[]
  readonly menu?: readonly Amount[]
  readonly short?: readonly Nutrient[]
}
const one = ({ id }: MadeUp, grams = 100): Amount => ({ food: id, grams })

/** A good menu of three foods, but for what is given. */
const broken = ({ foods = [bread, apple, beans], menu = foods.map(food => one(food)), ...given }: Given = {}) =>
  brokenPromises(
    tableOf(foods, given.together),
    { ...anyone, ...given.profile },
    targetsWith(given.targets),
    (given.cautions ?? []) as readonly Caution[],
    menu,
    given.short,
  )

it('finds nothing wrong with a good menu', () => {
  expect(broken()).toEqual([])
})

describe('a nutrient', () => {
  it.each(nutrients)('%s under its target is refused, unless the menu says that it falls short of it', nutrient => {
    const foods = [{ ...bread, holds: { [nutrient]: 99 } }, apple, beans]
    expect(broken({ foods })).toEqual([`${nutrient} 299 is under 300`])
    expect(broken({ foods, short: [nutrient] })).toEqual([])
    expect(broken({ foods, short: nutrients.filter(each => each !== nutrient) })).toHaveLength(1)
    expect(broken({ foods, targets: { [nutrient]: target(null, 600) } })).toEqual([])
  })

  it.each(nutrients)('%s over its upper limit is refused, unless the limit counts supplements only', nutrient => {
    const foods = [{ ...bread, holds: { [nutrient]: 401 } }, apple, beans]
    expect(broken({ foods })).toEqual([`${nutrient} 601 is over 600`])
    expect(broken({ foods, targets: { [nutrient]: target(300, 600, 'supplements') } })).toEqual([])
    expect(broken({ foods, targets: { [nutrient]: target(300, null) } })).toEqual([])
  })

  // Small and large, so that neither part of the room for rounding hides a fault.
  it.each([0.75, 300, 3e6])('may be exactly at a bound of %d, and not a thousandth past it', bound => {
    const each = (share: number) =>
      [bread, apple, beans].map(food => ({ ...food, holds: { zinc: (bound / 3) * share } }))
    const zinc = { targets: { zinc: target(bound, bound) } }
    expect(broken({ foods: each(1), ...zinc })).toEqual([])
    expect(broken({ foods: each(1.001), ...zinc })).toEqual([expect.stringMatching(/^zinc .* is over/)])
    expect(broken({ foods: each(0.999), ...zinc })).toEqual([expect.stringMatching(/^zinc .* is under/)])
  })

  it('counts what was eaten towards both bounds', () => {
    const menu = [one(apple), one(beans)]
    const profile = { eaten: [one(bread)] }
    expect(broken({ menu, profile })).toEqual([])
    expect(broken({ menu, profile, foods: [{ ...bread, holds: { calcium: 401 } }, apple, beans] })).toEqual([
      'calcium 601 is over 600',
    ])
  })

  it('that was eaten past its limit is the person’s own, and the menu adds nothing to it', () => {
    const rich = { ...bread, holds: { calcium: 900 } }
    const without = (food: MadeUp, calcium: number) => ({ ...food, holds: { calcium } })
    const profile = { eaten: [one(rich)], energy: [0, 2000] as const }
    const menu = [one(apple), one(beans)]
    expect(broken({ foods: [rich, without(apple, 0), without(beans, 0)], profile, menu })).toEqual([])
    expect(broken({ foods: [rich, without(apple, 0), without(beans, 1)], profile, menu })).toEqual([
      'calcium 901 is over 600',
    ])
  })

  it('with a limit must be known of every food of the menu; of what was eaten it may be unknown', () => {
    const foods = [{ ...bread, holds: { zinc: null } }, apple, beans]
    const zinc = { zinc: target(200, 600) }
    expect(broken({ foods, targets: zinc })).toEqual(['zinc is limited, and a food does not say'])
    expect(broken({ foods, targets: { zinc: target(200, null) } })).toEqual([])
    expect(broken({ foods, targets: zinc, profile: { eaten: [one(bread)] }, menu: [one(apple), one(beans)] })).toEqual(
      [],
    )
  })

  it('on hold keeps all food away; an empty menu proposes none', () => {
    const hold: Partial<Caution> = { id: 'x', action: 'hold', scope: ['food'], nutrients: ['potassium', 'zinc'] }
    expect(broken({ cautions: [hold] })).toEqual(['proposes food while potassium and zinc is on hold'])
    expect(broken({ cautions: [{ ...hold, action: 'ask' }] })).toEqual([])
    expect(broken({ cautions: [{ ...hold, scope: ['supplements'] }] })).toEqual([])
    expect(broken({ cautions: [hold], menu: [], short: nutrients, profile: { mode: 'gap' } })).toEqual([])
  })
})

describe('sodium', () => {
  it('over the limit is refused, exactly at it is not', () => {
    for (const bound of [0.75, 1200, 3e6]) {
      const each = (share: number) =>
        [bread, apple, beans].map(food => ({ ...food, holds: { sodium: (bound / 3) * share } }))
      const targets = { sodium: target(null, bound) }
      expect(broken({ foods: each(1), targets })).toEqual([])
      expect(broken({ foods: each(1.001), targets })).toEqual([expect.stringMatching(/^sodium .* is over/)])
    }
    expect(broken({ targets: { sodium: target(null, 1199) } })).toEqual(['sodium 1200 is over 1199'])
    expect(broken({ targets: { sodium: target(null, null) } })).toEqual([])
  })

  it('counts what was eaten; past the limit already, the menu adds none', () => {
    const menu = [one(apple), one(beans)]
    const foods = (more: number) => [
      { ...bread, holds: { sodium: 3000 } },
      { ...apple, holds: { sodium: 0 } },
      { ...beans, holds: { sodium: more } },
    ]
    const profile = { eaten: [one(bread)] }
    expect(broken({ foods: foods(0), profile, menu })).toEqual([])
    expect(broken({ foods: foods(1), profile, menu })).toEqual(['sodium 3001 is over 2000'])
    expect(broken({ menu, profile, targets: { sodium: target(null, 1100) } })).toEqual(['sodium 1200 is over 1100'])
  })

  it('must be known of every food of the menu', () => {
    const foods = [{ ...bread, holds: { sodium: null } }, apple, beans]
    expect(broken({ foods })).toEqual(['sodium is limited, and a food does not say'])
    expect(broken({ foods, profile: { eaten: [one(bread)] }, menu: [one(apple), one(beans)] })).toEqual([])
  })
})

describe('energy', () => {
  it.each([0.75, 1500, 3e6])('may be exactly at both ends of %d, and not a thousandth past them', bound => {
    const each = (share: number) =>
      [bread, apple, beans].map(food => ({ ...food, holds: { energy: (bound / 3) * share } }))
    const profile = { energy: [bound, bound] as const }
    expect(broken({ foods: each(1), profile })).toEqual([])
    expect(broken({ foods: each(1.001), profile })).toEqual([expect.stringMatching(/^energy .* is over/)])
    expect(broken({ foods: each(0.999), profile })).toEqual([expect.stringMatching(/^energy .* is under/)])
  })

  it('is named with its bound', () => {
    expect(broken({ profile: { energy: [1200, 1499] } })).toEqual(['energy 1500 is over 1499'])
    expect(broken({ profile: { energy: [1501, 2000] } })).toEqual(['energy 1500 is under 1501'])
  })

  it('has a least of a whole day only, not of a few foods on top', () => {
    expect(broken({ profile: { energy: [1501, 2000], mode: 'gap' } })).toEqual([])
  })

  it('counts what was eaten; past the most already, the menu adds none', () => {
    const menu = [one(apple), one(beans)]
    const foods = (more: number) => [
      { ...bread, holds: { energy: 2500 } },
      { ...apple, holds: { energy: 0 } },
      { ...beans, holds: { energy: more } },
    ]
    const profile = { eaten: [one(bread)] }
    expect(broken({ foods: foods(0), profile, menu })).toEqual([])
    expect(broken({ foods: foods(1), profile, menu })).toEqual(['energy 2501 is over 2000'])
    expect(broken({ menu, profile: { ...profile, energy: [1501, 2000] } })).toEqual(['energy 1500 is under 1501'])
  })
})

describe('the foods of a menu', () => {
  it('are everyday foods', () => {
    const menu = [one(apple), one(beans), one(bread)]
    const profile = { eaten: [one({ ...bread, id: 4 })] }
    const foods = [{ ...bread, isEveryday: false }, apple, beans, { ...bread, id: 4 }]
    expect(broken({ foods, menu, profile, targets: {} })).toEqual(['1 is no everyday food'])
    expect(broken({ menu: [...menu, { food: 99, grams: 100 }] })).toContain('99 is no everyday food')
  })

  it('come once each, and one of a kind', () => {
    const toast = { ...bread, id: 4, name: 'Toast' }
    expect(broken({ menu: [one(bread, 50), one(bread, 50), one(apple), one(beans)] })).toEqual([
      'a second kind of Bread',
      'Bread stands twice',
    ])
    const foods = [bread, apple, beans, toast]
    expect(broken({ foods })).toEqual(['a second kind of Bread'])
    expect(broken({ foods, profile: { pin: [4] } })).toEqual([])
    expect(broken({ foods, profile: { pin: [1] } })).toEqual(['a second kind of Bread'])
  })

  it('stay at the largest sensible amount of a day, with what was eaten of them', () => {
    const energy = { energy: [0, 9000] as const }
    const targets = { sodium: target(null, 9000) }
    const whole = [one(bread, 200), one(apple), one(beans)]
    expect(broken({ menu: whole, profile: energy, targets })).toEqual([])
    const more = [one(bread, 250), one(apple), one(beans)]
    expect(broken({ menu: more, profile: energy, targets })).toEqual(['Bread: 250 g is over 200 g a day'])
    const eaten = [one(bread, 50), one(apple, 60)]
    expect(broken({ menu: whole, profile: { ...energy, eaten }, targets })).toEqual([
      'Bread: 250 g is over 200 g a day',
    ])
    const rest = [one(bread, 150), one(apple), one(beans)]
    expect(broken({ menu: rest, profile: { ...energy, eaten }, targets })).toEqual([])
  })

  it.each([
    [50, []],
    [150, []],
    [75, ['Bread: 75 g is no half portion']],
    [25, ['Bread: 25 g is no half portion']],
    [49.9, ['Bread: 49.9 g is no half portion']],
    [50.1, ['Bread: 50.1 g is no half portion']],
    [0, ['Bread: 0 g is no half portion']],
    [-50, ['Bread: -50 g is no half portion']],
  ])('come in half portions: %d g of 100 g', (grams, lines) => {
    const menu = [one(bread, grams), one(apple), one(beans)]
    expect(broken({ menu, short: nutrients, profile: { mode: 'gap' } })).toEqual(lines)
  })

  it('are proposed only where the table says that they may be', () => {
    const foods = [{ ...bread, isSuggested: false }, apple, beans]
    expect(broken({ foods })).toEqual(['Bread is never proposed'])
    expect(broken({ foods, profile: { pin: [1] } })).toEqual([])
    expect(broken({ foods, profile: { pin: [2] } })).toEqual(['Bread is never proposed'])
  })

  it.each<readonly [string, Partial<MadeUp>, Partial<Profile>, Partial<Profile>]>([
    ['a word that is avoided', { contains: ['nuts', 'egg'] }, { avoid: ['dairy', 'egg'] }, { avoid: ['dairy'] }],
    ['a food that is disliked', {}, { dislike: [1] }, { dislike: [9] }],
    ['cheese for a vegan', { diet: 'vegetarian' }, { diet: 'vegan' }, { diet: 'vegetarian' }],
    ['meat for a vegan', { diet: 'omnivore' }, { diet: 'vegan' }, { diet: 'omnivore' }],
    ['meat for a vegetarian', { diet: 'omnivore' }, { diet: 'vegetarian' }, { diet: 'omnivore' }],
    ['what is not for pregnancy', { isForPregnancy: false }, { lifeStage: 'pregnancy' }, { lifeStage: 'none' }],
    ['the same while breastfeeding', { isForPregnancy: false }, { lifeStage: 'lactation' }, {}],
  ])('hold nothing that the person must avoid: %s', (_, food, profile, other) => {
    const foods = [{ ...bread, ...food }, apple, beans]
    expect(broken({ foods, profile })).toEqual(['Bread must be avoided'])
    expect(broken({ foods, profile: other })).toEqual([])
    expect(broken({ profile: { ...profile, dislike: [] } })).toEqual([])
    // What the person asked for by name is the person's own choice.
    expect(broken({ foods, profile: { ...profile, pin: [1] } })).toEqual([])
  })

  it('hold no leafy greens beside warfarin', () => {
    const foods = [{ ...bread, isLeafy: true }, apple, beans]
    const warfarin: Partial<Caution> = { id: 'warfarin-greens', action: 'note', scope: ['food'], nutrients: [] }
    expect(broken({ foods, cautions: [warfarin] })).toEqual(['Bread must be avoided'])
    expect(broken({ cautions: [warfarin] })).toEqual([])
    expect(broken({ foods, cautions: [{ ...warfarin, id: 'statin' }] })).toEqual([])
    expect(broken({ foods, cautions: [{ ...warfarin, id: 'statin' }, warfarin] })).toEqual(['Bread must be avoided'])
  })

  it('hold every pinned food', () => {
    expect(broken({ profile: { pin: [1, 3] } })).toEqual([])
    expect(broken({ profile: { pin: [1, 4] } })).toEqual(['4 is pinned, and missing'])
  })
})

describe('a family of foods', () => {
  const ofFamily = (food: MadeUp): MadeUp => ({ ...food, family: 'oils' })
  const foods = [ofFamily(bread), ofFamily(apple), beans]

  it('stays at the amount that it shares', () => {
    expect(broken({ foods, together: [['oils', 200]] })).toEqual([])
    expect(broken({ foods, together: [['oils', 199]] })).toEqual(['200 g of oils is over 199 g a day'])
    expect(broken({ foods, together: [['other', 199]] })).toEqual([])
  })

  it('counts what was eaten, and is the person’s own where the menu adds nothing of it', () => {
    const profile = { eaten: [one(bread)] }
    const menu = [one(apple), one(beans)]
    expect(broken({ foods, menu, profile, together: [['oils', 150]] })).toEqual(['200 g of oils is over 150 g a day'])
    const alone = [ofFamily(bread), apple, beans]
    expect(broken({ foods: alone, menu, profile, together: [['oils', 50]] })).toEqual([])
    expect(broken({ foods, menu, profile, together: [['oils', 50]] })).toEqual(['200 g of oils is over 50 g a day'])
  })
})

it('a food that was eaten and is in no table counts towards no family and no group', () => {
  const profile = { eaten: [{ food: 99, grams: 500 }] }
  const second = { ...apple, family: 'oils', group: 'fruit' as const }
  const zincOpen = { zinc: target(null, null) }
  const given = { foods: [bread, second, beans], profile, targets: zincOpen }
  expect(broken({ ...given, together: [['oils', 100]] })).toEqual([])
  const menu = [one(bread, 200), one(beans)]
  expect(broken({ ...given, menu })).toEqual(['only 2 food groups'])
})

describe('the groups of a menu', () => {
  it('are three at least, and those of what was eaten count', () => {
    const foods = [bread, { ...apple, group: 'grains' as const }, beans]
    expect(broken({ foods })).toEqual(['only 2 food groups'])
    const eaten = { ...apple, id: 4 }
    const menu = [one(bread, 50), one(apple, 50), one(beans)]
    expect(broken({ foods: [...foods, eaten], menu, profile: { eaten: [one(eaten)] } })).toEqual([])
  })

  it('are those that make a menu varied: drinks and sweets do not', () => {
    for (const group of ['drinks', 'sweets'] as const)
      expect(broken({ foods: [bread, { ...apple, group }, beans] })).toEqual(['only 2 food groups'])
  })

  it('are asked of no menu that adds nothing', () => {
    const eaten = [one(bread, 300)]
    expect(broken({ menu: [], profile: { eaten, mode: 'gap' } })).toEqual([])
  })
})
