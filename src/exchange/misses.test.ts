import { describe, expect, it } from 'vitest'
import { misses, placesOf } from './misses.ts'

const listed = (...added: readonly Parameters<ReturnType<typeof misses>['add']>[]) => {
  const found = misses('line')
  for (const each of added) found.add(...each)
  return found.list()
}

describe('records that are not understood', () => {
  it('are grouped if their content and reason are alike', () => {
    expect(listed([4, 'A row', 'odd'], [9, 'A row', 'odd'], [5, 'A row', 'late'], [6, 'A cell', 'odd'])).toEqual([
      { where: 'line', at: [4, 9], count: 2, what: 'A row', why: 'odd', isPart: false },
      { where: 'line', at: [5], count: 1, what: 'A row', why: 'late', isPart: false },
      { where: 'line', at: [6], count: 1, what: 'A cell', why: 'odd', isPart: false },
    ])
  })

  it('names 50 places of a kind, and counts all', () => {
    const [kind] = listed(...Array.from({ length: 60 }, (_, i) => [i + 1, 'A row', 'odd'] as [number, string, string]))
    expect([kind?.at.length, kind?.at[49], kind?.count]).toEqual([50, 50, 60])
  })

  it('names 500 kinds, and gathers the rest', () => {
    const kinds = listed(...Array.from({ length: 503 }, (_, i) => [i, `Row ${i}`, 'odd'] as [number, string, string]))
    expect(kinds).toHaveLength(501)
    expect(kinds[499]).toMatchObject({ what: 'Row 499', count: 1 })
    expect(kinds[500]).toMatchObject({
      what: 'Other things',
      why: 'there are too many kinds to list',
      count: 3,
      at: [500, 501, 502],
    })
  })

  it('distinguish a part of a record from a whole one, and are counted apart from those left out', () => {
    const found = misses('entry')
    found.add(1, 'A row', 'odd')
    found.addPart(2, 'A row', 'odd')
    found.leaveOut('Heart rate', 'not used')
    found.leaveOut('Heart rate', 'not used', 6)
    found.leaveOut('Workout', 'not used', 0)
    expect(found.list().map(({ at, isPart }) => [at, isPart])).toEqual([
      [[1], false],
      [[2], true],
    ])
    expect(found.leftOut()).toEqual([{ what: 'Heart rate', why: 'not used', count: 7 }])
  })

  it('show 80 letters of their content', () => {
    const what = (length: number) => listed([1, 'x'.repeat(length), 'odd'])[0]?.what
    expect(what(80)).toBe('x'.repeat(80))
    expect(what(81)).toBe(`${'x'.repeat(80)}…`)
  })
})

describe('the places in words', () => {
  const places = (where: 'line' | 'entry', at: readonly number[], count = at.length) =>
    placesOf({ where, at, count, what: '', why: '', isPart: false })

  it('name up to three, and say how many more there are', () => {
    expect(places('line', [4])).toBe('line 4')
    expect(places('entry', [4])).toBe('entry 4')
    expect(places('entry', [4, 9])).toBe('entries 4, 9')
    expect(places('line', [4, 9, 12])).toBe('lines 4, 9, 12')
    expect(places('line', [4, 9, 12, 13])).toBe('lines 4, 9, 12 and 1 more')
    expect(places('line', [4, 9], 33)).toBe('lines 4, 9 and 31 more')
    expect(placesOf({ where: 'line', at: [1, 2], count: 2, what: '', why: '', isPart: false }, 1)).toBe(
      'lines 1 and 1 more',
    )
  })
})
