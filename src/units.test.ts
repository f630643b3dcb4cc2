import { expect, it } from 'vitest'
import { timeLeft } from './units.ts'

it('a long time left is told in minutes, rounded up, and the last minute and a half in seconds', () => {
  const told = (seconds: number) => {
    const { value, unit } = timeLeft(seconds)
    return `${value} ${unit}`
  }
  expect([1200, 1199.2, 721, 720, 91, 90.4].map(told)).toEqual([
    '20 min',
    '20 min',
    '13 min',
    '12 min',
    '2 min',
    '2 min',
  ])
  expect([90, 30.1, 30, 0.2, 0, -3].map(told)).toEqual([
    '90 seconds',
    '31 seconds',
    '30 seconds',
    '1 second',
    '0 seconds',
    '0 seconds',
  ])
})
