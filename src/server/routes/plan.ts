/** `POST /api/plan`: a case in, the next 48 hours out. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import * as v from 'valibot'
import { plan } from '../../library/plan.ts'
import { CaseBody, ErrorBody, readCase } from '../body.ts'

const PlanBody = v.looseObject({
  kind: v.pipe(
    v.picklist(['emergency', 'check-first', 'too-young', 'plan']),
    v.description('check-first: the check is not settled; no remedy is shown before it is.'),
  ),
  tier: v.string(),
  because: v.array(v.looseObject({ kind: v.string(), id: v.string(), tier: v.string() })),
  steps: v.optional(v.array(v.looseObject({ kind: v.string(), id: v.string(), name: v.string(), status: v.string() }))),
  leftOut: v.optional(v.array(v.looseObject({ id: v.string(), reason: v.string() }))),
})

export const planRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'What to do in the next 48 hours, what to avoid, when to seek help',
      requestBody: { required: true, content: { 'application/json': { schema: resolver(CaseBody) as never } } },
      responses: {
        200: { description: 'The plan', content: { 'application/json': { schema: resolver(PlanBody) } } },
        400: { description: 'A bad case', content: { 'application/json': { schema: resolver(ErrorBody) } } },
      },
    }),
    async c => c.json(plan(await readCase(c), today())),
  )
