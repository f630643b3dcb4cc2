/**
 * Foods of the person's own beside the table: what a label says of a portion, and recipes. A recipe counts as its parts, so
 * that what is unknown of one of them stays unknown; what a label does not say is unknown too.
 */
import type { Content } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

/** What one portion holds; what is left out is unknown. */
export type Holds = { readonly [Of in Content]?: number | undefined }

export interface OwnFood {
  /** Like `own:1`. */
  readonly id: string
  readonly name: string
  /** One portion weighs. */
  readonly grams: number
  readonly holds?: Holds | undefined
  /** Of a recipe: everything that goes into it. Its ids are those of the table, or of own foods that are no recipes. */
  readonly parts?: readonly Part[] | undefined
}

export interface Part {
  readonly food: string
  readonly grams: number
}

/** The table with own foods in it. Their numbers are below 0, in their order; recipes have none. */
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
 * What was eaten, by number: recipes as their parts, in the share that was eaten of the whole. A food that is not known any
 * more keeps a number that no table has, and so counts as unknown.
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

/** No table has a food of this number. */
const nowhere = 0

const numberAt = (place: number): number => -1 - place

/** The number of a food by its id in the diary: that of the table, or below 0 for an own one. */
function numberOf(own: readonly OwnFood[], food: string): number {
  const at = own.findIndex(({ id, parts }) => id === food && parts === undefined)
  if (at >= 0) return numberAt(at)
  return /^\d+$/.test(food) ? Number(food) : nowhere
}
