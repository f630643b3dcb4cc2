/**
 * The case: what is known about one person with one complaint. The same format for the app, the command line,
 * HTTP and the library. `parseCase` reads one from outside; whatever it does not know is an error that names it,
 * because a silently dropped answer could hide a danger.
 */
import {
  type Complaint,
  complaints,
  type Region,
  regions,
  type Sex,
  type Side,
  sexes,
  sides,
} from '../knowledge/vocabulary.ts'
import type { TriageKnowledge } from './knowledge.ts'

/** All that is known. What is in none of its lists is unknown, and unknown never counts as no. */
export interface Case {
  readonly id?: string
  readonly complaint: Complaint
  readonly region?: Region
  readonly side?: Side
  /** Years. */
  readonly age?: number
  readonly sex?: Sex
  readonly pregnant?: boolean
  /** Ids of findings, person facts and gates (`gate-...`). */
  readonly present: readonly string[]
  readonly absent: readonly string[]
  /** Still not sure after the simpler wording. */
  readonly unsure: readonly string[]
  readonly context: {
    readonly hoursSinceOnset?: number
    readonly pregnancyWeeks?: number
    /** The spasm or cramp is over: a plan no longer begins with stopping it. */
    readonly isOver?: boolean
    /** Days since a medicine was started, or stopped; a stopped one is listed only here. */
    readonly medicineDays?: MedicineDays
  }
  readonly conditions: readonly string[]
  readonly medicines: readonly string[]
}

export interface DaysSince {
  readonly started?: number
  readonly stopped?: number
}
export type MedicineDays = Readonly<Record<string, DaysSince>>

/** A case, or one line that says what is wrong with the input, where, and how to correct it. */
export type ParsedCase = { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly error: string }

const keys = new Set([
  'id',
  'complaint',
  'region',
  'side',
  'age',
  'sex',
  'pregnant',
  'present',
  'absent',
  'unsure',
  'context',
  'conditions',
  'medicines',
])
const contextKeys = new Set(['hoursSinceOnset', 'pregnancyWeeks', 'isOver', 'medicineDays'])
const dayKeys = new Set(['started', 'stopped'])

class Refusal extends Error {}

/** Reads a case from parsed JSON. The error is one line: what is wrong, where, how to correct it. */
export function parseCase(knowledge: TriageKnowledge, input: unknown): ParsedCase {
  try {
    return { ok: true, case: read(knowledge, input) }
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, error: problem.message }
    throw problem
  }
}

function read(knowledge: TriageKnowledge, input: unknown): Case {
  const from = object(input, 'the case')
  onlyKeys(from, keys, 'the case')
  const context = object(from.context ?? {}, 'context')
  onlyKeys(context, contextKeys, 'context')
  const isAnswerable = (id: string) => knowledge.prepared.answerable.has(id)
  const answers = (key: string) => ids(from[key], key, isAnswerable, 'a finding, a fact or a gate')
  const result: Case = defined({
    id: optional(from.id, name),
    complaint: oneOf(from.complaint, complaints, 'complaint'),
    region: optional(from.region, value => oneOf(value, regions, 'region')),
    side: optional(from.side, value => oneOf(value, sides, 'side')),
    age: optional(from.age, value => number(value, 'age', 0, 120, 'years')),
    sex: optional(from.sex, value => oneOf(value, sexes, 'sex')),
    pregnant: optional(from.pregnant, value => yesOrNo(value, 'pregnant')),
    present: answers('present'),
    absent: answers('absent'),
    unsure: answers('unsure'),
    context: defined({
      hoursSinceOnset: optional(context.hoursSinceOnset, hours),
      pregnancyWeeks: optional(context.pregnancyWeeks, weeks),
      isOver: optional(context.isOver, value => yesOrNo(value, 'context.isOver')),
      medicineDays: optional(context.medicineDays, value => medicineDays(knowledge, value)),
    }),
    conditions: ids(from.conditions, 'conditions', id => Object.hasOwn(knowledge.conditions, id), 'a condition'),
    medicines: ids(from.medicines, 'medicines', id => Object.hasOwn(knowledge.medicines, id), 'a medicine'),
  })
  refuseContradictions(knowledge, result)
  return result
}

