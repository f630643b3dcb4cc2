/**
 * The shapes of the courses of six weeks, and of the six questions of their second week.
 *
 * Conditions are those of a plan: findings, facts and the words of `src/plan/situation.ts`. Not sure counts as yes.
 */
import * as v from 'valibot'
import { Condition, Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const some = <T>(shape: v.GenericSchema<unknown, T>) => v.pipe(v.array(shape), v.minLength(1))
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const For = v.optional(Condition)

/** Walking on most days, and the sets of the exercise of each slot; 0 is not yet. */
const Dose = v.strictObject({
  walk: v.strictObject({ minutes: whole(3, 60), days: whole(2, 7) }),
  sets: v.tuple([whole(0, 3), whole(0, 3), whole(0, 3)]),
})

/** One thing to know, about work, lifting, sleep or what to expect: the first that holds is shown. */
const Learn = v.strictObject({
  for: For,
  about: v.picklist(['work', 'lifting', 'sleep', 'driving', 'sport', 'moving', 'expecting', 'heat', 'drinking']),
  title: Sentence,
  text: some(Sentence),
  sources: Sources,
})

/** Three exercises a day, one of each slot: the first of the list of the first choice that holds. */
const Slot = v.strictObject({
  name: Sentence,
  choices: some(v.strictObject({ for: For, exercises: some(Id) })),
})

const Line = v.strictObject({ for: For, text: Sentence })

/** What a variant changes for the people it is for. */
const Variant = v.strictObject({
  name: Sentence,
  for: Condition,
  mostWalkMinutes: v.optional(whole(3, 60)),
  mostSets: v.optional(whole(1, 3)),
  lines: some(Sentence),
  sources: Sources,
})

export const Course = v.strictObject({
  name: Sentence,
  /** Of the courses whose condition holds, the first in this order is offered. */
  order: whole(1, 99),
  for: Condition,
  lead: Sentence,
  /** How sure each part is. */
  certainty: v.strictObject({
    walking: v.picklist(words.certainties),
    exercises: v.picklist(words.certainties),
    learning: v.picklist(words.certainties),
  }),
  /** Detail under "sources and evidence": what trials hold, and what they do not. */
  evidence: some(Sentence),
  /** How most episodes go, in numbers. */
  outlook: some(v.strictObject({ for: For, text: Sentence, sources: Sources })),
  slots: v.tuple([Slot, Slot, Slot]),
  /** Below the first week: where a step back from week 1 leads. */
  easy: Dose,
  weeks: v.pipe(
    v.array(v.strictObject({ ...Dose.entries, learn: some(Learn) })),
    v.length(words.courseWeeks, `a course has ${words.courseWeeks} weeks`),
  ),
  /** When to stay at this level, when to go one back, when to see somebody. */
  hold: some(Line),
  stepBack: some(Line),
  see: some(Line),
  /** What to leave for now: until the end of a week, and what comes then. */
  avoid: v.array(v.strictObject({ for: For, what: Sentence, untilWeek: whole(1, 6), next: Sentence })),
  /** The way back to what the person does, by week. */
  returns: v.array(
    v.strictObject({
      to: v.picklist(['lifting', 'work', 'sport', 'driving']),
      for: For,
      steps: some(v.strictObject({ fromWeek: whole(1, 6), text: Sentence })),
      sources: Sources,
    }),
  ),
  variants: v.record(Id, Variant),
  /** No better at a check-in: the next step of care. */
  care: some(
    v.strictObject({
      at: v.picklist(words.courseCheckIns),
      when: some(v.picklist(words.comparisons)),
      tier: v.picklist(['routine', 'soon']),
      text: Sentence,
    }),
  ),
  ending: v.strictObject({
    keep: some(Line),
    firstSign: some(Sentence),
    nextFlare: some(Sentence),
  }),
  sources: Sources,
  ...Review,
})
export type Course = v.InferOutput<typeof Course>

/** A plain question of week 2; a yes leads to a page, and where needed to somebody. It is no score. */
export const CourseQuestion = v.strictObject({
  asks: Sentence,
  title: Sentence,
  points: some(Sentence),
  /** How soon to speak with somebody, if a page is not enough. */
  tier: v.optional(v.picklist(['routine', 'soon'])),
  /** Findings of the check that are asked next. */
  thenAsk: v.optional(some(Id)),
  sources: Sources,
  ...Review,
})
export type CourseQuestion = v.InferOutput<typeof CourseQuestion>

/** The type of the built module. */
export interface CourseTable {
  readonly courses: Readonly<Record<string, Course>>
  readonly questions: Readonly<Record<string, CourseQuestion>>
}
