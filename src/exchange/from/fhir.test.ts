/** FHIR as clinics and health apps really write it. */
import { describe, expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { read } from '../../../test/support/imports.ts'

type Parts = Readonly<Record<string, unknown>>
const bundle = (...resources: readonly Parts[]) =>
  JSON.stringify({ type: 'collection', entry: resources.map(resource => ({ resource })), resourceType: 'Bundle' })
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] })
const pain = (parts: Parts): Parts => ({
  resourceType: 'Observation',
  status: 'final',
  code: loinc('72514-3'),
  effectiveDateTime: '2026-10-04T10:00:00Z',
  ...parts,
})
const medicine = (parts: Parts): Parts => ({ resourceType: 'MedicationStatement', status: 'active', ...parts })
const named = (text: string) => ({ medicationCodeableConcept: { text } })
const calf = { bodySite: { text: 'left calf' } }

describe('the person', () => {
  const about = (reference: string) => pain({ subject: { reference }, valueInteger: 4, ...calf })
  const patient = (fullUrl: string, id: string) => ({ fullUrl, resource: { resourceType: 'Patient', id } })
  const records = (...entry: readonly Parts[]) => JSON.stringify({ resourceType: 'Bundle', entry })
  const several = 'records of more than one person: export the records of yourself alone'

  it('is one under several spellings', async () => {
    const spellings = ['Patient/p1', 'http://x.org/fhir/Patient/p1', 'Patient/p1/_history/3']
    const { events, leftOut } = await imported(
      records(patient('http://x.org/fhir/Patient/p1', 'p1'), ...spellings.map(name => ({ resource: about(name) }))),
    )
    expect(events.filter(({ type }) => type === 'episode-began')).toHaveLength(3)
    expect(leftOut).toEqual(['1 Patient: whom the records are about'])
    const byUuid = records(
      patient('urn:uuid:11', '11'),
      { resource: about('urn:uuid:11') },
      { resource: about('Patient/11') },
    )
    expect((await imported(byUuid)).events).toHaveLength(4)
    expect((await imported(bundle(about('Patient/p1'), about('https://a.org/Patient/p1')))).events).toHaveLength(4)
  })

  it('is more than one where the ids or the servers differ', async () => {
    for (const [one, two] of [
      ['Patient/a', 'Patient/b'],
      ['https://a.org/Patient/p', 'https://b.org/Patient/p'],
      ['urn:uuid:1', 'urn:uuid:2'],
    ] as const)
      expect(await read(bundle(about(one), about(two)))).toMatchObject({ problem: several })
    const shown = (display: string) => pain({ subject: { display }, valueInteger: 4 })
    expect(await read(bundle(shown('Ann'), shown('Bo')))).toMatchObject({ problem: several })
  })

  it('is no device, group or place', async () => {
    const { events, missed } = await imported(
      bundle(
        about('Patient/p'),
        about('Device/d'),
        pain({ subject: { type: 'Group', display: 'Ward' }, valueInteger: 1 }),
      ),
    )
    expect(events).toHaveLength(2)
    expect(missed).toEqual([
      'entry 2: Observation: it is about a Device, not about you',
      'entry 3: Observation: it is about a Group, not about you',
    ])
  })
})

describe('the form of the file', () => {
  const one = pain({ valueInteger: 4, ...calf })

  it('may be a single resource, one a line, a list, a Bundle in a Bundle, with its names in any order', async () => {
    const { events } = await imported(bundle(one))
    expect(events).toHaveLength(2)
    const sorted = JSON.stringify({ entry: [{ resource: one }], id: 'x', resourceType: 'Bundle' })
    for (const file of [JSON.stringify(one), JSON.stringify([one]), sorted, bundle(JSON.parse(bundle(one)))])
      expect((await imported(file)).events).toEqual(events)
    const lines = `${JSON.stringify(one)}\n${JSON.stringify({ ...one, valueInteger: 5 })}\n{"resourceType":"Obs`
    const { missed, events: ofLines } = await imported(lines)
    expect(ofLines).toHaveLength(4)
    expect(missed).toEqual(['entry 3: An entry: it is no resource, or cut off'])
  })

  it('may be the first of several pages, and that is said', async () => {
    const page = JSON.stringify({
      ...JSON.parse(bundle(one)),
      link: [{ relation: 'next', url: 'http://x.org?page=2' }],
    })
    expect((await imported(page)).assumed[0]).toContain('This is one page of several')
    const counted = JSON.stringify({ ...JSON.parse(bundle(one)), total: 40 })
    expect((await imported(counted)).assumed[0]).toContain('This is one page of several')
    expect((await imported(bundle(one))).assumed.join()).not.toContain('page')
  })
})

