/**
 * What the keeper does for the app, beside the screen's own thread: it writes the second copy, makes the two copies
 * equal at each start, and folds the whole diary when a change reaches far back.
 */
import type { Base } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'

/** The second copy, in the browser's own file system (OPFS). */
export const logFileName = 'diary.log'

export interface Keeper {
  /** Resolves when the events are on the disk. */
  readonly append: (events: readonly KeptEvent[]) => Promise<void>
  /**
   * Is the kept fold the fold of everything? From the file alone, which is read many times faster than the database.
   * False where the file cannot tell; the copies then have to be compared first.
   */
  readonly checkFold: () => Promise<boolean>
  /** `isFoldChecked`: where both copies hold the same, there is no need to fold again. */
  readonly reconcile: (isFoldChecked: boolean) => Promise<Reconciled>
  /** Folds everything that is kept, and keeps the fold. */
  readonly refold: () => Promise<Base>
  /** What the file alone holds, for when there is no database; undefined where there is no file either. */
  readonly fileAlone: () => Promise<readonly KeptEvent[] | undefined>
  readonly clear: () => Promise<void>
}

export interface Reconciled {
  /** Events that only the file had, and the database has again. */
  readonly broughtBack: number
  /** Events that only the database had, and the file has again. */
  readonly copied: number
  /** The last line of the file was not written to its end: it was dropped. */
  readonly isTorn: boolean
  /** Lines and records that could not be read. */
  readonly damaged: number
  /** Events of a newer Unknot, kept and not shown. */
  readonly newer: number
  /** The fold, where the kept one was missing or wrong or old. */
  readonly base: Base | undefined
  readonly hasFile: boolean
}
