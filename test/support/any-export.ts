/**
 * Any export of any program: each record has a word of its own, so that a test can find it again, and may be odd in the
 * ways that real exports are.
 */
import fc from 'fast-check'
import type { Answers } from '../../src/exchange/importer.ts'

export interface AnyExport {
  /** What the person answered about the file. */
  readonly answers?: Answers
  readonly text: string
  /** The word of each record, in the order of the file. */
  readonly words: readonly string[]
}

/** Builds a file of records, each from its word and a choice of what is odd about it. */
const filesOf = (kinds: number, build: (records: readonly { word: string; kind: number }[]) => string) =>
  fc.array(fc.nat(kinds - 1), { minLength: 1, maxLength: 12 }).map((chosen): AnyExport => {
    const records = chosen.map((kind, at) => ({ kind, word: `word${at}x` }))
    return { text: build(records), words: records.map(({ word }) => word) }
  })

const choose = <Each>(of: readonly Each[], kind: number): Each => of[kind % of.length] as Each

const lineEnds = ['\n', '\r\n', '\r']

const anyDaylio = filesOf(11, records =>
  ['full_date,date,weekday,time,mood,activities,note_title,note\n']
    .concat(
      records.map(({ word, kind }, at) => {
        const row = [
          `2026-03-27,x,y,20:39,meh,,,${word}`,
          `2026/03/27,x,y,8:39 PM,meh,a | b,,"${word}, ""two""\nlines"`,
          `2062-03-27,x,y,20:39,meh,,,${word}`,
          `0202-03-27,x,y,20:39,meh,,,${word}`,
          `${word},x,y,20:39,meh,,,`,
          `2026-03-27,x,y,${word},meh,,,`,
          `2026-03-27,x,y,20:39,,,,`,
          `2026-03-27,x,y,20:39,meh,,,"open ${word}`,
          `2026-03-27,x,y,20:39,meh,,,${word},one more`,
          `2026-03-27,x,y,20:39,${word}`,
          `2026-03-27,x,y,20h39,meh,,&amp;<b>${word}</b>,,`,
        ]
        return `${choose(row, kind)}${choose(lineEnds, at)}`
      }),
    )
    .join(''),
)

const anyBearable = filesOf(9, records =>
  ['date,weekday,time of day,category,rating/amount,detail,notes']
    .concat(
      records.map(({ word, kind }) =>
        choose(
          [
            `2026-03-27,x,am,Meds/Supplements,"1,000",${word} (IU),`,
            `2026-03-27,x,am,Meds/Supplements,0,${word},`,
            `2026-03-27,x,night,Mood,6,${word},`,
            `"18 juin 2026",x,8:10,Symptom,2,x,${word}`,
            `2026-03-27,x,,Sleep,7:25,x,${word}`,
            `2026-03-27,x,,Sleep,24:59,x,${word}`,
            `2026-03-27,x,${word},Mood,6,,`,
            `2026-03-27,x,am,,6,${word},`,
            `2026-03-27,x,am,Mood,,,"${word}`,
          ],
          kind,
        ),
      ),
    )
    .join('\n'),
)

const anyNomie = filesOf(8, records =>
  JSON.stringify({
    events: records.map(({ word, kind }) => {
      const end = Date.parse('2026-03-27T20:39:00Z')
      return choose<unknown>(
        [
          { note: word, end },
          { note: `#leg_cramps(3) ${word}`, end, offset: -60 },
          { note: `#water(2e3) #sleep(90:00:00) ${word}`, end },
          { note: word, end: 'soon' },
          { note: '', end },
          null,
          { note: `#pain(11) #steps(1,000) ${word}`, end: '2026-03-27T20:39:00Z' },
          { note: `${word} ${'x'.repeat(5000)}`, end },
        ],
        kind,
      )
    }),
    nomie: { number: '6.0.1' },
    trackers: { water: { uom: 'ml' }, sleep: { type: 'timer' }, pain: { label: 'Calf pain', type: 'range' } },
  }),
)