describe('a medicine', () => {
  it('is found by any reference: urn:uuid, contained, by display alone, in R5', async () => {
    const entry = [
      {
        fullUrl: 'urn:uuid:22',
        resource: { resourceType: 'Medication', id: '22', code: { text: 'Furosemide 40 MG' } },
      },
      {
        resource: medicine({
          medicationReference: { reference: 'urn:uuid:22' },
          effectivePeriod: { start: '2026-01-01' },
        }),
      },
      {
        resource: medicine({
          contained: [{ resourceType: 'Medication', id: 'm', code: { coding: [{ display: 'Baclofen' }] } }],
          medicationReference: { reference: '#m' },
          effectivePeriod: { start: '2026-01-02' },
        }),
      },
      {
        resource: medicine({
          medicationReference: { display: 'Amlodipine' },
          effectivePeriod: { start: '2026-01-03' },
        }),
      },
      {
        resource: medicine({ medication: { concept: { text: 'Quinine' } }, effectivePeriod: { start: '2026-01-04' } }),
      },
      {
        resource: medicine({
          medication: { reference: { reference: 'Medication/22' } },
          effectivePeriod: { start: '2026-01-05' },
        }),
      },
    ]
    const { events, missed } = await imported(JSON.stringify({ resourceType: 'Bundle', entry }))
    expect(events.map(event => event.medicine)).toEqual([
      'Furosemide 40 MG',
      'Baclofen',
      'Amlodipine',
      'Quinine',
      'Furosemide 40 MG',
    ])
    expect(missed).toEqual([])
  })

  it('is named by its text or any display, never by a bare code', async () => {
    const coding = [
      { system: 'rx', code: '310429' },
      { system: 's', code: '1', display: 'Furosemide 40 MG Oral Tablet' },
    ]
    const { events, missed } = await imported(
      bundle(
        medicine({ medicationCodeableConcept: { coding }, effectivePeriod: { start: '2026-01-01' } }),
        medicine({
          medicationCodeableConcept: { coding: coding.slice(0, 1) },
          effectivePeriod: { start: '2026-01-01' },
        }),
      ),
    )
    expect(events).toMatchObject([{ medicine: 'Furosemide 40 MG Oral Tablet' }])
    expect(missed).toEqual(['entry 2: A medicine: only its code is told: 310429'])
  })

  it.each([
    [{ text: '20 mg in the morning' }, '20 mg in the morning'],
    [
      {
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 40, unit: 'mg' } }],
      },
      '40 mg, 2 times a day',
    ],
    [{ doseQuantity: { value: 1, unit: 'tablet' }, asNeededBoolean: true }, '1 tablet, as needed'],
    [{ doseAndRate: [{ doseRange: { low: { value: 1, unit: 'g' }, high: { value: 2, unit: 'g' } } }] }, '1 g to 2 g'],
    [{ timing: { repeat: { period: 8, periodUnit: 'h' } } }, 'once in 8 hours'],
    [{ timing: { code: { text: 'At bedtime' } } }, 'At bedtime'],
  ])('has its dose in words: %o', async (dosage, dose) => {
    const { events } = await imported(
      bundle(medicine({ ...named('Furosemide'), effectivePeriod: { start: '2026-01-01' }, dosage: [dosage] })),
    )
    expect(events).toMatchObject([{ type: 'medicine-started', dose }])
  })

  it('may have been prescribed', async () => {
    const request = (parts: Parts) => ({
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...parts,
    })
    const { events, missed } = await imported(
      bundle(
        request({ ...named('Simvastatin 20 MG'), authoredOn: '2026-02-01' }),
        request({
          ...named('Naproxen'),
          status: 'completed',
          authoredOn: '2026-02-01',
          dosageInstruction: [{ text: 'twice a day' }],
          dispenseRequest: { validityPeriod: { end: '2026-02-10' } },
        }),
        request({ ...named('Quinine'), status: 'cancelled', authoredOn: '2026-02-01' }),
        request({ ...named('Diazepam'), intent: 'proposal', authoredOn: '2026-02-01' }),
      ),
    )
    expect(events).toEqual([
      expect.objectContaining({
        type: 'medicine-started',
        medicine: 'Simvastatin 20 MG',
        at: '2026-02-01T12:00:00+01:00',
      }),
      expect.objectContaining({ type: 'medicine-started', medicine: 'Naproxen', dose: 'twice a day' }),
      expect.objectContaining({ type: 'medicine-stopped', medicine: 'Naproxen', at: '2026-02-10T12:00:00+01:00' }),
    ])
    expect(missed).toEqual([
      'entry 3: Quinine: its status is "cancelled"',
      'entry 4: Diazepam: it is proposed or advised against, and not prescribed',
    ])
  })

  it('that began in a known month or year has that, and no day', async () => {
    const { events } = await imported(
      bundle(
        medicine({ ...named('Amlodipine'), effectivePeriod: { start: '2024' } }),
        medicine({ ...named('Furosemide'), effectivePeriod: { start: '2026-03' } }),
      ),
    )
    expect(events).toEqual([
      {
        at: '2024-01-01T12:00:00+01:00',
        type: 'medicine-started',
        medicine: 'Amlodipine',
        note: 'Begun in 2024',
        undated: true,
      },
      {
        at: '2026-03-01T12:00:00+01:00',
        type: 'medicine-started',
        medicine: 'Furosemide',
        note: 'Begun in 2026-03',
        undated: true,
      },
    ])
  })

  it('that is over without a last day is a note, so that it does not count as taken today', async () => {
    const { texts, events } = await imported(
      bundle(medicine({ ...named('Furosemide'), status: 'completed', effectivePeriod: { start: '2026-01-01' } })),
    )
    expect(texts).toEqual(['Medicine that is over: Furosemide, from 2026-01-01'])
    expect(events).toHaveLength(1)
  })
})

