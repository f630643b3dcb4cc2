/** Which foods may be proposed to this person, in which amounts, and what each amount provides. */
import type { FoodGroup } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'
import type { Day } from './day.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Profile } from './person.ts'

/** One food at one amount: `halves` half portions. */
export interface Choice {
  readonly food: EverydayFood
  readonly halves: number
  readonly grams: number
  /** In the order of the day's limits. */
  readonly brings: readonly number[]
  /** Distance from the person's usual foods: 0 usual or at home, 1 eaten by most people, 2 neither. */
  readonly change: number
}

/** Food groups that count for variety. */
export const countedGroups: readonly FoodGroup[] = [
  'fruit',
  'vegetables',
  'grains',
  'dairy-eggs',
  'meat',
  'fish',
  'legumes-nuts',
]
export const fewestGroups = 3

/** At most two portions of one food. */
const mostHalves = 4

export interface CandidateOptions {
  /** Avoided words and dislikes apply, unless the question is what they cost. */
  readonly ignore?: { readonly avoid?: readonly string[]; readonly dislikes?: boolean }
  /** Foods left out of this menu: swapped out, or part of menus shown before. */
  readonly without?: readonly number[]
}

export function candidates(
  table: FoodTable,
  profile: Profile,
  cautions: readonly Caution[],
  day: Day,
  options: CandidateOptions = {},
): readonly Choice[] {
  const noLeafy = cautions.some(({ id }) => id === 'warfarin-greens')
  const ignored = options.ignore?.avoid ?? []
  const avoid = profile.avoid.filter(word => !ignored.includes(word))
  const diet = ignored.includes(profile.diet) ? 'omnivore' : profile.diet
  const usual = new Set([...profile.usual, ...profile.eaten.map(({ food }) => food)])
  const isAllowed = (food: EverydayFood) =>
    food.isSuggested &&
    !(options.without ?? []).includes(food.id) &&
    (options.ignore?.dislikes || !profile.dislike.includes(food.id)) &&
    !food.contains.some(word => avoid.includes(word)) &&
    suits(food.diet, diet) &&
    !(noLeafy && food.isLeafy) &&
    (profile.lifeStage === 'none' || food.isForPregnancy)
  return table.everyday.flatMap(food => {
    const isPinned = profile.pin.includes(food.id)
    if (!isAllowed(food) && !isPinned) return []
    const per100 = day.limits.map(({ content, most }) => {
      const value = table.per100(food.at, content)
      return value ?? (most === undefined ? 0 : Number.NaN)
    })
    if (per100.some(Number.isNaN)) return []
    const change = usual.has(food.id) || profile.home.includes(food.id) ? 0 : food.isStaple ? 1 : 2
    const eaten = profile.eaten.reduce((sum, { food: id, grams }) => (id === food.id ? sum + grams : sum), 0)
    return amountsOf(food, food.most - eaten).flatMap(({ halves, grams }): Choice[] => {
      const brings = per100.map(value => (value * grams) / 100)
      const isOver = brings.some((value, place) => value > (day.limits[place]?.most ?? Infinity) + tolerance)
      return isOver ? [] : [{ food, halves, grams, brings, change }]
    })
  })
}

/** The tolerance for sums of rounded figures. */
const tolerance = 1e-6

/** Half portions up to the largest sensible amount per day. */
export function amountsOf(
  { portion }: Pick<EverydayFood, 'portion'>,
  most: number,
): readonly { readonly halves: number; readonly grams: number }[] {
  const half = portion.grams / 2
  const count = Math.min(mostHalves, Math.floor(most / half + 1e-9))
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({ halves: index + 1, grams: (index + 1) * half }))
}

/** Does a food of this diet suit a person of that one? */
export const suits = (food: EverydayFood['diet'], diet: Profile['diet']): boolean =>
  diet === 'omnivore' || food === 'vegan' || food === diet

/** The everyday groups of some foods that count for variety or habit. */
export function groupsOf(table: FoodTable, foods: readonly number[]): ReadonlySet<FoodGroup> {
  const groups = foods.flatMap(id => {
    const group = table.everydayAt.get(table.place.get(id) ?? -1)?.group
    return group && countedGroups.includes(group) ? [group] : []
  })
  return new Set(groups)
}
