/** `POST /api/triage`: takes a case, returns how soon it needs help. Nothing is stored or logged. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { contacts, tiers } from '../../knowledge/vocabulary.ts'
import { triage } from '../../library/triage.ts'
import { answers, readCase, takesCase } from '../body.ts'

const Strings = v.array(v.string())

export const ReasonBody = v.strictObject({
  kind: v.picklist(['finding', 'rule', 'unsure', 'combination']),
  id: v.string(),
  tier: v.picklist(tiers),
  contact: v.optional(v.picklist(contacts)),
  medicines: v.optional(v.pipe(Strings, v.description('For a combination: the medicines it fired for.'))),
  mayMean: Strings,
  why: v.optional(v.string()),
  say: v.optional(v.pipe(v.string(), v.description('What to say on the phone.'))),
  sources: Strings,
})

export const PageBody = v.strictObject({
  page: v.string(),
  title: v.string(),
  statements: v.array(
    v.strictObject({
      id: v.string(),
      text: v.string(),
      lines: v.optional(
        v.pipe(
          v.array(v.strictObject({ text: v.string(), names: Strings })),
          v.description('For a gate: its short lines, and what each names.'),
        ),
      ),
      opens: v.optional(v.pipe(Strings, v.description('For a gate: all that it names.'))),
      simpler: v.optional(v.pipe(v.string(), v.description('Asked in these words after "not sure".'))),
      resembles: v.optional(v.string()),
    }),
  ),
  details: v.array(v.picklist(['age', 'sex', 'hoursSinceOnset', 'pregnancyWeeks'])),
  progress: v.optional(v.strictObject({ gate: v.number(), of: v.number() })),
})

export const TriageBody = v.strictObject({
  id: v.optional(v.string()),
  tier: v.picklist(tiers),
  action: v.string(),
  contacts: v.optional(v.pipe(Strings, v.description('Whom to turn to first, where it is not the usual doctor.'))),
  unused: v.optional(
    v.array(
      v.strictObject({ list: v.picklist(['conditions', 'medicines', 'present']), id: v.string(), because: v.string() }),
    ),
  ),
  settled: v.pipe(v.boolean(), v.description('No page is left to ask.')),
  because: v.array(ReasonBody),
  ask: v.nullable(PageBody),
})

export const triageRoutes = () =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'How soon does this case need help, why, and what to ask next',
      requestBody: takesCase.requestBody,
      responses: { 200: answers('The tier', TriageBody), ...takesCase.refusals },
    }),
    async c => {
      const given = await readCase(c)
      return c.json({ ...(given.id === undefined ? {} : { id: given.id }), ...triage(given) })
    },
  )
