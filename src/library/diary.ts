/** The diary's events and their fold: `unknot/diary`. */
export type { DiaryEvent, EventBody } from '../diary/event.ts'
export { type Diary, type Episode, extend, fold } from '../diary/fold.ts'
export { merge } from '../diary/merge.ts'
export { type KeptEvent, upgrade } from '../diary/upgrade.ts'
export { uuidV7 } from '../ids.ts'
