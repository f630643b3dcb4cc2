/** The tool `plan`: the next 48 hours, after a settled check and never before. */
import * as v from 'valibot'
import { type Plan, plan } from '../library/plan.ts'
import type { Check } from './check.ts'
import { shown } from './check-tool.ts'
import { withAnswers } from './fact-answers.ts'
import { passportOf } from './passport.ts'
import { notice, reasonData, saidOf, statementOf } from './result.ts'
import { settled } from './settled.ts'
import { refuse, type Tool, type ToolContext, type ToolResult } from './tool.ts'

const Input = v.strictObject({
  check: v.optional(v.pipe(v.string(), v.description('A settled check.'))),
  case: v.optional(
    v.pipe(v.record(v.string(), v.unknown()), v.description('Or the "case" that the settled check returned.')),
  ),
  answers: v.optional(
    v.pipe(
      v.record(v.string(), v.picklist(['yes', 'no', 'unsure'])),
      v.description('Answers to facts that the last plan asked for, by id.'),
    ),
  ),
})

export const planTool: Tool = {
  name: 'plan',
  title: 'What to do in the next 48 hours',
  description:
    'What may ease a back spasm or a cramp in the next 48 hours, what to avoid, and when to get help. Needs a settled check: before that it returns the next question of the check. A step with "ask" may be started only when each of its statements was read to the person and answered no: send these with "answers".',
  input: Input,
  run: (input, context) => {
    const { answers = {}, ...asked } = input as v.InferOutput<typeof Input>
    const found = settled(asked, context)
    if (found.kind === 'instead') return found.result
    const [check, refused] = withAnswers(found.check, answers)
    if (refused !== undefined) return refuse(refused)
    context.checks.keep(check)
    const result = plan(check.case, context.today)
    // An answer may have opened the check again, and an emergency or a child has no plan.
    if (result.kind !== 'plan') return shown(check, context, result.kind === 'check-first' ? 'first' : undefined)
    const shownFacts = [...new Set([...check.shownFacts, ...result.steps.flatMap(({ ask }) => ask)])]
    context.checks.keep({ ...check, shownFacts })
    return planResult(check, result, found.notCounted, context)
  },
}

function planResult(
  check: Check,
  result: Extract<Plan, { readonly kind: 'plan' }>,
  notCounted: readonly string[],
  { today }: ToolContext,
): ToolResult {
  const steps = result.steps.map(({ sources: _sources, nextReview: _nextReview, ask, ...step }) => ({
    ...step,
    ask: ask.map(id => ({ id, text: statementOf(id) })),
    passport: passportOf(step.kind, step.id, today, step.certainty),
  }))
  const { opening, avoid, seekHelp, leftOut, checkIns, sources, nextReview, tier, phase, because } = result
  const uncounted =
    notCounted.length === 0
      ? {}
      : { notCounted: { ids: notCounted, because: 'A "no" counts only after its question was shown.' } }
  const say = saidOf(result, check.country)
  const lines = [
    ...say,
    opening,
    '',
    ...steps.flatMap(({ name, when, how, ask, changes, certainty }) => [
      `${when}: ${name}${how ? `. ${how}` : ''}${certainty ? ` (certainty: ${certainty})` : ''}`,
      ...changes.map(({ text }) => `  ${text}`),
      ...(ask.length > 0 ? ['  Ask first. Not if any of these is true:', ...ask.map(({ text }) => `  - ${text}`)] : []),
    ]),
    ...leftOut.map(({ name, because: why }) => `Left out: ${name}. ${why.map(({ text }) => text).join(' ')}`),
    ...['', 'Avoid:', ...avoid, '', 'Get help if:', ...seekHelp, '', notice],
  ]
  return {
    kind: 'answer',
    text: lines.join('\n'),
    data: {
      status: 'plan',
      check: check.id,
      ...{ tier, phase, say, opening, steps, leftOut, avoid, seekHelp, checkIns },
      because: because.map(reason => reasonData(reason, today)),
      passport: { sources, nextReview, isPastReview: nextReview < today },
      ...uncounted,
      case: { ...check.case, id: check.id },
      notice,
    },
  }
}
