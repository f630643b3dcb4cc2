/** What the import screen asks of its worker, and what it hears. */
import type { KeptEvent } from '../../diary/upgrade.ts'
import type { Preview } from '../../exchange/plan-import.ts'

export interface Asked {
  readonly file: File
  /** Is the diary in the database, where the worker reads it itself? A long one would make the page wait. */
  readonly isInDatabase: boolean
  /** What of the diary is not in the database. */
  readonly besides: readonly KeptEvent[]
}

export type Heard =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'problem'; readonly problem: string }
