/** What the person wants to ask, the oldest first, whatever the period. */
import type { Told } from './report.ts'

export interface QuestionsSection {
  readonly kind: 'questions'
  readonly questions: readonly { readonly day: string; readonly text: string }[]
}

export const questionsSection = ({ diary, dayOf }: Told): QuestionsSection => ({
  kind: 'questions',
  questions: diary.questions.map(({ at, text }) => ({ day: dayOf(at), text: text.replace(/\s+/g, ' ') })),
})
