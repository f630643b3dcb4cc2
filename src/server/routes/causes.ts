/** `POST /api/causes`: takes a case, returns likely contributors and the next question. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { tiers } from '../../knowledge/vocabulary.ts'
import { readCauseCase, whyMe } from '../../library/causes.ts'
import { answers, CaseBody, readJson, takes } from '../body.ts'

const CauseCaseBody = v.strictObject({
  ...CaseBody.entries,
  asked: v.optional(
    v.pipe(v.array(v.string()), v.description('The questions of the causes asked so far; at most twelve are asked.')),
  ),
})

const WhyMeBody = v.looseObject({
  id: v.optional(v.string()),
  kind: v.pipe(
    v.picklist(['causes', 'pointers', 'help-first', 'too-young']),
    v.description('help-first: the tier is above soon. pointers: for back pain, without scores.'),
  ),
  tier: v.picklist(tiers),
  contributors: v.optional(v.array(v.looseObject({ id: v.string(), name: v.string(), word: v.string() }))),
  ruleOut: v.optional(v.array(v.looseObject({ id: v.string(), name: v.string(), tier: v.string() }))),
  pointers: v.optional(v.array(v.looseObject({ id: v.string(), name: v.string() }))),
  next: v.optional(v.nullable(v.object({ id: v.string(), text: v.string() }))),
  used: v.optional(v.array(v.object({ id: v.string(), text: v.string(), given: v.string() }))),
})

const taken = takes(CauseCaseBody)

export const causeRoutes = () =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'Why does this person cramp: contributors in words, what to rule out first, the next question',
      requestBody: taken.requestBody,
      responses: { 200: answers('The causes', WhyMeBody), ...taken.refusals },
    }),
    async c => {
      const parsed = readCauseCase(await readJson(c, 'send one case object'))
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      const { id } = parsed.case
      const known = parsed.asked ? { asked: parsed.asked } : {}
      return c.json({ ...(id === undefined ? {} : { id }), ...whyMe(parsed.case, known) })
    },
  )