const anyPerfice = filesOf(6, records => {
  const timestamp = Date.parse('2026-03-27T20:39:00Z')
  const all = records.map(({ word, kind }) =>
    choose<{ readonly tagId?: string }>(
      [
        { formId: 'f', snapshotId: 's1', timestamp, answers: { q0: { type: 'String', value: word } } } as object,
        { formId: 'gone', timestamp, answers: { q9: { type: 'List', value: [{ value: word }] } } } as object,
        { formId: 'f', timestamp, displayValue: word, answers: {} } as object,
        { formId: 'f', timestamp: word, answers: {} } as object,
        { formId: 'gone', timestamp, answers: {} } as object,
        { tagId: 'zz', timestamp } as object,
      ],
      kind,
    ),
  )
  const isTag = (each: { readonly tagId?: string }) => each.tagId !== undefined
  return JSON.stringify({
    collections: {
      entries: all.filter(each => !isTag(each)),
      forms: [{ id: 'f', questions: [{ id: 'q1', name: 'Severity' }] }],
      formSnapshots: [{ id: 's1', formId: 'f', questions: [{ id: 'q0', name: 'Where' }] }],
      tagEntries: all.filter(isTag),
    },
  })
})

const anyPerficeForm = filesOf(5, records =>
  JSON.stringify({
    entries: records.map(({ word, kind }) => {
      const timestamp = Date.parse('2026-03-27T20:39:00Z')
      return choose<unknown>(
        [
          { timestamp, answers: [7, word] },
          { timestamp, answers: [word] },
          { timestamp, answers: [null, ''] },
          { timestamp: 'x', answers: [word] },
          null,
        ],
        kind,
      )
    }),
    questions: ['Severity', 'Where'],
  }),
)

const anyFhir = filesOf(14, records => {
  const code = { coding: [{ system: 'http://loinc.org', code: '72514-3' }] }
  const observation = { resourceType: 'Observation', status: 'final', code, effectiveDateTime: '2026-03-27' }
  const statement = { resourceType: 'MedicationStatement', status: 'active', effectivePeriod: { start: '2026-03' } }
  const resources = records.map(({ word, kind }) => {
    const note = [{ text: word }]
    const medicationCodeableConcept = { text: word }
    return choose<unknown>(
      [
        { ...observation, valueInteger: 4, note },
        { ...observation, valueInteger: 4, note, bodySite: { text: 'left calf' } },
        { ...observation, valueInteger: 44, note },
        { ...observation, valueString: 'a lot', note },
        { ...observation, effectiveDateTime: '2026', valueInteger: 4, note },
        { ...observation, status: 'entered-in-error', note },
        { ...observation, valueInteger: 4, note, subject: { reference: 'Device/1' } },
        { ...statement, medicationCodeableConcept },
        { ...statement, medicationCodeableConcept, status: 'completed' },
        { ...statement, medicationCodeableConcept: { coding: [{ code: '1' }] } },
        { ...statement, resourceType: 'MedicationRequest', medicationCodeableConcept, authoredOn: '2026-03-27' },
        { resourceType: 'Patient', id: 'p', note },
        { resourceType: 'Condition', note },
        null,
      ],
      kind,
    )
  })
  return JSON.stringify({ entry: resources.map(resource => ({ resource })), resourceType: 'Bundle' })
})

const anyUnknot = filesOf(4, records =>
  JSON.stringify({
    v: 1,
    events: records.map(({ word, kind }, at) =>
      choose<unknown>(
        [
          { id: idOf(at), v: 2, at: '2026-03-27T20:39:00Z', type: 'noted', text: word },
          { id: idOf(at), v: 2, at: '2026-03-27T20:39:00Z', type: 'drank', drink: word, ml: -1 },
          { id: idOf(0), v: 2, at: '2026-03-27T20:39:00Z', type: 'noted', text: 'word0x' },
          7,
        ],
        kind,
      ),
    ),
    unknot: 'diary',
  }),
)

const idOf = (at: number) => `01a1b2c3-d4e5-7000-8000-${String(at).padStart(12, '0')}`

