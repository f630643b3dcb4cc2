/**
 * What the web component knows: the check, the words of its results, and the titles of their sources. Left out is what it
 * never asks about (medicines and conditions of a case), so that the file stays small. The bundle contains the computed value, not the tables.
 */
import { contacts } from '../knowledge/contacts.gen.ts'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import type { AdviceByTier } from '../knowledge/schema.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { LoadedKnowledge } from '../triage/knowledge.ts'

/** Why a reason matters, as the result shows it. */
export interface Why {
  readonly mayMean: readonly string[]
  readonly why?: string
  readonly say?: string
  readonly sources: readonly string[]
}

export interface ElementKnowledge {
  readonly check: LoadedKnowledge
  readonly findings: Readonly<Record<string, Why>>
  readonly rules: Readonly<Record<string, Why>>
  readonly tiers: AdviceByTier
  readonly contacts: Readonly<Record<string, string>>
  readonly numbers: readonly { readonly country: string; readonly call: string; readonly text?: string }[]
  /** Titles. */
  readonly sources: Readonly<Record<string, string>>
  readonly compiled: string
  /** The earliest review date of all that it shows. */
  readonly nextReview: string
}

const { findings, redFlags, gates, interview, facts } = triageKnowledge

const mapped = <T, U>(table: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(table).map(([id, value]) => [id, change(value)]))

const whyOf = ({ mayMean, why, say, sources: from }: Why): Why => ({
  ...{ mayMean, sources: from },
  ...(why === undefined ? {} : { why }),
  ...(say === undefined ? {} : { say }),
})

const explained = [...Object.values(explanations.findings), ...Object.values(explanations.redFlags)]
const shown = [...explained, ...Object.values(tierAdvice)]
const cited = new Set(shown.flatMap(each => each.sources))

export const elementKnowledge: ElementKnowledge = {
  check: {
    ...{ findings, redFlags, gates, interview },
    // A gate names some facts; nothing is asked about them here.
    facts: mapped(facts, ({ kind }) => ({ kind, statement: '' })),
    ...{ conditions: {}, medicines: {}, questions: [], combinations: [] },
  },
  findings: mapped(explanations.findings, whyOf),
  rules: mapped(explanations.redFlags, whyOf),
  tiers: tierAdvice,
  contacts: contacts.contacts,
  numbers: emergencyNumbers.map(({ country, call, text }) => ({ country, call, ...(text ? { text } : {}) })),
  sources: Object.fromEntries([...cited].map(id => [id, sources[id]?.title ?? id])),
  compiled:
    shown
      .map(({ compiled }) => compiled)
      .toSorted()
      .at(-1) ?? '',
  nextReview: shown.map(({ nextReview }) => nextReview).toSorted()[0] ?? '',
}
