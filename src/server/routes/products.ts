/** `GET /api/products`: which products, if any, meet a need. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { isFact, needs, nobody, rankProducts } from '../../library/products.ts'
import { answers, readQuery, refuses } from '../body.ts'

const needIds = Object.keys(needs)
const Query = v.strictObject({
  need: v.picklist(needIds),
  present: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  absent: v.optional(v.pipe(v.string(), v.maxLength(2000))),
})

const Why = v.array(v.string())
const RankingBody = v.object({
  version: v.string(),
  need: v.string(),
  buyNothing: v.array(v.object({ text: v.string(), remedy: v.string() })),
  places: v.array(
    v.object({
      place: v.number(),
      products: v.array(
        v.looseObject({
          id: v.string(),
          title: v.string(),
          tier: v.picklist(['A', 'B', 'C', 'D']),
          why: Why,
          ask: Why,
        }),
      ),
    }),
  ),
  notSuggested: v.array(v.object({ id: v.string(), name: v.string(), why: Why })),
  article: v.array(v.object({ id: v.string(), articlePlace: v.number(), place: v.nullable(v.number()) })),
})

export const productRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'Products for a need: safety first, then evidence, then rating; what costs nothing stands first',
      parameters: [
        { name: 'need', in: 'query', required: true, schema: { type: 'string', enum: needIds } },
        { name: 'present', in: 'query', description: 'Facts that are true, with commas', schema: { type: 'string' } },
        { name: 'absent', in: 'query', description: 'Facts that are not true', schema: { type: 'string' } },
      ],
      responses: { 200: answers('The ranking', RankingBody), 400: refuses('A bad question') },
    }),
    c => {
      const { need, present, absent } = readQuery(c, Query)
      const person = { ...nobody, present: factsOf(present), absent: factsOf(absent) }
      return c.json(rankProducts({ need, person }, today()))
    },
  )

function factsOf(text = ''): ReadonlySet<string> {
  const ids = text.split(',').filter(id => id !== '')
  const strange = ids.find(id => !isFact(id))
  if (strange !== undefined)
    throw new HTTPException(400, {
      message: `there is no fact ${JSON.stringify(strange.slice(0, 60))}: see "ask" of an answer`,
    })
  return new Set(ids)
}
