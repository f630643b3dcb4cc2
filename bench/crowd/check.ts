/** Holds the whole check with one of the crowd, page by page, as a person would who has read every statement. */
import type { Crowd } from '../../src/knowledge/crowd-schema.ts'
import { assess } from '../../src/plan/assess.ts'
import type { Case } from '../../src/triage/case.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import { known } from '../../src/triage/known.ts'
import type { Page } from '../../src/triage/page.ts'
import type { Known } from '../../src/triage/person.ts'
import type { Triage } from '../../src/triage/triage.ts'
import type { Person } from './draw.ts'

/** How a check ended, and what was known by then. */
export interface Checked {
  readonly result: Triage
  readonly known: Known
  readonly pages: number
  readonly statements: number
}

/** Makes the check ready for a crowd; then it is held with one person after the other. */
export function checker(knowledge: TriageKnowledge, { facts }: Crowd): (person: Person) => Checked {
  const meant = new Map(facts)
  const ask = remembering(knowledge)
  return person => {
    const isTrue = truthOf(knowledge, meant, person)
    let answers = told(meant, person)
    let pages = 0
    let statements = 0
    for (;;) {
      const result = ask(answers, pages)
      if (result.ask === null) return { result, known: known(knowledge, answers), pages, statements }
      if (pages > 40) throw new Error(`the check does not end: ${result.ask.page}`)
      pages += 1
      statements += result.ask.statements.length
      answers = answered(answers, person, result.ask, isTrue)
    }
  }
}

/**
 * `assess`, which keeps what it found on the first pages for those who have listed nothing: they are the same pages for
 * many. The person and the answers so far say which page comes.
 */
function remembering(knowledge: TriageKnowledge): (answers: Case, pages: number) => Triage {
  const kept = new Map<string, Triage>()
  return (answers, pages) => {
    const { complaint, region, sex, age, medicines, conditions, present, absent, context } = answers
    if (pages > 12 || medicines.length + conditions.length > 0) return assess(knowledge, answers)
    const { hoursSinceOnset, pregnancyWeeks } = context
    const key = [
      complaint,
      region,
      sex,
      age,
      pages,
      hoursSinceOnset,
      pregnancyWeeks,
      ...present,
      'no',
      ...absent,
    ].join()
    const result = kept.get(key) ?? assess(knowledge, answers)
    kept.set(key, result)
    return result
  }
}

type Meant = ReadonlyMap<string, Crowd['facts'][number][1]>

/** What is known before the first page: place, age and sex, and the medicines and illnesses listed. No rule asks the side. */
function told(meant: Meant, person: Person): Case {
  const { complaint, region, age, sex, medicines, facts } = person
  const conditions = [...facts].flatMap(id => meant.get(id)?.conditions ?? [])
  return { complaint, region, age, sex, medicines, conditions, present: [], absent: [], unsure: [], context: {} }
}

/** The findings that are true of a person, in the words of this knowledge. */
function truthOf(knowledge: TriageKnowledge, meant: Meant, person: Person): ReadonlySet<string> {
  const isTrue = new Set(known(knowledge, told(meant, person)).present)
  for (const id of person.facts) {
    const { says = [], alike, unless = {}, where = {} } = meant.get(id) ?? {}
    const beside = alike === undefined ? undefined : askedOf(knowledge, alike, person)
    if (alike !== undefined && beside) isTrue.add(alike)
    for (const finding of says) {
      const isSpared = beside?.resembles?.includes(finding) && !person.misread.has(id)
      const holds = (words: string) => knowledge.findings[finding]?.statement.includes(words)
      const [against, needed] = [unless[finding], where[finding]]
      if (isSpared || (against !== undefined && holds(against)) || (needed !== undefined && !holds(needed))) continue
      isTrue.add(finding)
    }
  }
  return isTrue
}

/** The finding, where it is known and asked of this person at this place. */
function askedOf({ findings }: TriageKnowledge, id: string, { region, sex }: Person) {
  const finding = findings[id]
  const isAsked = (finding?.regions?.includes(region) ?? true) && (finding?.sex === undefined || finding.sex === sex)
  return isAsked ? finding : undefined
}

function answered(answers: Case, person: Person, page: Page, isTrue: ReadonlySet<string>): Case {
  const present = [...answers.present]
  const absent = [...answers.absent]
  const isNew = (id: string) => isTrue.has(id) && !answers.present.includes(id)
  for (const { id, lines = [], opens } of page.statements) {
    if (opens === undefined) (isTrue.has(id) ? present : absent).push(id)
    else if (opens.some(isNew)) {
      present.push(id)
      absent.push(...lines.flatMap(({ names }) => (names.some(isNew) ? [] : names)))
    } else absent.push(id, ...opens)
  }
  const asks = (detail: Page['details'][number]) => page.details.includes(detail)
  const context = {
    ...answers.context,
    ...(asks('hoursSinceOnset') ? { hoursSinceOnset: person.hoursSinceOnset } : {}),
    ...(asks('pregnancyWeeks') && isTrue.has('pregnant') ? { pregnancyWeeks: person.weeks } : {}),
  }
  return { ...answers, present, absent, context }
}
