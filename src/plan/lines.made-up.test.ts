import { describe, expect, it } from 'vitest'
import { nobody } from '../../test/support/made-up-triage.ts'
import type { PlanLines } from '../knowledge/plan-schema.ts'
import { avoidFor, mostLines, openingFor, seekHelpFor, seekHelpText } from './lines.ts'
import type { Situation } from './situation.ts'

const dated = { sources: ['a'], nextReview: '2027-01-01' }
const avoid = (text: string, more: object = {}) => ({ text, ...dated, ...more })
const seekHelp = (tier: string, signs: readonly (string | object)[], more: object = {}) => ({
  tier,
  signs: signs.map(sign => (typeof sign === 'string' ? { text: sign } : sign)),
  ...dated,
  ...more,
})
const lines = (given: object) => ({ openings: {}, avoid: {}, seekHelp: {}, ...given }) as unknown as PlanLines
const person = (own: readonly string[] = [], words: readonly string[] = []): Situation => ({
  ...nobody,
  present: new Set([...own, ...words]),
  own: new Set(own),
  place: 'low back',
  facts: { present: new Set(own), absent: new Set(), unsure: new Set() },
})
const many = (count: number, more: object = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`line-${i}`, avoid(`Line ${i}.`, more)]))

describe('the opening of a plan', () => {
  it('is the first line that holds', () => {
    const openings = { ill: avoid('Rest.', { for: 'fever' }), all: avoid('Move.'), late: avoid('Sleep.') }
    expect(openingFor(lines({ openings }), person())).toEqual({ id: 'all', text: 'Move.', ...dated })
    expect(openingFor(lines({ openings }), person(['fever'])).text).toBe('Rest.')
  })

  it('is an error that names the table if no line holds', () => {
    expect(() => openingFor(lines({ openings: { ill: avoid('Rest.', { for: 'fever' }) } }), person())).toThrow(
      'no opening holds for this person',
    )
  })
})

describe('what to avoid', () => {
  const avoidedBy = (table: object, ...given: Parameters<typeof person>) =>
    avoidFor(lines({ avoid: table }), person(...given)).map(({ text }) => text)

  it('is every line that holds, in the order of the table, without what the person has already', () => {
    const table = {
      falls: avoid('Do not fall.', { names: ['fall', 'trip'] }),
      heat: avoid('No heat.', { for: 'fever' }),
      lifting: avoid('No lifting.'),
    }
    expect(avoidedBy(table)).toEqual(['Do not fall.', 'No lifting.'])
    expect(avoidedBy(table, ['fever'])).toEqual(['Do not fall.', 'No heat.', 'No lifting.'])
    expect(avoidedBy(table, ['trip'])).toEqual(['No lifting.'])
    // A word of the situation is not a sign that the person has.
    expect(avoidedBy(table, [], ['trip'])).toEqual(['Do not fall.', 'No lifting.'])
  })

  it('has only the first line that holds for each slot', () => {
    const table = {
      ill: avoid('Ill.', { slot: 'rest', for: 'fever' }),
      well: avoid('Well.', { slot: 'rest' }),
      other: avoid('Other.', { slot: 'move' }),
      third: avoid('Third.', { slot: 'rest' }),
    }
    expect(avoidedBy(table)).toEqual(['Well.', 'Other.'])
    expect(avoidedBy(table, ['fever'])).toEqual(['Ill.', 'Other.'])
  })

  it('has five lines at most', () => {
    expect(mostLines).toBe(5)
    expect(avoidedBy(many(5))).toHaveLength(5)
    expect(avoidedBy(many(6))).toEqual(['Line 0.', 'Line 1.', 'Line 2.', 'Line 3.', 'Line 4.'])
  })

  it('keeps the lines that the person’s own answers call for, and fills up with others', () => {
    const table = { ...many(5), own: avoid('Own.', { for: { any: ['fever', 'cough'] } }) }
    expect(avoidedBy(table, ['cough'])).toEqual(['Line 0.', 'Line 1.', 'Line 2.', 'Line 3.', 'Own.'])
    const all = many(7, { for: 'fever' })
    expect(avoidedBy({ ...all, last: avoid('Last.') }, ['fever'])).toEqual(Object.values(all).map(({ text }) => text))
    // A line for a word of the situation is not the person's own.
    expect(avoidedBy({ ...many(5), own: avoid('Own.', { for: 'at-calf' }) }, [], ['at-calf'])).not.toContain('Own.')
  })
})

describe('when to get help', () => {
  const helpFor = (table: object, ...given: Parameters<typeof person>) =>
    seekHelpFor(lines({ seekHelp: table }), person(...given)).map(({ text }) => text)

  it('has the most urgent line first', () => {
    const table = {
      low: seekHelp('soon', ['a rash']),
      high: seekHelp('emergency', ['no feeling']),
      middle: seekHelp('same-day', ['a fever']),
    }
    expect(helpFor(table)).toEqual(['No feeling.', 'A fever.', 'A rash.'])
  })

  it('leaves out the signs that the person has, and a line without any other sign', () => {
    const table = {
      one: seekHelp('soon', [{ text: 'a rash', names: ['rash'] }, 'an itch']),
      two: seekHelp('soon', [{ text: 'a cough', names: ['cough'] }]),
    }
    expect(helpFor(table)).toEqual(['A rash, or an itch.', 'A cough.'])
    expect(helpFor(table, ['rash', 'cough'])).toEqual(['An itch.'])
  })

  it('names a sign only to people it applies to, and has a line only if it holds', () => {
    const table = {
      one: seekHelp('soon', ['a rash', { text: 'a leak', for: 'pregnant' }]),
      two: seekHelp('soon', ['a fall'], { for: 'old' }),
    }
    expect(helpFor(table)).toEqual(['A rash.'])
    expect(helpFor(table, ['pregnant', 'old'])).toEqual(['A rash, or a leak.', 'A fall.'])
  })

  it('names each sign once, in the more urgent line', () => {
    const table = {
      low: seekHelp('soon', ['a rash', 'a fever']),
      high: seekHelp('emergency', ['a fever']),
      last: seekHelp('soon', ['a rash']),
    }
    expect(helpFor(table)).toEqual(['A fever.', 'A rash.'])
  })

  it('of more than five lines keeps the first five of the table, and shows the most urgent first', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(sign => [sign, seekHelp('soon', [sign])] as const)
    expect(helpFor(Object.fromEntries(six))).toEqual(['A.', 'B.', 'C.', 'D.', 'E.'])
  })

  it('keeps the sources and the date of each line', () => {
    expect(seekHelpFor(lines({ seekHelp: { one: seekHelp('soon', ['a rash']) } }), person())).toEqual([
      { id: 'one', text: 'A rash.', ...dated },
    ])
  })

  it.each([
    [['a rash'], undefined, 'A rash.'],
    [['a rash', 'an itch'], undefined, 'A rash, or an itch.'],
    [['a rash', 'an itch', 'a cough'], 'Call 112.', 'A rash, an itch, or a cough. Call 112.'],
  ])('%j reads as a sentence', (signs, action, text) => {
    const given = { signs: signs.map(sign => ({ text: sign })), ...(action === undefined ? {} : { action }) }
    expect(seekHelpText(given as never)).toBe(text)
  })
})
