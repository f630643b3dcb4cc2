/** The messages between the import screen and its worker. */
import type { KeptEvent } from '../../../diary/upgrade.ts'
import type { Answers, Asked } from '../../../exchange/importer.ts'
import type { Preview } from '../../../exchange/preview.ts'
import type { ImporterId } from '../../../exchange/programs.ts'

export interface LookAsked {
  readonly file: File
  /** The program that the person named; otherwise the file is recognised by its content. */
  readonly from: ImporterId | undefined
  readonly answers: Answers
  /** Is the diary in the database, where the worker reads it itself? A long one would make the page wait. */
  readonly isInDatabase: boolean
  /** The entries of the diary that are not in the database. */
  readonly besides: readonly KeptEvent[]
}

export interface LookedPart {
  /** Its name in a zip. */
  readonly name: string | undefined
  readonly preview: Preview
}

export type LookedInto =
  | {
      readonly kind: 'previews'
      /** At least one; a zip may have several. */
      readonly parts: readonly LookedPart[]
      readonly besides: readonly string[]
    }
  | { readonly kind: 'problem'; readonly problem: string; readonly asks?: Asked | undefined }

export interface ImportTasks {
  /** Reports how many bytes are read. */
  readonly lookInto: (asked: LookAsked, tell: (bytes: number) => void) => Promise<LookedInto>
}
