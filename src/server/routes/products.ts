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

const Texts = v.array(v.string())
const Tier = v.picklist(['A', 'B', 'C', 'D'])
const NotIf = v.array(v.object({ fact: v.string(), isTrue: v.boolean() }))
const Suggested = {
  id: v.string(),
  name: v.string(),
  tier: Tier,
  why: Texts,
  ask: Texts,
  notIf: NotIf,
  rating: v.optional(
    v.object({
      mean: v.number(),
      lower5: v.number(),
      upper95: v.number(),
      reviews: v.number(),
      isFromArticle: v.boolean(),
    }),
  ),
}
const RankingBody = v.object({
  version: v.string(),
  need: v.string(),
  answer: v.string(),
  buyNothing: v.array(v.object({ text: v.string(), remedy: v.string() })),
  kinds: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      evidence: v.string(),
      tier: v.nullable(Tier),
      because: Texts,
      instead: v.optional(v.string()),
      notIf: NotIf,
    }),
  ),
  places: v.array(v.object({ place: v.number(), products: v.array(v.object({ ...Suggested, title: v.string() })) })),
  onlyWith: v.array(
    v.object({
      ...Suggested,
      atMost: v.object({ temperatureC: v.number(), minutes: v.number() }),
      setting: v.string(),
      warning: v.string(),
    }),
  ),
  notSuggested: v.array(v.object({ id: v.string(), name: v.string(), why: Texts })),
  article: v.array(
    v.object({
      id: v.string(),
      articlePlace: v.number(),
      place: v.nullable(v.number()),
      isOnlyWith: v.boolean(),
    }),
  ),
})

export const productRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'Do I need to buy something? One sentence, what costs nothing, kinds of things, then products',
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
