/**
 * The menu as a mixed-integer programme, with one binary column for each food at each amount. What an amount adds to a
 * target is capped at what is missing, which keeps every menu feasible and makes the relaxation far tighter.
 * docs/menu.md defines every symbol.
 */
import type { FoodGroup } from '../knowledge/vocabulary.ts'
import { type Choice, countedGroups, fewestGroups } from './candidates.ts'
import type { DayLimit } from './day.ts'
import { dietProgramme, type Item, type ItemSet, type Limit, type Programme, rowOf } from './programme.ts'

export interface MenuRules {
  readonly limits: readonly DayLimit[]
  /** Groups that the eaten foods already cover. */
  readonly eatenGroups: ReadonlySet<FoodGroup>
  /** Foods that must be in it. */
  readonly pin: readonly number[]
  /** What may still be eaten of the foods of a family, in grams. */
  readonly families: ReadonlyMap<string, number>
  /** If fewer foods are proven impossible, `leastFoods` adds that as a bound, which makes the relaxation tighter. */
  readonly leastFoods?: number
  readonly mostFoods?: number
  readonly mostChange?: number
  /** Only menus with at most this cost for the objective. */
  readonly mostCost?: number
}

export type Aim = 'foods' | 'change' | 'energy'

/** The programme of one stage. Its first columns are the choices, in order. */
export function menuProgramme(choices: readonly Choice[], rules: MenuRules, aim: Aim): Programme {
  const { limits } = rules
  const energy = limits.findIndex(({ content }) => content === 'energy')
  const costOf = ({ brings, change }: Choice) =>
    aim === 'foods' ? 1 : aim === 'change' ? change : (brings[energy] ?? 0)
  const lower = limits.flatMap(({ content, least }, place) => (least === undefined ? [] : [{ content, least, place }]))
  const upper = limits.flatMap(({ content, most }, place) => (most === undefined ? [] : [{ content, most, place }]))
  const rows: readonly Limit[] = [
    ...lower.map(({ content, least }) => ({ name: `least-${content}`, least })),
    ...upper.map(({ content, most }) => ({ name: `most-${content}`, most })),
  ]
  const items: Item[] = choices.map(choice => ({
    name: `${choice.food.id}x${choice.halves}`,
    cost: costOf(choice),
    upper: 1,
    isInteger: true,
    brings: [
      ...lower.map(({ least, place }) => Math.min(choice.brings[place] ?? 0, least)),
      ...upper.map(({ place }) => choice.brings[place] ?? 0),
    ],
  }))
  const sets: ItemSet[] = [...placesBy(choices, ({ food }) => food.kind)].flatMap(([kind, places]) =>
    onePerKind(choices, kind, places, rules.pin),
  )
  const all = choices.map((_, place) => place)
  if (rules.mostFoods !== undefined)
    sets.push({ name: 'most-foods', items: all, least: rules.leastFoods ?? 0, most: rules.mostFoods })
  const programme = dietProgramme(items, rows, sets)
  const extra = [...programme.rows]
  if (rules.mostChange !== undefined)
    extra.push(rowOf('most-change', -Infinity, rules.mostChange, choices, ({ change }) => change))
  if (rules.mostCost !== undefined) extra.push(rowOf('most-cost', -Infinity, rules.mostCost, choices, costOf))
  for (const [family, most] of rules.families) {
    const weighed = ({ food, grams }: Choice) => (food.family === family ? grams : 0)
    const row = rowOf(`family-${family}`, -Infinity, most, choices, weighed)
    if (row.columns.length > 0) extra.push(row)
  }
  return withGroups({ columns: programme.columns, rows: extra }, choices, rules)
}

/** One food of a kind, at one amount. Pinned foods must be included, and may be two of a kind. */
function onePerKind(
  choices: readonly Choice[],
  kind: string,
  places: readonly number[],
  pin: readonly number[],
): readonly ItemSet[] {
  const foods = [...new Set(places.map(place => choices[place]?.food.id ?? 0))]
  const pinned = foods.filter(food => pin.includes(food))
  if (pinned.length === 0) return places.length === 1 ? [] : [{ name: `one-${kind}`, items: places, most: 1 }]
  return foods.map(food => ({
    name: `one-${food}`,
    items: places.filter(place => choices[place]?.food.id === food),
    least: pinned.includes(food) ? 1 : 0,
    most: pinned.includes(food) ? 1 : 0,
  }))
}

/** At least three groups: a group counts when one of its foods is included. */
function withGroups(programme: Programme, choices: readonly Choice[], { eatenGroups }: MenuRules): Programme {
  const missing = fewestGroups - eatenGroups.size
  if (missing <= 0) return programme
  const byGroup = placesBy(choices, ({ food }) => food.group)
  const open = countedGroups.filter(group => !eatenGroups.has(group) && byGroup.has(group))
  const first = programme.columns.length
  return {
    columns: [
      ...programme.columns,
      ...open.map(group => ({ name: `group-${group}`, cost: 0, lower: 0, upper: 1, isInteger: true })),
    ],
    rows: [
      ...programme.rows,
      ...open.map((group, index) => {
        const places = byGroup.get(group) ?? []
        return {
          name: `has-${group}`,
          lower: 0,
          upper: Infinity,
          columns: [...places, first + index],
          coefficients: [...places.map(() => 1), -1],
        }
      }),
      {
        name: 'groups',
        lower: missing,
        upper: Infinity,
        columns: open.map((_, index) => first + index),
        coefficients: open.map(() => 1),
      },
    ],
  }
}

/** The choices in a solution. */
export const taken = (choices: readonly Choice[], values: readonly number[]): readonly Choice[] =>
  choices.filter((_, place) => (values[place] ?? 0) > 0.5)

/** The column values of a menu, as a starting point for a solver. */
export function valuesOf(programme: Programme, choices: readonly Choice[], menu: readonly Choice[]): readonly number[] {
  const groups = new Set(menu.map(({ food }) => `group-${food.group}`))
  const names = new Set(menu.map(({ food, halves }) => `${food.id}x${halves}`))
  return programme.columns.map(({ name }, place) =>
    place < choices.length ? Number(names.has(name)) : Number(groups.has(name)),
  )
}

function placesBy<Key>(
  choices: readonly Choice[],
  keyOf: (choice: Choice) => Key,
): ReadonlyMap<Key, readonly number[]> {
  const places = new Map<Key, number[]>()
  choices.forEach((choice, place) => {
    const key = keyOf(choice)
    const before = places.get(key)
    if (before) before.push(place)
    else places.set(key, [place])
  })
  return places
}
