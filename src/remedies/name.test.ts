import { describe, expect, it } from 'vitest'
import { idInWords, remedyName } from './name.ts'

const known = {
  remedies: {
    heat: {
      name: 'Warmth',
      methods: [
        { id: 'bath', name: 'Warm bath' },
        { id: 'bag', name: 'A hot-water bottle' },
        { id: 'warmth', name: 'Warmth' },
      ],
    },
  },
  exercises: { 'calf-release': { name: 'Calf release' } },
}

describe('the name of an id', () => {
  it.each([
    ['heat', 'Warmth'],
    ['heat/bath', 'Warmth: warm bath'],
    ['heat/bag', 'Warmth: a hot-water bottle'],
    // A method with the name of its remedy is named once.
    ['heat/warmth', 'Warmth'],
    ['heat/gone', 'Warmth'],
    ['calf-release', 'Calf release'],
    ['my own words', undefined],
    ['', undefined],
    // Names of inherited properties are no ids.
    ['constructor', undefined],
    ['toString/bath', undefined],
  ])('%s is %s', (remedy, name) => {
    expect(remedyName(known, remedy)).toBe(name)
  })

  it('an exercise comes before a remedy of the same id', () => {
    expect(remedyName({ ...known, exercises: { heat: { name: 'Heating up' } } }, 'heat')).toBe('Heating up')
  })
})

it.each([
  ['heat/hot-water-bottle', 'Heat hot water bottle'],
  ['rest', 'Rest'],
  ['', ''],
])('the id %s in words is %s', (id, words) => {
  expect(idInWords(id)).toBe(words)
})
