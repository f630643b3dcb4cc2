/** The table of foods: what each holds for 100 g, how people measure it, and which foods are everyday ones. */
import {
  type Avoidable,
  avoidables,
  type Content,
  contents,
  type Diet,
  diets,
  type FoodGroup,
  foodGroups,
} from '../knowledge/vocabulary.ts'
import { decimalsOf, type EverydayRow, type FoodFile, flags } from './food-file.ts'

/** A household measure and what it weighs. */
export interface Portion {
  readonly words: string
  readonly grams: number
}

/** A food people really buy and cook. */
export interface EverydayFood {
  /** Its place in the table. */
  readonly at: number
  readonly id: number
  readonly name: string
  /** Other words people search by. */
  readonly also: string
  readonly group: FoodGroup
  readonly diet: Diet
  readonly contains: readonly Avoidable[]
  readonly portion: Portion
  /** The largest sensible amount a day, in grams. */
  readonly most: number
  /** What it is a kind of, in USDA's words: "Fish", "Milk", "Spinach". A menu has one food of a kind. */
  readonly kind: string
  /** Foods of a family share a largest sensible amount. */
  readonly family: string
  readonly isSuggested: boolean
  readonly isLeafy: boolean
  /** What most people know and eat. */
  readonly isStaple: boolean
  readonly isForPregnancy: boolean
}

export interface FoodTable {
  readonly source: string
  readonly ids: readonly number[]
  /** USDA's names. */
  readonly names: readonly string[]
  readonly groups: readonly string[]
  readonly everyday: readonly EverydayFood[]
  /** The place of a food, by FDC id. */
  readonly place: ReadonlyMap<number, number>
  readonly everydayAt: ReadonlyMap<number, EverydayFood>
  /** The largest sensible amount a day of a family, in grams, where there is one. */
  readonly together: ReadonlyMap<string, number>
  /** Of 100 g; null is unknown, never 0. */
  readonly per100: (at: number, content: Content) => number | null
  /** Plain where there is a plain name, else USDA's. */
  readonly nameOf: (at: number) => string
  /** Household measures, the usual one first. */
  readonly portionsOf: (at: number) => readonly Portion[]
}

/** Unpacks the file of foods. Takes a few milliseconds; the portions are read when they are asked for. */
export function openFoods(file: FoodFile): FoodTable {
  let last = 0
  const ids = file.ids.map(step => {
    last += step
    return last
  })
  const names = file.names.split('\n')
  const columns = file.values.map((column, index) => column.split(',').map(cell => unpack(cell, contents[index])))
  const portionLines = file.portions.split('\n')
  const place = new Map(ids.map((id, at) => [id, at]))
  const everyday = file.everyday.map(row => openEveryday(row, file, names, place))
  const everydayAt = new Map(everyday.map(food => [food.at, food]))
  return {
    source: file.source,
    ids,
    names,
    groups: file.group.map(group => file.groups[group] ?? ''),
    everyday,
    place,
    everydayAt,
    together: new Map(file.families.flatMap(([name, most]) => (most === null ? [] : [[name, most] as const]))),
    per100: (at, content) => columns[contents.indexOf(content)]?.[at] ?? null,
    nameOf: at => everydayAt.get(at)?.name ?? names[at] ?? '',
    portionsOf: at => {
      const usual = everydayAt.get(at)?.portion
      const own = openPortions(portionLines[at] ?? '', file.units)
      return usual ? [usual, ...own.filter(({ grams }) => Math.abs(grams - usual.grams) > 0.5)] : own
    },
  }
}

const unpack = (cell: string, content: Content | undefined): number | null =>
  cell === '' || content === undefined ? null : Number(cell) / 10 ** decimalsOf[content]

function openPortions(line: string, units: readonly string[]): readonly Portion[] {
  if (line === '') return []
  return line.split(' ').map(part => {
    const [amount = '', unit = '', grams = ''] = part.split(':')
    return { words: `${amount || 1} ${units[Number(unit)] ?? ''}`, grams: Number(grams) }
  })
}

function openEveryday(
  row: EverydayRow,
  file: FoodFile,
  names: readonly string[],
  place: ReadonlyMap<number, number>,
): EverydayFood {
  const [id, name, also, group, diet, contains, words, grams, most, set, family] = row
  return {
    at: place.get(id) ?? -1,
    id,
    name,
    also,
    group: foodGroups[group] ?? 'mixed',
    diet: diets[diet] ?? 'omnivore',
    contains: avoidables.filter((_word, bit) => contains & (1 << bit)),
    portion: { words, grams },
    most,
    kind: (names[place.get(id) ?? -1] ?? name).split(',')[0] ?? name,
    family: file.families[family]?.[0] ?? '',
    isSuggested: (set & flags.suggest) !== 0,
    isLeafy: (set & flags.leafy) !== 0,
    isStaple: (set & flags.staple) !== 0,
    isForPregnancy: (set & flags.notInPregnancy) === 0,
  }
}
