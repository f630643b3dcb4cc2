/** Every remedy: what it may do, how sure, how it is done, for whom it is not, when to stop. */
import type { Caution, Method } from '../../src/knowledge/remedy-schema.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { boundsText } from '../knowledge/review/words.ts'
import { certaintyText, cited, heading, list, numbered, page, reviewed, table } from './page.ts'

export function remediesPage(knowledge: Knowledge): string {
  const statements = statementsOf(knowledge)
  const parts = knowledge.remedies.flatMap(({ id, value }) => [
    heading(2, id, value.name),
    value.summary,
    `**${value.verdict}.** Certainty: ${certaintyText(value.certainty)}. ${value.effect}`,
    ...value.methods.flatMap(method => [
      `**${method.name}**${boundsOf(method)}`,
      numbered(method.steps),
      ...partsOf(method),
      ...notForTable(method.notFor ?? [], statements),
    ]),
    ...(value.points ? [list(value.points)] : []),
    ...notForTable(value.notFor, statements),
    `**Stop when:**\n\n${list(value.stop)}`,
    `Sources: ${cited(value.sources)}. ${reviewed(value)}`,
  ])
  return page(knowledge, 'Remedies', `${knowledge.remedies.length} remedies.`, ...parts)
}

/** The statement of every finding and fact, by id. */
export const statementsOf = ({ findings, facts }: Knowledge): ReadonlyMap<string, string> =>
  new Map([...findings, ...facts].map(({ id, value }) => [id, value.statement]))

export function notForTable(notFor: readonly Caution[], statements: ReadonlyMap<string, string>): readonly string[] {
  if (notFor.length === 0) return []
  const rows = notFor.map(({ fact, action, text, pregnancyWeeks }) => [
    `${statements.get(fact) ?? fact}${pregnancyWeeks ? ` (from week ${pregnancyWeeks.gte})` : ''}`,
    action,
    text,
  ])
  return [table(['who it is not for, or not as it is', 'what is done', 'why'], rows)]
}

/** What the session asks for and how long, part by part. */
const partsOf = ({ parts = [] }: Method): readonly string[] =>
  parts.length === 0
    ? []
    : [list(parts.map(({ name, minutes, steps }) => `${name}, ${minutes} minutes: ${steps.join(' ')}`))]

function boundsOf(method: Method): string {
  const bounds = boundsText(method)
  return bounds === '' ? '' : `: ${bounds}`
}
