/** Tools that look up or compute without a check: medicines, claims, foods, menus and trials. None of them names a remedy. */
import * as v from 'valibot'
import { avoidables, claimTopics, lifeStages, nutrients, references, verdicts } from '../knowledge/vocabulary.ts'
import { richBases, richFilters } from '../nutrition/rich-in.ts'
import { notice } from './result.ts'
import { refuse, type Tool, type ToolContext, type ToolResult, type ToolTask } from './tool.ts'

const Names = v.array(v.string())
const described = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text))

/** Runs a task and answers with its JSON. */
async function answerOf(task: ToolTask, input: unknown, { run, signal }: ToolContext): Promise<ToolResult> {
  const done = await run(task, typeof input === 'string' ? input : JSON.stringify(input), signal)
  if (!done.ok) return refuse(done.error)
  const found: unknown = JSON.parse(done.json)
  const data = Array.isArray(found) ? { found } : (found as Record<string, unknown>)
  return { kind: 'answer', text: `${done.json}\n${notice}`, data: { ...data, notice } }
}

const MedicinesInput = v.strictObject({
  typed: v.optional(described(v.string(), 'One name, as a person types it: "lasix 40 mg".')),
  together: v.optional(described(Names, 'All that one person takes, judged together.')),
})

export const medicinesTool: Tool = {
  name: 'medicines',
  title: 'Is a medicine listed with cramps?',
  description:
    'What our sources say about a medicine and cramps, by any name or misspelling; or what several do together. It never says to stop a medicine, and it is no general check of interactions.',
  input: MedicinesInput,
  engineReads: true,
  run: (input, context) => answerOf('medicine', input, context),
}

const ClaimsInput = v.strictObject({
  words: v.optional(
    described(v.pipe(v.string(), v.maxLength(500)), 'A question or a saying: "does magnesium stop cramps".'),
  ),
  topic: v.optional(v.picklist(claimTopics)),
  verdict: v.optional(v.picklist(verdicts)),
})
const mostClaims = 10

export const claimsTool: Tool = {
  name: 'claims',
  title: 'Is it true?',
  description:
    'What the evidence says about common sayings on back pain and cramps, with certainty and sources, the best answer first. "match": "near" means that no claim answers the question itself.',
  input: ClaimsInput,
  run: async (input, context) => {
    const done = await answerOf('claims', { question: input, today: context.today }, context)
    if (done.kind === 'error') return done
    const all = done.data.found as readonly Readonly<Record<string, unknown>>[]
    const found = all.slice(0, mostClaims)
    const data = { found, of: all.length, notice }
    return { kind: 'answer', text: JSON.stringify(data), data }
  },
}

const FoodsInput = v.strictObject({
  words: v.optional(
    described(v.pipe(v.string(), v.maxLength(200)), 'What a food is called: "greek yog". Or give richIn.'),
  ),
  richIn: v.optional(described(v.string(), `Foods rich in one or two of ${nutrients.join(', ')}, with a comma.`)),
  per: v.optional(v.picklist(richBases)),
  filters: v.optional(described(v.string(), `Some of ${richFilters.join(', ')}, with commas.`)),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  age: v.optional(v.number()),
  sex: v.optional(v.picklist(['female', 'male'])),
  lifeStage: v.optional(v.picklist(lifeStages)),
  reference: v.optional(v.picklist(references)),
  conditions: v.optional(described(Names, 'An empty list is "none"; left out is "not answered".')),
  medicines: v.optional(described(Names, 'An empty list is "none"; left out is "not answered".')),
})

export const foodsTool: Tool = {
  name: 'foods',
  title: 'Find foods, or foods rich in a nutrient',
  description: 'Finds foods by name with what they bring, or ranks foods by a nutrient for one person.',
  input: FoodsInput,
  run: (input, context) => {
    const { words, most = 20, ...rich } = input as v.InferOutput<typeof FoodsInput>
    if ((words === undefined) === (rich.richIn === undefined))
      return refuse('give either words or richIn: {"words":"banana"} or {"richIn":"magnesium"}')
    if (words === undefined) return answerOf('rich-foods', { ...rich, most }, context)
    return words.trim() === '' ? refuse('words is empty: give {"words":"banana"}') : answerOf('foods', words, context)
  },
}

const Food = described(v.number(), 'A food by its id: see the tool foods.')
const Foods = v.optional(v.array(Food))

/** The engine alone decides what is accepted. */
const MenuInput = v.looseObject({
  age: v.number(),
  sex: v.picklist(['female', 'male']),
  lifeStage: v.optional(v.picklist(lifeStages)),
  reference: v.optional(v.picklist(references)),
  eaten: v.optional(v.array(v.looseObject({ food: Food, grams: v.number() }))),
  avoid: v.optional(v.array(v.picklist([...avoidables, 'vegetarian', 'vegan']))),
  ...{ dislike: Foods, usual: Foods, home: Foods, pin: Foods },
  conditions: v.optional(described(Names, 'An empty list is "none"; left out is "not answered".')),
  medicines: v.optional(described(Names, 'An empty list is "none"; left out is "not answered".')),
  mode: v.optional(v.picklist(['gap', 'day'])),
})

export const menuTool: Tool = {
  name: 'menu',
  title: 'Foods that close the gap',
  description:
    'The fewest foods that bring potassium, magnesium, calcium, vitamin D and zinc to their daily targets within every limit. Held back where a condition or a medicine makes it unsafe.',
  input: MenuInput,
  engineReads: true,
  run: (input, context) => answerOf('menu', input, context),
}

const Scale = v.optional(v.tuple([v.number(), v.number()]))
const Better = v.optional(v.picklist(['lower', 'higher']))

/** The engine alone decides what is accepted. */
const DesignInput = v.looseObject({
  question: v.string(),
  arms: v.array(v.looseObject({ label: v.string(), remedy: v.optional(v.string()) })),
  outcome: v.looseObject({ model: v.string(), question: v.string() }),
  facts: described(
    v.record(v.string(), v.boolean()),
    'true: it holds. What is left out is asked, never taken as false.',
  ),
  seed: v.pipe(v.number(), v.integer()),
  layout: v.optional(v.looseObject({ kind: v.picklist(['periods', 'episodes']) })),
  ...{ scale: Scale, better: Better, mcid: v.optional(v.number()) },
})

export const trialDesignTool: Tool = {
  name: 'trial_design',
  title: 'Design a trial on one person',
  description:
    'Designs an n-of-1 trial: which days on which arm, how long, and the rule of its verdict. Or says why there should be none, or which facts are to be asked first.',
  input: DesignInput,
  engineReads: true,
  run: (input, context) => answerOf('trial-design', input, context),
}

/** The engine alone decides what is accepted. */
const AnalysisInput = v.looseObject({
  rows: v.optional(
    v.array(v.looseObject({ day: v.number(), period: v.number(), arm: v.number(), y: v.nullable(v.number()) })),
  ),
  csv: v.optional(described(v.string(), 'The same as a CSV file: day,period,arm,arm_label,y')),
  ...{ model: v.optional(v.string()), scale: Scale, better: Better, mcid: v.optional(v.number()) },
})

export const trialAnalyseTool: Tool = {
  name: 'trial_analyse',
  title: 'What a trial on one person showed',
  description: 'Analyses the records of an n-of-1 trial: posterior and verdict of each pair of arms.',
  input: AnalysisInput,
  engineReads: true,
  run: (input, context) => answerOf('trial-analysis', input, context),
}
