/** Reads a request for an analysis or a design from parsed JSON. An error is one line: what, where, how to fix it. */
import type { DesignRequest } from './design.ts'
import { type AnalysisOptions, outcomeModels, withDefaults } from './options.ts'
import { type ReadRecords, readCsv, readRows } from './read.ts'
import { type TrialFacts, trialFacts } from './refusal.ts'
import type { Layout } from './schedule.ts'

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: string }

type Fields = Readonly<Record<string, unknown>>

class Fault extends Error {}

const analysisKeys = ['rows', 'csv', 'model', 'scale', 'mcid', 'better', 'leaveOut', 'claimAt'] as const

/** The options of an analysis from JSON; `overrides` (flags of a command) take precedence. */
export function parseAnalysis(
  input: unknown,
  overrides: Partial<AnalysisOptions> = {},
): Parsed<{ readonly options: AnalysisOptions; readonly read: ReadRecords & { readonly ok: true } }> {
  return catching(() => {
    const fields = Array.isArray(input) ? { rows: input } : objectOf(input, 'body', analysisKeys)
    const options = checkOptions(withDefaults({ ...optionsOf(fields), ...overrides }))
    if ((fields.rows === undefined) === (fields.csv === undefined))
      throw new Fault('rows: give the records as "rows" (an array) or as "csv" (text), one of the two')
    if (fields.csv !== undefined && typeof fields.csv !== 'string') throw new Fault('csv: give the text of the file')
    const read = fields.csv === undefined ? readRows(fields.rows, options) : readCsv(fields.csv as string, options)
    if (!read.ok) throw new Fault(read.error)
    return { options, read }
  })
}

/** `0..10` or `[0, 10]`: the lowest and the highest rating. */
export const parseScale = (input: unknown): Parsed<readonly [number, number]> => catching(() => scaleOf(input))

const designKeys = [
  'question',
  'arms',
  'outcome',
  'facts',
  'layout',
  'scale',
  'mcid',
  'better',
  'looks',
  'expectation',
  'baseline',
  'seed',
  'powerTrials',
] as const

/** The input of a design, from JSON. `design` itself checks the values. */
export function parseDesign(input: unknown): Parsed<DesignRequest> {
  return catching(() => {
    const fields = objectOf(input, 'body', designKeys)
    const options = optionsOf(fields)
    const outcome = objectOf(fields.outcome, 'outcome', ['model', 'question'])
    if (!Array.isArray(fields.arms)) throw new Fault('arms: give an array like [{"label":"ice"},{"label":"heat"}]')
    return {
      question: textOf(fields.question, 'question'),
      arms: fields.arms.map((arm, i) => {
        const { label, remedy } = objectOf(arm, `arms[${i}]`, ['label', 'remedy'])
        return {
          label: textOf(label, `arms[${i}].label`),
          ...(remedy === undefined ? {} : { remedy: textOf(remedy, `arms[${i}].remedy`) }),
        }
      }),
      outcome: {
        model: oneOf(outcome.model, 'outcome.model', outcomeModels),
        question: textOf(outcome.question, 'outcome.question'),
      },
      facts: factsOf(fields.facts ?? {}),
      seed: numberOf(fields.seed, 'seed'),
      ...(options.scale === undefined ? {} : { scale: options.scale }),
      ...(options.mcid === undefined ? {} : { mcid: options.mcid }),
      ...(options.better === undefined ? {} : { better: options.better }),
      ...(fields.layout === undefined ? {} : { layout: layoutOf(fields.layout) }),
      ...(fields.looks === undefined ? {} : { looks: oneOf(fields.looks, 'looks', ['none', 'each-cycle'] as const) }),
      ...(fields.expectation === undefined ? {} : { expectation: numberOf(fields.expectation, 'expectation') }),
      ...(fields.baseline === undefined ? {} : { baseline: baselineOf(fields.baseline) }),
      powerTrials: fields.powerTrials === undefined ? 200 : between(fields.powerTrials, 'powerTrials', 0, 400),
    }
  })
}

function layoutOf(input: unknown): Layout {
  const kind = oneOf(objectOf(input, 'layout').kind, 'layout.kind', ['periods', 'episodes'] as const)
  if (kind === 'episodes')
    return { kind, episodes: numberOf(objectOf(input, 'layout', ['kind', 'episodes']).episodes, 'layout.episodes') }
  const fields = objectOf(input, 'layout', ['kind', 'cycles', 'periodDays', 'leaveOut'])
  return {
    kind,
    cycles: numberOf(fields.cycles, 'layout.cycles'),
    periodDays: numberOf(fields.periodDays, 'layout.periodDays'),
    leaveOut: fields.leaveOut === undefined ? 0 : numberOf(fields.leaveOut, 'layout.leaveOut'),
  }
}

