/**
 * If no menu is possible: which fewest wishes would have to be given up, and which targets cannot be reached? Sets are
 * tried by size, each with the relaxed programme first and with the full one only if that is inconclusive, so the first
 * set that works is the smallest. An elastic programme then computes how much is missing: the bounds of the set may be
 * broken, by as little as possible. What protects a person is never a wish here: upper limits, largest amounts,
 * cautions and pregnancy always apply.
 */
import type { FoodGroup, Nutrient } from '../knowledge/vocabulary.ts'
import { type Choice, candidates } from './candidates.ts'
import type { Caution } from './cautions.ts'
import type { Day, DayLimit } from './day.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import { menuProgramme, taken } from './menu-model.ts'
import type { Profile } from './person.ts'
import { preselect } from './preselect.ts'
import { type Column, type Programme, type Row, rowOf, type Solver } from './programme.ts'
import { mostFoods } from './search-menu.ts'

export type Relaxation =
  /** Targets that cannot be reached while every wish is kept; `reach` is the most that is possible in the day. */
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

interface RelaxOptions {
  readonly solver: Solver
  /** The longest time of one solver call. */
  readonly seconds?: number
  /** Foods left out: swapped out, or part of menus shown before. */
  readonly without?: readonly number[]
}

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
  { solver, seconds: longest = 5, without = [] }: RelaxOptions,
): Promise<readonly Relaxation[]> {
  const seconds = Math.min(mostSeconds, longest)
  const poolOf = (open: Day, ignore: { readonly avoid: readonly string[]; readonly dislikes: boolean }) =>
    preselect(candidates(table, profile, cautions, open, { without, ignore }), open, mostFoods, profile.pin)
  const programmeOf = (pool: readonly Choice[], { limits, families }: Day): Programme =>
    free(menuProgramme(pool, { limits, families, eatenGroups, pin: profile.pin }, 'foods'))

  const kept = poolOf(day, { avoid: [], dislikes: false })
  const whole = programmeOf(kept, day)
  const missing = day.limits.flatMap(({ content, least }) =>
    least === undefined || content === 'energy' ? [] : [content as Nutrient],
  )
  const unreachable = await smallestSets(missing, set => isPossible(solver, seconds, dropped(whole, set)))
  const [first = []] = unreachable
  const shortages = first.length === 0 ? [] : await shortagesOf(solver, seconds, whole, first)

  const given = await smallestSets(openWishes(profile, day), async set => {
    const open = lifted(day, set)
    return isPossible(solver, seconds, programmeOf(poolOf(open, ignoring(set)), open))
  })
  const [smallest = []] = given
  const open = lifted(day, smallest)
  const pool = smallest.length === 0 ? [] : poolOf(open, ignoring(smallest))
  const broken =
    smallest.length === 0 ? [] : await givenBy(solver, seconds, programmeOf(pool, open), pool, smallest, profile, day)
  return words(shortages, unreachable, broken, profile, day)
}

/**
 * The time limit for one set: an existing menu is found in a second or so; a proof that there is none may take long,
 * and is given up.
 */
const mostSeconds = 3

/** All working sets of the smallest size, up to size three. */
async function smallestSets<Each>(
  among: readonly Each[],
  works: (set: readonly Each[]) => Promise<boolean>,
): Promise<readonly (readonly Each[])[]> {
  for (let size = 1; size <= 3; size++) {
    const found: (readonly Each[])[] = []
    for (const set of setsOf(among, size)) {
      if (await works(set)) found.push(set)
      // One pair or triple is enough; single wishes are all tried, to know whether there is only one.
      if (size > 1 && found.length > 0) break
    }
    if (found.length > 0) return found
  }
  return []
}

function setsOf<Each>(among: readonly Each[], size: number): readonly (readonly Each[])[] {
  if (size === 0) return [[]]
  return among.flatMap((each, place) => setsOf(among.slice(place + 1), size - 1).map(set => [each, ...set]))
}

async function isPossible(solver: Solver, seconds: number, programme: Programme): Promise<boolean> {
  const relaxed: Programme = {
    ...programme,
    columns: programme.columns.map(column => ({ ...column, isInteger: false })),
  }
  if ((await solver(relaxed, { seconds })).status === 'infeasible') return false
  return (await solver(programme, { seconds })).values !== undefined
}

/** Any solution is enough. */
const free = (programme: Programme): Programme => ({
  ...programme,
  columns: programme.columns.map(column => ({ ...column, cost: 0 })),
})

const dropped = (programme: Programme, targets: readonly Nutrient[]): Programme => ({
  ...programme,
  rows: programme.rows.filter(({ name }) => !targets.some(nutrient => name === `least-${nutrient}`)),
})

const ignoring = (set: readonly string[]) => ({ avoid: set, dislikes: set.includes(dislikes) })

/** The day without the bounds of these wishes. */
const lifted = (day: Day, set: readonly string[]): Day => ({
  ...day,
  limits: day.limits.map(limit =>
    isWish(limit) && set.includes(limit.content) ? { ...limit, most: Infinity } : limit,
  ),
})

