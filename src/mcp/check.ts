/**
 * The check for an assistant: one page at a time, and only what was shown can be answered. Here a "no" counts only after
 * its question was shown, because a program may make answers up. A "yes" always counts: it can only raise the tier.
 */
import { type Case, type ExplainedTriage, type Page, parseCase, type Statement, triage } from '../library/triage.ts'
import { isGateId } from '../triage/page.ts'

/** One interview under way. */
export interface Check {
  readonly id: string
  readonly case: Case
  /** Statements of the last page that were answered "unsure": they are asked once more, in simpler words. */
  readonly again: readonly Statement[]
  /** Facts about remedies that a plan has shown: these may be answered too. */
  readonly shownFacts: readonly string[]
  /** Where the person is: two letters, for the number to call. */
  readonly country?: string
}

export type Answer = 'yes' | 'no' | 'unsure'
/** By id: a statement, a gate (or the numbers of its lines that may fit, from 1), or a detail such as the age. */
export type Answers = Readonly<Record<string, Answer | number | string | readonly number[]>>

export type Stage =
  | { readonly kind: 'ask'; readonly page: Page }
  | { readonly kind: 'settled'; readonly result: ExplainedTriage }

export type Moved =
  | { readonly kind: 'moved'; readonly check: Check }
  /** The answers do not fit what was shown: nothing was counted. */
  | { readonly kind: 'not-shown' }
  /** One line: what, where, how to mend. */
  | { readonly kind: 'bad'; readonly error: string }

/** What a host may volunteer about a person before anything was asked. None of it can lower a tier. */
export type Volunteered = Pick<Case, 'complaint' | 'present' | 'unsure' | 'conditions' | 'medicines'> &
  Partial<Pick<Case, 'region' | 'side' | 'pregnant'>>

/** Begins a check. Answers to gates are left out: no gate was shown yet. */
export function begin(id: string, told: Volunteered): Check {
  const { complaint, region, side, present, unsure, conditions, medicines, pregnant } = told
  const given: Case = {
    complaint,
    ...(region === undefined ? {} : { region }),
    ...(side === undefined ? {} : { side }),
    ...(pregnant === true ? { pregnant } : {}),
    present: present.filter(each => !isGateId(each)),
    absent: [],
    unsure: unsure.filter(each => !isGateId(each)),
    context: {},
    conditions,
    medicines,
  }
  return { id, case: given, again: [], shownFacts: [] }
}

/** The question that is to be answered now, or the result. An emergency ends the check at once. */
export function stageOf({ case: given, again }: Check): Stage {
  const result = triage(given)
  if (result.ask === null && (again.length === 0 || result.tier === 'emergency')) return { kind: 'settled', result }
  if (again.length > 0) return { kind: 'ask', page: inSimplerWords(again) }
  return result.ask === null ? { kind: 'settled', result } : { kind: 'ask', page: result.ask }
}

const inSimplerWords = (again: readonly Statement[]): Page => ({
  page: 'again',
  title: 'In other words: is this true?',
  statements: again.map(({ id, text, simpler = text }) => ({ id, text: simpler })),
  details: [],
})

/** Takes the answers to the page that was shown: to all of it, and to nothing else. */
export function answer(check: Check, answers: Answers): Moved {
  const stage = stageOf(check)
  if (stage.kind === 'settled') return { kind: 'not-shown' }
  const { page, statements, details } = stage.page
  const asked = [...statements.map(({ id }) => id), ...details]
  const given = Object.keys(answers)
  if (given.length !== asked.length || !asked.every(id => Object.hasOwn(answers, id))) return { kind: 'not-shown' }

  const said = { present: [...check.case.present], absent: [...check.case.absent], unsure: [...check.case.unsure] }
  const again: Statement[] = []
  for (const statement of statements) {
    const { id, lines } = statement
    const value = answers[id]
    if (lines !== undefined) {
      const wrong = answerGate(statement, value, said)
      if (wrong !== undefined) return { kind: 'bad', error: wrong }
    } else if (value === 'yes') said.present.push(id)
    else if (value === 'no') said.absent.push(id)
    else if (value !== 'unsure') return { kind: 'bad', error: `answers.${id} must be "yes", "no" or "unsure"` }
    else if (page === 'again') said.unsure.push(id)
    else again.push(statement)
  }
  const { age, sex, hoursSinceOnset, pregnancyWeeks } = answers
  const context = { ...check.case.context, hoursSinceOnset, pregnancyWeeks }
  const known = { age: age ?? check.case.age, sex: sex ?? check.case.sex }
  const parsed = parseCase({
    ...check.case,
    ...said,
    ...known,
    context: { ...check.case.context, ...defined(context) },
  })
  if (!parsed.ok) return { kind: 'bad', error: parsed.error }
  return { kind: 'moved', check: { ...check, case: parsed.case, again } }
}

const defined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** "No" says no to all that the gate names; numbers say no to the lines left out; else all of it is asked one by one. */
function answerGate(
  { id, lines = [], opens = [] }: Statement,
  value: Answers[string] | undefined,
  said: { readonly present: string[]; readonly absent: string[]; readonly unsure: string[] },
): string | undefined {
  if (value === 'no') said.absent.push(id, ...opens)
  else if (value === 'yes') said.present.push(id)
  else if (value === 'unsure') said.unsure.push(id)
  else if (isLineNumbers(value, lines.length)) {
    const fitting = new Set(lines.filter((_, at) => value.includes(at + 1)).flatMap(({ names }) => names))
    said.present.push(id)
    said.absent.push(...opens.filter(each => !fitting.has(each)))
  } else return `answers.${id} must be "no", "yes", "unsure", or a list of line numbers from 1 to ${lines.length}`
  return undefined
}

const isLineNumbers = (value: unknown, most: number): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every(each => Number.isInteger(each) && each >= 1 && each <= most)

/**
 * Adds what a host says later, with a case or with answers to the facts of a plan. Returns what cannot be counted: a "no"
 * to something that was never shown here. Undefined when it contradicts what was answered.
 */
export function tellMore(
  check: Check,
  more: Pick<Case, 'present' | 'absent' | 'unsure' | 'context'>,
): { readonly check: Check; readonly notCounted: readonly string[] } | undefined {
  const { case: given, shownFacts } = check
  const fresh = (ids: readonly string[], known: readonly string[]) => ids.filter(id => !known.includes(id))
  const absent = fresh(more.absent, given.absent)
  const all = {
    ...given,
    present: [...given.present, ...fresh(more.present, given.present).filter(id => !isGateId(id))],
    absent: [...given.absent, ...absent.filter(id => shownFacts.includes(id))],
    unsure: [...given.unsure, ...fresh(more.unsure, given.unsure).filter(id => !isGateId(id))],
    context: { ...more.context, ...given.context },
  }
  const parsed = parseCase(all)
  if (!parsed.ok) return undefined
  return { check: { ...check, case: parsed.case }, notCounted: absent.filter(id => !shownFacts.includes(id)) }
}
