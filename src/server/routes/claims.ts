/** `GET /api/claims`: what the evidence says about common claims. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { seeKinds } from '../../evidence/see-kinds.ts'
import { certainties, claimTopics, harms, verdicts } from '../../knowledge/vocabulary.ts'
import { answerAway, refusesWhenBusy } from '../away.ts'
import { answers, readQuery, refuses } from '../body.ts'
import type { ClaimQuestion, WordsQuestion } from '../tasks/evidence.ts'
import type { Work } from '../work.ts'

const Query = v.strictObject({
  words: v.optional(v.pipe(v.string(), v.maxLength(200))),
  topic: v.optional(v.picklist(claimTopics)),
  verdict: v.optional(v.picklist(verdicts)),
})

const WordsQuery = v.strictObject({ words: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })

const ClaimsBody = v.array(
  v.looseObject({
    id: v.string(),
    topic: v.picklist(claimTopics),
    says: v.string(),
    match: v.pipe(
      v.picklist(['answer', 'near', 'all']),
      v.description('Whether it answers the words, or is near them.'),
    ),
    answer: v.optional(v.pipe(v.string(), v.description('The answer in one sentence.'))),
    verdict: v.picklist(verdicts),
    certainty: v.pipe(v.picklist(certainties), v.description('How sure the correction is.')),
    correction: v.string(),
    harm: v.picklist(harms),
    instead: v.optional(v.string()),
    matters: v.optional(v.string()),
    sources: v.array(v.string()),
    nextReview: v.string(),
    isPastReview: v.boolean(),
  }),
)

const AnswerBody = v.object({
  isAnswered: v.pipe(v.boolean(), v.description('False when no claim answers: the claims are then only near.')),
  claims: ClaimsBody,
  see: v.array(v.object({ kind: v.picklist(seeKinds), id: v.string(), title: v.string() })),
})

export const claimRoutes = ({ today }: { readonly today: () => string }, work: Work) =>
  new Hono()
    .get(
      '/answer',
      describeRoute({
        summary: 'The answer to a question in words: claims, best first, and what else tells of it',
        parameters: [{ name: 'words', in: 'query', required: true, schema: { type: 'string' } }],
        responses: { 200: answers('The answer', AnswerBody), 400: refuses('A bad question'), ...refusesWhenBusy },
      }),
      c => {
        const asked: WordsQuestion = { ...readQuery(c, WordsQuery), today: today() }
        return answerAway(c, work, 'answer', JSON.stringify(asked))
      },
    )
    .get(
      '/',
      describeRoute({
        summary:
          'Claims by words, topic and verdict, best first; without words, the wrong ones that can hurt come first',
        parameters: [
          { name: 'words', in: 'query', schema: { type: 'string' } },
          { name: 'topic', in: 'query', schema: { type: 'string', enum: [...claimTopics] } },
          { name: 'verdict', in: 'query', schema: { type: 'string', enum: [...verdicts] } },
        ],
        responses: { 200: answers('The claims', ClaimsBody), 400: refuses('A bad question'), ...refusesWhenBusy },
      }),
      c => {
        const asked: ClaimQuestion = { question: readQuery(c, Query), today: today() }
        return answerAway(c, work, 'claims', JSON.stringify(asked))
      },
    )