/** The smallest shortfall of the targets of the set. */
async function shortagesOf(
  solver: Solver,
  seconds: number,
  whole: Programme,
  set: readonly Nutrient[],
): Promise<readonly Shortage[]> {
  const columns: Column[] = [...whole.columns]
  const shares = new Map<Nutrient, { readonly column: number; readonly missing: number }>()
  const rows = whole.rows.map((row): Row => {
    const nutrient = set.find(each => row.name === `least-${each}`)
    if (nutrient === undefined) return row
    shares.set(nutrient, { column: columns.length, missing: row.lower })
    columns.push({ name: `share-${nutrient}`, cost: 1, lower: 0, upper: 1, isInteger: false })
    return {
      ...row,
      columns: [...row.columns, columns.length - 1],
      coefficients: [...row.coefficients, row.lower],
    }
  })
  const { values } = await solver({ columns, rows }, { seconds, relativeGap: 0.01 })
  return [...shares].map(([nutrient, { column, missing }]) => ({
    nutrient,
    missing: (values?.[column] ?? 1) * missing,
  }))
}

/**
 * The effect of giving up the set: the foods that become available, and the least extra energy or sodium that is
 * enough.
 */
async function givenBy(
  solver: Solver,
  seconds: number,
  open: Programme,
  pool: readonly Choice[],
  set: readonly string[],
  profile: Profile,
  { limits }: Day,
): Promise<readonly Given[]> {
  const columns: Column[] = [...open.columns]
  const rows: Row[] = [...open.rows]
  const over = new Map<string, { readonly column: number; readonly room: number }>()
  for (const [place, { content, most = 0 }] of limits.entries()) {
    if (!set.includes(content)) continue
    const room = Math.max(500, most) * 3
    over.set(content, { column: columns.length, room })
    const bound = rowOf(`over-${content}`, -Infinity, most, pool, ({ brings }) => brings[place] ?? 0)
    rows.push({
      ...bound,
      columns: [...bound.columns, columns.length],
      coefficients: [...bound.coefficients, -room],
    })
    columns.push({ name: `over-${content}`, cost: 1, lower: 0, upper: 100, isInteger: false })
  }
  const { values = [] } = await solver({ columns, rows }, { seconds, relativeGap: 0.01 })
  const menu = taken(pool, values)
  return set.map(wish => {
    const more = over.get(wish)
    return {
      wish,
      over: more ? (values[more.column] ?? 0) * more.room : 0,
      foods: menu.flatMap(({ food }) => (brokenWishes(food, profile).includes(wish) ? [food.id] : [])),
    }
  })
}

/** The mildest first: among sets of the same size, the first is reported. */
const openWishes = (profile: Profile, { limits }: Day): readonly string[] => {
  const bounded = (content: DayLimit['content']) =>
    limits.some(limit => limit.content === content && limit.most !== undefined)
  const wishes = wishesOf(profile)
  return [
    ...wishes.filter(wish => wish === dislikes),
    ...(bounded('energy') ? ['energy'] : []),
    ...wishes.filter(wish => wish !== dislikes),
    ...(bounded('sodium') ? ['sodium'] : []),
  ]
}

type Shortage = { readonly nutrient: Nutrient; readonly missing: number }
type Given = { readonly wish: string; readonly over: number; readonly foods: readonly number[] }

const isWish = ({ content }: Pick<DayLimit, 'content'>) => content === 'energy' || content === 'sodium'

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
  unreachable: readonly (readonly Nutrient[])[],
  given: readonly Given[],
  profile: Profile,
  { limits, eaten, energyEaten }: Day,
): readonly Relaxation[] {
  const most = profile.energy[1]
  const kept = wishesOf(profile).filter(wish => wish !== dislikes)
  const frame = `${wishesInWords(kept)} inside ${count(most)} kcal`
  const all = targets.map(({ nutrient }) => names[nutrient])
  const either = unreachable.flatMap(set => set.map(nutrient => names[nutrient]))
  const shorts = targets.map(({ nutrient, missing }): Relaxation => {
    const least = limits.find(({ content }) => content === nutrient)?.least ?? 0
    const target = eaten[nutrient].amount + least
    const text = (name: string) => {
      if (nutrient !== targets[0]?.nutrient) return `Of ${name} at most ${reach} of ${target} can be reached.`
      if (targets.length > 1) return `Not possible${frame}: ${inList(all, 'and')} cannot be reached together.`
      if (unreachable.length > 1)
        return `Not possible${frame}: all but one can be reached, be it ${inList(either, 'or')}.`
      return `Not possible${frame}: ${name} is the one that cannot be reached.`
    }
    const name = names[nutrient]
    const reach = Math.round((target - missing) * 10) / 10
    return {
      kind: 'target',
      nutrient,
      reach,
      target,
      text: text(name),
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
  const found = [...shorts, ...wishes]
  return found.length > 0
    ? found
    : [{ kind: 'none', text: 'No menu of everyday foods keeps all of this. Change one of the wishes.' }]
}

/** " without dairy or fish, with vegan food only". */
function wishesInWords(wishes: readonly string[]): string {
  const isDiet = (wish: string) => wish === 'vegan' || wish === 'vegetarian'
  const out = wishes.filter(wish => !isDiet(wish))
  const only = wishes.filter(isDiet).map(wish => ` with ${wish} food only`)
  return [...(out.length > 0 ? [` without ${inList(out, 'or')}`] : []), ...only].join(',')
}

const inList = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/, ',')
