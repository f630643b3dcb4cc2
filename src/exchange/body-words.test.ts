import { describe, expect, it } from 'vitest'
import { regionIn, sideIn } from './body-words.ts'

describe('a place of the body in a person’s own words', () => {
  it.each([
    ['stiff neck', 'neck'],
    ['Upper back', 'upper back'],
    ['Back (upper)', 'upper back'],
    ['middle-back', 'mid back'],
    ['mid back', 'mid back'],
    ['Back (middle)', 'mid back'],
    ['low back', 'low back'],
    ['lower-back', 'low back'],
    ['lowback', 'low back'],
    ['back (lower)', 'low back'],
    ['lumbago', 'low back'],
    ['Lumbar spine', 'low back'],
    ['left buttock', 'buttock'],
    ['ribs', 'ribs'],
    ['belly', 'abdomen'],
    ['fingers', 'hand'],
    ['forearm', 'forearm'],
    ['quads', 'front thigh'],
    ['front thigh', 'front thigh'],
    ['hamstrings', 'hamstring'],
    ['groin', 'inner thigh'],
    ['calves', 'calf'],
    ['shin', 'shin'],
    ['toes', 'foot'],
    ['feet', 'foot'],
  ])('%s is the %s', (words, region) => {
    expect(regionIn(words)).toBe(region)
  })

  it.each(['back', 'football', 'handsome', 'ribbon', 'necklace', 'calfskin', 'everywhere', ''])(
    '"%s" is none',
    words => {
      expect(regionIn(words)).toBeUndefined()
    },
  )
})

it('a side is left or right; both or neither is no side', () => {
  expect(sideIn('Left calf')).toBe('left')
  expect(sideIn('calf, RIGHT')).toBe('right')
  for (const words of ['left and right calf', 'calf', 'leftover', 'bright']) expect(sideIn(words)).toBeUndefined()
})
