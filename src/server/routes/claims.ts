/** `GET /api/claims`: what the evidence says of what people say. Nothing asked is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { certainties, claimTopics, harms, verdicts } from '../../knowledge/vocabulary.ts'
import { askEvidence } from '../../library/evidence.ts'
import { answers, readQuery, refuses } from '../body.ts'

const Query = v.strictObject({
  words: v.optional(v.pipe(v.string(), v.maxLength(200))),
  topic: v.optional(v.picklist(claimTopics)),
  verdict: v.optional(v.picklist(verdicts)),
})

const ClaimsBody = v.array(
  v.looseObject({
    id: v.string(),
    topic: v.picklist(claimTopics),
    says: v.string(),
    verdict: v.picklist(verdicts),
    certainty: v.pipe(v.picklist(certainties), v.description('How sure the correction is.')),
    correction: v.string(),
    harm: v.picklist(harms),
    matters: v.optional(v.string()),
    sources: v.array(v.string()),
    nextReview: v.string(),
    isPastReview: v.boolean(),
  }),
)

export const claimRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'Claims by words, topic and verdict; the wrong ones that can hurt come first',
      parameters: [
        { name: 'words', in: 'query', schema: { type: 'string' } },
        { name: 'topic', in: 'query', schema: { type: 'string', enum: [...claimTopics] } },
        { name: 'verdict', in: 'query', schema: { type: 'string', enum: [...verdicts] } },
      ],
      responses: { 200: answers('The claims', ClaimsBody), 400: refuses('A bad question') },
    }),
    c => {
      const found = askEvidence(readQuery(c, Query), today())
      return c.json(found.map(({ id, claim, isPastReview }) => ({ id, ...claim, isPastReview })))
    },
  )
