/**
 * Apple Health's `export.xml`, which may hold years of data from a watch: read as a stream, keeping one total per day
 * for each kind. Shape as in dogsheep/healthkit-to-sqlite (tests/export.xml) and tdda/applehealthdata
 * (testdata/export6s3sample.xml). Apple's own note in the file says that records within a correlation also appear at
 * the top level; where they do not, those within count. The document type of version 12 of the export is broken XML, so it is skipped and never evaluated.
 * Identifiers: Apple's HealthKit.
 */

import { type EventTime, withOffset } from '../../time.ts'
import { massOf, toMillilitres } from '../amounts.ts'
import { type FoundEvent, type Importer, limited, type Reader, readAs, type Tools } from '../importer.ts'
import { misses } from '../misses.ts'
import { numberIn } from '../numbers.ts'
import { nightTotals, totalOf } from './apple-nights.ts'
import { dayTotals, type Kind } from './apple-totals.ts'

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
/** The reason why a record could not be imported; undefined if it was, or was left out on purpose. */
type Missed = readonly [what: string, why: string] | undefined

function begin({ readXml, answers }: Tools): Reader {
  const missed = misses('line')
  const days = dayTotals()
  const nights = nightTotals()
  const notes: FoundEvent[] = []
  const noted = new Set<string>()
  const within = limited((note: FoundEvent) => [note])
  const open: string[] = []
  let records = 0
  let isWhole = false

  const take = (attributes: Attributes, line: () => number): Missed => {
    const { type = '', startDate = '', endDate = startDate } = attributes
    const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
    if (kind === undefined && type !== sleepType && type !== backPainType) return leaveOut(nameOf(type), unused)
    const [start, end] = [withOffset(startDate), withOffset(endDate)]
    if (start === undefined || end === undefined) return [nameOf(type), noTime(start ? endDate : startDate)]
    if (kind !== undefined) return count(kind, attributes, start, end, line)
    return type === sleepType ? sleep(attributes, start, end, line) : backPain(attributes, start, line)
  }
  const leaveOut = (what: string, why: string): undefined => missed.leaveOut(what, why) as undefined
  const count = (
    kind: Kind,
    { value = '', unit = '', sourceName = '', type = '' }: Attributes,
    ...span: [EventTime, EventTime, () => number]
  ): Missed => {
    const amount = amountOf(kind, numberIn(value), unit)
    if (amount === undefined)
      return [nameOf(type), `its amount "${value} ${unit}" is no number in a unit that Unknot knows`]
    return days.add(kind, sourceName, amount, ...span) ? undefined : [nameOf(type), tooMany]
  }
  const sleep = ({ value = '' }: Attributes, ...span: [EventTime, EventTime, () => number]): Missed => {
    if (!asleep.test(value)) return leaveOut('Time in bed or awake', 'only time asleep is kept')
    return nights.add(...span) ? undefined : [nameOf(sleepType), 'its span of time makes no sense']
  }
  const backPain = (attributes: Attributes, start: EventTime, line: () => number): Missed => {
    const { value = '', endDate = '', sourceName = '' } = attributes
    const [, severity = 'Unspecified'] = /^HKCategoryValueSeverity(\w+)$/.exec(value) ?? []
    if (severity === 'Unspecified') return ['Lower back pain', 'it has no severity']
    const key = [start.at, endDate, sourceName, value].join()
    if (noted.has(key)) return leaveOut('Lower back pain', twice)
    noted.add(key)
    const body = { type: 'noted', text: `Lower back pain: ${apart(severity)}` } as const
    notes.push(...within({ ...start, body, place: line() }))
    return undefined
  }

  const xml = readXml({
    onOpen(name, attributes, line) {
      open.push(name)
      const isWithin = open.length === 3 && name === 'Record' && open[1] === 'Correlation'
      if ((open.length !== 2 && !isWithin) || quiet.has(name)) return
      records += 1
      const miss = name === 'Record' ? take(attributes, line) : leaveOut(nameOf(name), unused)
      if (miss) missed.add(line(), ...miss)
    },
    onClose(name) {
      open.pop()
      if (open.length === 0 && name === 'HealthData') isWhole = true
    },
  })
  return {
    take: xml.write,
    end() {
      xml.end()
      const { found: totals, doubled, foodSources, sharedDays } = days.totals(answers.foodSource)
      missed.leaveOut('A record', twice, doubled)
      const found = [...totals, ...nights.found(), ...notes]
      const shared = foodSources.length > 0 ? [sharedFood(foodSources, sharedDays, answers.foodSource)] : []
      const rest = found.length > 0 ? [...assumed, ...shared, ...(isWhole ? [] : [cutOff])] : []
      return readAs(missed, records, { found, foodSources, assumed: rest })
    },
  }
}

const noTime = (told: string) => `its time "${told.slice(0, 40)}" is none: it should be like 2026-03-27 20:39:00 +0100`

const quiet = new Set(['ExportDate', 'Me', 'Correlation'])
const unused = 'Unknot does not use this kind'
const twice = 'the same record stands in the file twice'
const tooMany = 'there are too many devices, days or records'
const assumed = [
  'Each day gets one total for each kind, and each night one for sleep.',
  'Steps of several devices are added up by time. Where they counted the same time, one of them counts.',
]
const cutOff = 'The file ends too early: it may be cut off. What is there is taken.'

function sharedFood(names: readonly string[], days: number, chosen: string | undefined): string {
  const taken =
    chosen === 'all'
      ? 'They are added up.'
      : chosen === undefined
        ? 'The highest total counts.'
        : `Where ${chosen} has a total, it counts.`
  return `${names.join(' and ')} counted the same food, ${days === 1 ? 'once' : `${days} times`}. ${taken}`
}

function amountOf(kind: Kind, value: number | undefined, unit: string): number | undefined {
  if (value === undefined || value < 0) return undefined
  if (kind === 'water') return toMillilitres(value, unit)
  return kind === 'steps' ? (unit === 'count' ? value : undefined) : massOf(kind, value, unit)
}

/** "HKQuantityTypeIdentifierHeartRate" as "Heart rate". */
function nameOf(type: string): string {
  const words = apart(type.replace(/^HK(Quantity|Category|Correlation|Data)Type(Identifier)?/, ''))
  return words === '' ? 'A record without a type' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const apart = (words: string): string => words.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
