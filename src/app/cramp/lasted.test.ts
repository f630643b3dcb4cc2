import { expect, it } from 'vitest'
import { lasted } from './lasted.ts'

it('says how long a cramp lasted as a person would', () => {
  const minute = 60_000
  expect([0, minute - 1, minute, 2.4 * minute, 89 * minute, 100 * minute, 5 * 60 * minute].map(lasted)).toEqual([
    'less than a minute',
    'less than a minute',
    '1 minute',
    '2 minutes',
    '89 minutes',
    '2 hours',
    '5 hours',
  ])
})
