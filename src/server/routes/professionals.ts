/** `GET /api/professionals`: who can help, and where to check them. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { professionalIds, professionals } from '../../library/professionals.ts'
import { answers, readQuery, refuses } from '../body.ts'

const Query = v.strictObject({
  who: v.optional(v.picklist(professionalIds)),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is two capitals, as GB'))),
})

const Texts = v.array(v.string())
const ProfessionalsBody = v.object({
  country: v.optional(v.object({ code: v.string(), name: v.string(), sources: Texts })),
  professionals: v.array(
    v.looseObject({
      id: v.string(),
      name: v.string(),
      when: v.optional(v.pipe(v.string(), v.description('Absent past the review date.'))),
      may: Texts,
      mayNot: Texts,
      ask: Texts,
      register: v.optional(v.string()),
      sources: Texts,
      isPastReview: v.boolean(),
    }),
  ),
  handsOn: v.object({ wait: Texts, stop: Texts }),
})

export const professionalRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'Who can help: what each may and may not do, when to choose whom, where to check them',
      parameters: [
        { name: 'who', in: 'query', schema: { type: 'string', enum: [...professionalIds] } },
        { name: 'country', in: 'query', description: 'ISO 3166-1 alpha-2', schema: { type: 'string' } },
      ],
      responses: { 200: answers('The professionals', ProfessionalsBody), 400: refuses('A bad question') },
    }),
    c => c.json(professionals(readQuery(c, Query), today())),
  )
