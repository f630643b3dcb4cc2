/** The check of the web component: its answers so far, and one step back. The questions and the tier are those of triage. */
import { complaintAt, type Region, regions, type Sex } from '../knowledge/vocabulary.ts'
import type { Case } from '../triage/case.ts'
import type { Page, Statement } from '../triage/page.ts'
import { prepared } from '../triage/prepared.ts'
import { type Triage, triage } from '../triage/triage.ts'
import { type ElementKnowledge, elementKnowledge } from './knowledge.ts'

export const knowledge: ElementKnowledge = elementKnowledge
const check = prepared(knowledge.check)

/** The answers, the newest case last; the first has only the place. */
export type Answers = readonly Case[]

export interface Given {
  readonly present?: readonly string[]
  readonly absent?: readonly string[]
  readonly unsure?: readonly string[]
  readonly age?: number
  readonly sex?: Sex
  readonly hoursSinceOnset?: number
  readonly pregnancyWeeks?: number
}

/** Pain in the trunk counts as back pain, and elsewhere as a cramp, as in the app. */
export const beginAt = (region: Region): Answers => [
  {
    complaint: complaintAt(region),
    ...{ region, present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] },
  },
]

export const isRegion = (text: string | null): text is Region => regions.some(region => region === text)

export const resultOf = (answers: Answers): Triage | undefined => {
  const now = answers.at(-1)
  return now && triage(check, now)
}

export function answered(answers: Answers, given: Given): Answers {
  const now = answers.at(-1)
  if (now === undefined) return answers
  const { present = [], absent = [], unsure = [], age, sex, hoursSinceOnset, pregnancyWeeks } = given
  const next: Case = {
    ...now,
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    present: [...now.present, ...present],
    absent: [...now.absent, ...absent.filter(id => !now.present.includes(id))],
    unsure: [...now.unsure, ...unsure],
    context: {
      ...now.context,
      ...(hoursSinceOnset === undefined ? {} : { hoursSinceOnset }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    },
  }
  return [...answers, next]
}

/** "None" of a gate. */
export const none = ({ id, opens = [] }: Statement): Given => ({ absent: [id, ...opens] })

/** The lines of a gate that may apply, by index. With none given, every finding of the gate is asked. */
export function opened({ id, lines = [], opens = [] }: Statement, places: readonly number[]): Given {
  const fitting = new Set(lines.filter((_, place) => places.includes(place)).flatMap(({ names }) => names))
  return { present: [id], absent: places.length === 0 ? [] : opens.filter(each => !fitting.has(each)) }
}

/** How many signs were named to the person. */
export const askedCount = (answers: Answers): number => {
  const { present = [], absent = [], unsure = [] } = answers.at(-1) ?? {}
  return new Set([...present, ...absent, ...unsure].filter(id => Object.hasOwn(check.findings, id))).size
}

export const statementOf = (id: string): string => check.findings[id]?.statement ?? id

/** The gate of a page, if it is one. */
export const gateOf = (page: Page): Statement | undefined => page.statements.find(({ lines }) => lines !== undefined)
