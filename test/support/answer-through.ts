/** Answers the check page by page as a person would who has exactly what `truth` names, and counts what was asked. */
import type { Case } from '../../src/triage/case.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import { known } from '../../src/triage/known.ts'
import { categoryIdOf, type Page } from '../../src/triage/page.ts'
import { type Triage, triage } from '../../src/triage/triage.ts'
import { blank } from './blank-case.ts'

export interface Interviewed {
  readonly result: Triage
  readonly answers: Case
  readonly pages: readonly Page[]
  readonly statements: number
}

/** The complaint and the place alone: everything else has to be asked. */
export const onlyTheComplaint = ({ complaint, region, side }: Case): Case => ({
  ...blank,
  complaint,
  ...(region === undefined ? {} : { region }),
  ...(side === undefined ? {} : { side }),
})

/** What is known before the first page: by default all that the person can tell about themselves but their findings. */
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
    const isTrue = (id: string) => (id.startsWith('category-') ? isTicked(id) : person.present.has(id))
    const isTicked = (id: string) =>
      [...person.present].some(
        finding =>
          categoryIdOf(knowledge.findings[finding]?.category ?? '') === id &&
          knowledge.findings[finding]?.askedIn === undefined &&
          !answers.present.includes(finding) &&
          !answers.absent.includes(finding),
      )
    const ids = page.statements.map(({ id }) => id)
    answers = {
      ...withDetails(answers, truth, page.details),
      present: [...answers.present, ...ids.filter(isTrue)],
      absent: [...answers.absent, ...ids.filter(id => !isTrue(id))],
    }
  }
}

/** The details a page asks, as they truly are. */
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
