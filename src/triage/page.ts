/** A page of the interview, as a screen, a terminal or a program shows it. */
import type { PersonDetail } from './condition.ts'

/** The id under which a topic of the check is answered. */
export const categoryIdOf = (category: string): string => `category-${category}`

/** One row of a page, in the first person: yes, no or not sure. */
export interface Statement {
  readonly id: string
  readonly text: string
  /** Examples, for a category. */
  readonly hint?: string
  /** Asked in these words when the first answer was "not sure". */
  readonly simpler?: string
  /** The heading it stands under. */
  readonly group?: string
  /** For a look-alike: the finding on this page it could be taken for. */
  readonly resembles?: string
}

/** What is asked at once. Every statement is answered before the next page comes. */
export interface Page {
  /** `emergency`, `second`, `categories`, `category-...` or `partners`. */
  readonly page: string
  readonly title: string
  readonly statements: readonly Statement[]
  /** What this page also asks about the person. */
  readonly details: readonly PersonDetail[]
}
