/**
 * `GET /api/foods?q=` takes words and returns foods; `?richIn=` ranks them by a nutrient; `POST /api/menu` takes a profile and returns a menu; `POST
 * /api/menu/change` takes a usual day and returns the smallest change; `POST /api/menu/meals` returns days of meals. Nothing is stored or logged.
 */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { avoidables, lifeStages, mealTimes, nutrients, references } from '../../knowledge/vocabulary.ts'
import { measureSystems } from '../../nutrition/meal-words.ts'
import { richBases, richFilters } from '../../nutrition/rich-in.ts'
import { answerAway, refusesWhenBusy } from '../away.ts'
import { answers, readText, refuses, takes } from '../body.ts'
import type { Work } from '../work.ts'

const mostWords = 200
const mostListed = 1000

const AmountsBody = v.pipe(
  v.record(v.picklist(['energy', ...nutrients]), v.nullable(v.number())),
  v.description('kcal, mg, and µg of vitamin D; null is unknown'),
)
const PortionBody = v.object({ words: v.string(), grams: v.number() })
const NamedBody = {
  food: v.pipe(v.number(), v.description('FDC id; from 9000001 on an own entry of Unknot')),
  name: v.string(),
  usda: v.string(),
}

const FoundBody = v.object({
  foods: v.array(
    v.looseObject({
      ...NamedBody,
      per100g: AmountsBody,
      perPortion: AmountsBody,
      portions: v.pipe(v.array(PortionBody), v.description('The usual one first')),
      doubt: v.optional(
        v.pipe(v.picklist(['beginning', 'spelling', 'part']), v.description('It may not be what was meant')),
      ),
      warning: v.optional(v.string()),
    }),
  ),
})

const RichBody = v.looseObject({
  status: v.picklist(['ranked', 'held']),
  richIn: v.array(v.picklist(nutrients)),
  foods: v.optional(
    v.array(
      v.looseObject({
        ...NamedBody,
        place: v.number(),
        portion: PortionBody,
        grams: v.pipe(v.number(), v.description('The weight that "brings" is of')),
        brings: AmountsBody,
        shares: v.array(v.nullable(v.number())),
      }),
    ),
  ),
  held: v.optional(v.array(v.picklist(nutrients))),
  cautions: v.array(v.looseObject({ id: v.string(), action: v.string(), text: v.string() })),
})

const query = (name: string, description: string, schema: object = { type: 'string' }) =>
  ({ name, in: 'query', description, schema }) as const

const ofRich = ['richIn', 'per', 'filters', 'most', 'age', 'sex', 'lifeStage', 'reference', 'conditions', 'medicines']

export const foodsRoutes = (work: Work) =>
  new Hono().get(
    '/',
    describeRoute({
      summary: 'The ten foods most likely meant by what was typed (q), or the foods richest in a nutrient (richIn)',
      parameters: [
        query('q', 'What the food is called', { type: 'string', maxLength: mostWords }),
        query('richIn', `One of ${nutrients.join(', ')}; or two, with a comma`),
        query('per', 'What foods are compared by', { type: 'string', enum: richBases, default: 'portion' }),
        query('filters', `Some of ${richFilters.join(', ')}, with commas`),
        query('most', 'How many foods', { type: 'integer', default: 50, maximum: mostListed }),
        query('age', 'Years'),
        query('sex', 'For the daily target; else the higher of both', { type: 'string', enum: ['female', 'male'] }),
        query('lifeStage', 'Pregnancy or breastfeeding', { type: 'string', enum: lifeStages }),
        query('reference', 'Whose targets', { type: 'string', enum: references }),
        query('conditions', 'With commas; empty is "none", left out is "not answered"'),
        query('medicines', 'With commas; empty is "none", left out is "not answered"'),
      ],
      responses: {
        200: answers('The foods, best first', v.union([FoundBody, RichBody])),
        400: refuses('No words, or a bad question'),
        ...refusesWhenBusy,
      },
    }),
    c => {
      const asked = c.req.query()
      const known = asked.richIn === undefined ? ['q'] : ofRich
      const other = Object.keys(asked).find(name => !known.includes(name))
      if (other !== undefined)
        throw refused(
          asked.richIn === undefined
            ? `there is no "${other.slice(0, 40)}": ask as /api/foods?q=banana or ?richIn=magnesium`
            : `there is no "${other.slice(0, 40)}" beside richIn: there is ${ofRich.slice(1).join(', ')}`,
        )
      if (asked.richIn !== undefined) return answerAway(c, work, 'rich-foods', JSON.stringify(richQuestion(asked)))
      const words = asked.q ?? ''
      if (words.trim() === '') throw refused('q is missing: ask as /api/foods?q=banana or ?richIn=magnesium')
      if (words.length > mostWords) throw refused(`q has ${words.length} characters: send at most ${mostWords}`)
      return answerAway(c, work, 'foods', words)
    },
  )

