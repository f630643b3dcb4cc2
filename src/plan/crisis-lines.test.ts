import { describe, expect, it } from 'vitest'
import { crisisLines } from '../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { crisisLineFor } from './crisis-lines.ts'

describe('the table of crisis lines', () => {
  it('names each line once, with a source whose page was seen', () => {
    expect(crisisLines.length).toBeGreaterThanOrEqual(30)
    expect(new Set(crisisLines.map(({ country, call }) => `${country} ${call}`)).size).toBe(crisisLines.length)
    for (const { country, name, sources: cited } of crisisLines) {
      expect(
        cited.some(id => sources[id]?.where?.startsWith('http') && sources[id].verified !== 'memory'),
        `${country} ${name}`,
      ).toBe(true)
    }
  })

  it('says the language of each line where a country has several', () => {
    for (const { country, language } of crisisLines)
      if (crisisLines.filter(other => other.country === country).length > 1) expect(language, country).toBeDefined()
  })

  it('never contains the emergency number itself', () => {
    for (const { country, call } of crisisLines)
      expect(
        emergencyNumbers.filter(number => number.country === country).map(number => number.call),
        country,
      ).not.toContain(call)
  })
})

describe('whom to talk to', () => {
  const help = (country: string | undefined) => crisisLineFor(crisisLines, emergencyNumbers, country)

  it.each([
    ['US', ['988']],
    ['CA', ['988']],
    ['GB', ['116 123']],
    ['IE', ['116 123']],
    ['AU', ['13 11 14']],
    ['NZ', ['1737']],
    ['IN', ['14416']],
    ['DE', ['0800 111 0 111']],
    ['FR', ['3114']],
    ['AT', ['142']],
    ['CH', ['143']],
    ['ES', ['024']],
    ['NL', ['113']],
    ['BE', ['1813', '0800 32 123']],
  ])('in %s it is %s', (country, calls) => {
    expect(help(country).calls).toEqual(calls)
    expect(help(country).lines.map(({ call }) => call)).toEqual(calls)
  })

  it('takes the code of a country in lower case', () => {
    expect(help('gb')).toEqual(help('GB'))
  })

  it('is the emergency number in a country without a crisis line', () => {
    expect(help('TR')).toEqual({ lines: [], calls: ['112'] })
  })

  it('is 112, 911, 999 and 000 if the country is unknown', () => {
    for (const country of [undefined, '', 'XX'])
      expect(help(country)).toEqual({ lines: [], calls: ['112', '911', '999', '000'] })
  })
})
