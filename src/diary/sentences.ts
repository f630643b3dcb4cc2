/** What the diary says, in sentences: the same on the screen and in the terminal. Numbers come from the counts alone. */

import { daysBetween } from '../time.ts'
import type { Counted, DayBefore, Difference, Thing } from './day-before.ts'
import type { LinkedPains } from './linked-pains.ts'
import { type PainChange, type PainPeriod, worthwhile } from './pain-change.ts'
import type { Part } from './told-days.ts'

const words = {
  lower: 'Pain is lower than before',
  higher: 'Pain is higher than before',
  same: 'Pain is about the same',
  tooFew: 'Too few entries to compare yet',
  now: (days: number, said: string) => `Last ${days} days: ${said}.`,
  before: (days: number, said: string) => `The ${days} days before: ${said}.`,
  middle: (median: string) => `pain ${median} in the middle`,
  spread: (low: string, high: string) => `half of the days ${low} to ${high}`,
  entries: (count: number) => (count === 1 ? '1 day rated' : `${count} days rated`),
  chance: 'Chance alone would rarely do this. Why it changed, the diary cannot tell.',
  reach: (points: number) => `Only a change of ${points} or more would show yet.`,
  reaches: 'A change of 2 would likely have shown.',
  moreFor: (days: number) => `For a change of ${worthwhile}, rate about ${moreDays(days)}.`,
  moreForAny: (days: number) => `Rate your pain on ${moreDays(days)} to compare.`,
  things: {
    'short-sleep': (limit: number) => `Slept under ${limit} hours`,
    'little-drink': (limit: number) => `Drank under ${limit} ml`,
    'many-steps': (limit: number) => `Walked over ${limit} steps`,
  },
  ate: (name: string) => `Ate ${name}`,
  drank: (name: string) => `Drank ${name}`,
  took: (name: string) => `Took ${name}`,
  did: (name: string) => `Did ${name}`,
  counts: (before: string, other: string) => `before ${before} bad days, on ${other} other days`,
  of: (had: number, of: number) => `${had} of ${of}`,
  noProof: (compared: number) =>
    `This is no proof. Of ${compared} things compared, some differ by chance. The widest gaps stand first.`,
  allChance: 'Chance alone could make all of these gaps.',
  alike: (compared: number) => `${compared} things were compared, and none differed.`,
  nothing: 'Too little was told on these days to compare anything.',
  needs: (hits: string, others: string) =>
    `For a comparison, it needs ${[hits, others].filter(Boolean).join(' and ')}.`,
  moreHits: (count: number) => (count === 0 ? '' : `${moreDays(count)} before a spasm or cramp`),
  moreOthers: (count: number) => (count === 0 ? '' : `${moreDays(count)} without one`),
  medicine: 'A medicine may stand here because you took it for the pain. Do not change it: ask a pharmacist.',
  linked: (a: string, b: string, days: number) => `${a} and ${b} hurt on the same day ${days} times.`,
  alone: (a: string, of: number, b: string, others: number) => `${a}: ${manyDays(of)}. ${b}: ${manyDays(others)}.`,
  byChance: (days: string) => `By chance it would be about ${days} days.`,
  sides: { left: 'left', right: 'right' },
}

const manyDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`)
const moreDays = (count: number): string => (count === 1 ? '1 more day' : `${count} more days`)
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
/** Medians of whole numbers may be halves; quartiles are rounded to a half too. */
const half = (value: number): string => String(Math.round(value * 2) / 2)

export interface Said {
  readonly title: string
  readonly sentences: readonly string[]
}

/** A change of pain: its title, and the medians with their spread, how many entries, and how many more would help. */
export function painSaid(change: PainChange): Said {
  if (change.kind === 'too-few')
    return {
      title: words.tooFew,
      sentences: [
        ...(change.after ? [words.now(lengthOf(change.after), periodSaid(change.after))] : []),
        words.moreForAny(change.moreDays),
      ],
    }
  const { kind, before, after, wouldShow, moreDays } = change
  const periods = [words.now(lengthOf(after), periodSaid(after)), words.before(lengthOf(before), periodSaid(before))]
  if (kind !== 'same') return { title: words[kind], sentences: [...periods, words.chance] }
  return {
    title: words.same,
    sentences: [
      ...periods,
      ...(moreDays === 0
        ? [words.reaches]
        : [words.reach(Math.max(wouldShow, worthwhile + 1)), words.moreFor(moreDays)]),
    ],
  }
}

const lengthOf = ({ from, to }: PainPeriod): number => daysBetween(from, to) + 1

const periodSaid = ({ median, low, high, count }: PainPeriod): string =>
  `${words.middle(half(median))}, ${words.spread(half(low), half(high))}, ${words.entries(count)}`

/** A difference: what it is about, and its counts. `nameOf` returns the name of a remedy. */
export function differenceSaid(difference: Difference, nameOf: (remedy: string) => string): Said {
  return {
    title: thingSaid(difference, nameOf),
    sentences: [words.counts(counted(difference.before), counted(difference.other))],
  }
}

const counted = ({ had, of }: Counted): string => words.of(had, of)

function thingSaid(thing: Thing, nameOf: (remedy: string) => string): string {
  switch (thing.kind) {
    case 'short-sleep':
    case 'little-drink':
      return words.things[thing.kind](thing.below)
    case 'many-steps':
      return words.things[thing.kind](thing.above)
    case 'drink':
      return words.drank(thing.name)
    case 'food':
      return words.ate(thing.name)
    case 'medicine':
      return words.took(thing.name)
    case 'remedy':
      return words.did(nameOf(thing.name))
  }
}

/** The warnings that belong to the counts: they prove nothing, and medicines must not be changed because of them. */
export function dayBeforeNotes(found: DayBefore): readonly string[] {
  if (found.kind === 'too-few') return [words.needs(words.moreHits(found.moreHits), words.moreOthers(found.moreOthers))]
  if (found.compared === 0) return [words.nothing]
  if (found.differences.length === 0) return [words.alike(found.compared)]
  const hasMedicine = found.differences.some(({ kind }) => kind === 'medicine')
  return [
    words.noProof(found.compared),
    ...(found.differences.some(({ isWide }) => isWide) ? [] : [words.allChance]),
    ...(hasMedicine ? [words.medicine] : []),
  ]
}

/** Low back; Calf, left. */
export const partSaid = ({ region, side }: Part): string =>
  capital(side === undefined ? region : `${region}, ${words.sides[side]}`)

/** Two parts that hurt on the same day: how often, how often each, and how often by chance. */
export function linkedSaid({ parts: [a, b], together, days: [own, others], byChance }: LinkedPains): Said {
  const [one, two] = [partSaid(a), partSaid(b)]
  return {
    title: words.linked(one, two.charAt(0).toLowerCase() + two.slice(1), together),
    sentences: [`${words.alone(one, own, two, others)} ${words.byChance(String(byChance))}`],
  }
}