/** Totals have no word of their own: only their count is known. */
const anyApple = filesOf(10, records => {
  const time = 'startDate="2026-03-27 09:00:00 +0100" endDate="2026-03-27 09:10:00 +0100"'
  const record = (type: string, value: string, unit = 'count', source = 'Phone') =>
    `<Record type="HK${type}" sourceName="${source}" unit="${unit}" ${time} value="${value}"/>`
  const steps = 'QuantityTypeIdentifierStepCount'
  const all = records.map(({ word, kind }, at) =>
    choose(
      [
        record(steps, String(at)),
        record(steps, '500'),
        record(steps, '500', 'count', 'Watch'),
        record(steps, word),
        record('QuantityTypeIdentifierDietaryWater', '900', 'L'),
        `<Correlation>${record('QuantityTypeIdentifierDietaryZinc', '5', 'mg')}</Correlation>`,
        record('QuantityTypeIdentifierHeartRate', '70'),
        record('CategoryTypeIdentifierSleepAnalysis', 'HKCategoryValueSleepAnalysisAsleepCore'),
        record('CategoryTypeIdentifierLowerBackPain', 'HKCategoryValueSeverityMild'),
        '<Workout/>',
      ],
      kind,
    ),
  )
  return `<HealthData>\n${all.join('\n')}\n</HealthData>`
})

const anyNomieCsv = filesOf(4, records =>
  ['date,note,offset,score,water']
    .concat(
      records.map(({ word, kind }) =>
        choose(
          [
            `2026-03-27T20:39:00Z,${word},-60,0,`,
            `2026-03-27T20:39:00Z,,0,0,${word}`,
            `soon,${word},0,0,`,
            `2026-03-27T20:39:00Z,"${word},0,0,`,
          ],
          kind,
        ),
      ),
    )
    .join('\n'),
)

const anyPerficeCsv = filesOf(5, records =>
  ['Timestamp,Severity,Where', '1774643940000,first,row']
    .concat(
      records
        .slice(1)
        .map(({ word, kind }) =>
          choose(
            [
              `1774643940000,7,${word}`,
              `1774643940000,${word}|||b`,
              `1774643940000,,`,
              `${word},7,x`,
              `1774643940000,7,"${word}`,
            ],
            kind,
          ),
        ),
    )
    .join('\n'),
).map(({ text, words }) => ({ text: text.replace('first', words[0] ?? ''), words }))

const anyDaylioBackup = filesOf(4, records =>
  JSON.stringify({
    customMoods: [],
    dayEntries: records.map(({ word, kind }) => {
      const entry = { year: 2026, month: 2, day: 27, hour: 20, minute: 39, note: word }
      return choose<unknown>([entry, { ...entry, month: 12 }, { ...entry, note: '' }, null], kind)
    }),
  }),
)

const columns = { date: 'day', pain: 'score', place: 'where', note: 'text', count: 'cramps', medicine: 'pill' }

const anyTable = filesOf(9, records =>
  ['day;score;where;text;cramps;pill;other']
    .concat(
      records.map(({ word, kind }) =>
        choose(
          [
            `27.03.2026;6;calf;${word};;;`,
            `27.03.2026 8:39 PM;${word};;;;;`,
            `27 March 2026;;${word};;3;;`,
            `2026-03-27T20:39:00Z;;;;;${word};`,
            `${word};6;;;;;`,
            '27.03.2026;;;;;;x',
            `27.03.1826;;;${word};;;`,
            `27.03.2026;11;calf;"${word};;;`,
            `27.03.2026;11;calf;${word};x;;`,
          ],
          kind,
        ),
      ),
    )
    .join('\n'),
).map(file => ({ ...file, answers: { columns, dates: 'day-first' as const } }))

export const anyExports: Readonly<Record<string, fc.Arbitrary<AnyExport>>> = {
  Daylio: anyDaylio,
  Bearable: anyBearable,
  Nomie: anyNomie,
  Perfice: anyPerfice,
  'Perfice, one form': anyPerficeForm,
  'Daylio, backup': anyDaylioBackup,
  'Nomie, CSV': anyNomieCsv,
  'Perfice, CSV': anyPerficeCsv,
  FHIR: anyFhir,
  'a table of your own': anyTable,
  Unknot: anyUnknot,
  'Apple Health': anyApple,
}