describe('a pain score', () => {
  const texts = async (...parts: readonly Parts[]) => (await imported(bundle(...parts.map(pain)))).texts

  it('is read at any kind of time', async () => {
    const timeless = (parts: Parts) => ({ ...pain({ valueInteger: 4 }), effectiveDateTime: undefined, ...parts })
    const { events } = await imported(
      bundle(
        timeless({ effectiveInstant: '2026-10-01T10:00:00.123Z' }),
        timeless({ effectiveDateTime: '2026-10-01T10:00:00.123456789+05:30' }),
        timeless({ effectiveDateTime: '2026-10-01T10:00' }),
        timeless({ issued: '2026-10-01T10:00:00.123Z' }),
        timeless({ effectiveTiming: { event: ['2026-10-02'] } }),
      ),
    )
    expect(events.map(({ at }) => at).sort()).toEqual([
      '2026-10-01T10:00:00+01:00',
      '2026-10-01T10:00:00+05:30',
      '2026-10-01T10:00:00Z',
      '2026-10-01T10:00:00Z',
      '2026-10-02T12:00:00+01:00',
    ])
  })

  it('is a score from 0 to 10, or stays in the words of the file', async () => {
    const score = (value: number, unit?: string) => ({ valueQuantity: { value, ...(unit ? { unit } : {}) } })
    const { texts, missed } = await imported(
      bundle(
        pain(score(4, '{score}')),
        pain(score(4.5, '{score}')),
        pain({ valueString: '6' }),
        pain({ ...score(62, 'mm'), code: loinc('38214-3') }),
        pain(score(70, '%')),
        pain({ valueCodeableConcept: { text: 'moderate' } }),
        pain({ component: [{ code: loinc('72514-3'), valueInteger: 7 }] }),
        pain({
          code: { text: 'Panel' },
          component: [{ code: loinc('8867-4') }, { code: loinc('72514-3'), valueInteger: 8 }],
        }),
        pain(score(45)),
        pain(score(-1)),
        pain({}),
      ),
    )
    expect([...texts].sort()).toEqual([
      'Pain, 4 of 10',
      'Pain, 4.5 of 10',
      'Pain, 6 of 10',
      'Pain, 62 mm',
      'Pain, 7 of 10',
      'Pain, 70 %',
      'Pain, 8 of 10',
      'Pain, moderate',
    ])
    expect(missed).toEqual([
      'entry 9: 72514-3: "45" is no pain score from 0 to 10',
      'entry 10: 72514-3: "-1" is no pain score from 0 to 10',
      'entry 11: 72514-3: it has no value',
    ])
  })

  it('has its place by its code, and by its name only where no code is known', async () => {
    const site = (code: string, display: string) => ({
      valueInteger: 4,
      bodySite: { coding: [{ system: 'http://snomed.info/sct', code, display }] },
    })
    const whole = 'Back structure, including back of neck'
    expect(await texts(site('1', whole), site('77568009', 'Back of neck'))).toEqual(
      expect.arrayContaining([`Pain, 4 of 10, ${whole}`, 'Pain, 4 of 10, Back of neck']),
    )
    const placed = async (code: string, display: string) =>
      (await imported(bundle(pain(site(code, display))))).events.map(event => event.region)[0]
    expect(await placed('53840002', 'Lower leg')).toBe('calf')
    expect(await placed('37822005', '')).toBe('low back')
    expect(await placed('45048000', whole)).toBe('neck')
    expect(await placed('1', 'Lower back structure')).toBe('low back')
  })
})
