/** What the causes need to know. The host passes it in; it is built from `knowledge/`. */
import type { BackPointer, Cause, CauseQuestion, Mimic } from '../knowledge/cause-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'

type Reviewed = 'compiled' | 'reviewedBy'

export type KnownCause = { readonly id: string } & Omit<Cause, Reviewed | 'cases'>

/** A statement a person can be asked, of the causes or of the check. */
export interface AskableStatement {
  readonly statement: string
  readonly chance: CauseQuestion['chance']
  readonly regions?: readonly Region[]
  readonly onlyWith?: readonly string[]
  readonly derived?: true
}

export interface CauseKnowledge {
  /** In the order of the data, which settles ties. */
  readonly causes: readonly KnownCause[]
  readonly mimics: readonly ({ readonly id: string } & Omit<Mimic, Reviewed>)[]
  readonly pointers: readonly ({ readonly id: string } & Omit<BackPointer, Reviewed>)[]
  /** By id, in the order they are asked where nothing else decides: `cq-` questions, then findings of the evidence. */
  readonly statements: Readonly<Record<string, AskableStatement>>
  /** What taking a medicine answers by itself; with `afterDays` only once it was taken that long. */
  readonly links: Readonly<Record<string, readonly { readonly says: string; readonly afterDays?: number }[]>>
}
