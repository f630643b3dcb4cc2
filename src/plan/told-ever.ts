/** What a person ever said of themselves, in any episode and under About me: for what may never be shown to some. */
import type { Diary } from '../diary/diary.ts'
import type { Told } from '../remedies/flash.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'

/** A condition in a person's own or another program's words that speaks of fits. */
const speaksOfFits = /epilep|seizure|convuls/i

/**
 * The findings and facts that were ever answered yes or not sure, and those that a condition of About me stands for. A later
 * no takes nothing back, because one answer by mistake must not allow what can hurt.
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
