/**
 * The changes that may be made to a usual day: something added, a food swapped for one that does the same job, or a
 * bigger portion of what is eaten anyway. Only what this person may and wants to eat.
 */
import type { MealTime } from '../knowledge/vocabulary.ts'
import { suits } from './candidates.ts'
import type { Caution } from './cautions.ts'
import type { FoodJob } from './food-file.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'
import { plainName } from './plain-names.ts'
import { portionWords } from './portion-words.ts'
import { type Held, heldIn, holdsAny, merged } from './usual-day.ts'

export interface Move {
  readonly kind: 'add' | 'swap' | 'bigger'
  /** What a person would say. */
  readonly say: string
  /** What comes. */
  readonly food: EverydayFood
  readonly grams: number
  readonly portion: string
  /** What goes, by number, in grams: of a food by itself, or of a part of a dish. */
  readonly away: readonly Amount[]
  readonly meal: MealTime | undefined
  /**
   * Smaller is easier: 1 for a swap, half a portion more, and what is usual or at home; 2 for a double portion and what
   * most people eat; 3 for the rest.
   */
  readonly effort: number
  /** Moves with a key in common exclude each other. */
  readonly keys: readonly string[]
}

const when: Readonly<Record<MealTime, string>> = {
  breakfast: ' with breakfast',
  lunch: ' with lunch',
  dinner: ' with dinner',
  snack: ' as a snack',
  drink: ' to drink',
}

export function movesFor(table: FoodTable, profile: Profile, cautions: readonly Caution[]): readonly Move[] {
  const day = merged(profile.eaten)
  const isFit = fitFor(profile, cautions)
  return [...adds(table, profile, day, isFit), ...swaps(table, day, isFit), ...bigger(table, day, isFit)]
}

/** May this food be proposed to this person? */
export function fitFor(profile: Profile, cautions: readonly Caution[]): (food: EverydayFood) => boolean {
  const noLeafy = cautions.some(({ id }) => id === 'warfarin-greens')
  return food =>
    !food.contains.some(word => word === 'alcohol' || profile.avoid.includes(word)) &&
    !profile.dislike.includes(food.id) &&
    suits(food.diet, profile.diet) &&
    !(noLeafy && food.isLeafy) &&
    (profile.lifeStage === 'none' || food.isForPregnancy)
}

type Fit = (food: EverydayFood) => boolean

function adds(table: FoodTable, profile: Profile, day: ReadonlyMap<number, number>, isFit: Fit): readonly Move[] {
  const { adds: addable, jobs } = table.changes
  return addable.flatMap(({ food: id, say, meal, needs, insteadOf }): Move[] => {
    const food = foodAt(table, id)
    const { grams } = food?.portion ?? { grams: 0 }
    if (!food || !isFit(food) || (day.get(id) ?? 0) + grams > food.most) return []
    const isOfDay = (job: string) =>
      jobs.some(each => each.job === job && holdsAny(table, day, [...each.from, ...each.to]))
    if (needs.length > 0 && !needs.some(isOfDay)) return []
    if (insteadOf && !isAvoided(profile, insteadOf) && !isOfDay('plant-milk')) return []
    const isAtHand = profile.usual.includes(id) || profile.home.includes(id)
    return [
      {
        kind: 'add',
        say: `Add ${say}${/ on your /.test(say) ? '' : when[meal]}`,
        food,
        grams,
        portion: food.portion.words,
        away: [],
        meal,
        effort: isAtHand ? 1 : food.isStaple ? 2 : 3,
        keys: [`kind ${food.kind}`, `food ${id}`],
      },
    ]
  })
}

function swaps(table: FoodTable, day: ReadonlyMap<number, number>, isFit: Fit): readonly Move[] {
  return table.changes.jobs.flatMap(job =>
    [...new Set([...job.from, ...job.to])].flatMap(from => {
      const old = foodAt(table, from)
      const held = heldIn(table, day, from, dish => job.inDishes && !job.notIn.includes(dish))
      if (!old || held.grams < old.portion.grams / 4) return []
      return job.to.flatMap(to => (to === from ? [] : swap(table, day, job, old, held, to, isFit)))
    }),
  )
}

function swap(
  table: FoodTable,
  day: ReadonlyMap<number, number>,
  { job }: FoodJob,
  old: EverydayFood,
  held: Held,
  to: number,
  isFit: Fit,
): readonly Move[] {
  const food = foodAt(table, to)
  if (!food || !isFit(food)) return []
  const halves = Math.max(1, Math.round((2 * held.grams) / old.portion.grams))
  const grams = (halves * food.portion.grams) / 2
  if ((day.get(to) ?? 0) + grams > food.most) return []
  const portion = portionWords(food.portion.words, halves / 2)
  const [dish] = held.inDishes.keys()
  const inside =
    day.has(old.id) || dish === undefined ? undefined : plainName(table.nameOf(table.place.get(dish) ?? -1))
  const swapped = `${plainName(old.name)} for ${plainName(food.name)}`
  return [
    {
      kind: 'swap',
      say: inside === undefined ? `Swap ${swapped}` : `In your ${inside}, swap the ${swapped}`,
      food,
      grams,
      portion,
      away: [{ food: old.id, grams: held.grams }],
      meal: undefined,
      effort: 1,
      keys: [`job ${job}`, `food ${to}`, `food ${old.id}`, ...[...held.inDishes.keys()].map(each => `food ${each}`)],
    },
  ]
}

/** Half a portion or a whole one more of what is eaten. */
function bigger(table: FoodTable, day: ReadonlyMap<number, number>, isFit: Fit): readonly Move[] {
  return [...day].flatMap(([id, eaten]) => {
    const food = foodAt(table, id)
    if (!food || !(food.isSuggested || isDish(table, id)) || !isFit(food)) return []
    const before = eaten / food.portion.grams
    if (Math.abs(before * 2 - Math.round(before * 2)) > 0.02) return []
    return [0.5, 1].flatMap((more): Move[] => {
      const grams = food.portion.grams * more
      if (eaten + grams > food.most) return []
      const words = (count: number) => portionWords(food.portion.words, Math.round(count * 2) / 2)
      return [
        {
          kind: 'bigger',
          say: `Have more ${plainName(food.name)}: ${words(before + more)} instead of ${shorter(words(before), words(before + more))}`,
          food,
          grams,
          portion: words(more),
          away: [],
          meal: undefined,
          effort: more > 0.5 ? 2 : 1,
          keys: [`food ${id}`, ...table.partsOf(id).map(part => `food ${part.food}`)],
        },
      ]
    })
  })
}

/** "1 bowl" after "2 bowls" is "1". */
function shorter(portion: string, after: string): string {
  const [count = '', ...unit] = portion.split(' ')
  const same = unit.join(' ').replace(/s$/, '') === after.split(' ').slice(1).join(' ').replace(/s$/, '')
  return same && /^\d/.test(count) ? count : portion
}

const isAvoided = ({ avoid, diet }: Profile, word: 'dairy'): boolean =>
  diet === 'vegan' || avoid.includes(word) || avoid.includes('lactose')

/** A dish of the table whose parts are known. */
const isDish = (table: FoodTable, food: number): boolean => table.partsOf(food).length > 0

export const foodAt = (table: FoodTable, food: number): EverydayFood | undefined =>
  table.namedAt.get(table.place.get(food) ?? -1)
