/** The diary's events and their fold: `unknot/diary`. */
export type { DiaryEvent, EventBody } from '../diary/event.ts'
export { type Diary, type Episode, fold } from '../diary/fold.ts'
export { uuidV7 } from '../ids.ts'
