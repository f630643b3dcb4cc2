/** Each importer with a file in its real format, with odd rows: what it reports, and that nothing is dropped silently. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { added, fixture, preview, read } from '../../test/support/imports.ts'
import { lifeOf } from '../../test/support/life.ts'
import { toFhir } from '../diary/fhir/bundle.ts'
import { counting } from '../diary/fold.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { importers } from './importers.ts'
import { placesOf } from './misses.ts'
import { importerIds, leftOut } from './programs.ts'

const told = async (file: string) => {
  const { toAdd, notUnderstood } = await preview(file)
  return {
    events: (toAdd as readonly (KeptEvent & Readonly<Record<string, unknown>>)[]).map(
      ({ id: _id, v: _v, from: _from, ...said }) => said as Readonly<Record<string, unknown>>,
    ),
    missed: notUnderstood.map(miss => `${placesOf(miss)}: ${miss.what}: ${miss.why}`),
  }
}

const files: Readonly<Record<string, string>> = {
  'apple-health.xml': 'apple-health',
  'bearable.csv': 'bearable',
  'daylio.csv': 'daylio',
  'daylio-2018.csv': 'daylio',
  'fhir-bundle.json': 'fhir',
  'nomie.json': 'nomie',
  'perfice-form.json': 'perfice',
  'perfice-backup.json': 'perfice',
}

it('recognises each file by its content', async () => {
  expect(readdirSync('test/exchange').sort()).toEqual(Object.keys(files).sort())
  for (const [file, id] of Object.entries(files)) expect(await read(fixture(file)), file).toMatchObject({ id })
})

it('says for each format where it is documented, and why records are left out', () => {
  for (const id of importerIds) expect(importers[id].readFrom.length, id).toBeGreaterThan(0)
  expect(leftOut.map(({ name }) => name)).toEqual(['Manage My Pain'])
})

describe('Daylio', () => {
  it('turns an entry into a note, reads quotes, BOM, CRLF, both clocks, and keeps alike entries apart', async () => {
    const { events, missed } = await told(fixture('daylio.csv'))
    const twice = {
      at: '2024-03-02T22:05:00+01:00',
      type: 'noted',
      text: 'Mood: meh. walk, leg cramp, tired. 3. Calf again. Woke at 3.\nIt said "stop", twice.',
    }
    expect(events).toEqual([
      { at: '2024-02-28T00:30:00+01:00', type: 'noted', text: 'Mood: awful. Bananas, 1,5 of them' },
      { at: '2024-03-01T07:15:00+01:00', type: 'noted', text: 'Mood: good. stretching' },
      twice,
      twice,
    ])
    expect(missed).toEqual([
      'line 10: A row: it has 11 cells, and the table 9 columns: quote the text',
      'line 4: The date "2024-02-30": no day is known: write 2026-03-27',
      'line 6: The time "25:70": no time is known: write 20:39',
      'line 9: A row: it says nothing',
    ])
  })

  it('reads the form of 2018, with the year and the day apart', async () => {
    const { events } = await told(fixture('daylio-2018.csv'))
    expect(events).toEqual([
      { at: '2018-05-16T22:21:00+01:00', type: 'noted', text: 'Mood: average' },
      { at: '2018-05-18T23:54:00+01:00', type: 'noted', text: 'Mood: rad. cook, music. A long day' },
    ])
  })
})

it('Bearable: doses and time asleep become events, the rest notes', async () => {
  const { events, missed } = await told(fixture('bearable.csv'))
  expect(events).toEqual([
    { at: '2024-03-02T06:00:00+01:00', type: 'measured', what: 'sleep-minutes', value: 445 },
    {
      at: '2024-03-02T08:10:00+01:00',
      type: 'medicine-taken',
      medicine: 'Ibuprofen',
      dose: '400 mg',
      note: 'after breakfast',
    },
    expect.objectContaining({ at: '2024-03-02T12:00:00+01:00', type: 'noted' }),
    expect.objectContaining({ at: '2024-03-02T12:00:00+01:00', type: 'noted' }),
    { at: '2024-03-02T19:00:00+01:00', type: 'noted', text: 'Symptom: 2, Leg cramps (Moderate)' },
    { at: '2024-03-02T21:00:00+01:00', type: 'medicine-taken', medicine: 'Magnesium glycinate', dose: '1,5 g' },
  ])
  expect(events.flatMap(({ text }) => text ?? [])).toEqual(
    expect.arrayContaining(['Sleep quality: 3', 'Factors: Sat long, Little water']),
  )
  expect(missed).toEqual([
    'line 8: The time "noonish": no time of day is known: write am, pm or 20:39',
    'line 9: The date "32nd Mar 2024": no day is known: write 2026-03-27',
    'line 10: Meds/Supplements: it names no medicine',
    'line 11: Mood: it says nothing',
  ])
})

it('Nomie: trackers with a unit become events, and each entry stays as a note in its words', async () => {
  const { events, missed } = await told(fixture('nomie.json'))
  expect(events.filter(({ type }) => type !== 'noted')).toEqual([
    { at: '2024-03-01T19:30:00+01:00', type: 'drank', drink: 'Water', ml: expect.any(Number) },
    { at: '2024-03-01T19:30:00+01:00', type: 'drank', drink: 'Water', ml: expect.any(Number) },
    { at: '2024-03-02T03:10:00+01:00', type: 'cramps-counted', night: '2024-03-02', count: 1, region: 'calf' },
    { at: '2024-03-02T07:00:00+01:00', type: 'measured', what: 'sleep-minutes', value: 450 },
    expect.objectContaining({ type: 'episode-began', complaint: 'back', region: 'low back', pain: 6 }),
    expect.objectContaining({ type: 'episode-ended', at: '2024-03-02T12:00:00+01:00' }),
    expect.objectContaining({ type: 'measured' }),
    expect.objectContaining({ type: 'measured' }),
  ])
  expect(
    events.flatMap(event => (event.what === 'steps' || event.what === 'magnesium-mg' ? [event.value] : [])).sort(),
  ).toEqual([300, 8012])
  expect(events.filter(({ type }) => type === 'noted')).toHaveLength(7)
  expect(events).toContainEqual(expect.objectContaining({ text: '<script>alert(1)</script> #headache(4)' }))
  expect(missed).toEqual([
    'entry 1: The part "people": the diary has no place for it',
    'entry 5: #mood(2+3): the value is no plain number; it stays in the note',
    'entry 7: An entry: its time "yesterday" is none: it should be like 2026-03-27T20:39:00Z',
    'entry 8: An entry: it has no note',
    'entry 9: An entry: it tells no time',
  ])
})

it('Perfice: the entries of a form become notes', async () => {
  const { events, missed } = await told(fixture('perfice-form.json'))
  expect(events).toEqual([
    { at: '2024-03-02T00:00:00+01:00', type: 'noted', text: 'How bad?: 6.5; Where?: left calf; Helped: stretch, walk' },
    {
      at: '2024-03-04T00:00:00+01:00',
      type: 'noted',
      text: '2; foot; yes; an answer too many',
    },
  ])
  expect(missed).toEqual([
    'entry 2: An entry: it says nothing',
    'entry 3: An entry: its time "soon" is none: it should be like 2026-03-27T20:39:00Z',
  ])
})

it('Perfice: of a whole backup, answers with a unit become events', async () => {
  const { events, missed } = await told(fixture('perfice-backup.json'))
  expect(events).toContainEqual({ at: '2024-03-02T10:00:00+01:00', type: 'drank', drink: 'Water', ml: 500 })
  expect(events).toContainEqual({
    at: '2024-03-02T08:00:00+01:00',
    type: 'measured',
    what: 'sleep-minutes',
    value: 450,
  })
  expect(events.flatMap(({ text }) => text ?? [])).toEqual(
    expect.arrayContaining(['Water: Water: 500 ml', 'Night: Sleep: 7.5 h; Note: calf, twice', '12 pages', 'Stretched']),
  )
  expect(missed).toEqual(['entry 4: An entry: its tag or its form is not in the file'])
})

describe('Apple Health', () => {
  it('has one total a day, in which each minute of several devices counts once', async () => {
    const { events, missed } = await told(fixture('apple-health.xml'))
    const note = 'the total of the day'
    expect(events).toEqual([
      { at: '2024-03-02T09:00:00+01:00', type: 'measured', what: 'steps', value: 1540, note },
      { at: '2024-03-02T10:00:00+01:00', type: 'drank', drink: 'Water', ml: 237, note },
      { at: '2024-03-02T12:00:00+01:00', type: 'measured', what: 'magnesium-mg', value: 180.5, note },
      { at: '2024-03-02T18:00:00+01:00', type: 'measured', what: 'vitamin-d-ug', value: 5, note },
      {
        at: '2024-03-02T23:00:00+01:00',
        type: 'measured',
        what: 'sleep-minutes',
        value: 450,
        until: '2024-03-03T06:30:00+01:00',
      },
      { at: '2024-03-04T08:00:00+01:00', type: 'noted', text: 'Lower back pain: moderate' },
    ])
    expect(missed).toEqual([
      'line 32: Dietary water: its amount "&lol; sips" is no number in a unit that Unknot knows',
      'line 33: Step count: its time "some day" is none: it should be like 2026-03-27 20:39:00 +0100',
    ])
  })

  it('reads the same from pieces of any size', async () => {
    const whole = await read(fixture('apple-health.xml'))
    for (const size of [1, 7, 1000]) expect(await read(fixture('apple-health.xml'), { size })).toEqual(whole)
  })

  it('replaces a total by the larger one of a later export', async () => {
    const early = fixture('apple-health.xml')
    const diary = added([], await preview(early))
    const later = early.replace('value="1050"', 'value="4050"')
    const next = await preview(later, diary)
    expect(next.toAdd).toMatchObject([{ what: 'steps', value: 4540 }])
    expect(next.replaced).toHaveLength(1)
    const steps = counting(added(diary, next)).filter(event => event.type === 'measured' && event.what === 'steps')
    expect(steps).toMatchObject([{ value: 4540 }])
  })

  it('says that a file is cut off, and imports the complete records', async () => {
    const [half = ''] = fixture('apple-health.xml').split('<Correlation')
    const { toAdd, assumed } = await preview(half)
    expect(toAdd).toHaveLength(6)
    expect(assumed.at(-1)).toContain('cut off')
  })
})

it('FHIR: pain with a place is an episode that is over; medicines begin and end; what is wrong is named', async () => {
  const { events, missed } = await told(fixture('fhir-bundle.json'))
  expect(events).toEqual([
    { at: '2024-01-10T12:00:00+01:00', type: 'medicine-started', medicine: 'Furosemide', dose: '20 mg in the morning' },
    { at: '2024-03-01T12:00:00+01:00', type: 'medicine-stopped', medicine: 'Furosemide' },
    {
      at: '2024-03-02T00:00:00+01:00',
      type: 'measured',
      what: 'steps',
      value: 5200,
      until: '2024-03-02T23:59:59+01:00',
    },
    expect.objectContaining({ type: 'episode-began', region: 'calf', side: 'left', pain: 7, note: 'Woke up' }),
    expect.objectContaining({ type: 'episode-ended', at: '2024-03-02T03:15:00+01:00' }),
    { at: '2024-03-02T07:00:00+01:00', type: 'measured', what: 'sleep-minutes', value: 390 },
    { at: '2024-03-03T12:00:00+01:00', type: 'noted', text: 'Pain, 4 of 10' },
    {
      at: '2024-03-10T10:00:00+01:00',
      type: 'medicine-started',
      medicine: 'Simvastatin 20 mg',
      note: 'Begun in 2019',
      undated: true,
    },
  ])
  expect(missed).toEqual([
    'entry 4: Pain severity: its status is "entered-in-error"',
    'entry 7: Potassium in blood: Unknot reads pain, steps and sleep',
    'entry 11: Quinine: its status is "not-taken"',
    'entry 12: Condition: Unknot reads observations and medicines',
  ])
})

it('FHIR: our own document is read, with a warning that it may be this very diary', async () => {
  const bundle = toFhir(lifeOf(2, 300, Date.UTC(2026, 9, 24)), {
    id: '26ecdf06-28a3-4b41-8b14-c5504f0ecc64',
    at: '2026-10-25T10:00:00Z',
  })
  const { toAdd, assumed } = await preview(JSON.stringify(bundle))
  expect(toAdd.length).toBeGreaterThan(0)
  expect(assumed[0]).toContain('If it came from this diary, leave it')
})

it('FHIR: the records of two people are refused', async () => {
  const of = (patient: string) =>
    `{"resource":{"resourceType":"Observation","subject":{"reference":"Patient/${patient}"}}}`
  expect(await read(`{"resourceType":"Bundle","entry":[${of('a')},${of('b')}]}`)).toEqual({
    problem: 'records of more than one person: export the records of yourself alone',
  })
})
