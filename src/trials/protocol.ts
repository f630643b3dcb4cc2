/**
 * The protocol of a trial: everything that determines its result, written down before it starts, frozen and hashed
 * (SPENT 2019, BMJ 2020;368:m122). Later changes are amendments, which the report shows.
 */
import { type AnalysisOptions, interimClaimAt, type OutcomeModel } from './options.ts'
import type { Power } from './power.ts'
import type { Layout, ScheduledPeriod } from './schedule.ts'

export const protocolFormat = 'unknot-trial-protocol/1'

/** The first interim look is after this many complete cycles; then one per cycle. */
export const firstLookAfter = 3

export interface ProtocolArm {
  readonly label: string
  /** The id of the remedy or exercise, if Unknot guides it. */
  readonly remedy?: string
}

export interface Outcome {
  readonly model: OutcomeModel
  /** Asked once a day, at the same hour. */
  readonly question: string
}

export interface Protocol {
  readonly format: typeof protocolFormat
  readonly title: string
  readonly question: string
  readonly arms: readonly ProtocolArm[]
  readonly outcome: Outcome
  readonly layout: Layout
  readonly schedule: readonly ScheduledPeriod[]
  readonly randomisation: { readonly generator: string; readonly seed: number }
  /** How it will be analysed: models and priors are those of docs/trials.md. */
  readonly analysis: AnalysisOptions & { readonly method: string }
  readonly looks: {
    readonly kind: 'none' | 'each-cycle'
    /** False claims in 100 such trials without a difference (docs/trials-calibration.md). */
    readonly falseClaims: string
  }
  /** 0: certainly the first arm; 10: certainly the second; null: not asked. Hope cannot be separated from effect. */
  readonly expectation: number | null
  readonly power: readonly Power[]
  readonly warnings: readonly string[]
}

export interface Amendment {
  /** Day of the trial, from 1. */
  readonly day: number
  readonly what: string
  readonly why: string
}

export interface FrozenProtocol {
  readonly protocol: Protocol
  /** Lower-case hex of SHA-256 over the canonical JSON of the protocol. */
  readonly sha256: string
  readonly amendments: readonly Amendment[]
}

/** SHA-256 of a text in UTF-8, as lower-case hex; passed in, since engines use no crypto. */
export type Hash = (text: string) => Promise<string>

export const method = 'unknot-trials/1: M1, M2, M3 by deterministic quadrature (docs/trials.md)'

export const falseClaims: Readonly<Record<Protocol['looks']['kind'], string>> = {
  none: 'about 5 of 100',
  'each-cycle': 'about 7 of 100',
}

/** The protocol with its SHA-256, computed before the first day, so that a later change is detected. */
export async function freeze(protocol: Protocol, hash: Hash): Promise<FrozenProtocol> {
  return { protocol, sha256: await hash(canonical(protocol)), amendments: [] }
}

/** False if the protocol was changed after it was frozen. */
export async function isIntact({ protocol, sha256 }: FrozenProtocol, hash: Hash): Promise<boolean> {
  return (await hash(canonical(protocol))) === sha256
}

/** The frozen protocol stays unchanged; the amendment is stored beside it. */
export const amend = (frozen: FrozenProtocol, amendment: Amendment): FrozenProtocol => ({
  ...frozen,
  amendments: [...frozen.amendments, amendment],
})

/** JSON with sorted keys and no spaces, so that the same protocol gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`
}

/** The required certainty of a claim after this many complete cycles; undefined if no look is planned. */
export function claimAtLook({ looks, layout, analysis, arms }: Protocol, wholeCycles: number): number | undefined {
  const planned = layout.kind === 'periods' ? layout.cycles : Math.ceil(layout.episodes / arms.length)
  if (wholeCycles >= planned) return analysis.claimAt
  return looks.kind === 'each-cycle' && wholeCycles >= firstLookAfter ? interimClaimAt : undefined
}
