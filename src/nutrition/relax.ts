/**
 * No menu is possible: which fewest wishes would have to give way, and which targets cannot be reached as things stand?
 * Both are programmes too (elastic: each wish may be broken at a price of one), on the same choices. What protects a
 * person is never a wish here: upper limits, largest amounts, cautions and pregnancy stay as they are.
 */
import type { FoodGroup, Nutrient } from '../knowledge/vocabulary.ts'
import { type Choice, candidates } from './candidates.ts'
import type { Caution } from './cautions.ts'
import type { Day, DayLimit } from './day.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { MenuOptions } from './menu.ts'
import { menuProgramme, taken } from './menu-model.ts'
import type { Profile } from './person.ts'
import { preselect } from './preselect.ts'
import type { Column, Programme, Row } from './programme.ts'

export type Relaxation =
  /** Cannot be reached while every wish is kept; `reach` is the most, of all day. */
  | {
      readonly kind: 'target'
      readonly nutrient: Nutrient
      readonly reach: number
      readonly target: number
      readonly text: string
    }
  | { readonly kind: 'avoid'; readonly word: string; readonly text: string }
  | { readonly kind: 'dislike'; readonly foods: readonly number[]; readonly text: string }
  | { readonly kind: 'energy'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'sodium'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'none'; readonly text: string }

const names: Readonly<Record<Nutrient, string>> = {
  potassium: 'potassium',
  magnesium: 'magnesium',
  calcium: 'calcium',
  'vitamin-d': 'vitamin D',
  zinc: 'zinc',
}

export async function relax(
  table: FoodTable,
  profile: Profile,
  cautions: readonly Caution[],
  day: Day,
  eatenGroups: ReadonlySet<FoodGroup>,
  { solver, seconds = 5, without = [] }: MenuOptions,
): Promise<readonly Relaxation[]> {
  const rules = { limits: day.limits, families: day.families, eatenGroups, pin: profile.pin }
  const kept = preselect(candidates(table, profile, cautions, day, { without }), day, 6, profile.pin)
  const shortened = elasticTargets(menuProgramme(kept, rules, 'foods'), day.limits)
  const short = await solver(shortened.programme, { seconds, relativeGap: 0.01 })
  const targets = short.values ? shortened.read(short.values) : []

  const wishes = wishesOf(profile)
  const open: Day = { ...day, limits: day.limits.map(limit => (isWish(limit) ? { ...limit, most: Infinity } : limit)) }
  const all = candidates(table, profile, cautions, open, { without, ignore: { avoid: wishes, dislikes: true } })
  const byWish = new Map<string, Choice[]>()
  for (const choice of all) {
    const key = brokenWishes(choice.food, profile).join()
    byWish.set(key, [...(byWish.get(key) ?? []), choice])
  }
  const pool = [...byWish.values()].flatMap(choices => preselect(choices, day, 4, profile.pin))
  const elastic = elasticWishes(menuProgramme(pool, rules, 'foods'), pool, profile, day.limits)
  const wished = await solver(elastic.programme, { seconds, relativeGap: 0.01 })
  const given = wished.values ? elastic.read(wished.values, pool) : []
  return words(targets, given, profile, day)
}

type Shortage = { readonly nutrient: Nutrient; readonly missing: number }
type Given = { readonly wish: string; readonly over: number; readonly foods: readonly number[] }

const isWish = ({ content }: Pick<DayLimit, 'content'>) => content === 'energy' || content === 'sodium'
const wishPrefix = 'wish-'

/** Each target may be missed at a price of one, and by as little as can be. */
function elasticTargets(base: Programme, limits: readonly DayLimit[]) {
  const columns: Column[] = base.columns.map(column => ({ ...column, cost: 0 }))
  const extra: Row[] = []
  const shortages = new Map<number, { readonly nutrient: Nutrient; readonly missing: number }>()
  const rows = base.rows.map((row): Row => {
    const limit = limits.find(({ content }) => row.name === `least-${content}`)
    if (!limit || limit.content === 'energy') return row
    const missed = columns.length
    columns.push({ name: `missed-${limit.content}`, cost: 1, lower: 0, upper: 1, isInteger: true })
    const share = columns.length
    columns.push({ name: `share-${limit.content}`, cost: 0.1, lower: 0, upper: 1, isInteger: false })
    shortages.set(share, { nutrient: limit.content as Nutrient, missing: row.lower })
    extra.push({
      name: `only-${limit.content}`,
      lower: 0,
      upper: Infinity,
      entries: [
        [missed, 1],
        [share, -1],
      ],
    })
    return { ...row, entries: [...row.entries, [share, row.lower]] }
  })
  return {
    programme: { columns, rows: [...rows, ...extra] },
    read: (values: readonly number[]): readonly Shortage[] =>
      [...shortages].flatMap(([share, { nutrient, missing }]) => {
        const part = values[share] ?? 0
        return part > 1e-4 ? [{ nutrient, missing: part * missing }] : []
      }),
  }
}

