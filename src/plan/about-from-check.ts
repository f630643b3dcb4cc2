/**
 * What the check was told that belongs under About me: conditions, a pregnancy, and a year of birth from an age. The form shows it filled in; only the
 * person's own tap keeps it, because a list that is kept is taken as whole.
 */
import type { Diary, Person } from '../diary/diary.ts'
import { isLasting } from '../triage/again.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'

export interface FromCheck {
  /** Words of `conditions`, in the order of `words`. */
  readonly conditions: readonly string[]
  readonly pregnant: boolean
  /** From an age that was told: the likelier year of birth, then the other. Which it is depends on the birthday. */
  readonly birthYears: readonly [likelier: number, other: number] | undefined
}

/** Where the word is narrower than the statement, or has another id. Others are told by the finding of their own name. */
const toldBy: Readonly<Record<string, string>> = {
  cancer: 'cancer-history',
  epilepsy: 'seizures',
  pacemaker: 'metal-or-device',
  raynaud: 'cold-reaction',
}

/**
 * `words` are the conditions that the form offers. What is older than the list that was last kept does not come back.
 */
export function aboutFromCheck(
  knowledge: TriageKnowledge,
  { episodes, person }: Pick<Diary, 'episodes' | 'person'>,
  words: readonly string[],
): FromCheck {
  const saidAt = person.conditionsSaidAt ?? 0
  const last = new Map<string, { readonly isPresent: boolean; readonly at: number }>()
  for (const { answered } of episodes)
    for (const { present, absent, unsure, at } of answered)
      for (const [ids, isPresent] of [
        [present, true],
        [[...absent, ...unsure], false],
      ] as const)
        for (const id of ids)
          if (isLasting(knowledge, id) && at >= (last.get(id)?.at ?? 0)) last.set(id, { isPresent, at })
  const isTold = (id: string) => {
    const answer = last.get(id)
    return answer?.isPresent === true && answer.at > saidAt
  }
  return {
    conditions: words.filter(
      word =>
        person.conditions?.includes(word) !== true &&
        meaningOf(knowledge, word).includes(idOf(word)) &&
        isTold(idOf(word)),
    ),
    pregnant: person.pregnant === undefined && person.sex !== 'male' && isTold('pregnant'),
    birthYears: birthYearsOf(person, saidAt),
  }
}

/** In the first half of a year the birthday is more likely still to come. */
function birthYearsOf({ age, birthYear, ageSaidAt }: Person, saidAt: number): FromCheck['birthYears'] {
  if (age === undefined || ageSaidAt === undefined || birthYear !== undefined || ageSaidAt <= saidAt) return undefined
  const told = new Date(ageSaidAt)
  const [after, before] = [told.getUTCFullYear() - age, told.getUTCFullYear() - age - 1]
  return told.getUTCMonth() < 6 ? [before, after] : [after, before]
}

const idOf = (word: string): string => toldBy[word] ?? word

/** A word stands for its own finding only where the vocabulary says so. */
function meaningOf({ conditions }: TriageKnowledge, word: string): readonly string[] {
  const meaning = Object.hasOwn(conditions, word) ? conditions[word] : undefined
  return [...(meaning?.findings ?? []), ...(meaning?.facts ?? [])]
}
