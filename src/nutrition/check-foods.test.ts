/** The foods that the check of menus lets pass. Each test has a menu with one that it must refuse. */
import { describe, expect, it } from 'vitest'
import { apple, beans, bread, brokenWith, type MadeUp, one, target } from '../../test/support/menu-check.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'
import type { Profile } from './person.ts'

describe('the foods of a menu', () => {
  it('are everyday foods', () => {
    const menu = [one(apple), one(beans), one(bread)]
    const profile = { eaten: [one({ ...bread, id: 4 })] }
    const foods = [{ ...bread, isEveryday: false }, apple, beans, { ...bread, id: 4 }]
    expect(brokenWith({ foods, menu, profile, targets: {} })).toEqual(['1 is no everyday food'])
    expect(brokenWith({ menu: [...menu, { food: 99, grams: 100 }] })).toContain('99 is no everyday food')
  })

  it('come once each, and one of a kind', () => {
    const toast = { ...bread, id: 4, name: 'Toast' }
    expect(brokenWith({ menu: [one(bread, 50), one(bread, 50), one(apple), one(beans)] })).toEqual([
      'a second kind of Bread',
      'Bread stands twice',
    ])
    const foods = [bread, apple, beans, toast]
    expect(brokenWith({ foods })).toEqual(['a second kind of Bread'])
    expect(brokenWith({ foods, profile: { pin: [4] } })).toEqual([])
    expect(brokenWith({ foods, profile: { pin: [1] } })).toEqual(['a second kind of Bread'])
  })

  it('stay at the largest sensible amount of a day, with what was eaten of them', () => {
    const energy = { energy: [0, 9000] as const }
    const targets = { sodium: target(null, 9000) }
    const whole = [one(bread, 200), one(apple), one(beans)]
    expect(brokenWith({ menu: whole, profile: energy, targets })).toEqual([])
    const more = [one(bread, 250), one(apple), one(beans)]
    expect(brokenWith({ menu: more, profile: energy, targets })).toEqual(['Bread: 250 g is over 200 g a day'])
    const eaten = [one(bread, 50), one(apple, 60)]
    expect(brokenWith({ menu: whole, profile: { ...energy, eaten }, targets })).toEqual([
      'Bread: 250 g is over 200 g a day',
    ])
    const rest = [one(bread, 150), one(apple), one(beans)]
    expect(brokenWith({ menu: rest, profile: { ...energy, eaten }, targets })).toEqual([])
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
    expect(brokenWith({ menu, short: nutrients, profile: { mode: 'gap' } })).toEqual(lines)
  })

  it('are proposed only where the table says that they may be', () => {
    const foods = [{ ...bread, isSuggested: false }, apple, beans]
    expect(brokenWith({ foods })).toEqual(['Bread is never proposed'])
    expect(brokenWith({ foods, profile: { pin: [1] } })).toEqual([])
    expect(brokenWith({ foods, profile: { pin: [2] } })).toEqual(['Bread is never proposed'])
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
    expect(brokenWith({ foods, profile })).toEqual(['Bread must be avoided'])
    expect(brokenWith({ foods, profile: other })).toEqual([])
    expect(brokenWith({ profile: { ...profile, dislike: [] } })).toEqual([])
    // What the person asked for by name is the person's own choice.
    expect(brokenWith({ foods, profile: { ...profile, pin: [1] } })).toEqual([])
  })

  it('hold no leafy greens beside warfarin', () => {
    const foods = [{ ...bread, isLeafy: true }, apple, beans]
    const warfarin: Partial<Caution> = { id: 'warfarin-greens', action: 'note', scope: ['food'], nutrients: [] }
    expect(brokenWith({ foods, cautions: [warfarin] })).toEqual(['Bread must be avoided'])
    expect(brokenWith({ cautions: [warfarin] })).toEqual([])
    expect(brokenWith({ foods, cautions: [{ ...warfarin, id: 'statin' }] })).toEqual([])
    expect(brokenWith({ foods, cautions: [{ ...warfarin, id: 'statin' }, warfarin] })).toEqual([
      'Bread must be avoided',
    ])
  })

  it('hold every pinned food', () => {
    expect(brokenWith({ profile: { pin: [1, 3] } })).toEqual([])
    expect(brokenWith({ profile: { pin: [1, 4] } })).toEqual(['4 is pinned, and missing'])
  })
})

describe('a family of foods', () => {
  const ofFamily = (food: MadeUp): MadeUp => ({ ...food, family: 'oils' })
  const foods = [ofFamily(bread), ofFamily(apple), beans]

  it('stays at the amount that it shares', () => {
    expect(brokenWith({ foods, together: [['oils', 200]] })).toEqual([])
    expect(brokenWith({ foods, together: [['oils', 199]] })).toEqual(['200 g of oils is over 199 g a day'])
    expect(brokenWith({ foods, together: [['other', 199]] })).toEqual([])
  })

  it('counts what was eaten, and may be over by that alone', () => {
    const profile = { eaten: [one(bread)] }
    const menu = [one(apple), one(beans)]
    expect(brokenWith({ foods, menu, profile, together: [['oils', 150]] })).toEqual([
      '200 g of oils is over 150 g a day',
    ])
    const alone = [ofFamily(bread), apple, beans]
    expect(brokenWith({ foods: alone, menu, profile, together: [['oils', 50]] })).toEqual([])
    expect(brokenWith({ foods, menu, profile, together: [['oils', 50]] })).toEqual(['200 g of oils is over 50 g a day'])
  })
})

it('a food that was eaten and is in no table counts towards no family and no group', () => {
  const profile = { eaten: [{ food: 99, grams: 500 }] }
  const second = { ...apple, family: 'oils', group: 'fruit' as const }
  const zincOpen = { zinc: target(null, null) }
  const given = { foods: [bread, second, beans], profile, targets: zincOpen }
  expect(brokenWith({ ...given, together: [['oils', 100]] })).toEqual([])
  const menu = [one(bread, 200), one(beans)]
  expect(brokenWith({ ...given, menu })).toEqual(['only 2 food groups'])
})

describe('the groups of a menu', () => {
  it('are three at least, and those of what was eaten count', () => {
    const foods = [bread, { ...apple, group: 'grains' as const }, beans]
    expect(brokenWith({ foods })).toEqual(['only 2 food groups'])
    const eaten = { ...apple, id: 4 }
    const menu = [one(bread, 50), one(apple, 50), one(beans)]
    expect(brokenWith({ foods: [...foods, eaten], menu, profile: { eaten: [one(eaten)] } })).toEqual([])
  })

  it('are those that make a menu varied: drinks and sweets do not', () => {
    for (const group of ['drinks', 'sweets'] as const)
      expect(brokenWith({ foods: [bread, { ...apple, group }, beans] })).toEqual(['only 2 food groups'])
  })

  it('do not matter in a menu that adds nothing', () => {
    const eaten = [one(bread, 300)]
    expect(brokenWith({ menu: [], profile: { eaten, mode: 'gap' } })).toEqual([])
  })
})
