/**
 * Answers the check page by page as a person would who has exactly what `truth` names, and counts what was asked. A gate
 * is opened only for something that its lines name.
 */
import type { Case } from '../../src/triage/case.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import { known } from '../../src/triage/known.ts'
import type { Page, Statement } from '../../src/triage/page.ts'
import { type Triage, triage } from '../../src/triage/triage.ts'
import { blank } from './blank-case.ts'

export interface Interviewed {
  readonly result: Triage
  readonly answers: Case
  readonly pages: readonly Page[]
  readonly statements: number
}

/** Only the complaint and the place: everything else has to be asked. */
export const onlyTheComplaint = ({ complaint, region, side }: Case): Case => ({
  ...blank,
  complaint,
  ...(region === undefined ? {} : { region }),
  ...(side === undefined ? {} : { side }),
})

/**
 * What is known before the first page: by default everything that the person knows about themselves except their
 * findings.
 */
export function answerThrough(
  knowledge: TriageKnowledge,
  truth: Case,
  begin: Case = { ...truth, present: [], absent: [], unsure: [], conditions: [], medicines: [] },
): Interviewed {
  const person = known(knowledge, truth)
  let answers = begin
  const pages: Page[] = []
  for (;;) {
    const result = triage(knowledge, answers)
    const page = result.ask
    if (page === null) return { result, answers, pages, statements: pages.flatMap(each => each.statements).length }
    if (pages.length > 30) throw new Error(`the check does not end: ${pages.map(each => each.page).join(', ')}`)
    pages.push(page)
    const isTrue = ({ id, opens }: { readonly id: string; readonly opens?: readonly string[] }) =>
      opens?.some(finding => person.present.has(finding) && !isAnswered(finding)) ?? person.present.has(id)
    const isAnswered = (id: string) => answers.present.includes(id) || answers.absent.includes(id)
    const idsOf = (statements: readonly Statement[]) => statements.map(({ id }) => id)
    answers = {
      ...withDetails(answers, truth, page.details),
      present: [...answers.present, ...idsOf(page.statements.filter(isTrue))],
      absent: [...answers.absent, ...page.statements.flatMap(each => saidNoTo(each, isTrue))],
    }
  }
}

/** What is answered no: a statement; a gate and all that it names; of an opened gate, the lines of which nothing is true. */
function saidNoTo(
  statement: Statement,
  isTrue: (each: { readonly id: string; readonly opens?: readonly string[] }) => boolean,
): readonly string[] {
  const { id, lines = [], opens = [] } = statement
  if (!isTrue(statement)) return [id, ...opens]
  return lines.flatMap(({ names }) => (isTrue({ id: '', opens: names }) ? [] : names))
}

/** The true details that a page asks for. */
function withDetails(answers: Case, { age, sex, context }: Case, asked: Page['details']): Case {
  const told = {
    ...(asked.includes('age') && age !== undefined ? { age } : {}),
    ...(asked.includes('sex') && sex !== undefined ? { sex } : {}),
  }
  const inContext = (['hoursSinceOnset', 'pregnancyWeeks'] as const).flatMap(detail =>
    asked.includes(detail) && context[detail] !== undefined ? [[detail, context[detail]]] : [],
  )
  return { ...answers, ...told, context: { ...answers.context, ...Object.fromEntries(inContext) } }
}
