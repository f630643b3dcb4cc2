/**
 * Which arm comes when: a blocked randomised crossover. Each cycle has every arm once, in an order drawn for each cycle
 * (AHRQ User's Guide to N-of-1 Trials 2014; Guyatt et al., CMAJ 1988;139:497), so that time cannot favour one.
 */
import { randomFrom, shuffled } from '../random.ts'

/** Periods of days, or single episodes for rare spasms, where each episode is its own period. */
export type Layout =
  | {
      readonly kind: 'periods'
      readonly cycles: number
      readonly periodDays: number
      /** First days of each period that are recorded but not analysed. */
      readonly leaveOut: number
    }
  | { readonly kind: 'episodes'; readonly episodes: number }

export interface ScheduledPeriod {
  /** From 1. */
  readonly period: number
  readonly cycle: number
  /** Index of the arm. */
  readonly arm: number
  /** Days of the trial from 1; for an episode, its number. */
  readonly firstDay: number
  readonly lastDay: number
}

/** The same seed always gives the same order. With episodes, the last cycle may be cut short. */
export function schedule(layout: Layout, armCount: number, seed: number): readonly ScheduledPeriod[] {
  const random = randomFrom(seed)
  const arms = Array.from({ length: armCount }, (_, arm) => arm)
  const [length, count] =
    layout.kind === 'periods' ? [layout.periodDays, layout.cycles * armCount] : [1, layout.episodes]
  const order = Array.from({ length: Math.ceil(count / armCount) }, () => shuffled(arms, random)).flat()
  return order.slice(0, count).map((arm, i) => ({
    period: i + 1,
    cycle: Math.floor(i / armCount) + 1,
    arm,
    firstDay: i * length + 1,
    lastDay: (i + 1) * length,
  }))
}

/** Days of a trial, or its episodes. */
export const lengthOf = (layout: Layout, armCount: number): number =>
  layout.kind === 'periods' ? layout.cycles * armCount * layout.periodDays : layout.episodes
