/**
 * Why do I cramp? At most three likely contributors, in words and never as a percentage. Conditions that only look like
 * a cramp come first. Each entry says which answers point to it, what speaks against it, how sure the source is, and
 * what to do next.
 */
import type { Evidence } from '../knowledge/cause-schema.ts'
import type { Tier } from '../knowledge/vocabulary.ts'
import type { CauseKnowledge, KnownCause } from './knowledge.ts'
import { nextQuestion, type Person, type Question } from './next-question.ts'
import { applies, likelyFrom, scores, stronglyFrom } from './score.ts'

export interface Sign {
  readonly id: string
  readonly text: string
  readonly basis: Evidence['basis']
  readonly source: string
}

export interface Contributor {
  readonly id: string
  readonly name: string
  readonly explain: string
  readonly word: 'likely' | 'may-be-part'
  /** The answers that point to it. */
  readonly pointsTo: readonly Sign[]
  readonly against: readonly Sign[]
  /** The strongest basis among the signs that point to it. */
  readonly sure: Evidence['basis']
  readonly tellApart: readonly string[]
  readonly nextStep: KnownCause['nextStep']
  readonly tier: Tier
  readonly baseRate: string
  readonly note?: string
  readonly sources: readonly string[]
  readonly nextReview: string
}

/** A condition to rule out before any cause. */
export interface RuleOut {
  readonly id: string
  readonly name: string
  readonly tellApart: string
  readonly advice: string
  readonly tier: Tier
  readonly sources: readonly string[]
  readonly nextReview: string
}

export interface Causes {
  readonly ruleOut: readonly RuleOut[]
  readonly contributors: readonly Contributor[]
  readonly next: Question | null
}

const mostShown = 3

/** `asked` is the number of cause questions that this person has answered; at most twelve are asked. */
export function causes(knowledge: CauseKnowledge, person: Person, asked: number): Causes {
  const likely = scores(knowledge.causes, person).filter(({ score }) => score > likelyFrom)
  return {
    ruleOut: ruleOut(knowledge, person),
    contributors: likely.slice(0, mostShown).map(({ cause, score }) => contributor(knowledge, person, cause, score)),
    next: nextQuestion(knowledge, person, asked),
  }
}

export interface Pointer {
  readonly id: string
  readonly name: string
  readonly explain: string
  readonly pointsTo: readonly { readonly id: string; readonly text: string }[]
  readonly nextStep: KnownCause['nextStep']
  readonly tier: Tier
  readonly sources: readonly string[]
  readonly nextReview: string
}

/**
 * For back pain: what the answers point to. There are no scores, because no study weighs these answers for the back.
 */
export const pointers = ({ pointers: known, statements }: CauseKnowledge, { present }: Person): readonly Pointer[] =>
  known.flatMap(({ id, name, explain, pointsTo, atLeast, nextStep, tier, sources, nextReview }) => {
    const found = pointsTo.filter(each => present.has(each))
    if (found.length < atLeast) return []
    const signs = found.map(each => ({ id: each, text: statements[each]?.statement ?? each }))
    return [{ id, name, explain, pointsTo: signs, nextStep, tier, sources, nextReview }]
  })

const ruleOut = ({ mimics }: CauseKnowledge, { present }: Person): readonly RuleOut[] =>
  mimics
    .filter(({ keyFinding }) => present.has(keyFinding))
    .map(({ id, name, tellApart, advice, tier, sources, nextReview }) => ({
      ...{ id, name, tellApart, advice, tier },
      ...{ sources, nextReview },
    }))

const surest = { measured: 0, linked: 1, judgement: 2 } as const

function contributor(knowledge: CauseKnowledge, person: Person, cause: KnownCause, score: number): Contributor {
  const { id, name, explain, evidence, distinguishing, nextStep, tier, baseRate, note, sources, nextReview } = cause
  const signs = (counts: (ratio: number) => boolean) =>
    evidence.filter(each => counts(each.ratio) && applies(each, person)).map(each => signOf(knowledge, person, each))
  const pointsTo = signs(ratio => ratio > 1)
  const [best] = [...pointsTo].sort((a, b) => surest[a.basis] - surest[b.basis])
  return {
    id,
    name,
    explain,
    word: score >= stronglyFrom ? 'likely' : 'may-be-part',
    pointsTo,
    against: signs(ratio => ratio < 1),
    sure: best?.basis ?? 'judgement',
    tellApart: distinguishing,
    nextStep,
    tier,
    baseRate,
    ...(note === undefined ? {} : { note }),
    sources,
    nextReview,
  }
}

function signOf({ statements }: CauseKnowledge, { age }: Person, { when, basis, source }: Evidence): Sign {
  if (typeof when !== 'string') return { id: 'age', text: `I am ${age} years old.`, basis, source }
  return { id: when, text: statements[when]?.statement ?? when, basis, source }
}
