/** How a cramp ends on screen, and how its end is taken back. */
import { signal } from '@preact/signals'
import type { DiaryEvent } from '../../diary/event.ts'
import { go } from '../shell/place.ts'
import { record, strikeOut } from '../state/store.ts'

/** What the newest end was recorded by. After a reload it can no longer be taken back here. */
const ended = signal<{ readonly episode: string; readonly events: readonly DiaryEvent[] } | undefined>(undefined)

export const canUndo = (episode: string): boolean => ended.value?.episode === episode

/** It let go in this second. Its questions wait, unless they are answered at once. */
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
