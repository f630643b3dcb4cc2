/**
 * The smallest change: which one, two or three changes to a usual day close most of what is missing of the five
 * nutrients? The usual day is what the profile says was eaten. Every set of up to three changes is compared, so the
 * answer is the best one, and fewer changes are proven not to do it. Every answer keeps every limit of the day and is
 * checked again by code that shares nothing with the search.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { type Caution, cautionsFor, heldNutrients } from './cautions.ts'
import { type ChangeLimits, changeLimits } from './change-limits.ts'
import { type Move, movesFor } from './change-moves.ts'
import { brokenChanges } from './check-changes.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import type { Profile } from './person.ts'
import { bestSets, type ScoredSet } from './search-changes.ts'
import { type Target, type Targets, targetsFor } from './targets.ts'

export interface Change {
  readonly kind: Move['kind']
  /** What a person would say: "Swap white bread for wholemeal bread". */
  readonly say: string
  /** What comes, by number. */
  readonly food: number
  readonly name: string
  readonly portion: string
  readonly grams: number
  /** What goes: foods and parts of dishes. */
  readonly away: Move['away']
  readonly meal: Move['meal']
  /** More than before, for each nutrient; less is negative. In the unit of the target. */
  readonly brings: Readonly<Record<Nutrient, number>>
  /** kcal and mg more than before. */
  readonly energy: number
  readonly sodium: number
}

export interface ChangedTotal {
  readonly unit: Target['unit']
  /** At least this much on the usual day. */
  readonly before: number
  /** At least this much with the changes. */
  readonly after: number
  readonly target: number | null
  /** Foods of the usual day without a figure. */
  readonly unknown: number
}

export interface SmallestChange {
  readonly id?: string | number
  /**
   * `closed`: every target is reached; `mostly`: at least four fifths of what was missing; `partly`: less, and three
   * changes do no more; `enough`: nothing was missing; `none`: no change that is allowed helps; `empty`: no usual day
   * was given; `held`: no food may be proposed, see the cautions.
   */
  readonly status: 'closed' | 'mostly' | 'partly' | 'enough' | 'none' | 'empty' | 'held'
  readonly changes: readonly Change[]
  /** The share of what was missing that they close, from 0 to 1. */
  readonly closes: number
  /**
   * What the best one, two and three changes close. Fewer than those chosen close less than `enoughShare`; those chosen
   * are the easiest that close nearly as much as the best.
   */
  readonly byCount: readonly number[]
  readonly totals: Readonly<Record<Nutrient, ChangedTotal>>
  /** Targets that are not reached. */
  readonly short: readonly Nutrient[]
  /** Before and after, in kcal and mg. */
  readonly energy: readonly [before: number, after: number]
  readonly sodium: readonly [before: number, after: number]
  readonly cautions: readonly Caution[]
}

/** Most of the gap. */
const enoughShare = 0.8
/** Another change is worth it if it closes this much more. */
const worthwhile = 0.05

export function smallestChange(knowledge: NutritionKnowledge, table: FoodTable, profile: Profile): SmallestChange {
  const targets = targetsFor(knowledge, profile)
  const cautions = cautionsFor(knowledge, profile)
  const limits = changeLimits(table, profile, targets)
  const tell = (status: SmallestChange['status'], set?: ScoredSet, byCount: readonly number[] = []) =>
    answerOf(table, profile, targets, limits, cautions, status, set, byCount)
  if (heldNutrients(cautions).length > 0) return tell('held')
  if (profile.eaten.length === 0) return tell('empty')
  if (limits.missing.every(({ least }) => least === 0)) return tell('enough')

  const holds = (moves: readonly Move[]) => brokenChanges(table, profile, targets, cautions, moves).length === 0
  const best = bestSets(table, limits, movesFor(table, profile, cautions), enoughShare, holds)
  const byCount = best.map(({ most }) => most)
  const enough = best.find(({ closes }) => closes >= enoughShare - 1e-9)
  const last = best.findLast(({ most }, place) => most - (byCount[place - 1] ?? 0) >= worthwhile)
  const chosen = enough ?? last
  if (!chosen) return tell('none', undefined, byCount)
  const status = chosen.closes > 1 - 1e-6 ? 'closed' : enough ? 'mostly' : 'partly'
  return tell(status, chosen, byCount)
}

function answerOf(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  { energy, sodium }: ChangeLimits,
  cautions: readonly Caution[],
  status: SmallestChange['status'],
  set: ScoredSet | undefined,
  byCount: readonly number[],
): SmallestChange {
  const moves = set?.moves ?? []
  const changes = moves.map((move): Change => {
    const { kind, say, food, grams, portion, away, meal } = move
    const net = (content: Parameters<typeof intakeOf>[2]) =>
      intakeOf(table, [{ food: food.id, grams }], content).amount - intakeOf(table, away, content).amount
    const brings = Object.fromEntries(nutrients.map(nutrient => [nutrient, round(net(nutrient))]))
    return {
      kind,
      say,
      food: food.id,
      name: food.name,
      portion,
      grams,
      away,
      meal,
      brings: brings as Change['brings'],
      energy: Math.round(net('energy')),
      sodium: Math.round(net('sodium')),
    }
  })
  const totals = Object.fromEntries(
    nutrients.map(nutrient => {
      const { amount, unknown } = intakeOf(table, profile.eaten, nutrient)
      const { unit, target } = targets.nutrients[nutrient]
      const after = amount + changes.reduce((sum, { brings }) => sum + brings[nutrient], 0)
      return [nutrient, { unit, before: round(amount), after: round(after), target, unknown }]
    }),
  ) as Record<Nutrient, ChangedTotal>
  const with_ = (before: number, of: 'energy' | 'sodium') =>
    [Math.round(before), Math.round(before + changes.reduce((sum, change) => sum + change[of], 0))] as const
  return {
    ...(profile.id === undefined ? {} : { id: profile.id }),
    status,
    changes,
    closes: Math.round((set?.closes ?? 0) * 1000) / 1000,
    byCount: byCount.map(share => Math.round(share * 1000) / 1000),
    totals,
    short: nutrients.filter(nutrient => {
      const { after, target } = totals[nutrient]
      return target !== null && after < target * (1 - 1e-6)
    }),
    energy: with_(energy.before, 'energy'),
    sodium: with_(sodium.before, 'sodium'),
    cautions,
  }
}

const round = (value: number): number => Math.round(value * 1e3) / 1e3
