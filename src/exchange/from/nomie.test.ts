/** Nomie's backups: their zone, their cramps, their limits. */
import { describe, expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { added, preview } from '../../../test/support/imports.ts'

const end = Date.parse('2026-10-18T20:00:00Z')
const backup = (events: readonly object[], trackers: Readonly<Record<string, object>> = {}) =>
  JSON.stringify({
    boards: [],
    events: events.map(event => ({ _id: 'x', end, ...event })),
    nomie: { number: '6.0.1' },
    trackers,
  })
const types = async (note: string, trackers: Readonly<Record<string, object>>) =>
  (await imported(backup([{ note }], trackers))).events.map(({ type }) => type).filter(type => type !== 'noted')

it('is recognised by its content in any order, even after 100 kB', async () => {
  const long = backup(Array.from({ length: 600 }, (_, at) => ({ note: `entry ${at} ${'x'.repeat(200)}` })))
  expect(long.indexOf('"nomie"')).toBeGreaterThan(100_000)
  expect((await preview(long)).from).toBe('Nomie')
})

describe('the zone', () => {
  it('is that of the entry', async () => {
    const { events } = await imported(
      backup([
        { note: 'here', offset: -60 },
        { note: 'away', offset: 240 },
      ]),
    )
    expect(events.map(({ at }) => at).sort()).toEqual(['2026-10-18T16:00:00-04:00', '2026-10-18T21:00:00+01:00'])
  })

  it('of the device changes no id: read elsewhere, the same backup adds nothing', async () => {
    const file = backup([{ note: '#leg_cramps(2) #water(250)' }, { note: '#leg_cramps', offset: -60 }], {
      water: { label: 'Water', uom: 'ml' },
    })
    const here = added([], await preview(file, [], 60))
    for (const zone of [-480, 0, 120, 540]) expect((await preview(file, here, zone)).toAdd, String(zone)).toEqual([])
  })
})

describe('cramps of a night', () => {
  it('are those of a muscle', async () => {
    for (const name of ['leg_cramps', 'calf_cramp', 'Night cramps', 'muscle-cramp', 'left foot cramps'])
      expect(await types('#c', { c: { label: name, type: 'tick' } }), name).toEqual(['cramps-counted'])
  })

  it('are not those of a period or the stomach, nor of an unknown place', async () => {
    for (const name of [
      'Cramps',
      'Period cramps',
      'Menstrual cramps',
      'stomach cramps',
      'Belly cramp',
      'uterine cramps',
    ])
      expect(await types('#c #period', { c: { label: name, type: 'tick' } }), name).toEqual([])
    const { texts } = await imported(backup([{ note: '#cramps #period' }]))
    expect(texts).toEqual(['#cramps #period'])
  })
})

it('a pain beyond the scale is listed, and stays in the note', async () => {
  const { events, missed } = await imported(
    backup([{ note: '#pain(11)' }], { pain: { label: 'Calf pain', type: 'range' } }),
  )
  expect(events.map(({ type }) => type)).toEqual(['noted'])
  expect(missed).toEqual(['entry 1: #pain(11): a pain score goes from 0 to 10; it stays in the note'])
})

it('what no person can do is listed, and stays in the note', async () => {
  const trackers = {
    sleep: { label: 'Sleep', type: 'timer', uom: 'timer' },
    vitamin_d: { label: 'Vitamin D', uom: 'iu' },
  }
  const { events, texts, missed } = await imported(
    backup([{ note: '#sleep(90:00:00)' }, { note: '#sleep(24:00:00) #vitamin_d(1000)' }], trackers),
  )
  expect(texts).toHaveLength(2)
  expect(events.flatMap(({ value }) => value ?? []).sort()).toEqual([1440, 25])
  expect(missed).toEqual(['entry 1: Sleep minutes: more than 24 hours of sleep in a day'])
})

it('the CSV gives the same entries as the backup, and importing both adds each entry once', async () => {
  const csv = [
    'date,note,offset,score,water,leg_cramps',
    '2026-10-18T20:00:00.000Z,"#water(16) after work",-60,0,16,',
    '2026-10-18T21:00:00.000Z,sore,0,0,,2',
    'soon,sore,0,0,,',
  ].join('\n')
  const { events, missed } = await imported(csv)
  expect(events).toHaveLength(3)
  expect(events).toEqual(
    expect.arrayContaining([
      { at: '2026-10-18T21:00:00+01:00', type: 'noted', text: '#water(16) after work' },
      { at: '2026-10-18T21:00:00+00:00', type: 'cramps-counted', night: '2026-10-19', count: 2 },
      { at: '2026-10-18T21:00:00+00:00', type: 'noted', text: 'sore #leg_cramps(2)' },
    ]),
  )
  expect(missed).toEqual(['line 4: An entry: its time "soon" is none: it should be like 2026-03-27T20:39:00Z'])
  const fromBackup = added([], await preview(backup([{ note: '#water(16) after work', offset: -60 }])))
  expect((await preview(csv, fromBackup)).accounted).toMatchObject({ added: 1, alreadyThere: 1 })
})

it('the detailed CSV gives its time as seconds since 1970', async () => {
  const csv = `epoch,start,end,offset,note,lat,lng,location,score\n${end},x,2026-10-18T22:00:00.000,-120,sore,1.5,2.5,Home,3\n`
  const { events, assumed } = await imported(csv)
  expect(events).toEqual([{ at: '2026-10-18T22:00:00+02:00', type: 'noted', text: 'sore' }])
  expect(assumed).toHaveLength(2)
})
