import { describe, expect, it } from 'vitest'
import type { PlanTable } from '../knowledge/remedy-schema.ts'
import { phaseOf, tableFor } from './table.ts'

const tables = (...pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(
    pairs.map(([complaint, region]) => [`${complaint} ${region}`, { complaint, region } as unknown as PlanTable]),
  )

describe('the phase', () => {
  it.each([
    [undefined, '0-6'],
    [0, '0-6'],
    [5.99, '0-6'],
    [6, '6-24'],
    [23.99, '6-24'],
    [24, '24-48'],
    [47.99, '24-48'],
    [48, '48+'],
    [9000, '48+'],
  ])('%s hours after the onset is %s: unknown hours count as the first', (hours, phase) => {
    expect(phaseOf(hours)).toBe(phase)
  })
})

describe('the table', () => {
  const all = tables(['back', 'low back'], ['back', 'buttock'], ['cramp', 'buttock'], ['cramp', 'calf'])

  it('is that of the complaint at the place', () => {
    expect(tableFor(all, 'cramp', 'buttock')).toEqual({ complaint: 'cramp', region: 'buttock' })
    expect(tableFor(all, 'back', 'buttock')).toEqual({ complaint: 'back', region: 'buttock' })
  })

  it('is the one of the place, if the complaint has none there', () => {
    expect(tableFor(all, 'cramp', 'low back')).toEqual({ complaint: 'back', region: 'low back' })
    expect(tableFor(all, 'back', 'calf')).toEqual({ complaint: 'cramp', region: 'calf' })
  })

  it('is that of the low back or the calf, if no place was given', () => {
    expect(tableFor(all, 'back', undefined).region).toBe('low back')
    expect(tableFor(all, 'cramp', undefined).region).toBe('calf')
  })

  it('is an error that names the place, if the place has none', () => {
    expect(() => tableFor(all, 'back', 'neck')).toThrow('no plan table for neck')
  })
})
