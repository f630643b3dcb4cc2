/** Daylio's own backup: a zip with Base64 in it. */
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { added, preview } from '../../../test/support/imports.ts'

const entry = (parts: object) => ({
  id: 1,
  year: 2026,
  month: 2,
  day: 27,
  hour: 20,
  minute: 39,
  timeZoneOffset: 3_600_000,
  mood: 3,
  tags: [7, 8, 99],
  note: '',
  note_title: '',
  ...parts,
})
const json = JSON.stringify({
  version: 15,
  customMoods: [
    { id: 3, custom_name: '', predefined_name_id: 3 },
    { id: 9, custom_name: 'fräil', predefined_name_id: -1 },
  ],
  tags: [
    { id: 7, name: 'walk' },
    { id: 8, name: 'gym' },
  ],
  dayEntries: [
    entry({ note_title: 'Calf', note: '<b>sore</b> &amp; tired' }),
    entry({ mood: 9, tags: [], month: 5, timeZoneOffset: 7_200_000 }),
    entry({ month: 14 }),
    entry({ mood: 0, tags: [] }),
  ],
  goalEntries: [{}],
})
const backup = zipSync({
  'backup.daylio': new TextEncoder().encode(Buffer.from(json).toString('base64')),
  'assets/photo.jpg': new Uint8Array(9),
})

it('imports each entry at its local time, with the names of its moods and activities', async () => {
  const { events, missed } = await imported(backup)
  expect(events).toEqual([
    { at: '2026-03-27T20:39:00+01:00', type: 'noted', text: 'Mood: meh. walk, gym. Calf. sore & tired' },
    { at: '2026-06-27T20:39:00+02:00', type: 'noted', text: 'Mood: fräil' },
  ])
  expect(missed).toEqual([
    'entry 3: An entry: its year, month, day, hour and minute are no time',
    'entry 4: An entry: it says nothing',
    'entry 1: The part "goalEntries": the diary has no place for it: 1',
  ])
  expect((await imported(json)).events).toEqual(events)
})

it('has the same entries as the CSV, so that both together are there once', async () => {
  const csv =
    'full_date,date,weekday,time,mood,activities,note_title,note\n2026-03-27,x,y,20:39,meh,walk | gym,Calf,"<b>sore</b> &amp; tired"\n'
  const diary = added([], await preview(csv))
  expect((await preview(backup, diary)).accounted).toMatchObject({ added: 1, alreadyThere: 1 })
})
