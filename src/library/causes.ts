/** Causes, joined to the built knowledge: `unknot/causes`. */
import { causeKnowledge } from '../knowledge/causes.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type CausesAnswered, type WhyMe, whyMe as whyMeWith } from '../plan/why-me.ts'
import type { Case } from '../triage/case.ts'
import { parseCase } from './triage.ts'

export type { Contributor, Pointer, RuleOut, Sign } from '../causes/causes.ts'
export { mostQuestions, type Question } from '../causes/next-question.ts'
export type { CausesAnswered, Used, WhyMe } from '../plan/why-me.ts'
export { causeKnowledge }

/** Likely contributors in words, what to rule out first, and the question that would change the order most. */
export const whyMe = (given: Case, known?: CausesAnswered): WhyMe =>
  whyMeWith({ triage: triageKnowledge, causes: causeKnowledge }, given, known)

export type ParsedCauseCase =
  | { readonly ok: true; readonly case: Case; readonly asked?: readonly string[] }
  | { readonly ok: false; readonly error: string }

/** Reads a case with an optional `asked`. The error is one line: what, where, how to fix it. */
export function readCauseCase(input: unknown): ParsedCauseCase {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return parseCase(input)
  const { asked, ...given } = input as Record<string, unknown>
  const parsed = parseCase(given)
  if (!parsed.ok || asked === undefined || asked === null) return parsed
  const answered: readonly unknown[] = [...parsed.case.present, ...parsed.case.absent, ...parsed.case.unsure]
  if (!Array.isArray(asked)) return { ok: false, error: 'asked must be a list of ids' }
  const stray: unknown = asked.find(id => !answered.includes(id))
  if (stray === undefined) return { ok: true, case: parsed.case, asked: asked as readonly string[] }
  return {
    ok: false,
    error: `asked names ${JSON.stringify(stray)?.slice(0, 60)}, which is in none of present, absent and unsure: add its answer`,
  }
}