function refuseContradictions(knowledge: TriageKnowledge, { present, absent, unsure, ...person }: Case): void {
  const twice = (a: readonly string[], b: readonly string[]) => a.find(id => b.includes(id))
  const clash = twice(present, absent) ?? twice(present, unsure) ?? twice(absent, unsure)
  if (clash !== undefined) refuse(`"${clash}" is answered twice: keep it in one of present, absent and unsure`)
  if (person.pregnant === true && absent.includes('pregnant'))
    refuse('pregnant is true, but absent names "pregnant": keep one')
  if (person.pregnant === false && present.includes('pregnant'))
    refuse('pregnant is false, but present names "pregnant": keep one')
  if (person.pregnant === false && person.context.pregnancyWeeks !== undefined)
    refuse('pregnant is false, but context gives pregnancyWeeks: keep one')
  for (const [id, { stopped }] of Object.entries(person.context.medicineDays ?? {}))
    if ((stopped === undefined) !== person.medicines.includes(id))
      refuse(
        stopped === undefined
          ? `context.medicineDays dates "${id}", which is not in medicines: add it there, or say "stopped"`
          : `context.medicineDays says that "${id}" was stopped, but medicines names it: keep one`,
      )
  for (const list of ['conditions', 'medicines'] as const)
    for (const word of person[list]) {
      const meaning = knowledge[list][word]
      const denied = [...(meaning?.findings ?? []), ...(meaning?.facts ?? [])].find(id => absent.includes(id))
      if (denied !== undefined) refuse(`${list} names "${word}", but absent names "${denied}": keep one`)
    }
}

function refuse(message: string): never {
  throw new Refusal(message)
}

/** Deep or long input is described by its kind, so that an error is always one short line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function object(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  return refuse(`${where} is ${shown(value)}: give a JSON object`)
}

function onlyKeys(from: Record<string, unknown>, known: ReadonlySet<string>, where: string): void {
  for (const key of Object.keys(from))
    if (!known.has(key)) refuse(`${where} has an unknown key ${shown(key)}: use ${[...known].join(', ')}`)
}

type Optional<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Removes the fields that are not given. */
function defined<T extends object>(fields: T): Optional<T> {
  const kept: Record<string, unknown> = {}
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key]
  return kept as Optional<T>
}

const optional = <T>(value: unknown, reader: (value: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : reader(value)

function oneOf<const T extends readonly string[]>(value: unknown, words: T, where: string): T[number] {
  if (typeof value === 'string' && words.includes(value)) return value
  return refuse(`${where} is ${shown(value)}: use one of ${words.join(', ')}`)
}

function number(value: unknown, where: string, least: number, most: number, unit: string): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  return refuse(`${where} is ${shown(value)}: give a number of ${unit} from ${least} to ${most}`)
}

const hours = (value: unknown): number => number(value, 'context.hoursSinceOnset', 0, 1_000_000, 'hours')
const weeks = (value: unknown): number => number(value, 'context.pregnancyWeeks', 0, 45, 'weeks')

function medicineDays(knowledge: TriageKnowledge, value: unknown): MedicineDays {
  const where = 'context.medicineDays'
  const entries = Object.entries(object(value, where)).map(([id, days]) => {
    if (!Object.hasOwn(knowledge.medicines, id))
      refuse(`${where} names ${shown(id)}, which is not a medicine Unknot knows`)
    const from = object(days, `${where}.${id}`)
    onlyKeys(from, dayKeys, `${where}.${id}`)
    const read = (key: 'started' | 'stopped') =>
      optional(from[key], count => number(count, `${where}.${id}.${key}`, 0, 40_000, 'days'))
    return [id, defined({ started: read('started'), stopped: read('stopped') })] as const
  })
  return Object.fromEntries(entries)
}

function yesOrNo(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  return refuse(`${where} is ${shown(value)}: use true, false or null`)
}

function name(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200) return value
  return refuse(`id is ${shown(value)}: use a text of at most 200 characters`)
}

function ids(value: unknown, where: string, isKnown: (id: string) => boolean, what: string): readonly string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return refuse(`${where} is ${shown(value)}: give a list of ids`)
  for (const id of value) {
    if (typeof id !== 'string' || !isKnown(id)) refuse(`${where} names ${shown(id)}, which is not ${what} Unknot knows`)
  }
  return value as string[]
}
