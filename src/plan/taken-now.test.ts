import { expect, it } from 'vitest'
import { dayLong } from '../time.ts'
import { isTakenNow, takenNow } from './taken-now.ts'

const now = 1_800_000_000_000
const use = { name: 'x', isCurrent: false, startedAt: undefined, stoppedAt: undefined, timesTaken: 1, lastTakenAt: now }

it('counts what was taken in the last 7 days', () => {
  expect(isTakenNow({ ...use, lastTakenAt: now - 7 * dayLong }, now)).toBe(true)
  expect(isTakenNow({ ...use, lastTakenAt: now - 7 * dayLong - 1 }, now)).toBe(false)
})

it('does not count what was stopped since, and counts what was taken after a stop', () => {
  expect(isTakenNow({ ...use, stoppedAt: now }, now)).toBe(false)
  expect(isTakenNow({ ...use, stoppedAt: now - 1 }, now)).toBe(true)
})

it('counts what is in the list however long ago it was written down', () => {
  expect(isTakenNow({ ...use, isCurrent: true, lastTakenAt: undefined }, now)).toBe(true)
  expect(isTakenNow({ ...use, lastTakenAt: undefined }, now)).toBe(false)
})

it('names each ingredient once, and nothing for a name without one', () => {
  const medicines = [
    { ...use, ingredient: 'furosemide' },
    { ...use, name: 'y', ingredient: 'furosemide' },
    { ...use, name: 'z', ingredient: undefined },
    { ...use, name: 'old', ingredient: 'digoxin', lastTakenAt: 0 },
  ]
  expect(takenNow(medicines, now)).toEqual(['furosemide'])
})
