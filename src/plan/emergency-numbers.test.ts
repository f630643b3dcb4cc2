import { describe, expect, it } from 'vitest'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { emergencyCalls } from './emergency-numbers.ts'

describe('the table of emergency numbers', () => {
  it('names each country once, with a number and a source whose page was seen', () => {
    expect(emergencyNumbers.length).toBeGreaterThanOrEqual(40)
    expect(new Set(emergencyNumbers.map(({ country }) => country)).size).toBe(emergencyNumbers.length)
    for (const { name, call, sources: cited } of emergencyNumbers) {
      expect(call, name).toMatch(/^\d{3}$/)
      expect(
        cited.some(id => sources[id]?.where?.startsWith('http') && sources[id].verified !== 'memory'),
        name,
      ).toBe(true)
    }
  })

  it('has the region of each code, so that the locale of a phone finds it', () => {
    const nameOf = new Intl.DisplayNames(['en'], { type: 'region' })
    for (const { country, name } of emergencyNumbers) {
      const known = nameOf.of(country)
      expect(name === 'Turkey' ? 'Türkiye' : name).toBe(known)
    }
  })

  it.each([
    ['GB', '999'],
    ['IE', '112'],
    ['US', '911'],
    ['CA', '911'],
    ['AU', '000'],
    ['NZ', '111'],
    ['FR', '112'],
    ['NO', '113'],
  ])('in %s it is %s, with a way to call without speaking, or a line for advice', (country, call) => {
    const { calls, country: found } = emergencyCalls(emergencyNumbers, country)
    expect(calls).toEqual([call])
    expect(found?.text ?? found?.relay ?? found?.advice).toBeDefined()
  })

  it('offers 112, 911, 999 and 000 if the country is unknown', () => {
    for (const country of [undefined, '', 'XX', 'AQ', '419'])
      expect(emergencyCalls(emergencyNumbers, country)).toEqual({
        calls: ['112', '911', '999', '000'],
        country: undefined,
      })
  })
})
