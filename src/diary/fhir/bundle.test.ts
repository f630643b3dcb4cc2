/** The FHIR document of a diary, checked by real validators. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog, idAt } from '../../../test/support/diary-events.ts'
import { faultsOf } from '../../../test/support/fhir-validators.ts'
import { lifeOf } from '../../../test/support/life.ts'
import { type DiaryEvent, type EventBody, eventTypes } from '../event.ts'
import { type Bundle, notInFhir, toFhir } from './bundle.ts'
import type { Resource } from './parts.ts'

const options = { id: '019a7d3c-1c00-7123-8abc-0123456789ab', at: '2026-11-25T03:12:00+01:00' }
const event = (place: number, body: EventBody, at = '2026-11-24T02:00:00+01:00'): DiaryEvent => ({
  ...body,
  id: idAt(place),
  v: 2,
  at,
})
const of = ({ entry }: Bundle, type: string): readonly Resource[] =>
  entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)

const told: readonly DiaryEvent[] = [
  event(0, {
    type: 'profile-said',
    birthYear: 1980,
    sex: 'female',
    pregnant: false,
    conditions: ['asthma'],
    allergies: ['latex'],
    country: 'NL',
  }),
  event(1, {
    type: 'episode-began',
    episode: 'e',
    complaint: 'back',
    region: 'low back',
    side: 'left',
    pain: 7,
    setOffBy: 'lifting',
  }),
  event(2, {
    type: 'answered',
    episode: 'e',
    page: 'emergency',
    present: ['fever'],
    absent: ['chest-pain'],
    unsure: ['saddle-numbness'],
  }),
  event(3, { type: 'session-began', session: 's', episode: 'e', script: 'heat/wheat-bag' }),
  event(4, { type: 'session-ended', session: 's', status: 'done' }, '2026-11-24T02:20:00+01:00'),
  event(5, { type: 'episode-rated', episode: 'e', pain: 4, session: 's' }, '2026-11-24T02:21:00+01:00'),
  event(6, { type: 'medicine-started', medicine: 'Simvastatin', dose: '20 mg' }),
  event(7, { type: 'measured', what: 'steps', value: 5000 }),
  event(8, { type: 'cramps-counted', night: '2026-11-24', count: 2, region: 'calf' }),
  event(9, { type: 'drank', drink: 'water', ml: 300 }),
  event(10, { type: 'noted', text: 'Slept <badly> & woke' }),
]

describe('the FHIR document of a diary', () => {
  const bundle = toFhir(told, {
    ...options,
    remedyName: id => (id === 'heat/wheat-bag' ? 'Warmth: wheat bag' : undefined),
  })

  it('is valid for any diary', () => {
    expect(faultsOf(bundle)).toEqual([])
    expect(faultsOf(toFhir([], options))).toEqual([])
    fc.assert(
      fc.property(anyLog, log => {
        expect(faultsOf(toFhir(log, options))).toEqual([])
      }),
      { numRuns: 10 },
    )
  }, 120_000)

  it('is valid for a generated diary of many years', () => {
    expect(faultsOf(toFhir(lifeOf(3, 300, Date.UTC(2026, 10, 24)), options))).toEqual([])
  }, 60_000)

  it('is valid for any text: control characters, whitespace, markup', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, word, (one, two) => {
        const said = [
          event(30, { type: 'noted', text: one }),
          event(31, { type: 'noted', text: two, episode: 'e', note: one }),
          event(32, { type: 'medicine-taken', medicine: one, dose: two }),
          event(33, { type: 'remedy-done', remedy: two, note: one, painAfter: 3 }),
          event(34, { type: 'profile-said', conditions: [one, two], allergies: [two], medicines: [one, two] }),
          event(35, {
            type: 'answered',
            episode: 'e',
            page: two,
            present: [one],
            absent: [two],
            unsure: [],
            note: one,
          }),
          event(36, {
            type: 'episode-began',
            episode: 'f',
            complaint: 'cramp',
            region: 'calf',
            setOffBy: one,
            note: two,
          }),
        ]
        expect(faultsOf(toFhir([...told, ...said], { ...options, name: one, statementOf: () => two }))).toEqual([])
      }),
      { numRuns: 50 },
    )
  }, 60_000)

  it('codes pain as LOINC 72514-3 with UCUM, linked to its episode', () => {
    const [first, second] = of(bundle, 'Observation')
    const [condition] = of(bundle, 'Condition')
    expect(first).toMatchObject({
      code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
      valueQuantity: { value: 7, code: '{score}', system: 'http://unitsofmeasure.org' },
      focus: [{ reference: `urn:uuid:${condition?.id}` }],
    })
    expect(second).toMatchObject({ id: idAt(5), valueQuantity: { value: 4 } })
  })

  it('writes an episode as an unconfirmed Condition with a SNOMED CT code', () => {
    expect(of(bundle, 'Condition')[0]).toMatchObject({
      id: idAt(1),
      code: { coding: [{ system: 'http://snomed.info/sct', code: '279039007' }] },
      clinicalStatus: { coding: [{ code: 'active' }] },
      verificationStatus: { coding: [{ code: 'unconfirmed' }] },
      note: [{ text: 'Set off by: lifting' }],
    })
  })

  it('distinguishes yes, no and not sure in the check', () => {
    const [response] = of(bundle, 'QuestionnaireResponse')
    const [page] = (response?.item ?? []) as readonly { readonly item: readonly object[] }[]
    expect(page?.item).toEqual([
      {
        linkId: 'saddle-numbness',
        text: 'saddle-numbness',
        answer: [{ valueCoding: expect.objectContaining({ code: 'asked-unknown' }) }],
      },
      { linkId: 'chest-pain', text: 'chest-pain', answer: [{ valueBoolean: false }] },
      { linkId: 'fever', text: 'fever', answer: [{ valueBoolean: true }] },
    ])
  })

  it('includes what was tried, the medicines and the person, without a name', () => {
    expect(of(bundle, 'Procedure')[0]).toMatchObject({
      code: { text: 'Warmth: wheat bag' },
      status: 'completed',
      note: [{ text: 'Pain before 7 of 10, after 4 of 10.' }],
    })
    expect(of(bundle, 'MedicationStatement')[0]).toMatchObject({
      status: 'active',
      medicationCodeableConcept: { text: 'Simvastatin' },
      dosage: [{ text: '20 mg' }],
    })
    const [patient] = of(bundle, 'Patient')
    expect(patient).toMatchObject({ gender: 'female', birthDate: '1980', address: [{ country: 'NL' }] })
    expect(patient).not.toHaveProperty('name')
    expect(of(toFhir(told, { ...options, name: 'Ada' }), 'Patient')[0]).toMatchObject({ name: [{ text: 'Ada' }] })
    expect(of(bundle, 'AllergyIntolerance')[0]).toMatchObject({ code: { text: 'latex' } })
  })

  it('writes a note as text, never as markup', () => {
    expect(JSON.stringify(of(bundle, 'Composition')[0])).toContain('Slept &lt;badly&gt; &amp; woke')
  })

  it('leaves out what was struck out', () => {
    const strike = event(20, { type: 'struck-out', events: [idAt(5), idAt(6)] })
    const without = toFhir([...told, strike], options)
    expect(JSON.stringify(without)).not.toContain(idAt(5))
    expect(of(without, 'MedicationStatement')).toEqual([])
  })

  it('gives the same diary the same document', () => {
    expect(JSON.stringify(toFhir(told.toReversed(), options))).toBe(JSON.stringify(toFhir(told, options)))
  })

  it('includes every type of event except those it declares as left out', () => {
    const silent = [...notInFhir, 'asked-again', 'session-marked', 'merged', 'struck-out']
    const whole = JSON.stringify(toFhir(everything, options))
    for (const type of eventTypes) {
      const without = toFhir(
        everything.filter(each => each.type !== type),
        options,
      )
      expect([type, JSON.stringify(without) !== whole]).toEqual([type, !silent.includes(type)])
    }
  })
})

/** Every type of event that can be in a document, and those that cannot. */
const more: readonly EventBody[] = [
  { type: 'remedy-done', remedy: 'Walk' },
  { type: 'ate', food: 'Soup' },
  { type: 'question-added', text: 'Is it the statin?' },
  { type: 'visit-planned', visit: 'v', day: '2026-11-24', time: '09:30', who: 'doctor' },
  { type: 'visit-told', visit: 'v', day: '2026-11-24', advised: 'Walk each day.' },
  { type: 'food-added', food: 'own:1', name: 'Soup', grams: 300 },
  { type: 'medicine-taken', medicine: 'Ibuprofen' },
  { type: 'medicine-stopped', medicine: 'Ibuprofen' },
  { type: 'episode-ended', episode: 'e' },
  { type: 'reminder-set', reminder: 'r', about: 'stretching', time: '21:30' },
  { type: 'product-added', product: 'p', name: 'Pad' },
  { type: 'trial-began', trial: 't', protocol: '{}', sha256: '0f'.repeat(32), firstDay: '2026-11-24' },
  { type: 'trial-rated', trial: 't', day: '2026-11-24', y: 3, isDone: true },
  { type: 'trial-paused', trial: 't', day: '2026-11-24' },
  { type: 'trial-resumed', trial: 't', day: '2026-11-24' },
  { type: 'trial-amended', trial: 't', what: 'a', why: 'b' },
  { type: 'trial-stopped', trial: 't', day: '2026-11-24' },
  { type: 'trial-followed', trial: 't', better: 'a', worse: 'b', isNoticeable: true },
  {
    type: 'course-began',
    course: 'c',
    which: 'back-recurrent',
    episode: 'e',
    firstDay: '2026-11-24',
    matters: 'tie my shoes',
  },
  { type: 'course-done', course: 'c', day: '2026-11-24', walkMinutes: 15, exercises: ['lb-bridge'] },
  { type: 'course-felt', course: 'c', day: '2026-11-25', pain: 3 },
  { type: 'course-skipped', course: 'c', day: '2026-11-25', why: 'tired' },
  { type: 'course-checked', course: 'c', day: '2026-11-26', checkIn: 'hours-48', compared: 'better', matters: 4 },
  { type: 'course-answered', course: 'c', day: '2026-12-02', yes: ['poor-sleep'], no: [], unsure: [] },
  { type: 'course-wished', course: 'c', exercise: 'lb-bridge', wish: 'likes' },
  { type: 'course-stopped', course: 'c', day: '2026-12-03' },
]
const everything = [...told, ...more.map((body, place) => event(100 + place, body, '2026-11-24T03:00:00+01:00'))]

