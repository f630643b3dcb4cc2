/** Words that several parts of the course use. */
import type { Comparison, SkipReason } from '../../knowledge/vocabulary.ts'

export const reasonNames: Readonly<Record<SkipReason, string>> = {
  tired: 'Tired',
  pain: 'Too sore',
  busy: 'No time',
  unwell: 'Unwell',
  other: 'Another reason',
}

export const comparisonNames: Readonly<Record<Comparison, string>> = {
  better: 'Better',
  same: 'About the same',
  worse: 'Worse',
}
