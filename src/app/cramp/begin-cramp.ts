/** Begins a cramp on screen, and takes the beginning back. */

import type { DiaryEvent } from '../../diary/event.ts'
import type { Region, Side } from '../../knowledge/vocabulary.ts'
import { isClotPossible, isLimb, type Limb } from '../../plan/cramp-now.ts'
import { exercises, isWithheld, remedies } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { diary, episode, newId, openSession, record, strikeOut, today } from '../state/store.ts'
import { caseNow } from '../triage/door.ts'

/** The page under which the answers beside the release are stored. */
export const crampPage = 'cramp-now'

export const releaseOf = (region: Region): string | undefined => remedies['cramp-release']?.byRegion?.[region]

/** The limb of the last cramp. */
export function lastLimb(): { readonly region: Limb; readonly side: Side | undefined } | undefined {
  const last = diary.value.episodes.findLast(({ complaint }) => complaint === 'cramp')
  return last && isLimb(last.region) ? { region: last.region, side: last.side } : undefined
}

/** The events with which the newest cramp began, so that another place can be chosen instead. */
let begun: readonly DiaryEvent[] = []

export function beginCramp(region: Limb, side?: Side): void {
  const release = releaseOf(region)
  if (release === undefined) return
  takeBackOther()
  const id = newId()
  const nothing = { present: [], absent: [], unsure: [] }
  begun = [
    record({ type: 'episode-began', episode: id, complaint: 'cramp', region, ...(side === undefined ? {} : { side }) }),
    // The app saw it begin, so it need not ask how long ago that was.
    record({ type: 'answered', episode: id, page: crampPage, ...nothing, details: { hoursSinceOnset: 0 } }),
  ]
  const elsewhere = placeBefore(region, release)
  if (elsewhere === undefined)
    begun = [...begun, record({ type: 'session-began', session: newId(), episode: id, script: release })]
  go(elsewhere ?? '/cramp', 'replace')
}

/** Where a person goes to whom the release is not shown. */
function placeBefore(region: Limb, release: string): string | undefined {
  // A clot sign of an earlier episode that was not answered no is part of the case.
  if (caseNow.value && isClotPossible(caseNow.value, region)) return '/result'
  // The release is not shown before the check after its review date, nor if poor blood flow is known already.
  const isPast = [remedies['cramp-release'], exercises[release]].some(each => !each || each.nextReview < today())
  return isPast || isWithheld('cramp-release') ? '/check' : undefined
}

/** For another muscle: the first beginning is struck out. After a reload it stays, as a stopped episode. */
function takeBackOther(): void {
  const [running, open] = [openSession.value, episode.value]
  if (!running || !open || running.episode !== open.id || running.script !== releaseOf(open.region)) return
  const own = begun.filter(event => 'episode' in event && event.episode === running.episode)
  if (own.length > 0) strikeOut(...own)
  else {
    record({ type: 'session-ended', session: running.id, status: 'stopped' })
    record({ type: 'episode-ended', episode: open.id })
  }
}
