/**
 * What a tool needs before it advises: a settled check that was held here. Everything else gives the next question. What a
 * case says with a yes or "not sure" is kept for the new check, so that no danger that was told is lost.
 */
import { type Case, parseCase } from '../library/triage.ts'
import { begin, type Check, stageOf, tellMore } from './check.ts'
import { shown } from './check-tool.ts'
import { whereResult } from './question.ts'
import { refuse, type ToolContext, type ToolResult } from './tool.ts'

export interface Asked {
  /** A settled check. */
  readonly check?: string | undefined
  /** Or the case that a settled check returned, with more added to it. */
  readonly case?: unknown
}

export type Settled =
  | { readonly kind: 'settled'; readonly check: Check; readonly notCounted: readonly string[] }
  | { readonly kind: 'instead'; readonly result: ToolResult }

export function settled(asked: Asked, context: ToolContext): Settled {
  const instead = (result: ToolResult): Settled => ({ kind: 'instead', result })
  if (asked.case === undefined) {
    const known = asked.check === undefined ? undefined : context.checks.get(asked.check)
    if (known === undefined) return instead(whereResult(asked.check === undefined ? 'first' : 'again'))
    return ifSettled(known, [], context)
  }
  const parsed = parseCase(asked.case)
  if (!parsed.ok) return instead(refuse(`case: ${parsed.error}`))
  const known = context.checks.get(asked.check ?? parsed.case.id ?? '')
  const more = known && isOfSame(known.case, parsed.case) ? tellMore(known, parsed.case) : undefined
  if (more === undefined) return instead(anew(parsed.case, context))
  context.checks.keep(more.check)
  return ifSettled(more.check, more.notCounted, context)
}

function ifSettled(check: Check, notCounted: readonly string[], context: ToolContext): Settled {
  return stageOf(check).kind === 'settled'
    ? { kind: 'settled', check, notCounted }
    : { kind: 'instead', result: shown(check, context, 'first') }
}

function anew(given: Case, context: ToolContext): ToolResult {
  if (given.region === undefined) return whereResult('first')
  const check = begin(context.checks.newId(), given)
  context.checks.keep(check)
  return shown(check, context, 'again')
}

/** What was answered in the check may be left out of the case, but not changed. */
function isOfSame(held: Case, given: Case): boolean {
  const isSame = <K extends 'complaint' | 'region' | 'side' | 'age' | 'sex'>(key: K) =>
    given[key] === undefined || given[key] === held[key]
  const isWithin = (list: 'conditions' | 'medicines') => given[list].every(id => held[list].includes(id))
  return (
    (['complaint', 'region', 'side', 'age', 'sex'] as const).every(isSame) &&
    isWithin('conditions') &&
    isWithin('medicines') &&
    (given.pregnant === undefined || given.pregnant === held.pregnant)
  )
}
