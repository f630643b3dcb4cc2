/** Ends a cramp on screen, and takes the end back. */
import { signal } from '@preact/signals'
import type { DiaryEvent } from '../../diary/event.ts'
import { go } from '../shell/place.ts'
import { record, strikeOut } from '../state/store.ts'

/** The event of the newest end. After a reload it can no longer be taken back here. */
const ended = signal<{ readonly episode: string; readonly events: readonly DiaryEvent[] } | undefined>(undefined)

export const canUndo = (episode: string): boolean => ended.value?.episode === episode

/** The cramp has just ended. Its questions wait, unless they are answered at once. */
export function letGo(episode: string, session: string): void {
  ended.value = {
    episode,
    events: [
      record({ type: 'session-ended', session, status: 'done' }),
      record({ type: 'episode-ended', episode, askLater: true }),
    ],
  }
  go(`/cramp/${episode}`, 'replace')
}

export function undoLetGo(episode: string): void {
  if (!canUndo(episode)) return
  strikeOut(...(ended.value?.events ?? []))
  ended.value = undefined
  go('/cramp', 'replace')
}
