/** `POST /api/plan`: takes a case, returns the next 48 hours. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { cautionActions, certainties, phases, regions, tiers } from '../../knowledge/vocabulary.ts'
import { plan } from '../../library/plan.ts'
import { answers, readCase, takesCase } from '../body.ts'
import { PageBody, ReasonBody } from './triage.ts'

const Strings = v.array(v.string())
export const CautionsBody = v.array(
  v.strictObject({
    fact: v.string(),
    action: v.picklist(cautionActions),
    text: v.string(),
    pregnancyWeeks: v.optional(v.strictObject({ gte: v.number() })),
    onlyIfSure: v.optional(v.literal(true)),
  }),
)
const Item = { kind: v.picklist(['remedy', 'exercise']), id: v.string(), name: v.string() }
/** A step of a plan. */
export const StepBody = v.strictObject({
  ...Item,
  when: v.string(),
  how: v.optional(v.string()),
  status: v.picklist(['offered', 'ask']),
  ask: v.pipe(Strings, v.description('Facts to answer before it may be started.')),
  changes: CautionsBody,
  certainty: v.nullable(v.picklist(certainties)),
  sources: Strings,
  nextReview: v.string(),
})

/** Remedies that are not offered to this person, and why. */
export const LeftOutBody = v.strictObject({
  ...Item,
  reason: v.picklist(['caution', 'past-review', 'limits']),
  because: CautionsBody,
  withheld: v.optional(
    v.pipe(v.string(), v.description('The entry of knowledge/withheld.yaml that left it out together with others.')),
  ),
})

const Common = {
  id: v.optional(v.string()),
  action: v.string(),
  contacts: v.optional(v.pipe(Strings, v.description('Whom to turn to first, where it is not the usual doctor.'))),
  because: v.array(ReasonBody),
}

export const PlanBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('emergency'), tier: v.literal('emergency'), ...Common }),
  v.strictObject({
    kind: v.pipe(v.literal('check-first'), v.description('The check is not settled: no remedy before it is.')),
    tier: v.picklist(tiers),
    ask: PageBody,
    ...Common,
  }),
  v.strictObject({ kind: v.literal('too-young'), tier: v.picklist(tiers), ...Common }),
  v.strictObject({
    kind: v.literal('plan'),
    tier: v.picklist(tiers),
    ...Common,
    complaint: v.string(),
    region: v.picklist(regions),
    phase: v.picklist(phases),
    opening: v.string(),
    steps: v.array(StepBody),
    leftOut: v.array(LeftOutBody),
    avoid: Strings,
    seekHelp: Strings,
    checkIns: v.array(v.strictObject({ hours: v.number() })),
    sources: Strings,
    nextReview: v.string(),
  }),
])

export const planRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'What to do in the next 48 hours, what to avoid, when to seek help',
      requestBody: takesCase.requestBody,
      responses: { 200: answers('The plan', PlanBody), ...takesCase.refusals },
    }),
    async c => {
      const given = await readCase(c)
      return c.json({ ...(given.id === undefined ? {} : { id: given.id }), ...plan(given, today()) })
    },
  )
