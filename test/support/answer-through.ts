/** Answers the check page by page as a person would who has exactly what `truth` names, and counts what was asked. */
import type { Case } from '../../src/triage/case.ts'
import { categoryIdOf, type Page } from '../../src/triage/interview.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import { known } from '../../src/triage/known.ts'
import { type Triage, triage } from '../../src/triage/triage.ts'

export interface Interviewed {
  readonly result: Triage
  readonly answers: Case
  readonly pages: readonly Page[]
  readonly statements: number
}

/** What stands before the first page: the complaint, the place, and what the person told us about themselves. */
export function answerThrough(knowledge: TriageKnowledge, truth: Case): Interviewed {
  const person = known(knowledge, truth)
  let answers: Case = { ...truth, present: [], absent: [], unsure: [], conditions: [], medicines: [] }
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
      ...answers,
      present: [...answers.present, ...ids.filter(isTrue)],
      absent: [...answers.absent, ...ids.filter(id => !isTrue(id))],
    }
  }
}