const refused = (message: string) => new HTTPException(400, { message })

/** The text itself if it is no number, so that the refusal can show it. */
const numberOr = (text: string): number | string => (Number.isNaN(Number(text)) ? text : Number(text))

/** Numbers and lists as the engine reads them; it alone decides what is accepted. */
function richQuestion({ most = '50', age, conditions, medicines, ...rest }: Readonly<Record<string, string>>) {
  if (!/^\d+$/.test(most) || Number(most) < 1 || Number(most) > mostListed)
    throw refused(`most is "${most.slice(0, 40)}": give a whole number from 1 to ${mostListed}`)
  const list = (text: string) => text.split(',').filter(word => word.trim() !== '')
  return {
    ...rest,
    most: Number(most),
    ...(age === undefined ? {} : { age: numberOr(age) }),
    ...(conditions === undefined ? {} : { conditions: list(conditions) }),
    ...(medicines === undefined ? {} : { medicines: list(medicines) }),
  }
}

const Amount = v.object({ food: v.number(), grams: v.number() })
const Foods = v.optional(v.pipe(v.array(v.number()), v.description('FDC ids')))

/** Documentation of the format. src/nutrition/person.ts alone decides what is accepted. */
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

const ChangeBody = v.looseObject({
  status: v.picklist(['closed', 'mostly', 'partly', 'enough', 'none', 'empty', 'held']),
  changes: v.array(
    v.looseObject({
      kind: v.picklist(['add', 'swap', 'bigger']),
      say: v.string(),
      food: v.number(),
      grams: v.number(),
      away: v.pipe(v.array(Amount), v.description('What goes, of the day or of its dishes')),
      brings: v.record(v.picklist(nutrients), v.number()),
    }),
  ),
  closes: v.pipe(v.number(), v.description('The share of what was missing, from 0 to 1')),
  byCount: v.pipe(v.array(v.number()), v.description('What the best one, two and three changes close')),
  totals: v.record(
    v.picklist(nutrients),
    v.looseObject({ before: v.number(), after: v.number(), target: v.nullable(v.number()), unknown: v.number() }),
  ),
  short: v.array(v.picklist(nutrients)),
  cautions: v.array(v.looseObject({ id: v.string(), action: v.string(), text: v.string() })),
})

const MealsRequest = v.object({
  ...MenuRequest.entries,
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  seed: v.optional(v.pipe(v.number(), v.description('Another number gives another menu.'))),
  measures: v.optional(v.picklist(measureSystems)),
})

const MealsBody = v.looseObject({
  status: v.picklist(['found', 'short', 'impossible', 'held']),
  days: v.array(
    v.looseObject({
      meals: v.array(
        v.looseObject({
          meal: v.picklist(mealTimes),
          items: v.array(
            v.looseObject({ food: v.number(), name: v.string(), grams: v.number(), portions: v.number() }),
          ),
          minutes: v.optional(v.number()),
          how: v.optional(v.string()),
        }),
      ),
      totals: v.record(v.picklist(nutrients), TotalBody),
      energy: v.number(),
      sodium: v.number(),
      short: v.array(v.picklist(nutrients)),
    }),
  ),
  shop: v.array(v.looseObject({ section: v.string(), items: v.array(v.looseObject({ name: v.string() })) })),
  reasons: v.array(v.looseObject({ kind: v.string(), text: v.string() })),
  cautions: v.array(v.looseObject({ id: v.string(), action: v.string(), text: v.string() })),
})

const takesMeals = takes(MealsRequest)
const takesMenu = takes(MenuRequest)

export const menuRoutes = (work: Work) =>
  new Hono()
    .post(
      '/meals',
      describeRoute({
        summary: 'A day or a week of meals that reaches five nutrients within every limit, with one shopping list',
        requestBody: takesMeals.requestBody,
        responses: { 200: answers('The days', MealsBody), ...takesMeals.refusals, ...refusesWhenBusy },
      }),
      async c => answerAway(c, work, 'meals', await readText(c)),
    )
    .post(
      '/change',
      describeRoute({
        summary: 'The one, two or three changes to a usual day, given as eaten, that close most of the nutrient gap',
        requestBody: takesMenu.requestBody,
        responses: { 200: answers('The changes', ChangeBody), ...takesMenu.refusals, ...refusesWhenBusy },
      }),
      async c => answerAway(c, work, 'changed-day', await readText(c)),
    )
    .post(
      '/',
      describeRoute({
        summary: 'The fewest foods that bring five nutrients to target within every limit',
        requestBody: takesMenu.requestBody,
        responses: { 200: answers('The menu', MenuBody), ...takesMenu.refusals, ...refusesWhenBusy },
      }),
      async c => answerAway(c, work, 'menu', await readText(c)),
    )
