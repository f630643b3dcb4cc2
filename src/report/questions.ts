/** The person's questions, the oldest first, from any period. */
import type { SectionInput } from './section-input.ts'

export interface QuestionsSection {
  readonly kind: 'questions'
  readonly questions: readonly { readonly day: string; readonly text: string }[]
}

export const questionsSection = ({ diary, dayOf }: SectionInput): QuestionsSection => ({
  kind: 'questions',
  questions: diary.questions.map(({ at, text }) => ({ day: dayOf(at), text: text.replace(/\s+/g, ' ') })),
})