function baselineOf(input: unknown) {
  const fields = objectOf(input, 'baseline', ['mean', 'sd', 'correlation', 'trend', 'missed'])
  return {
    mean: between(fields.mean, 'baseline.mean', -1000, 1000),
    sd: between(fields.sd, 'baseline.sd', 0, 1000),
    correlation: between(fields.correlation ?? 0, 'baseline.correlation', -0.95, 0.95),
    trend: between(fields.trend ?? 0, 'baseline.trend', -1000, 1000),
    missed: between(fields.missed ?? 0, 'baseline.missed', 0, 0.9),
  }
}

function factsOf(input: unknown): TrialFacts {
  const fields = objectOf(input, 'facts', trialFacts)
  return Object.fromEntries(
    Object.entries(fields).map(([fact, value]) => {
      if (typeof value !== 'boolean') throw new Fault(`facts.${fact}: give true or false, or leave it out to be asked`)
      return [fact, value]
    }),
  )
}

function optionsOf(fields: Fields): Partial<AnalysisOptions> {
  return {
    ...(fields.model === undefined ? {} : { model: oneOf(fields.model, 'model', outcomeModels) }),
    ...(fields.scale === undefined ? {} : { scale: scaleOf(fields.scale) }),
    ...(fields.mcid === undefined ? {} : { mcid: numberOf(fields.mcid, 'mcid') }),
    ...(fields.better === undefined ? {} : { better: oneOf(fields.better, 'better', ['lower', 'higher'] as const) }),
    ...(fields.leaveOut === undefined ? {} : { leaveOut: numberOf(fields.leaveOut, 'leaveOut') }),
    ...(fields.claimAt === undefined ? {} : { claimAt: numberOf(fields.claimAt, 'claimAt') }),
  }
}

function checkOptions(options: AnalysisOptions): AnalysisOptions {
  const { scale, mcid, leaveOut, claimAt } = options
  if (!(scale[0] < scale[1])) throw new Fault(`scale: ${scale[0]} to ${scale[1]}: the lowest must be below the highest`)
  if (!(mcid > 0)) throw new Fault(`mcid: ${mcid}: give a number above 0`)
  if (!Number.isInteger(leaveOut) || leaveOut < 0) throw new Fault('leaveOut: give a whole number of days from 0')
  if (!(claimAt > 0.5 && claimAt < 1)) throw new Fault('claimAt: give a number above 0.5 and below 1')
  return options
}

/** `[0, 10]` or `"0..10"`. */
function scaleOf(value: unknown): readonly [number, number] {
  const parts =
    typeof value === 'string' ? value.split('..').map(part => (part.trim() === '' ? Number.NaN : Number(part))) : value
  if (Array.isArray(parts) && parts.length === 2) {
    const [low, high] = parts as readonly unknown[]
    if (typeof low === 'number' && typeof high === 'number' && Number.isFinite(low) && Number.isFinite(high))
      return [low, high]
  }
  throw new Fault(`scale: ${JSON.stringify(value)}: give the lowest and the highest rating, as 0..10 or [0, 10]`)
}

function objectOf(value: unknown, where: string, keys?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(`${where}: give an object`)
  const stray = keys && Object.keys(value).find(key => !keys.includes(key))
  if (stray !== undefined) throw new Fault(`${where}: unknown field "${stray}": known are ${keys?.join(', ')}`)
  return value as Fields
}

function textOf(value: unknown, where: string): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value.trim()
  throw new Fault(`${where}: give a text of 1 to 200 letters`)
}

function numberOf(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Fault(`${where}: ${JSON.stringify(value ?? null)} is not a number`)
}

function between(value: unknown, where: string, least: number, most: number): number {
  const number = numberOf(value, where)
  if (number >= least && number <= most) return number
  throw new Fault(`${where}: ${number}: give a number from ${least} to ${most}`)
}

function oneOf<const Word extends string>(value: unknown, where: string, words: readonly Word[]): Word {
  const found = words.find(word => word === value)
  if (found !== undefined) return found
  throw new Fault(`${where}: ${JSON.stringify(value ?? null)}: give one of ${words.join(', ')}`)
}

function catching<Value>(run: () => Value): Parsed<Value> {
  try {
    return { ok: true, value: run() }
  } catch (problem) {
    if (problem instanceof Fault) return { ok: false, error: problem.message }
    throw problem
  }
}
