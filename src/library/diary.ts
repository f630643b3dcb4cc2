/**
 * The diary's events, their fold, and the forms it is exported in: `unknot/diary`. The format: docs/diary-format.md; the
 * mapping to FHIR: docs/fhir.md.
 */

import type { DiaryEvent } from '../diary/event.ts'
import { type Bundle, type FhirOptions, toFhir as toFhirWith } from '../diary/fhir/bundle.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { statementOf } from '../plan/statement.ts'
import { idInWords, remedyName } from '../remedies/name.ts'

export { csvName, toCsv, type WriteCsv } from '../diary/csv.ts'
export { type DayBefore, type DayBeforeQuestion, dayBefore } from '../diary/day-before.ts'
export { type DayStory, dayStory, type StoryContext, type StoryLine } from '../diary/day-story.ts'
export { type DiaryEvent, type EventBody, type EventType, eventTypes } from '../diary/event.ts'
export { type Bundle, notInFhir } from '../diary/fhir/bundle.ts'
export { counting, type Diary, type Episode, extend, fold } from '../diary/fold.ts'
export { type FromJson, fromJson, type WrongEvent } from '../diary/from-json.ts'
export { jsonParts, toJson } from '../diary/json.ts'
export { type LinkedPains, linkedPains } from '../diary/linked-pains.ts'
export { merge } from '../diary/merge.ts'
export { type PainAnswer, type PainChange, type PainQuestion, painChange } from '../diary/pain-change.ts'
export { dayBeforeNotes, differenceSaid, linkedSaid, painSaid, partSaid, type Said } from '../diary/sentences.ts'
export { lineSaid } from '../diary/story-words.ts'
export { type Cell, columnsOf, type Table, toTables } from '../diary/tables.ts'
export { type Part, type ToldDay, toldDays } from '../diary/told-days.ts'
export { type TrialIdea, trialIdea } from '../diary/trial-idea.ts'
export { type KeptEvent, understood, upgrade } from '../diary/upgrade.ts'
export { uuidV7 } from '../ids.ts'

/** The name of a remedy or exercise by its id; a person's own words as they are. */
export const remedyInWords = (id: string): string => remedyName({ remedies, exercises }, id) ?? idInWords(id)

/**
 * The diary as a FHIR R4 document, with the wording of Unknot's findings and remedies. `id` is a new UUID, `at` the
 * time of writing (ISO 8601 with offset), `name` the person's name, omitted when absent. `notInFhir` lists the types
 * that are left out.
 */
export const toFhir = (events: readonly DiaryEvent[], options: Pick<FhirOptions, 'id' | 'at' | 'name'>): Bundle =>
  toFhirWith(events, {
    statementOf: id => statementOf({ triage: triageKnowledge }, id),
    remedyName: id => remedyName({ remedies, exercises }, id),
    ...options,
  })
