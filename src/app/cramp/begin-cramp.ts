/** How a cramp begins on screen, and how its beginning is taken back. */

import type { DiaryEvent } from '../../diary/event.ts'
import type { Region, Side } from '../../knowledge/vocabulary.ts'
import { isClotPossible, isLimb, type Limb } from '../../plan/cramp-now.ts'
import { exercises, isWithheld, remedies } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { diary, episode, newId, openSession, record, strikeOut, today } from '../state/store.ts'
import { caseNow } from '../triage/door.ts'

/** The page under which what is said beside the release is kept. */
export const crampPage = 'cramp-now'

export const releaseOf = (region: Region): string | undefined => remedies['cramp-release']?.byRegion?.[region]

/** The limb that cramped last. */
export function lastLimb(): { readonly region: Limb; readonly side: Side | undefined } | undefined {
  const last = diary.value.episodes.findLast(({ complaint }) => complaint === 'cramp')
  return last && isLimb(last.region) ? { region: last.region, side: last.side } : undefined
}

/** What the newest cramp began with, so that another place can be chosen in its stead. */
let begun: readonly DiaryEvent[] = []

export function beginCramp(region: Limb, side?: Side): void {
  const release = releaseOf(region)
  if (release === undefined) return
  takeBackOther()
  const id = newId()
  const nothing = { present: [], absent: [], unsure: [] }
  begun = [
    record({ type: 'episode-began', episode: id, complaint: 'cramp', region, ...(side === undefined ? {} : { side }) }),
    // Seen to begin, it need not be asked how long ago that was.
    record({ type: 'answered', episode: id, page: crampPage, ...nothing, details: { hoursSinceOnset: 0 } }),
  ]
  const elsewhere = placeBefore(region, release)
  if (elsewhere === undefined)
    begun = [...begun, record({ type: 'session-began', session: newId(), episode: id, script: release })]
  go(elsewhere ?? '/cramp', 'replace')
}

/** Where a person goes whom the release is not shown. */
function placeBefore(region: Limb, release: string): string | undefined {
  // A clot sign of an earlier episode that nobody has ruled out is part of the case.
  if (caseNow.value && isClotPossible(caseNow.value, region)) return '/result'
  // Past its review date even the release is not shown before the check; nor where poor blood flow is known already.
  const isPast = [remedies['cramp-release'], exercises[release]].some(each => !each || each.nextReview < today())
  return isPast || isWithheld('cramp-release') ? '/check' : undefined
}

/** It is another muscle: the other beginning is struck out. After a reload it stays, as an episode that was stopped. */
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
