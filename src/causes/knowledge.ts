/** The knowledge that the causes use. It is built from `knowledge/` and passed in by the caller. */
import type { BackPointer, Cause, CauseQuestion, Mimic } from '../knowledge/cause-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'

type Reviewed = 'compiled' | 'reviewedBy' | 'reviewed'

export type KnownCause = { readonly id: string } & Omit<Cause, Reviewed | 'cases'>

/** A statement that a person can be asked about, from the causes or from the check. */
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
  /** By id, in the default order of asking: `cq-` questions first, then findings used as evidence. */
  readonly statements: Readonly<Record<string, AskableStatement>>
  /** Answers implied by taking a medicine; with `afterDays`, only after it was taken that long. */
  readonly links: Readonly<Record<string, readonly { readonly says: string; readonly afterDays?: number }[]>>
}
