/** `POST /api/medicines`: takes a typed name, returns what our sources say. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { answerAway, refusesWhenBusy } from '../away.ts'
import { answers, CaseBody, readText, takes } from '../body.ts'
import type { Work } from '../work.ts'

const MedicineBody = v.strictObject({
  id: v.optional(v.string()),
  typed: v.optional(v.pipe(v.string(), v.description('The name as a person types it: "lasix 40 mg".'))),
  together: v.optional(
    v.pipe(v.array(v.string()), v.description('In place of typed: what one person takes, judged together.')),
  ),
  case: v.optional(
    v.pipe(CaseBody, v.description('Other medicines and signs: urgent combinations run over them all.')),
  ),
})

const AnswerBody = v.looseObject({
  id: v.optional(v.string()),
  status: v.optional(v.picklist(['listed', 'not-listed', 'not-recognised', 'which'])),
  names: v.optional(v.array(v.looseObject({ typed: v.string() }))),
  warnings: v.optional(
    v.pipe(
      v.array(v.looseObject({ id: v.string(), tier: v.string(), medicines: v.array(v.string()) })),
      v.description('For "together": what the medicines may do together, the most urgent first.'),
    ),
  ),
  ingredients: v.pipe(v.array(v.string()), v.description('For "which": possible ones, the likeliest first.')),
  candidates: v.optional(v.array(v.object({ name: v.string(), ingredients: v.array(v.string()) }))),
  about: v.optional(v.array(v.looseObject({ id: v.string(), name: v.string() }))),
  notes: v.optional(v.record(v.string(), v.string())),
  guidance: v.optional(v.record(v.string(), v.looseObject({ kind: v.picklist(['keep', 'stop-instruction']) }))),
  advice: v.array(v.string()),
  tier: v.optional(v.string()),
  urgent: v.optional(v.array(v.looseObject({ id: v.string() }))),
})

const taken = takes(MedicineBody)

export const medicineRoutes = (work: Work) =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'Is a medicine listed with cramps; which one is meant; what to do about it',
      requestBody: taken.requestBody,
      responses: { 200: answers('One of four answers', AnswerBody), ...taken.refusals, ...refusesWhenBusy },
    }),
    async c => answerAway(c, work, 'medicine', await readText(c)),
  )
