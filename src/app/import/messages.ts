/** What the import screen asks of its worker, and what it hears. */
import type { Known, Preview } from '../../exchange/plan-import.ts'

export interface Asked {
  readonly file: File
  readonly known: Known
}

export type Heard =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'problem'; readonly problem: string }
