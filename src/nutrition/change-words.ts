/** The answer in words that a person would say: one sentence for each change, what it brings, and what remains. */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { inWords } from './plain-names.ts'
import type { Change, SmallestChange } from './smallest-change.ts'

const names: Readonly<Record<Nutrient, string>> = {
  potassium: 'potassium',
  magnesium: 'magnesium',
  calcium: 'calcium',
  'vitamin-d': 'vitamin D',
  zinc: 'zinc',
}

const counts = ['No change', 'One change', 'Two changes', 'Three changes']

/** Smaller shares of a target are left out of the sentence. */
const worthSaying = 0.05

/** "Two changes close 92 % of the gap." */
export function headWords({ status, changes, closes }: SmallestChange): string {
  const count = counts[changes.length] ?? String(changes.length)
  const close = changes.length === 1 ? 'closes' : 'close'
  if (status === 'closed') return `${count} ${close} the whole gap`
  if (status === 'mostly' || status === 'partly') return `${count} ${close} ${Math.floor(closes * 100)} % of the gap`
  return {
    enough: 'Your usual day reaches all five',
    none: 'No small change helps within your limits',
    empty: 'Tell your usual day first',
    held: 'On hold: ask your clinician first',
  }[status]
}

/** "299 mg of calcium and 2.9 µg of vitamin D": what was missing and now is not. */
export function bringsWords({ brings }: Change, { totals }: SmallestChange): string {
  const told = nutrients.flatMap(nutrient => {
    const { before, target, unit } = totals[nutrient]
    if (target === null || before >= target || brings[nutrient] < target * worthSaying) return []
    return [`${amountWords(brings[nutrient])} ${unit} of ${names[nutrient]}`]
  })
  return told.length === 0 ? '' : `It brings ${inWords(told)}.`
}

/** "Still missing: 470 mg of potassium." Nothing if every target is reached, or if no food may be proposed. */
export function remainsWords({ status, short, totals }: SmallestChange): string {
  if (status === 'held' || status === 'empty') return ''
  const told = short.map(nutrient => {
    const { after, target, unit } = totals[nutrient]
    return `${amountWords((target ?? 0) - after)} ${unit} of ${names[nutrient]}`
  })
  return told.length === 0 ? '' : `Still missing: ${inWords(told)}.`
}

/** Why fewer or more changes were not chosen. */
export function countWords({ status, changes, byCount }: SmallestChange): string {
  if (status !== 'closed' && status !== 'mostly' && status !== 'partly') return ''
  const percent = (place: number) => `${Math.floor((byCount[place] ?? 0) * 100)} %`
  const fewer = changes.length - 2
  const more = changes.length
  const said = [
    ...(fewer >= 0 ? [`${counts[fewer + 1]} could close ${percent(fewer)} at best.`] : []),
    ...(byCount[more] !== undefined && status !== 'closed'
      ? [`${counts[more + 1]} could close ${percent(more)}.`]
      : []),
  ]
  return ['We compared every set of up to three changes.', ...said].join(' ')
}

const amountWords = (value: number): string =>
  value >= 20 ? Math.round(value).toLocaleString('en-GB') : String(Math.max(0.1, Math.round(value * 10) / 10))