describe('the validators can fail', () => {
  const breakOne = (type: string, change: (resource: Record<string, unknown>) => void): Bundle => {
    const broken = structuredClone(toFhir(told, options)) as Bundle
    const resource = broken.entry.find(each => each.resource.resourceType === type)?.resource
    if (resource === undefined) throw new Error(`no ${type}`)
    change(resource as unknown as Record<string, unknown>)
    return broken
  }
  it.each<[string, string, (resource: Record<string, unknown>) => void]>([
    ['an unknown element', 'Observation', it => Object.assign(it, { mood: 'good' })],
    ['no code', 'Observation', it => void delete it.code],
    ['a status that is none', 'Observation', it => Object.assign(it, { status: 'finished' })],
    ['a bad date', 'Condition', it => Object.assign(it, { onsetDateTime: 'yesterday' })],
    ['a wrong type', 'Patient', it => Object.assign(it, { birthDate: 1980 })],
    ['no medicine', 'MedicationStatement', it => void delete it.medicationCodeableConcept],
    [
      'a reference that leads nowhere',
      'Procedure',
      it => Object.assign(it, { subject: { reference: 'urn:uuid:nobody' } }),
    ],
    ['two values', 'Observation', it => Object.assign(it, { valueString: 'much' })],
    ['an empty list', 'Condition', it => Object.assign(it, { note: [] })],
    ['a type that is none', 'Composition', it => Object.assign(it, { resourceType: 'Poem' })],
  ])('on %s', (_fault, type, change) => {
    expect(faultsOf(breakOne(type, change)).length).toBeGreaterThan(0)
  })
})
