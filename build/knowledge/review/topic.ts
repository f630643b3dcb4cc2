/** What a topic provides to a reviewer for each of its entries. */
import type { ReviewKind } from '../../../src/evidence/review-entry.ts'
import type { ReviewCase } from '../../../src/evidence/review-sheet.ts'
import type { Reviewed } from '../../../src/knowledge/schema.ts'
import type { Harm, Specialty, Tier } from '../../../src/knowledge/vocabulary.ts'
import type { YamlEntry } from '../files.ts'

/** The fields of every reviewed entry. */
export interface Dated {
  readonly compiled: string
  readonly reviewed?: Reviewed | undefined
  readonly nextReview: string
  /** How far its sources were read; a cause has its list of evidence here instead. */
  readonly evidence?: unknown
  /** The equivalent field of medicines. */
  readonly confidence?: string
  readonly sources?: readonly (string | { readonly source: string })[]
}

/** What is derived from the entries of a topic. A missing text is empty, a missing tier null. */
interface Rules<T> {
  readonly title: (value: T) => string
  readonly harm: (value: T, id: string) => Harm
  readonly tier?: (value: T, id: string) => Tier | null
  readonly decidesEmergency?: (value: T) => boolean
  readonly specialties: (value: T, id: string) => readonly Specialty[]
  /** When it counts, or for whom it is not. */
  readonly rule?: (value: T, id: string) => string
  /** What the person is told. */
  readonly action?: (value: T, id: string) => string
  readonly cases?: (value: T) => readonly ReviewCase[]
}

/** An entry with its derived fields. */
export interface Reviewable {
  readonly kind: ReviewKind
  readonly entry: YamlEntry<Dated>
  readonly title: string
  readonly harm: Harm
  readonly tier: Tier | null
  readonly decidesEmergency: boolean
  readonly specialties: readonly Specialty[]
  readonly rule: string
  readonly action: string
  readonly cases: readonly ReviewCase[]
}

export const topic = <T extends Dated>(
  kind: ReviewKind,
  entries: readonly YamlEntry<T>[],
  rules: Rules<T>,
): readonly Reviewable[] =>
  entries.map(entry => {
    const { id, value } = entry
    return {
      kind,
      entry,
      title: rules.title(value),
      harm: rules.harm(value, id),
      tier: rules.tier?.(value, id) ?? null,
      decidesEmergency: rules.decidesEmergency?.(value) ?? false,
      specialties: rules.specialties(value, id),
      rule: rules.rule?.(value, id) ?? '',
      action: rules.action?.(value, id) ?? '',
      cases: rules.cases?.(value) ?? [],
    }
  })

/** A file that is one entry, under the id that reviewers use. */
export const one = <T>(entry: YamlEntry<T> | undefined, id = entry?.id ?? ''): readonly YamlEntry<T>[] =>
  entry ? [{ ...entry, id }] : []

/** The non-empty parts joined as one text. */
export const parts = (...texts: readonly (string | undefined)[]): string =>
  texts
    .map(text => (text ?? '').trim())
    .filter(text => text !== '')
    .map(text => (/[.?!:”]$/.test(text) ? text : `${text}.`))
    .join(' ')

/** A text with a label; nothing if there is no text. */
export const named = (name: string, text: string | undefined): string => (text ? `${name}: ${text}` : '')
