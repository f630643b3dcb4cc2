/** Any tracker's table, read by the columns that the person names. */
import { describe, expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { read } from '../../../test/support/imports.ts'
import type { Columns } from '../columns.ts'

const table = (head: string, ...rows: readonly string[]) => [head, ...rows, ''].join('\n')
const events = async (columns: Columns, head: string, ...rows: readonly string[]) =>
  (await imported(table(head, ...rows), { columns })).events

describe('a row', () => {
  it('of pain with a place is a spasm or cramp that is over, with its note beside it', async () => {
    const columns = { date: 'Day', pain: 'Score', place: 'Where', note: 'Text' }
    const found = await events(columns, 'Day;Score;Where;Text', '27.03.2026 20:39;6/10;left calf;woke up')
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'episode-began', pain: 6, region: 'calf', side: 'left' }),
        expect.objectContaining({ type: 'episode-ended' }),
        { at: '2026-03-27T20:39:00+01:00', type: 'noted', text: 'woke up' },
      ]),
    )
  })

  it('of pain without a score or a place is a note, and a score beyond the scale is listed', async () => {
    const file = table(
      'Day,Score,Where',
      '2026-03-27,5.5,neck',
      '2026-03-28,11,',
      '2026-03-29,bad,calf',
      '2026-03-30,4,',
    )
    const { texts, missed } = await imported(file, { columns: { date: 'Day', pain: 'Score', place: 'Where' } })
    expect(texts).toEqual(['Score: 5.5; Where: neck', 'Score: 11', 'Score: bad; Where: calf', 'Score: 4'])
    expect(missed).toEqual([
      'line 3: The pain "11": no score from 0 to 10; it stays in the note',
      'line 4: The pain "bad": no score from 0 to 10; it stays in the note',
    ])
  })

  it('of cramps counts them for the night', async () => {
    const columns = { date: 'when', time: 'at', count: 'n', place: 'where' }
    expect(await events(columns, 'when,at,n,where', '2026-03-27,8:39 PM,3,right foot', '2026-03-28,,2,')).toEqual([
      {
        at: '2026-03-27T20:39:00+01:00',
        type: 'cramps-counted',
        night: '2026-03-28',
        count: 3,
        region: 'foot',
        side: 'right',
      },
      { at: '2026-03-28T12:00:00+01:00', type: 'cramps-counted', night: '2026-03-28', count: 2 },
    ])
  })

  it('gets its day and time from the numbers of a spreadsheet, and the preview says so', async () => {
    const { events, assumed } = await imported(table('d,n', '46108.860416667,sore', '46109,stiff'), {
      columns: { date: 'd', note: 'n' },
    })
    expect(events).toEqual([
      { at: '2026-03-27T20:39:00+01:00', type: 'noted', text: 'sore' },
      { at: '2026-03-28T12:00:00+01:00', type: 'noted', text: 'stiff' },
    ])
    expect(assumed).toContain('Dates such as 46108.860416667 are read as the days that Excel counts.')
  })

  it('of a medicine, a food and a drink', async () => {
    const columns = { date: 'd', medicine: 'm', dose: 's', food: 'f', amount: 'Amount (g)' }
    const rows = [
      '2026-03-27,Ibuprofen,400 mg,,',
      '2026-03-28,,,Banana,120',
      '2026-03-29,,,Tea,0.25 l',
      '2026-03-30,,,Soup,a bowl',
    ]
    expect(await events(columns, 'd,m,s,f,Amount (g)', ...rows)).toEqual([
      { at: '2026-03-27T12:00:00+01:00', type: 'medicine-taken', medicine: 'Ibuprofen', dose: '400 mg' },
      { at: '2026-03-28T12:00:00+01:00', type: 'ate', food: 'Banana', grams: 120 },
      { at: '2026-03-29T12:00:00+01:00', type: 'drank', drink: 'Tea', ml: 250 },
      { at: '2026-03-30T12:00:00+01:00', type: 'ate', food: 'Soup', note: 'a bowl' },
    ])
  })

  it('may have its time in one cell, with a zone, or in seconds since 1970', async () => {
    const at = async (...dates: readonly string[]) =>
      (await events({ date: 'd', note: 'n' }, 'd,n', ...dates.map(date => `"${date}",x`))).map(event => event.at).sort()
    expect(
      await at(
        '2026-03-27T20:39:00Z',
        '2026-03-27 20:39',
        '27 March 2026 at 8:39 PM',
        '27.03.2026, 20:39:00',
        '1774643940',
        '1774643940000',
      ),
    ).toEqual([
      ...['2026-03-27T20:39:00+01:00', '2026-03-27T20:39:00+01:00', '2026-03-27T20:39:00+01:00'],
      ...['2026-03-27T20:39:00Z', '2026-03-27T21:39:00+01:00', '2026-03-27T21:39:00+01:00'],
    ])
  })

  it('that cannot be read, or is empty, is listed; other columns are named as left out', async () => {
    const file = table('d,n,weather', 'soon,x,', '2026-03-27,,rain', '2026-03-28,y,sun')
    const { missed, assumed, texts } = await imported(file, { columns: { date: 'D', note: 'n' } })
    expect(texts).toEqual(['y'])
    expect(missed).toEqual([
      'line 2: The date "soon": no day is known: write 2026-03-27',
      'line 3: A row: it says nothing',
    ])
    expect(assumed).toContain('These columns are left out: weather.')
  })
})

describe('a table of an unknown program', () => {
  it('is asked about once, with its first rows and what its names suggest', async () => {
    const file = table('Datum,Uhrzeit,Schmerzstärke,Notizen,Wetter', ...Array(9).fill('27.03.2026,20:39,6,x,rain'))
    expect(await read(file)).toMatchObject({
      problem: expect.stringContaining('not a file that Unknot knows'),
      asks: {
        about: 'columns',
        names: ['Datum', 'Uhrzeit', 'Schmerzstärke', 'Notizen', 'Wetter'],
        rows: Array(3).fill(['27.03.2026', '20:39', '6', 'x', 'rain']),
        suggested: { date: 'Datum', time: 'Uhrzeit', pain: 'Schmerzstärke', note: 'Notizen' },
      },
    })
  })

  it('whose dates are open asks for them next', async () => {
    const columns = { date: 'Day', note: 'Text' }
    const file = table('Day,Text', '3/4/2026,x')
    const asked = await read(file, { answers: { columns } })
    expect(asked).toMatchObject({ asks: { about: 'dates', examples: ['3/4/2026'] } })
    const { events: found } = await imported(file, { columns, dates: 'month-first' })
    expect(found.map(({ at }) => at)).toEqual(['2026-03-04T12:00:00+01:00'])
  })

  it('is not recognised if it has only one column, or is not text', async () => {
    for (const file of ['a list\none\ntwo\n', 'x,y\n', '%PDF-1.7, x\n1,2', '<a,b>\n1,2'])
      expect(await read(file), file).not.toHaveProperty('asks.about')
  })

  it('is refused where a column is named that it does not have', async () => {
    const answers = { columns: { date: 'When' } }
    expect(await read('Day,Text\n2026-03-27,x\n', { answers })).toMatchObject({
      problem: 'a table without a column "When"',
    })
  })
})
