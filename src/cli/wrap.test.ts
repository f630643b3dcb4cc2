import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapText } from './wrap.ts'

describe('prose on a narrow terminal', () => {
  it('is wrapped between words, with the indent of its line', () => {
    expect(wrapText('  Call your emergency number now.\nGo.\n', 20)).toBe(
      '  Call your\n  emergency number\n  now.\nGo.\n',
    )
  })

  it('leaves JSON and short lines unchanged', () => {
    const json = '{"tier":"emergency","because":[{"kind":"finding","id":"saddle-numbness"}]}\n'
    expect(wrapText(json, 30)).toBe(json)
    expect(wrapText('short\n', 30)).toBe('short\n')
    expect(wrapText('a long line that no terminal narrows', undefined)).toBe('a long line that no terminal narrows')
  })

  it('loses no word, and no line is wider than the terminal except for a single long word', () => {
    const prose = fc
      .array(fc.stringMatching(/^[a-z.]{1,12}$/), { minLength: 1, maxLength: 60 })
      .map(words => words.join(' '))
    fc.assert(
      fc.property(prose, fc.integer({ min: 20, max: 90 }), (text, columns) => {
        const lines = wrapText(text, columns).split('\n')
        expect(lines.join(' ').split(/ +/)).toEqual(text.split(' '))
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
      }),
    )
  })
})
