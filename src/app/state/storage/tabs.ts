/** The messages between tabs with the same diary, so that all show the same. */
import type { DiaryEvent } from '../../../diary/event.ts'

export type News = { readonly kind: 'kept'; readonly events: readonly DiaryEvent[] } | { readonly kind: 'changed' }

export interface Tabs {
  readonly tell: (news: News) => void
}

/** `hear` gets the messages of other tabs, never those of this one. */
export function openTabs(hear: (news: News) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined }
  const channel = new BroadcastChannel('unknot-diary')
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  return { tell: news => channel.postMessage(news) }
}
