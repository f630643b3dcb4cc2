/**
 * Apple Health's `export.xml`, which may hold years of a watch: read as it comes, one total a day kept for each kind.
 * Shape as in dogsheep/healthkit-to-sqlite (tests/export.xml) and tdda/applehealthdata (testdata/export6s3sample.xml);
 * Apple's own note in the file says that records within a correlation stand at the top as well. The document type of
 * version 12 of the export is broken XML, so it is skipped and never obeyed. Identifiers: Apple's HealthKit.
 */
import { massOf, numberIn, toMillilitres } from '../amounts.ts'
import { type Found, type Importer, type Reader, readAs, type Tools } from '../importer.ts'
import { misses } from '../misses.ts'
import { type Told, withOffset } from '../times.ts'
import { dayTotals, type Kind, nightTotals, totalOf } from './apple-totals.ts'

const kinds: Readonly<Record<string, Kind>> = {
  HKQuantityTypeIdentifierStepCount: 'steps',
  HKQuantityTypeIdentifierDietaryWater: 'water',
  HKQuantityTypeIdentifierDietaryMagnesium: 'magnesium-mg',
  HKQuantityTypeIdentifierDietaryPotassium: 'potassium-mg',
  HKQuantityTypeIdentifierDietaryCalcium: 'calcium-mg',
  HKQuantityTypeIdentifierDietarySodium: 'sodium-mg',
  HKQuantityTypeIdentifierDietaryZinc: 'zinc-mg',
  HKQuantityTypeIdentifierDietaryVitaminD: 'vitamin-d-ug',
}
const sleepType = 'HKCategoryTypeIdentifierSleepAnalysis'
const backPainType = 'HKCategoryTypeIdentifierLowerBackPain'
const asleep = /^HKCategoryValueSleepAnalysisAsleep(Unspecified|Core|Deep|REM)?$/

export const appleHealth: Importer = {
  name: 'Apple Health',
  file: 'The zip of Export All Health Data, or export.xml in it',
  readFrom: [
    'dogsheep/healthkit-to-sqlite: tests/export.xml',
    'tdda/applehealthdata: testdata/export6s3sample.xml',
    'Apple’s HealthKit identifiers',
  ],
  recognises: head => /<HealthData[\s>]|<!DOCTYPE HealthData[\s[]/.test(head),
  begin,
  totalOf,
}

type Attributes = Readonly<Record<string, string>>
/** What could not be taken, and why; nothing when it was. */
type Missed = readonly [what: string, why: string] | undefined

function begin({ readXml }: Tools): Reader {
  const missed = misses('line')
  const days = dayTotals()
  const nights = nightTotals()
  const notes: Found[] = []
  let depth = 0
  let isWhole = false

  const take = (attributes: Attributes, line: () => number): Missed => {
    const { type = '', startDate = '', endDate = startDate } = attributes
    const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
    if (kind === undefined && type !== sleepType && type !== backPainType)
      return [nameOf(type), 'the diary has no place for it']
    const [start, end] = [withOffset(startDate), withOffset(endDate)]
    if (start === undefined || end === undefined) return [nameOf(type), 'its time cannot be read']
    if (kind !== undefined) return count(kind, attributes, start, end)
    return type === sleepType ? sleep(attributes, start, end) : backPain(attributes, start, line)
  }
  const count = (
    kind: Kind,
    { value = '', unit = '', sourceName = '', type = '' }: Attributes,
    ...span: [Told, Told]
  ) => {
    const amount = amountOf(kind, numberIn(value), unit)
    if (amount === undefined) return [nameOf(type), `its amount "${value} ${unit}" cannot be read`] as const
    return days.add(kind, sourceName, amount, ...span) ? undefined : ([nameOf(type), tooMany] as const)
  }
  const sleep = ({ value = '' }: Attributes, start: Told, end: Told): Missed => {
    if (!asleep.test(value)) return ['Time in bed or awake', 'only time asleep is kept']
    return nights.add(start, end) ? undefined : [nameOf(sleepType), 'its span of time makes no sense']
  }
  const backPain = ({ value = '' }: Attributes, start: Told, line: () => number): Missed => {
    const [, severity = 'Unspecified'] = /^HKCategoryValueSeverity(\w+)$/.exec(value) ?? []
    if (severity === 'Unspecified') return ['Lower back pain', 'it has no severity']
    notes.push({ ...start, body: { type: 'noted', text: `Lower back pain: ${apart(severity)}` }, place: line() })
    return undefined
  }

  const xml = readXml({
    onOpen(name, attributes, line) {
      depth += 1
      // A record deeper down stands at the top as well.
      if (depth !== 2 || quiet.has(name)) return
      const miss: Missed = name === 'Record' ? take(attributes, line) : [nameOf(name), 'the diary has no place for it']
      if (miss) missed.add(line(), ...miss)
    },
    onClose(name) {
      depth -= 1
      if (depth === 0 && name === 'HealthData') isWhole = true
    },
  })
  return {
    take: xml.write,
    end() {
      xml.end()
      const found = [...days.found(), ...nights.found(), ...notes]
      return readAs(missed, { found, assumed: found.length > 0 ? [...assumed, ...(isWhole ? [] : [cutOff])] : [] })
    },
  }
}

const quiet = new Set(['ExportDate', 'Me', 'Correlation'])
const tooMany = 'there are too many devices or days'
const assumed = [
  'Each day gets one total for each kind, and each night one for sleep.',
  'Where several devices counted the same, the highest count is taken. They are never added up.',
]
const cutOff = 'The file ends too early: it may be cut off. What is there is taken.'

function amountOf(kind: Kind, value: number | undefined, unit: string): number | undefined {
  if (value === undefined || value < 0) return undefined
  if (kind === 'water') return toMillilitres(value, unit)
  return kind === 'steps' ? (unit === 'count' ? value : undefined) : massOf(kind, value, unit)
}

/** HKQuantityTypeIdentifierHeartRate as Heart rate. */
function nameOf(type: string): string {
  const words = apart(type.replace(/^HK(Quantity|Category|Correlation|Data)Type(Identifier)?/, ''))
  return words === '' ? 'A record without a type' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const apart = (words: string): string => words.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
