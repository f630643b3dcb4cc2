/** `POST /api/triage`: a case in, how soon it needs help out. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import * as v from 'valibot'
import { tiers } from '../../knowledge/vocabulary.ts'
import { triage } from '../../library/triage.ts'
import { CaseBody, ErrorBody, readCase } from '../body.ts'

const Strings = v.array(v.string())

const TriageBody = v.object({
  id: v.optional(v.string()),
  tier: v.picklist(tiers),
  settled: v.boolean(),
  because: v.array(
    v.object({
      kind: v.picklist(['finding', 'rule', 'unsure', 'combination']),
      id: v.string(),
      tier: v.picklist(tiers),
      medicines: v.optional(Strings),
      mayMean: Strings,
      why: v.optional(v.string()),
      say: v.optional(v.string()),
      sources: Strings,
    }),
  ),
  ask: v.nullable(
    v.object({
      page: v.string(),
      title: v.string(),
      statements: v.array(v.object({ id: v.string(), text: v.string(), simpler: v.optional(v.string()) })),
      details: Strings,
    }),
  ),
})

export const triageRoutes = () =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'How soon does this case need help, why, and what to ask next',
      requestBody: { required: true, content: { 'application/json': { schema: resolver(CaseBody) as never } } },
      responses: {
        200: { description: 'The tier', content: { 'application/json': { schema: resolver(TriageBody) } } },
        400: { description: 'A bad case', content: { 'application/json': { schema: resolver(ErrorBody) } } },
      },
    }),
    async c => {
      const from = await readCase(c)
      return c.json({ ...(from.id === undefined ? {} : { id: from.id }), ...triage(from) })
    },
  )
