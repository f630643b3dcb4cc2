/** The tool `check`: holds the interview, one question at a time, until the tier is settled. */
import * as v from 'valibot'
import { complaints, regions, sides } from '../knowledge/vocabulary.ts'
import { parseCase } from '../library/triage.ts'
import { isGateId } from '../triage/page.ts'
import { type Answers, answer, begin, type Check, stageOf } from './check.ts'
import { type Instead, questionResult, whereResult } from './question.ts'
import { settledResult } from './result.ts'
import { refuse, type Tool, type ToolContext, type ToolResult } from './tool.ts'

const Ids = v.array(v.string())
const Country = v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/, 'give two letters, such as "GB"'))
const Answer = v.union([v.string(), v.number(), v.array(v.number())])

const Input = v.strictObject({
  check: v.optional(v.pipe(v.string(), v.description('The check to go on with, from the last answer.'))),
  answers: v.optional(
    v.pipe(v.record(v.string(), Answer), v.description("The person's own answers to every part of the last question.")),
  ),
  complaint: v.optional(v.pipe(v.picklist(complaints), v.description('To begin: back pain or spasm, or a cramp.'))),
  region: v.optional(v.picklist(regions)),
  side: v.optional(v.picklist(sides)),
  said: v.optional(v.pipe(Ids, v.description('Ids of findings that the person has told already. Only a yes counts.'))),
  conditions: v.optional(v.pipe(Ids, v.description('Conditions that the person has told, by id.'))),
  medicines: v.optional(
    v.pipe(Ids, v.description('Ingredients that the person takes, by id: see the tool medicines.')),
  ),
  country: v.optional(v.pipe(Country, v.description('Where the person is, for the number to call.'))),
})
type Input = v.InferOutput<typeof Input>

export const checkTool: Tool = {
  name: 'check',
  title: 'Check a back spasm or a cramp for danger',
  description:
    'Call this first whenever a person has back pain, a back spasm or a muscle cramp. It returns one question at a time: read it to the person word for word, and send their own answers with the next call. When settled, it returns how soon to get help, what to do and say, why, and the sources. Every other tool that advises needs a settled check.',
  input: Input,
  run: (input, context) => {
    const { check: id, answers, country, ...told } = input as Input
    const at = country === undefined ? {} : { country }
    if (id === undefined) return answers === undefined ? start(told, at, context) : whereResult('notShown')
    const known = context.checks.get(id)
    if (known === undefined) return whereResult('again')
    if (Object.keys(told).length > 0)
      return refuse(
        `check ${JSON.stringify(id)} has begun: send "check" and "answers" only, or begin another without "check"`,
      )
    const check = { ...known, ...at }
    return answers === undefined ? shown(check, context) : take(check, answers as Answers, context)
  },
}

function start(
  { said = [], ...told }: Omit<Input, 'check' | 'answers' | 'country'>,
  at: Pick<Check, 'country'>,
  context: ToolContext,
): ToolResult {
  const { complaint, region } = told
  if (complaint === undefined || region === undefined) return whereResult()
  const parsed = parseCase({ ...told, present: said })
  if (!parsed.ok) return refuse(parsed.error)
  const check = { ...begin(context.checks.newId(), parsed.case), ...at }
  context.checks.keep(check)
  return shown(check, context, said.some(isGateId) ? 'notShown' : undefined)
}

function take(check: Check, answers: Answers, context: ToolContext): ToolResult {
  const moved = answer(check, answers)
  if (moved.kind === 'bad') return refuse(moved.error)
  if (moved.kind === 'not-shown') return shown(check, context, 'notShown')
  context.checks.keep(moved.check)
  return shown(moved.check, context)
}

/** The question or the result of a check, as it stands. */
export function shown(check: Check, { today }: ToolContext, instead?: Instead): ToolResult {
  const stage = stageOf(check)
  return stage.kind === 'ask'
    ? questionResult(check.id, stage.page, instead)
    : settledResult(check, stage.result, today)
}
