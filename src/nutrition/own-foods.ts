/**
 * The person's own foods, in addition to the table: the label of a portion, and recipes. A recipe counts as its parts,
 * so that an unknown amount in one of them stays unknown. What a label does not say is unknown too.
 */
import type { Content } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

/** The contents of one portion; missing values are unknown. */
export type Holds = { readonly [Of in Content]?: number | undefined }

export interface OwnFood {
  /** Like `own:1`. */
  readonly id: string
  readonly name: string
  /** The weight of one portion. */
  readonly grams: number
  readonly holds?: Holds | undefined
  /** The ingredients of a recipe. Their ids are those of the table, or of own foods that are not recipes. */
  readonly parts?: readonly Part[] | undefined
}

export interface Part {
  readonly food: string
  readonly grams: number
}

/** The table including own foods. Their numbers are negative, in their order; recipes have none. */
export function withOwnFoods(table: FoodTable, own: readonly OwnFood[]): FoodTable {
  if (own.length === 0) return table
  const first = table.ids.length
  const names = [...table.names, ...own.map(({ name }) => name)]
  return {
    ...table,
    ids: [...table.ids, ...own.map((_, at) => numberAt(at))],
    names,
    groups: [...table.groups, ...own.map(() => '')],
    place: new Map([...table.place, ...own.map((_, at) => [numberAt(at), first + at] as const)]),
    per100: (at, content) => {
      const food = own[at - first]
      if (food === undefined) return table.per100(at, content)
      const held = food.holds?.[content]
      return held === undefined ? null : (held * 100) / food.grams
    },
    nameOf: at => own[at - first]?.name ?? table.nameOf(at),
    portionsOf: at => {
      const food = own[at - first]
      return food === undefined ? table.portionsOf(at) : [{ words: '1 portion', grams: food.grams }]
    },
  }
}

/**
 * The eaten foods, by number, with recipes as their parts, scaled to the eaten share. A food that is no longer known
 * keeps a number that no table has, and so counts as unknown.
 */
export function amountsOf(own: readonly OwnFood[], eaten: readonly Part[]): readonly Amount[] {
  return eaten.flatMap(({ food, grams }) => {
    const parts = own.find(({ id }) => id === food)?.parts
    if (parts === undefined) return [{ food: numberOf(own, food), grams }]
    const whole = parts.reduce((sum, part) => sum + part.grams, 0)
    return parts.map(part => ({
      food: numberOf(own, part.food),
      grams: whole > 0 ? (part.grams * grams) / whole : 0,
    }))
  })
}

/** A number that no table has. */
const nowhere = 0

const numberAt = (place: number): number => -1 - place

/** The number of a food by its id in the diary: that of the table, or negative for an own food. */
function numberOf(own: readonly OwnFood[], food: string): number {
  const at = own.findIndex(({ id, parts }) => id === food && parts === undefined)
  if (at >= 0) return numberAt(at)
  return /^\d+$/.test(food) ? Number(food) : nowhere
}
