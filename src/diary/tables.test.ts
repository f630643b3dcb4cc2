import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { anyLog, idAt } from '../../test/support/diary-events.ts'
import { toCsv } from './csv.ts'
import { type DiaryEvent, eventTypes } from './event.ts'
import { eventShapes } from './event-schema.ts'
import { merge } from './merge.ts'
import { columnsOf, toTables } from './tables.ts'

const read = (text: string): readonly Readonly<Record<string, string>>[] =>
  papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

describe('the tables of a diary', () => {
  it.each(eventTypes)('have a column for each field of %s', type => {
    const [shape] = eventShapes[type].pipe as unknown as readonly [
      { readonly entries: Readonly<Record<string, unknown>> },
    ]
    expect(
      columnsOf(type)
        .map(column => column.split('.')[0])
        .filter(isFirst)
        .sort(),
    ).toEqual([...Object.keys(shape.entries).filter(key => key !== 'v' && key !== 'type'), 'struckOut'].sort())
  })

  it('contain every event once, and mark struck-out ones', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const tables = toTables(log)
        expect(tables.flatMap(({ rows }) => rows.map(([id]) => id)).sort()).toEqual(merge(log).map(({ id }) => id))
        for (const { type, columns, rows } of tables)
          for (const row of rows) {
            expect(row).toHaveLength(columns.length)
            const event = log.find(({ id }) => id === row[0])
            expect(event?.type).toBe(type)
          }
      }),
    )
    const drank: DiaryEvent = { type: 'drank', drink: 'tea', ml: 200, id: idAt(1), v: 2, at: '2026-11-24T08:00:00Z' }
    const strike: DiaryEvent = { type: 'struck-out', events: [drank.id], id: idAt(2), v: 2, at: drank.at }
    const [first, second] = toTables([drank, strike])
    expect(first).toMatchObject({
      type: 'drank',
      rows: [expect.arrayContaining([idAt(1), drank.at, true, 'tea', 200])],
    })
    expect(second).toMatchObject({ type: 'struck-out', rows: [expect.arrayContaining([idAt(2), false, idAt(1)])] })
  })
})

const isFirst = <Item>(item: Item, place: number, all: readonly Item[]) => all.indexOf(item) === place

describe('a table as CSV', () => {
  const noted = (text: string): DiaryEvent => ({ type: 'noted', text, id: idAt(1), v: 2, at: '2026-11-24T08:00:00Z' })
  const textOf = (text: string) => {
    const [table] = toTables([noted(text)])
    if (table === undefined) throw new Error('no table')
    return toCsv(papa.unparse, table)
  }

  it('reads back unchanged: commas, quotes, line breaks, other scripts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        const [row] = read(textOf(text))
        const cell = row?.text ?? ''
        expect(cell === text || cell === `'${text}`).toBe(true)
        if (cell !== text) expect(text).toMatch(/^'|^\s*[^\p{L}\p{N}]/u)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("x")', '|calc', '\uFF1D1'])(
    'never begins a cell as the formula %j',
    formula => {
      const [row] = read(textOf(formula))
      expect(row?.text).toBe(`'${formula}`)
    },
  )

  it('leaves negative numbers as numbers', () => {
    expect(toCsv(papa.unparse, { columns: ['y'], rows: [[-3]] })).toBe('y\r\n-3\r\n')
  })
})
