/** A page of the interview, for a screen, a terminal or a program. */
import type { PersonDetail } from './condition.ts'

/** The id under which a gate is answered. */
export const gateIdOf = (gate: string): string => `gate-${gate}`

/** Is this id the answer to a gate, and not to a finding? */
export const isGateId = (id: string): boolean => id.startsWith('gate-')

/** What is answered as one, in the first person: yes, no or not sure. */
export interface Statement {
  readonly id: string
  readonly text: string
  /** For a gate: its short lines, and the findings and facts that each names. */
  readonly lines?: readonly { readonly text: string; readonly names: readonly string[] }[]
  /** For a gate: all that it names. "No" says no to each of these; "yes" and "not sure" ask them one by one. */
  readonly opens?: readonly string[]
  /** The wording that is asked after a first answer of "not sure". */
  readonly simpler?: string
  /** For a look-alike: the finding on this page that it could be mistaken for. */
  readonly resembles?: string
}

/** What is asked at once. Every statement is answered before the next page comes. */
export interface Page {
  /** `gate` (one statement: the gate), `gate-...` (what that gate opens), `details` or `partners`. */
  readonly page: string
  readonly title: string
  readonly statements: readonly Statement[]
  /** The details that this page also asks about the person. */
  readonly details: readonly PersonDetail[]
  /** The progress of the gates: this is number `gate` of `of`. A gate that is opened can add gates. */
  readonly progress?: { readonly gate: number; readonly of: number }
}
