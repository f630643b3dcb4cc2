/** `POST /api/course`: takes a case with the sessions so far, returns the course of today. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { certainties, courseCheckIns as checkIns, comparisons, skipReasons, tiers } from '../../knowledge/vocabulary.ts'
import { courseFor, parseCourse } from '../../library/course.ts'
import { answers, CaseBody, readJson, takes } from '../body.ts'
import { CautionsBody, LeftOutBody, StepBody } from './plan.ts'
import { PageBody, ReasonBody } from './triage.ts'

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const Strings = v.array(v.string())
const Ids = v.nullish(Strings)
const Day = v.pipe(whole(1, 400), v.description('A day of the course, counting from 1.'))
const Pain = v.nullish(whole(0, 10))

/** Documentation of what is accepted; `parseCourse` alone decides. */
const CourseRequest = v.strictObject({
  ...CaseBody.entries,
  course: v.nullish(v.pipe(v.string(), v.description('The course that was begun; the first that fits if absent.'))),
  day: v.nullish(Day),
  likes: Ids,
  dislikes: Ids,
  still: v.nullish(v.strictObject({ from: Day, to: v.nullish(Day) })),
  done: v.nullish(
    v.array(
      v.variant('what', [
        v.strictObject({
          what: v.literal('session'),
          day: Day,
          ...{ painBefore: Pain, painAfter: Pain, painNextMorning: Pain },
          walkMinutes: v.nullish(whole(0, 1440)),
          exercises: Ids,
        }),
        v.strictObject({ what: v.literal('skipped'), day: Day, why: v.nullish(v.picklist(skipReasons)) }),
        v.strictObject({
          what: v.literal('check-in'),
          day: Day,
          at: v.picklist(checkIns),
          compared: v.picklist(comparisons),
          pain: Pain,
          matters: Pain,
        }),
        v.strictObject({ what: v.literal('answers'), day: Day, yes: Ids, no: Ids, unsure: Ids }),
      ]),
    ),
  ),
})

const Common = { id: v.optional(v.string()), tier: v.picklist(tiers), action: v.string(), because: v.array(ReasonBody) }
const CareBody = v.optional(v.strictObject({ tier: v.picklist(['routine', 'soon']), text: v.string() }))
const LookBackBody = v.strictObject({
  week: v.number(),
  ...{ days: v.number(), walkDays: v.number(), walkMinutes: v.number(), skipped: v.number() },
  ...{ painFirst: v.optional(v.number()), painLast: v.optional(v.number()), matters: v.optional(v.number()) },
})
const Certainty = v.strictObject({
  walking: v.picklist(certainties),
  exercises: v.picklist(certainties),
  learning: v.picklist(certainties),
})
const OfCourse = {
  ...Common,
  ...{ course: v.string(), name: v.string(), level: v.number() },
  checkIn: v.optional(v.picklist(checkIns)),
  care: CareBody,
  ...{ certainty: Certainty, sources: Strings, nextReview: v.string() },
}

export const CourseBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('emergency'), ...Common }),
  v.strictObject({ kind: v.literal('check-first'), ask: PageBody, ...Common }),
  v.strictObject({ kind: v.literal('too-young'), ...Common }),
  v.strictObject({
    kind: v.pipe(v.literal('see-first'), v.description('A visit comes first. `waiting` fits until then.')),
    waiting: v.array(StepBody),
    ...Common,
  }),
  v.strictObject({
    kind: v.literal('none'),
    why: v.picklist(['no-course', 'not-this-course', 'too-early', 'past-review']),
    fits: v.pipe(Strings, v.description('Ids of the courses that fit.')),
    ...Common,
  }),
  v.strictObject({
    kind: v.literal('course'),
    ...OfCourse,
    ...{ lead: v.string(), day: v.number(), week: v.number(), change: v.picklist(['up', 'back', 'stay']) },
    aims: v.strictObject({
      walk: v.nullable(v.strictObject({ minutes: v.number(), days: v.number() })),
      learn: v.strictObject({ about: v.string(), title: v.string(), text: Strings, sources: Strings }),
    }),
    exercises: v.array(
      v.strictObject({
        ...{ id: v.string(), name: v.string(), slot: v.string() },
        ...{ sets: v.number(), repeats: v.number(), holdSeconds: v.number(), sides: v.number(), seconds: v.number() },
        status: v.picklist(['offered', 'ask']),
        ask: Strings,
        changes: CautionsBody,
        certainty: v.picklist(certainties),
        sources: Strings,
        nextReview: v.string(),
      }),
    ),
    leftOut: v.array(LeftOutBody),
    askBeforeWalk: Strings,
    minutes: v.number(),
    asksMorning: v.boolean(),
    asksQuestions: v.boolean(),
    pages: v.array(
      v.strictObject({
        ...{ id: v.string(), title: v.string(), points: Strings, sources: Strings },
        tier: v.optional(v.picklist(['routine', 'soon'])),
        thenAsk: v.optional(v.pipe(Strings, v.description('Findings of the check to ask next.'))),
      }),
    ),
    thisWeek: LookBackBody,
    lastWeek: v.optional(LookBackBody),
    ...{ outlook: Strings, hold: Strings, stepBack: Strings, see: Strings, evidence: Strings },
    avoid: v.array(v.strictObject({ what: v.string(), untilWeek: v.number(), next: v.string() })),
    returns: v.array(v.strictObject({ to: v.string(), text: v.string(), sources: Strings })),
    variants: v.array(v.strictObject({ id: v.string(), name: v.string(), lines: Strings })),
  }),
  v.strictObject({
    kind: v.literal('ended'),
    ...OfCourse,
    helped: v.strictObject({
      ...{ painFirst: v.optional(v.number()), painLast: v.optional(v.number()) },
      ...{ mattersFirst: v.optional(v.number()), mattersLast: v.optional(v.number()) },
      ...{ toldDays: v.number(), lowerDays: v.number() },
      exercises: v.array(v.strictObject({ id: v.string(), name: v.string(), days: v.number(), isLiked: v.boolean() })),
    }),
    ...{ keep: Strings, firstSign: Strings, nextFlare: Strings },
    weeks: v.array(LookBackBody),
  }),
])

const { requestBody, refusals } = takes(CourseRequest)

export const courseRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'The course of six weeks: the week, what to aim for and which exercises, or why there is none',
      requestBody,
      responses: { 200: answers('The course of today', CourseBody), ...refusals },
    }),
    async c => {
      const parsed = parseCourse(await readJson(c, 'send one case object'))
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      const { id } = parsed.case
      return c.json({ ...(id === undefined ? {} : { id }), ...courseFor(parsed.case, today(), parsed.soFar) })
    },
  )
