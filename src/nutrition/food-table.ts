/** The table of foods: contents per 100 g, household measures, and which foods are everyday ones. */
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
import {
  decimalsOf,
  type EverydayRow,
  type FoodFile,
  flags,
  type MealKnowledge,
  type SmallChanges,
} from './food-file.ts'

/** A household measure and its weight. */
export interface Portion {
  readonly words: string
  readonly grams: number
}

/** A food that people commonly buy and cook. */
export interface EverydayFood {
  /** Its index in the table. */
  readonly at: number
  readonly id: number
  readonly name: string
  /** Other search words. */
  readonly also: string
  readonly group: FoodGroup
  readonly diet: Diet
  readonly contains: readonly Avoidable[]
  readonly portion: Portion
  /** The largest sensible daily amount, in grams. */
  readonly most: number
  /** Its kind in USDA's words: "Fish", "Milk", "Spinach". A menu has one food of a kind. */
  readonly kind: string
  /** Foods of a family share a largest sensible amount. */
  readonly family: string
  readonly isSuggested: boolean
  readonly isLeafy: boolean
  /** Known and eaten by most people. */
  readonly isStaple: boolean
  readonly isForPregnancy: boolean
  /** Goes into a dish; nobody eats it by the portion. */
  readonly isIngredient: boolean
  /** Must be cooked at home. */
  readonly needsCooking: boolean
}

export interface FoodTable {
  readonly source: string
  readonly ids: readonly number[]
  /** USDA's names. */
  readonly names: readonly string[]
  readonly groups: readonly string[]
  readonly everyday: readonly EverydayFood[]
  /** The index of a food, by FDC id. */
  readonly place: ReadonlyMap<number, number>
  readonly everydayAt: ReadonlyMap<number, EverydayFood>
  /** Every food with a plain name: the everyday ones, and those that are only found and logged. */
  readonly namedAt: ReadonlyMap<number, EverydayFood>
  /** The warning shown with a food. */
  readonly warningOf: (at: number) => string | undefined
  /** What an own entry is made of, in grams for 1 g of it; nothing for other foods. By number. */
  readonly partsOf: (food: number) => readonly { readonly food: number; readonly grams: number }[]
  readonly changes: SmallChanges
  readonly meals: MealKnowledge
  /** The largest sensible daily amount of a family, in grams, if set. */
  readonly together: ReadonlyMap<string, number>
  /** Per 100 g; null is unknown, never 0. */
  readonly per100: (at: number, content: Content) => number | null
  /** The plain name if there is one, otherwise USDA's. */
  readonly nameOf: (at: number) => string
  /** Household measures, the usual one first. */
  readonly portionsOf: (at: number) => readonly Portion[]
}

/** Unpacks the food file. Takes a few milliseconds; portions are parsed on demand. */
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
  const named = file.everyday.map(row => openEveryday(row, file, names, place))
  const everyday = named.filter((_food, row) => ((file.everyday[row]?.[9] ?? 0) & flags.foundOnly) === 0)
  const everydayAt = new Map(everyday.map(food => [food.at, food]))
  const namedAt = new Map(named.map(food => [food.at, food]))
  const warnings = new Map(file.warnings)
  const recipes = new Map(
    file.recipes.map(([id, weighs, parts]) => [id, parts.map(([food, grams]) => ({ food, grams: grams / weighs }))]),
  )
  return {
    source: file.source,
    ids,
    names,
    groups: file.group.map(group => file.groups[group] ?? ''),
    everyday,
    place,
    everydayAt,
    namedAt,
    warningOf: at => warnings.get(ids[at] ?? 0),
    partsOf: food => recipes.get(food) ?? [],
    changes: file.changes,
    meals: file.meals,
    together: new Map(file.families.flatMap(([name, most]) => (most === null ? [] : [[name, most] as const]))),
    per100: (at, content) => columns[contents.indexOf(content)]?.[at] ?? null,
    nameOf: at => namedAt.get(at)?.name ?? names[at] ?? '',
    portionsOf: at => {
      const usual = namedAt.get(at)?.portion
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
    isIngredient: (set & flags.ingredient) !== 0,
    needsCooking: (set & flags.cooking) !== 0,
  }
}
