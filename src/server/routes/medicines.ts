/** `POST /api/medicines`: a name as typed in, what our sources say out. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { answerInFull, readMedicine } from '../../library/medicines.ts'
import { answers, CaseBody, readJson, takes } from '../body.ts'

const MedicineBody = v.strictObject({
  id: v.optional(v.string()),
  typed: v.pipe(v.string(), v.description('The name as a person types it: "lasix 40 mg".')),
  case: v.optional(
    v.pipe(CaseBody, v.description('Other medicines and signs: urgent combinations run over them all.')),
  ),
})

const AnswerBody = v.looseObject({
  id: v.optional(v.string()),
  status: v.picklist(['listed', 'not-listed', 'not-recognised', 'which']),
  ingredients: v.pipe(v.array(v.string()), v.description('For "which": possible ones, the likeliest first.')),
  candidates: v.optional(v.array(v.object({ name: v.string(), ingredients: v.array(v.string()) }))),
  about: v.array(v.looseObject({ id: v.string(), name: v.string() })),
  guidance: v.record(v.string(), v.looseObject({ kind: v.picklist(['keep', 'stop-instruction']) })),
  advice: v.array(v.string()),
  tier: v.optional(v.string()),
  urgent: v.optional(v.array(v.looseObject({ id: v.string() }))),
})

const taken = takes(MedicineBody)

export const medicineRoutes = () =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'Is a medicine listed with cramps; which one is meant; what to do about it',
      requestBody: taken.requestBody,
      responses: { 200: answers('One of four answers', AnswerBody), ...taken.refusals },
    }),
    async c => {
      const parsed = readMedicine(await readJson(c, 'send {"typed":"lasix 40 mg"}'))
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      const { id, typed, case: from } = parsed
      return c.json({ ...(id === undefined ? {} : { id }), ...answerInFull(typed, from) })
    },
  )
