/** The questions on the outcome of a trial, as in the diary. */
import type { AnalysisOptions } from '../library/trials.ts'

export const outcomeQuestions: Readonly<Record<AnalysisOptions['model'], string>> = {
  rating: 'Average pain of the last 24 hours, 0 to 10',
  count: 'How many cramps last night?',
  'yes-no': 'Was there a cramp last night?',
}
