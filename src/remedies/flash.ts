/**
 * A gentle flash at each change, for people who do not hear the voice. Flashing light can trigger a seizure, so it is
 * not allowed for people with known seizures. WCAG 2.2, 2.3.1 allows three flashes per second; here it is one in two
 * seconds.
 */
import { at, type Session } from './session.ts'

/** What a person said of themselves, as ids of findings and facts. */
export interface Told {
  readonly present: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
}

export type FlashBarrier = 'seizures' | 'reduced-motion'

/** Known seizures, and a seizure that the person reported. */
const seizureIds = ['seizures', 'seizure']

export const leastMillisecondsBetweenFlashes = 2000

/** Why a flash is not allowed, whatever the person chose; undefined if it is allowed. "Not sure" counts as yes. */
export function flashBarrier({ present, unsure }: Told, reducesMotion: boolean): FlashBarrier | undefined {
  if (seizureIds.some(id => present.has(id) || unsure.has(id))) return 'seizures'
  return reducesMotion ? 'reduced-motion' : undefined
}

/**
 * Is there a change to show between two times? Once for a change, and never within two seconds of the last flash, however
 * fast a person skips. Times are milliseconds since 1970.
 */
export function changesBetween(session: Session, from: number, to: number, lastFlash: number | undefined): boolean {
  const after = at(session, to)
  const isNew = after.phase !== undefined && after.index !== at(session, from).index
  return isNew && (lastFlash === undefined || to - lastFlash >= leastMillisecondsBetweenFlashes)
}