/** Each wish may be given up at a price of one; of energy and sodium then as little more as can be. */
function elasticWishes(base: Programme, pool: readonly Choice[], profile: Profile, limits: readonly DayLimit[]) {
  const columns: Column[] = base.columns.map(column => ({ ...column, cost: 0 }))
  const rows: Row[] = []
  const wishColumn = new Map<string, number>()
  const over = new Map<string, { readonly column: number; readonly room: number }>()
  for (const wish of wishesOf(profile)) {
    wishColumn.set(wish, columns.length)
    columns.push({ name: wishPrefix + wish, cost: 1, lower: 0, upper: 1, isInteger: true })
  }
  for (const row of base.rows) {
    const limit = limits.find(each => isWish(each) && row.name === `most-${each.content}`)
    if (!limit) {
      rows.push(row)
      continue
    }
    const room = Math.max(500, limit.most ?? 0) * 3
    const given = columns.length
    columns.push({ name: wishPrefix + limit.content, cost: 1, lower: 0, upper: 1, isInteger: true })
    columns.push({ name: `over-${limit.content}`, cost: 0.1, lower: 0, upper: 1, isInteger: false })
    wishColumn.set(limit.content, given)
    over.set(limit.content, { column: given + 1, room })
    rows.push({ ...row, entries: [...row.entries, [given + 1, -room]] })
    rows.push({
      name: `only-${limit.content}`,
      lower: 0,
      upper: Infinity,
      entries: [
        [given, 1],
        [given + 1, -1],
      ],
    })
  }
  for (const [place, { food }] of pool.entries())
    for (const wish of brokenWishes(food, profile)) {
      const column = wishColumn.get(wish)
      if (column !== undefined)
        rows.push({
          name: `${wish}-${place}`,
          lower: 0,
          upper: Infinity,
          entries: [
            [column, 1],
            [place, -1],
          ],
        })
    }
  return {
    programme: { columns, rows },
    read: (values: readonly number[], choices: readonly Choice[]): readonly Given[] => {
      const menu = taken(choices, values)
      return [...wishColumn].flatMap(([wish, column]): Given[] => {
        if ((values[column] ?? 0) < 0.5) return []
        const more = over.get(wish)
        return [
          {
            wish,
            over: more ? (values[more.column] ?? 0) * more.room : 0,
            foods: menu.flatMap(({ food }) => (brokenWishes(food, profile).includes(wish) ? [food.id] : [])),
          },
        ]
      })
    },
  }
}

const dislikes = 'dislikes'

const wishesOf = (profile: Profile): readonly string[] => [
  ...profile.avoid,
  ...(profile.diet === 'omnivore' ? [] : [profile.diet]),
  ...(profile.dislike.length > 0 ? [dislikes] : []),
]

function brokenWishes(food: EverydayFood, { avoid, diet, dislike }: Profile): readonly string[] {
  const breaksDiet = (diet === 'vegan' && food.diet !== 'vegan') || (diet === 'vegetarian' && food.diet === 'omnivore')
  return [
    ...avoid.filter(word => food.contains.includes(word)),
    ...(breaksDiet ? [diet] : []),
    ...(dislike.includes(food.id) ? [dislikes] : []),
  ]
}

function words(
  targets: readonly Shortage[],
  given: readonly Given[],
  profile: Profile,
  { limits, eaten, energyEaten }: Day,
): readonly Relaxation[] {
  const most = profile.energy[1]
  const kept = wishesOf(profile).filter(wish => wish !== dislikes)
  const frame = `${kept.length > 0 ? ` ${kept.map(wishWords).join(' and ')}` : ''} inside ${count(most)} kcal`
  const shorts = targets.map(({ nutrient, missing }): Relaxation => {
    const least = limits.find(({ content }) => content === nutrient)?.least ?? 0
    const target = eaten[nutrient].amount + least
    const name = names[nutrient]
    return {
      kind: 'target',
      nutrient,
      reach: Math.round((target - missing) * 10) / 10,
      target,
      text:
        targets.length === 1
          ? `Not possible${frame}: ${name} is the one that cannot be reached.`
          : `Not possible${frame}: ${name} is one that cannot be reached.`,
    }
  })
  const wishes = given.map(({ wish, over, foods }): Relaxation => {
    if (wish === 'energy') {
      const to = Math.ceil((Math.max(most, energyEaten) + over) / 10) * 10
      return { kind: 'energy', from: most, to, text: `It is possible inside ${count(to)} kcal.` }
    }
    if (wish === 'sodium') {
      const from = limits.find(({ content }) => content === 'sodium')?.most ?? 0
      return {
        kind: 'sodium',
        from: Math.round(from),
        to: Math.ceil(from + over),
        text: 'It is possible only with more salt than is good for long. Better spread it over other days.',
      }
    }
    if (wish === dislikes) return { kind: 'dislike', foods, text: 'It is possible with a food you do not like.' }
    return {
      kind: 'avoid',
      word: wish,
      text:
        wish === 'vegan' || wish === 'vegetarian'
          ? `It is possible with food that is not ${wish}.`
          : `It is possible with ${wish}. If ${wish} makes you ill, keep out of it and ask a dietitian.`,
    }
  })
  const all = [...shorts, ...wishes]
  return all.length > 0
    ? all
    : [{ kind: 'none', text: 'No menu of everyday foods keeps all of this. Change one of the wishes.' }]
}

const wishWords = (wish: string) =>
  wish === 'vegan' || wish === 'vegetarian' ? `with ${wish} food only` : `without ${wish}`
const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/, ',')
