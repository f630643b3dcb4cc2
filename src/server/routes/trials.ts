/**
 * `POST /api/trials/design` takes a design and returns a protocol; `POST /api/trials/analysis` takes records and
 * returns posteriors and verdicts. Nothing is stored or logged.
 */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { outcomeModels, trialFacts, verdicts } from '../../library/trials.ts'
import { answerAway, refusesWhenBusy } from '../away.ts'
import { answers, readText, takes } from '../body.ts'
import type { Work } from '../work.ts'

/** A trial of 2,000 days in JSON. */
export const mostTrialBytes = 256 * 1024

const Scale = v.tuple([v.number(), v.number()])
const Better = v.picklist(['lower', 'higher'])
const RowBody = v.object({
  day: v.pipe(v.number(), v.integer()),
  period: v.pipe(v.number(), v.integer()),
  arm: v.pipe(v.number(), v.integer()),
  arm_label: v.optional(v.string()),
  y: v.pipe(v.nullable(v.number()), v.description('null: a scheduled day that was missed')),
  nights: v.optional(v.pipe(v.number(), v.integer())),
})

/** Documentation of the formats. src/trials/parse.ts alone decides what is accepted. */
const AnalysisRequest = v.object({
  rows: v.optional(v.array(RowBody)),
  csv: v.optional(v.pipe(v.string(), v.description('The same as a CSV file: day,period,arm,arm_label,y'))),
  model: v.optional(v.picklist(outcomeModels)),
  scale: v.optional(Scale),
  mcid: v.optional(v.number()),
  better: v.optional(Better),
  leaveOut: v.optional(v.number()),
  claimAt: v.optional(v.number()),
})

const AnalysisBody = v.looseObject({
  model: v.picklist(outcomeModels),
  state: v.picklist(['analysed', 'too-few-records', 'no-variation', 'no-records']),
  contrasts: v.array(
    v.looseObject({
      from: v.string(),
      to: v.string(),
      mean: v.number(),
      sd: v.number(),
      q025: v.number(),
      q50: v.number(),
      q975: v.number(),
      p_lt_0: v.number(),
      p_lt_minus_mcid: v.number(),
      p_gt_mcid: v.number(),
      p_rope: v.number(),
      verdict: v.picklist(verdicts),
    }),
  ),
})

const Layout = v.variant('kind', [
  v.object({
    kind: v.literal('periods'),
    cycles: v.number(),
    periodDays: v.number(),
    leaveOut: v.optional(v.number()),
  }),
  v.object({ kind: v.literal('episodes'), episodes: v.number() }),
])

const DesignRequestBody = v.object({
  question: v.string(),
  arms: v.array(v.object({ label: v.string(), remedy: v.optional(v.string()) })),
  outcome: v.object({ model: v.picklist(outcomeModels), question: v.string() }),
  facts: v.pipe(
    v.record(v.picklist(trialFacts), v.boolean()),
    v.description('true: it holds. What is left out is asked, never taken as false.'),
  ),
  seed: v.pipe(v.number(), v.integer()),
  layout: v.optional(Layout),
  scale: v.optional(Scale),
  mcid: v.optional(v.number()),
  better: v.optional(Better),
  looks: v.optional(v.picklist(['none', 'each-cycle'])),
  expectation: v.optional(v.number()),
  powerTrials: v.optional(
    v.pipe(
      v.number(),
      v.description('Made-up trials for each line of the power table; the fewer, the longer the trial.'),
    ),
  ),
})

const DesignBody = v.looseObject({ kind: v.picklist(['designed', 'refused', 'ask']) })

const takesDesign = takes(DesignRequestBody)
const takesAnalysis = takes(AnalysisRequest)

export const trialsRoutes = (work: Work) =>
  new Hono()
    .post(
      '/design',
      describeRoute({
        summary: 'Design an n-of-1 trial, or say why not',
        requestBody: takesDesign.requestBody,
        responses: {
          200: answers('The protocol, the reasons against a trial, or the facts to be asked', DesignBody),
          ...takesDesign.refusals,
          ...refusesWhenBusy,
        },
      }),
      async c => answerAway(c, work, 'trial-design', await readText(c)),
    )
    .post(
      '/analysis',
      describeRoute({
        summary: 'What a trial showed: posterior and verdict of each pair of arms',
        requestBody: takesAnalysis.requestBody,
        responses: { 200: answers('The analysis', AnalysisBody), ...takesAnalysis.refusals, ...refusesWhenBusy },
      }),
      async c => answerAway(c, work, 'trial-analysis', await readText(c)),
    )
