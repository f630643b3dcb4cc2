/**
 * What a person ever said about themselves, in any episode and under About me. It decides what some people must never
 * be shown.
 */
import type { Diary } from '../diary/diary.ts'
import type { Told } from '../remedies/flash.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'

/** A condition that names fits, in a person's or another program's words. */
const speaksOfFits = /epilep|seizure|convuls/i

/**
 * The findings and facts that were ever answered yes or "not sure", and those of a condition under About me. A later no
 * removes nothing, because one mistaken answer must not allow something harmful.
 */
export function toldEver({ conditions }: Pick<TriageKnowledge, 'conditions'>, diary: Diary): Told {
  const present = new Set<string>()
  for (const word of diary.person.conditions ?? []) {
    const meaning = Object.hasOwn(conditions, word) ? conditions[word] : undefined
    for (const id of [...(meaning?.findings ?? []), ...(meaning?.facts ?? [])]) present.add(id)
    if (speaksOfFits.test(word)) present.add('seizures')
  }
  const answered = diary.episodes.flatMap(episode => episode.answered)
  for (const page of answered) for (const id of page.present) present.add(id)
  return { present, unsure: new Set(answered.flatMap(({ unsure }) => unsure)) }
}
