/**
 * The tasks of the keeper, outside the thread of the screen: it writes the second copy, makes the two copies equal at
 * each start, and folds the whole diary when an event changes old ones.
 */
import type { Base } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'

/** The second copy, in the browser's own file system (OPFS). */
export const logFileName = 'diary.log'

export interface Keeper {
  /** Resolves when the events are on the disk. */
  readonly append: (events: readonly KeptEvent[]) => Promise<void>
  /**
   * Is the cached fold the fold of all events? Computed from the file alone, which is read many times faster than the
   * database. False if the file cannot tell; the copies then have to be compared first.
   */
  readonly checkFold: () => Promise<boolean>
  /** `isFoldChecked`: if both copies are equal, there is no need to fold again. */
  readonly reconcile: (isFoldChecked: boolean) => Promise<Reconciled>
  /** Folds all stored events, and caches the fold. */
  readonly refold: () => Promise<Base>
  /** The events of the file alone, for when there is no database; undefined if there is no file either. */
  readonly fileAlone: () => Promise<readonly KeptEvent[] | undefined>
  readonly clear: () => Promise<void>
}

export interface Reconciled {
  /** Events that were only in the file, and were copied to the database. */
  readonly broughtBack: number
  /** Events that were only in the database, and were copied to the file. */
  readonly copied: number
  /** The last line of the file was incomplete and was dropped. */
  readonly isTorn: boolean
  /** Lines and records that could not be read. */
  readonly damaged: number
  /** Events of a newer version, which are kept and not shown. */
  readonly newer: number
  /** The fold, if the cached one was missing, wrong or old. */
  readonly base: Base | undefined
  readonly hasFile: boolean
}
