/**
 * Finds the best menu for one objective after another. Each one is solved in the same way: the relaxed programme prices
 * every choice; a small programme of the best-priced choices gives a menu at once; then only choices that could still
 * improve on it go to the solver, which improves it or proves that it is the best.
 */
import type { FoodGroup } from '../knowledge/vocabulary.ts'
import type { Choice } from './candidates.ts'
import type { Day } from './day.ts'
import { type Aim, type MenuRules, menuProgramme, taken, valuesOf } from './menu-model.ts'
import type { Profile } from './person.ts'
import { preselect, reducedCosts, withinBound } from './preselect.ts'
import type { Programme, Solver } from './programme.ts'

export interface Search {
  readonly day: Day
  readonly profile: Profile
  readonly choices: readonly Choice[]
  readonly eatenGroups: ReadonlySet<FoodGroup>
  /** Is the menu valid, checked without the programme? */
  readonly holds: (menu: readonly Choice[]) => boolean
  readonly solver: Solver
  /** The longest time of one solver call, for the fewest foods and for the later objectives. */
  readonly seconds: number
  readonly laterSeconds: number
  /** `gap`: the menu's relative distance from the best, for the current objective. */
  readonly onBetter: (menu: readonly Choice[], gap: number) => void
  /** Only the fewest foods, without the later objectives. */
  readonly isFewestEnough: boolean
}

export interface FoundMenu {
  /** Undefined if none was found; if `isProven`, none is possible. */
  readonly menu: readonly Choice[] | undefined
  /** Fewest foods exactly, the later objectives within 2 %. */
  readonly isProven: boolean
  readonly gap: number
}

/** The later objectives are proven within this share. */
const laterGap = 0.02

export async function search(seek: Search): Promise<FoundMenu> {
  const fewest = await reach(seek, seek.choices, 'foods', {}, undefined)
  if (fewest.menu === undefined) return { menu: undefined, isProven: fewest.isProven, gap: 1 }
  const count = fewest.menu.length
  if (!fewest.isProven) return { menu: fewest.menu, isProven: false, gap: gapOf(count, leastWhole(fewest.bound)) }

  if (seek.isFewestEnough) return { menu: fewest.menu, isProven: true, gap: 0 }
  const rules = { mostFoods: count }
  const within = fewest.within(count)
  const familiar = await reach(seek, within, 'change', rules, fewest.menu)
  const change = costOf(familiar.menu ?? fewest.menu, 'change', seek)
  const light = await reach(
    seek,
    familiar.within(change),
    'energy',
    { ...rules, leastFoods: count, mostChange: change },
    familiar.menu ?? fewest.menu,
  )
  const menu = light.menu ?? familiar.menu ?? fewest.menu
  const gap = Math.max(gapOf(change, familiar.bound), gapOf(costOf(menu, 'energy', seek), light.bound))
  return { menu, isProven: gap <= laterGap + 1e-9, gap }
}

interface Reached {
  readonly menu: readonly Choice[] | undefined
  /** No menu costs less. */
  readonly bound: number
  readonly isProven: boolean
  /** The choices that can be in a menu of this cost. */
  readonly within: (cost: number) => readonly Choice[]
}

/** The number of best-priced choices in the first, small programme; more if it has no menu. */
const smallSizes = [90, 360]

