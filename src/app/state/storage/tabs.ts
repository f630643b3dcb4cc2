/** What one tab tells the others of this diary, so that all show the same. */
import type { DiaryEvent } from '../../../diary/event.ts'

export type News = { readonly kind: 'kept'; readonly events: readonly DiaryEvent[] } | { readonly kind: 'changed' }

export interface Tabs {
  readonly tell: (news: News) => void
}

/** `hear` is called with what other tabs tell, never with what this one does. */
export function openTabs(hear: (news: News) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined }
  const channel = new BroadcastChannel('unknot-diary')
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  return { tell: news => channel.postMessage(news) }
}
