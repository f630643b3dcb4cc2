/** Events for tests: each a number of minutes after the start of 1970, in the order of their ids. */
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'

export const minute = 60_000
export const hour = 60 * minute

export const eventAt = (minutes: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(minutes * minute, new Uint8Array(10)),
  v: 2,
  at: new Date(minutes * minute).toISOString(),
})
