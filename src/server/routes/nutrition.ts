/** `GET /api/foods?q=` and `POST /api/menu`: words in, foods out; a profile in, a menu out. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { avoidables, lifeStages, nutrients, references } from '../../knowledge/vocabulary.ts'
import { menu, parseProfile } from '../../library/nutrition.ts'
import { answers, readJson, refuses, takes } from '../body.ts'
import { foods, menuSolver, mostSeconds } from '../food-tools.ts'

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

export const menuRoutes = () =>
  new Hono().post(
    '/',
    describeRoute({
      summary: 'The fewest foods that bring five nutrients to target within every limit',
      requestBody: takesMenu.requestBody,
      responses: { 200: answers('The menu', MenuBody), ...takesMenu.refusals },
    }),
    async c => {
      const parsed = parseProfile(await readJson(c, 'send one profile object'))
      if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
      return c.json(await menu(parsed.profile, { solver: await menuSolver(), seconds: mostSeconds }))
    },
  )