async function reach(
  seek: Search,
  choices: readonly Choice[],
  aim: Aim,
  extra: Pick<MenuRules, 'leastFoods' | 'mostFoods' | 'mostChange'>,
  start: readonly Choice[] | undefined,
): Promise<Reached> {
  const rules = { ...rulesOf(seek), ...extra }
  const whole = menuProgramme(choices, rules, aim)
  const relaxed = await seek.solver(continuous(whole), { seconds: seek.seconds })
  if (relaxed.status === 'infeasible')
    return { menu: undefined, bound: Infinity, isProven: true, within: () => choices }
  const reduced = relaxed.prices ? reducedCosts(whole, relaxed.prices) : choices.map(() => 0)
  const within = (cost: number) =>
    choices.filter((_, place) => relaxed.cost + (reduced[place] ?? 0) <= cost + tolerance(cost))

  let best = start
  let bound = relaxed.cost
  const tell = (menu: readonly Choice[]) => seek.onBetter(menu, openGap(costOf(menu, aim, seek), bound, aim))
  const solve = async (pool: readonly Choice[], mostCost: number | undefined, from: readonly Choice[] | undefined) => {
    const programme = menuProgramme(pool, { ...rules, ...(mostCost === undefined ? {} : { mostCost }) }, aim)
    const { status, values, bound } = await seek.solver(programme, {
      ...(from ? { start: valuesOf(programme, pool, from) } : {}),
      relativeGap: aim === 'energy' ? laterGap / 2 : 0,
      seconds: aim === 'foods' ? seek.seconds : seek.laterSeconds,
      onBetter: better => tell(taken(pool, better)),
    })
    const menu = values ? taken(pool, values) : undefined
    return { status, bound, menu: menu && seek.holds(menu) ? menu : undefined }
  }

  const able =
    best && aim === 'energy'
      ? new Set(
          await priced(seek, within(costOf(best, aim, seek)), { ...rules, mostCost: costOf(best, aim, seek) }, aim),
        )
      : undefined
  const order = choices
    .map((_, place) => place)
    .filter(place => able === undefined || able.has(choices[place] as Choice))
    .toSorted((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0))
  for (const size of smallSizes) {
    const chosen = new Set(order.slice(0, size))
    const few = choices.filter((choice, place) => chosen.has(place) || isKept(choice, seek, best))
    const { menu } = await solve(few, undefined, best)
    if (menu) best = menu
    if (best) break
  }
  if (best) tell(best)
  for (;;) {
    const cost = best ? costOf(best, aim, seek) : Infinity
    const better = aim === 'energy' ? cost * (1 - laterGap) : cost - 1
    /** Costs are whole numbers, so a menu that is not better by one is not better at all. */
    const proven = aim === 'energy' ? better : cost
    if (best && bound > better + tolerance(better))
      return { menu: best, bound: Math.max(bound, proven), isProven: true, within }
    const selected = preselect(best ? within(better) : choices, seek.day, best?.length ?? mostFoods, seek.profile.pin)
    const pool = best && aim === 'energy' ? await priced(seek, selected, { ...rules, mostCost: better }, aim) : selected
    if (pool === undefined) return { menu: best, bound: proven, isProven: true, within }
    const next = await solve(pool, best ? better : undefined, undefined)
    if (next.status === 'infeasible') return { menu: best, bound: best ? proven : Infinity, isProven: true, within }
    if (!next.menu) return { menu: best, bound, isProven: false, within }
    best = next.menu
    tell(best)
    if (next.status === 'optimal') bound = Math.max(bound, Math.min(better, next.bound))
    if (next.status === 'optimal' && gapOf(costOf(best, aim, seek), next.bound) <= (aim === 'energy' ? laterGap : 1e-6))
      return { menu: best, bound: next.bound, isProven: true, within }
  }
}

/** The choices that keep every bound of the later objectives, priced by each of them; undefined if no menu does. */
async function priced(
  { solver }: Search,
  choices: readonly Choice[],
  rules: MenuRules,
  aim: Aim,
): Promise<readonly Choice[] | undefined> {
  let left = choices
  for (let round = 0; round < mostRounds; round++) {
    const before = left.length
    for (const bound of ['most-foods', 'most-change', 'most-cost']) {
      const kept = await withinBound(menuProgramme(left, rules, aim), bound, solver)
      if (kept === undefined) return undefined
      left = left.filter((_, place) => kept[place])
    }
    if (left.length > before * 0.97) break
  }
  return left
}
const mostRounds = 5

/** More foods than this is not "few foods". */
export const mostFoods = 12

const isKept = ({ food, halves }: Choice, { profile }: Search, menu: readonly Choice[] | undefined): boolean =>
  profile.pin.includes(food.id) || (menu ?? []).some(each => each.food.id === food.id && each.halves === halves)

const rulesOf = ({ day, eatenGroups, profile }: Search): MenuRules => ({
  limits: day.limits,
  families: day.families,
  eatenGroups,
  pin: profile.pin,
})

const continuous = ({ columns, rows }: Programme): Programme => ({
  columns: columns.map(column => ({ ...column, isInteger: false })),
  rows,
})

function costOf(menu: readonly Choice[], aim: Aim, { day }: Search): number {
  if (aim === 'foods') return menu.length
  if (aim === 'change') return menu.reduce((sum, { change }) => sum + change, 0)
  const energy = day.limits.findIndex(({ content }) => content === 'energy')
  return menu.reduce((sum, { brings }) => sum + (brings[energy] ?? 0), 0)
}

const tolerance = (cost: number): number => 1e-6 * Math.max(1, Math.abs(cost))

/** Whole costs have whole bounds. */
const leastWhole = (bound: number): number => Math.ceil(bound - tolerance(bound))

/** The gap of an intermediate menu. Once the change is minimal, the energy has no bound yet. */
function openGap(cost: number, bound: number, aim: Aim): number {
  if (aim === 'energy') return gapOf(cost, bound)
  const gap = gapOf(cost, leastWhole(bound))
  return aim === 'change' && gap === 0 ? 1 : gap
}

const gapOf = (value: number, bound: number): number =>
  value <= 0 || bound >= value ? 0 : Math.min(1, Math.max(0, (value - bound) / value))
