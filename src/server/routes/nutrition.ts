/** `GET /api/foods?q=` and `POST /api/menu`: words in, foods out; a profile in, a menu out. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { avoidables, lifeStages, nutrients, references } from '../../knowledge/vocabulary.ts'
import { parseProfile } from '../../library/nutrition.ts'
import { answers, readJson, refuses, takes } from '../body.ts'
import { foods } from '../food-tools.ts'
import { type MenuLimits, type MenuMade, menuThreads, usualMenuLimits } from '../menu-threads.ts'

const mostWords = 200

const FoodsBody = v.object({
  foods: v.array(
    v.object({
      food: v.pipe(v.number(), v.description('FDC id')),
      name: v.string(),
      usda: v.string(),
    }),
  ),
})

export const foodsRoutes = () =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'The ten foods most likely meant by what was typed',
      parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string', maxLength: mostWords } }],
      responses: { 200: answers('The foods, best first', FoodsBody), 400: refuses('No words') },
    }),
    c => {
      const other = Object.keys(c.req.query()).find(name => name !== 'q')
      if (other !== undefined)
        throw new HTTPException(400, { message: `there is no "${other.slice(0, 40)}": ask as /api/foods?q=banana` })
      const words = c.req.query('q') ?? ''
      if (words.trim() === '') throw new HTTPException(400, { message: 'q is missing: ask as /api/foods?q=banana' })
      if (words.length > mostWords)
        throw new HTTPException(400, { message: `q has ${words.length} characters: send at most ${mostWords}` })
      return c.json({ foods: foods().find(words) })
    },
  )

const Amount = v.object({ food: v.number(), grams: v.number() })
const Foods = v.optional(v.pipe(v.array(v.number()), v.description('FDC ids')))

/** Documentation of the format. What is accepted is decided in one place, src/nutrition/person.ts. */
const MenuRequest = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  age: v.number(),
  sex: v.picklist(['female', 'male']),
  lifeStage: v.optional(v.picklist(lifeStages)),
  reference: v.optional(v.picklist(references)),
  eaten: v.optional(v.array(Amount)),
  avoid: v.optional(v.array(v.picklist([...avoidables, 'vegetarian', 'vegan']))),
  dislike: Foods,
  usual: Foods,
  home: Foods,
  pin: Foods,
  conditions: v.optional(v.pipe(v.array(v.string()), v.description('Left out: not answered, which is no "none".'))),
  medicines: v.optional(v.pipe(v.array(v.string()), v.description('Left out: not answered, which is no "none".'))),
  energy: v.optional(v.tuple([v.number(), v.number()])),
  mode: v.optional(v.picklist(['gap', 'day'])),
})

const TotalBody = v.object({
  amount: v.pipe(v.number(), v.description('At least this much.')),
  target: v.nullable(v.number()),
  upper: v.nullable(v.number()),
  unknown: v.number(),
})

const MenuBody = v.looseObject({
  status: v.picklist(['optimal', 'feasible', 'infeasible', 'held']),
  foods: v.array(v.looseObject({ food: v.number(), name: v.string(), portion: v.string(), grams: v.number() })),
  totals: v.record(v.picklist(nutrients), TotalBody),
  gap: v.number(),
  relax: v.array(v.looseObject({ kind: v.string(), text: v.string() })),
  cautions: v.array(v.looseObject({ id: v.string(), action: v.string(), text: v.string() })),
})

const takesMenu = takes(MenuRequest)

/** Seconds after which it is worth asking again. */
const askAgainAfter = 5

const refusals: Readonly<Record<Exclude<MenuMade['kind'], 'menu'>, string>> = {
  busy: `too many menus are being made: ask again in ${askAgainAfter} seconds`,
  'too-long': 'no menu was found in time: ask again, or with fewer wishes',
  gone: 'the question was withdrawn',
}

export function menuRoutes(limits: MenuLimits = usualMenuLimits()) {
  const threads = menuThreads(limits)
  return new Hono().post(
    '/',
    describeRoute({
      summary: 'The fewest foods that bring five nutrients to target within every limit',
      requestBody: takesMenu.requestBody,
      responses: {
        200: answers('The menu', MenuBody),
        ...takesMenu.refusals,
        503: refuses('Too many menus are being made, or none was found in time: ask again after Retry-After'),
      },
    }),
    async c => {
      const parsed = parseProfile(await readJson(c, 'send one profile object'))
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      const made = await threads.make(parsed.profile, c.req.raw.signal)
      if (made.kind === 'menu') return c.json(made.menu)
      c.header('Retry-After', String(askAgainAfter))
      return c.json({ error: refusals[made.kind] }, 503)
    },
  )
}
