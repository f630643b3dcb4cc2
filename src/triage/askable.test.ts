import { describe, expect, it } from 'vitest'
import { madeUpTriage, nobody } from '../../test/support/made-up-triage.ts'
import { type AskedOf, concerns, isAskedOf, suits } from './askable.ts'

const knowledge = madeUpTriage({
  findings: {
    fever: {},
    'of-women': { sex: 'female' },
    'of-women-at-calf': { sex: 'female', regions: ['calf', 'shin'] },
    'late-in-pregnancy': { pregnancyWeeks: { gte: 20 } },
    'hot-skin': { answeredBy: ['burnt', 'scalded'] },
  },
})
const person = (given: Partial<AskedOf>): AskedOf => ({ ...nobody, ...given })
const suited = (id: string, given: Partial<AskedOf>) => suits(knowledge, person(given), id)

describe('what can be true of a person', () => {
  it('depends on their sex; a person without a given sex is asked everything', () => {
    for (const [sex, isSuited] of [
      ['female', true],
      ['male', false],
      ['undisclosed', true],
      [undefined, true],
    ] as const) {
      expect(suited('of-women', { sex }), sex).toBe(isSuited)
      expect(suited('fever', { sex }), sex).toBe(true)
    }
  })

  it('depends on their weeks of pregnancy; if these are unknown, everything about pregnancy is asked', () => {
    const weeks = [19, 20, undefined].map(pregnancyWeeks => suited('late-in-pregnancy', { pregnancyWeeks }))
    expect(weeks).toEqual([false, true, true])
    expect(suited('fever', { pregnancyWeeks: 19 })).toBe(true)
  })

  it('excludes what a yes to another question has answered already', () => {
    for (const other of ['burnt', 'scalded']) expect(suited('hot-skin', { present: new Set([other]) })).toBe(false)
    expect(suited('hot-skin', { present: new Set(['fever']) })).toBe(true)
  })

  it('includes every fact about the person that is not a finding', () => {
    expect(isAskedOf(knowledge, person({ sex: 'male', region: 'neck', pregnancyWeeks: 9 }), 'a-fact')).toBe(true)
  })
})

it('a finding with places applies to these places only, and to an unknown place', () => {
  const at = (region: AskedOf['region'], id: string) => concerns(knowledge, person({ region }), id)
  expect((['calf', 'shin', 'neck', undefined] as const).map(region => at(region, 'of-women-at-calf'))).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(at('neck', 'fever')).toBe(true)
})

it('a person is asked what can be true of them and applies to the place', () => {
  const asked = (given: Partial<AskedOf>) => isAskedOf(knowledge, person(given), 'of-women-at-calf')
  expect(asked({ sex: 'female', region: 'calf' })).toBe(true)
  expect(asked({ sex: 'male', region: 'calf' })).toBe(false)
  expect(asked({ sex: 'female', region: 'neck' })).toBe(false)
})
