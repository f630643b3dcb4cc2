/** `GET /api/hydration`: how to drink, and the colour of urine. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { tiers } from '../../knowledge/vocabulary.ts'
import { colourNames, hydration, readHydrationCase } from '../../library/hydration.ts'
import { answers, readQuery, refuses } from '../body.ts'

const Facts = v.optional(v.pipe(v.string(), v.maxLength(2000)))
const Query = v.strictObject({
  age: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'give whole years'))),
  present: Facts,
  absent: Facts,
  unsure: Facts,
  colour: v.optional(v.picklist(colourNames)),
})

const Because = v.array(v.looseObject({ text: v.string() }))
const HydrationBody = v.looseObject({
  kind: v.pipe(
    v.picklist(['help-first', 'too-young', 'ask', 'no-advice', 'drinks']),
    v.description('help-first: the tier is above soon. ask: answer these facts first.'),
  ),
  tier: v.optional(v.picklist(tiers)),
  action: v.optional(v.string()),
  age: v.optional(v.pipe(v.boolean(), v.description('With ask: is the age still needed?'))),
  facts: v.optional(v.array(v.object({ id: v.string(), text: v.string() }))),
  millilitresPerHour: v.optional(v.number()),
  steps: v.optional(v.array(v.string())),
  points: v.optional(v.array(v.string())),
  changes: v.optional(Because),
  stop: v.optional(v.array(v.string())),
  chart: v.optional(v.looseObject({ isShown: v.boolean(), text: v.optional(v.string()) })),
})

const text = (name: string, description: string) => ({
  name,
  in: 'query' as const,
  description,
  schema: { type: 'string' as const },
})

export const hydrationRoutes = ({ today }: { readonly today: () => string }) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'How to drink, and what the colour of urine says; what limits drinking is asked first',
      parameters: [
        { name: 'age', in: 'query', description: 'Years', schema: { type: 'integer', minimum: 0, maximum: 120 } },
        text('present', 'Facts that are true, with commas'),
        text('absent', 'Facts that are not true'),
        text('unsure', 'Facts that are not sure'),
        { name: 'colour', in: 'query', schema: { type: 'string', enum: [...colourNames] } },
      ],
      responses: { 200: answers('The answer', HydrationBody), 400: refuses('A bad question') },
    }),
    c => {
      const { age, colour, ...facts } = readQuery(c, Query)
      const parsed = readHydrationCase({
        ...(age === undefined ? {} : { age: Number(age) }),
        ...(colour === undefined ? {} : { colour }),
        ...Object.fromEntries(Object.entries(facts).map(([key, ids = '']) => [key, ids.split(',').filter(Boolean)])),
      })
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      return c.json(hydration(parsed.case, today(), parsed.colour))
    },
  )
