/**
 * "Close the gap": the fewest everyday foods, in half portions, that bring every nutrient to its target on top of what
 * was eaten, within every limit. There are three objectives, in order: fewest foods, least change from the usual, least
 * energy. The solver is passed in; cautions come first; every answer is checked again before it is returned.
 */
import type { FoodGroup, Nutrient } from '../knowledge/vocabulary.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import { type Choice, candidates, groupsOf } from './candidates.ts'
import { type Caution, cautionsFor, heldNutrients } from './cautions.ts'
import { brokenPromises } from './check.ts'
import { dayOf } from './day.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import type { Amount, Profile } from './person.ts'
import { portionWords } from './portion-words.ts'
import type { Solver } from './programme.ts'
import { type Relaxation, relax } from './relax.ts'
import { type Search, search } from './search-menu.ts'
import { type Targets, targetsFor } from './targets.ts'

export interface MenuFood {
  /** FDC id. */
  readonly food: number
  readonly name: string
  readonly portion: string
  readonly grams: number
  readonly group: FoodGroup
  /** The nutrients of which it provides more than any other food of the menu. */
  readonly mostFor: readonly Nutrient[]
}

export interface Total {
  /** At least this much, eaten and proposed. */
  readonly amount: number
  readonly target: number | null
  /** For total intake; null if none is set, or if it counts supplements only. */
  readonly upper: number | null
  /** Foods without a figure. */
  readonly unknown: number
}

export interface Menu {
  readonly id?: string | number
  /**
   * `optimal`: fewest foods proven, the later objectives within 2 %; `held`: no food may be proposed, see the cautions.
   */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'held'
  readonly foods: readonly MenuFood[]
  readonly totals: Readonly<Record<Nutrient, Total>>
  /** For the day, in kcal and mg. */
  readonly energy: number
  readonly sodium: number
  /**
   * The relative distance from the best: for the number of foods while that is not proven, otherwise for the later
   * objectives; 1 if no bound is known yet.
   */
  readonly gap: number
  /** The fewest wishes to give up, and which targets cannot be reached, when no menu is possible. */
  readonly relax: readonly Relaxation[]
  readonly cautions: readonly Caution[]
}

export interface MenuOptions {
  readonly solver: Solver
  /** Receives each better menu as it is found; every one keeps every bound. */
  readonly onBetter?: (menu: Menu) => void
  /** Foods left out: swapped out, or part of menus shown before. */
  readonly without?: readonly number[]
  /** The longest time of one solver call. */
  readonly seconds?: number
  /** The same for the later objectives, which matter less; if stopped, the menu gives its distance from the best. */
  readonly laterSeconds?: number
  /** Only the fewest foods, without the later objectives. */
  readonly isFewestEnough?: boolean
  /** False: if no menu is possible, do not look for the reason. */
  readonly isReasonWanted?: boolean
}

export async function closeGap(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  profile: Profile,
  options: MenuOptions,
): Promise<Menu> {
  const targets = targetsFor(knowledge, profile)
  const cautions = cautionsFor(knowledge, profile)
  const tell = (status: Menu['status'], foods: readonly Amount[], gap = 0, relaxed: readonly Relaxation[] = []) =>
    menuOf(table, profile, targets, cautions, status, foods, gap, relaxed)
  if (heldNutrients(cautions).length > 0) return tell('held', [])

  const day = dayOf(table, profile, targets)
  const isClosed = day.limits.every(({ least }) => least === undefined)
  if (isClosed && profile.pin.length === 0) return tell('optimal', [])

  const checked = (choices: readonly Choice[] | undefined): readonly Amount[] | undefined => {
    if (choices === undefined) return undefined
    const foods = choices.map(({ food, grams }) => ({ food: food.id, grams }))
    return brokenPromises(table, profile, targets, cautions, foods).length === 0 ? foods : undefined
  }
  const seek: Search = {
    day,
    profile,
    choices: candidates(table, profile, cautions, day, { without: options.without ?? [] }),
    eatenGroups: groupsOf(
      table,
      profile.eaten.map(({ food }) => food),
    ),
    holds: menu => checked(menu) !== undefined,
    solver: options.solver,
    seconds: options.seconds ?? 10,
    laterSeconds: options.laterSeconds ?? options.seconds ?? 10,
    isFewestEnough: options.isFewestEnough ?? false,
    onBetter: (menu, gap) => {
      const foods = checked(menu)
      if (foods) options.onBetter?.(tell('feasible', foods, gap))
    },
  }
  const found = await search(seek)
  const foods = checked(found.menu)
  if (foods) return tell(found.isProven ? 'optimal' : 'feasible', foods, found.gap)
  if (!found.isProven || options.isReasonWanted === false) return tell('infeasible', [])
  return tell('infeasible', [], 0, await relax(table, profile, cautions, day, seek.eatenGroups, options))
}

function menuOf(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  cautions: readonly Caution[],
  status: Menu['status'],
  foods: readonly Amount[],
  gap: number,
  relaxed: readonly Relaxation[],
): Menu {
  const all = [...profile.eaten, ...foods]
  const totals = Object.fromEntries(
    nutrients.map(nutrient => {
      const { amount, unknown } = intakeOf(table, all, nutrient)
      const { target, upper, upperScope } = targets.nutrients[nutrient]
      return [nutrient, { amount: round(amount), target, upper: upperScope === 'all' ? upper : null, unknown }]
    }),
  ) as Record<Nutrient, Total>
  return {
    ...(profile.id === undefined ? {} : { id: profile.id }),
    status,
    foods: foods.map(({ food: id, grams }) => {
      const food = table.everydayAt.get(table.place.get(id) ?? -1)
      const share = (amount: Amount, nutrient: Nutrient) => intakeOf(table, [amount], nutrient).amount
      return {
        food: id,
        name: food?.name ?? '',
        portion: food ? portionWords(food.portion.words, grams / food.portion.grams) : `${grams} g`,
        grams,
        group: food?.group ?? 'mixed',
        mostFor: nutrients.filter(nutrient =>
          foods.every(other => share(other, nutrient) <= share({ food: id, grams }, nutrient)),
        ),
      }
    }),
    totals,
    energy: Math.round(intakeOf(table, all, 'energy').amount),
    sodium: Math.round(intakeOf(table, all, 'sodium').amount),
    gap: Math.round(gap * 1e6) / 1e6,
    relax: relaxed,
    cautions,
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4
