/**
 * Which question would change the order of the causes most? Each open question is tried with a yes. Its worth is how
 * many pairs of causes would change places and how far the sums would move, weighted by how often people say yes.
 */
import type { Region } from '../knowledge/vocabulary.ts'
import type { CauseKnowledge } from './knowledge.ts'
import { type Answers, likelyFrom, scoreOf, scores } from './score.ts'

export interface Person extends Answers {
  readonly region: Region | undefined
  /** True for everything that need not be asked: answered, implied by the check, or known otherwise. */
  readonly isKnown: (id: string) => boolean
}

export interface Question {
  readonly id: string
  readonly text: string
}

/** The limit of questions. After it, the current order is shown. */
export const mostQuestions = 12
const mostShown = 3

/** The next question, or null when none is left, the order is settled, or the limit is reached. */
export function nextQuestion(knowledge: CauseKnowledge, person: Person, asked: number): Question | null {
  if (asked >= mostQuestions) return null
  const open = openQuestions(knowledge, person)
  if (open.length === 0 || isSettled(knowledge, person, open)) return null
  const [best] = open.map(id => ({ id, worth: worthOf(knowledge, person, id) })).sort((a, b) => b.worth - a.worth)
  if (!best || best.worth === 0) return null
  return { id: best.id, text: knowledge.statements[best.id]?.statement ?? best.id }
}

/** Unknown evidence that may be asked of this person, in the order of the data. */
function openQuestions(
  { causes, statements }: CauseKnowledge,
  { present, region, isKnown }: Person,
): readonly string[] {
  const used = new Set(causes.flatMap(({ evidence }) => evidence.map(({ when }) => when)))
  return Object.entries(statements)
    .filter(([id, { derived }]) => used.has(id) && !derived && !isKnown(id) && !present.has(id))
    .filter(([, { regions }]) => regions === undefined || region === undefined || regions.includes(region))
    .filter(([, { onlyWith }]) => onlyWith === undefined || onlyWith.some(id => present.has(id)))
    .map(([id]) => id)
}

/** True when no single remaining answer could change which causes are shown or their order. */
const isSettled = (knowledge: CauseKnowledge, person: Person, open: readonly string[]): boolean => {
  const now = shownIds(knowledge, person)
  return now.length === mostShown && open.every(id => shownIds(knowledge, withYes(person, id)).join() === now.join())
}

const shownIds = ({ causes }: CauseKnowledge, answers: Answers): readonly string[] =>
  scores(causes, answers)
    .filter(({ score }) => score > likelyFrom)
    .slice(0, mostShown)
    .map(({ cause }) => cause.id)

const chances = { often: 0.5, sometimes: 0.2, seldom: 0.05 } as const

function worthOf(knowledge: CauseKnowledge, person: Person, id: string): number {
  const before = sums(knowledge, person)
  const after = sums(knowledge, withYes(person, id))
  const moved = after.reduce((sum, value, at) => sum + Math.abs(value - (before[at] ?? 0)), 0)
  const chance = chances[knowledge.statements[id]?.chance ?? 'sometimes']
  return chance * (turnedPairs(before, after) + moved / 100)
}

/** The sums of all causes, plus the threshold of a likely cause, which counts as one more place. */
const sums = ({ causes }: CauseKnowledge, answers: Answers): readonly number[] => [
  ...causes.map(({ evidence }) => scoreOf(evidence, answers)),
  likelyFrom,
]

/** Pairs that change places. A pair that was tied before counts half. */
function turnedPairs(before: readonly number[], after: readonly number[]): number {
  let turned = 0
  for (let a = 0; a < before.length; a++)
    for (let b = a + 1; b < before.length; b++) {
      const was = Math.sign((before[a] ?? 0) - (before[b] ?? 0))
      const is = Math.sign((after[a] ?? 0) - (after[b] ?? 0))
      turned += Math.abs(is - was) / 2
    }
  return turned
}

const withYes = <T extends Answers>(answers: T, id: string): T => ({
  ...answers,
  present: new Set([...answers.present, id]),
})
