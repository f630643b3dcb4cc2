/**
 * Names of the world and own entries: adds the words to the everyday foods, and works out each own entry from its parts.
 * An amount that is unknown in one part is unknown in the whole.
 */
import type { EverydaySet, NutritionCautions, WorldFoods } from '../../src/knowledge/nutrition-schema.ts'
import { type Avoidable, contents, diets } from '../../src/knowledge/vocabulary.ts'
import { type FoodFile, firstOwnEntry } from '../../src/nutrition/food-file.ts'
import type { AllFoods } from './everyday.ts'
import type { Entry, Faults } from './files.ts'
import type { FoodLine } from './food-table.ts'
import { bannedWords, longSentences, tooHard } from './readability.ts'

export interface WithWorld {
  readonly set: Entry<AllFoods>
  /** The table with the own entries. */
  readonly lines: readonly FoodLine[]
  readonly warnings: FoodFile['warnings']
  readonly recipes: FoodFile['recipes']
}

type WorldFood = WorldFoods['sections'][string]['foods'][string]
type Plain = EverydaySet['sections'][string]['foods'][string]

/** A part of a dish: a line of the table, and what people must avoid in it. */
interface Part {
  readonly line: FoodLine
  readonly grams: number
  readonly name: string
  readonly diet: (typeof diets)[number]
  readonly contains: readonly Avoidable[]
  readonly isLeafy: boolean
  readonly isForPregnancy: boolean
}

export function withWorldFoods(
  everyday: Entry<EverydaySet>,
  world: Entry<WorldFoods>,
  cautions: NutritionCautions | undefined,
  lines: readonly FoodLine[],
  faults: Faults,
): WithWorld {
  const partOf = partFinder({ ...world.value.sections, ...everyday.value.sections }, lines)
  const own: FoodLine[] = []
  const recipes: (readonly [number, number, readonly (readonly [number, number])[]])[] = []
  const warnings: (readonly [number, string])[] = []
  const sections: Record<string, AllFoods['sections'][string]> = namedMore(everyday.value, world, faults)
  for (const [id, section] of Object.entries(world.value.sections)) {
    const foods: Record<string, Plain> = {}
    for (const [number, food] of Object.entries(section.foods)) {
      const wrong = (what: string) => faults.add(world.at(['sections', id, 'foods', number]), `${food.name}: ${what}`)
      const { parts: named = {}, weighs, holds, from, caution, warning, ...plain } = food
      const parts = Object.entries(named).flatMap(([name, grams]): readonly Part[] => {
        const part = partOf(name)
        if (!part) wrong(`no everyday food is called "${name}", and no food has this number`)
        return part ? [{ ...part, name: name in nameless ? (nameless[name] ?? name) : part.name, grams }] : []
      })
      const isOwn = Number(number) >= firstOwnEntry
      if (parts.length > 0)
        recipes.push([Number(number), weighs ?? weightOf(parts), parts.map(({ line, grams }) => [line.id, grams])])
      if (isOwn !== (parts.length > 0 || holds !== undefined))
        wrong(`an own entry has a number from ${firstOwnEntry} and parts or amounts, and no other food has these`)
      if (holds && !from) wrong('says in `from` where its amounts are from')
      if (isOwn) own.push(ownLine(Number(number), food, parts, world.at(['sections', id, 'foods', number])))
      if (caution !== undefined && !cautions?.cautions[caution]) wrong(`unknown caution "${caution}"`)
      if ((warning === undefined) !== (caution === undefined)) wrong('a warning names the caution that it rests on')
      if (warning !== undefined) {
        const hard = tooHard([warning], 'plain', new Set())
        for (const fault of [...longSentences(warning, 'plain'), ...bannedWords(warning), ...(hard ? [hard] : [])])
          wrong(fault)
        warnings.push([Number(number), warning])
      }
      foods[number] = {
        ...plain,
        diet: strictest([plain.diet ?? section.diet, ...parts.map(({ diet }) => diet)]),
        contains: [...new Set([...(plain.contains ?? section.contains), ...parts.flatMap(({ contains }) => contains)])],
        ...(parts.some(({ isLeafy, grams }) => isLeafy && grams >= leastLeaves) ? { leafy: true } : {}),
        ...(parts.some(({ isForPregnancy }) => !isForPregnancy) ? { pregnancy: false } : {}),
      }
    }
    if (sections[id]) faults.add(world.at(['sections', id]), `everyday.yaml has a section ${id} too`)
    sections[id] = { ...section, foods }
  }
  return {
    set: { ...everyday, value: { ...everyday.value, sections } },
    lines: [...lines, ...own],
    warnings,
    recipes,
  }
}

/** Fewer leaves than this make no dish rich in vitamin K. */
const leastLeaves = 10

/** Plain words for parts that are in no plate by themselves. */
const nameless: Readonly<Record<string, string>> = { '173468': 'salt', '172804': 'baking powder', '173412': 'ghee' }

/** A part is named by its plain name, or by its number; its marks count either way. */
function partFinder(sections: AllFoods['sections'], lines: readonly FoodLine[]) {
  const lineOf = new Map(lines.map(line => [String(line.id), line]))
  const known = new Map<string, Omit<Part, 'grams'>>()
  for (const section of Object.values(sections))
    for (const [
      id,
      { name, diet = section.diet, contains = section.contains, leafy = false, pregnancy = true },
    ] of Object.entries(section.foods)) {
      const line = lineOf.get(id)
      const part = line && { line, name, diet, contains, isLeafy: leafy, isForPregnancy: pregnancy }
      if (part) known.set(name, part).set(id, part)
    }
  return (name: string): Omit<Part, 'grams'> | undefined => {
    const line = lineOf.get(name)
    const unnamed = line && {
      line,
      name: line.name,
      diet: 'vegan' as const,
      contains: [],
      isLeafy: false,
      isForPregnancy: true,
    }
    return known.get(name) ?? unnamed
  }
}

/** The sections of the everyday set, with more words to find their foods by. */
function namedMore({ sections }: EverydaySet, world: Entry<WorldFoods>, faults: Faults): EverydaySet['sections'] {
  const left = new Set(Object.keys(world.value.names))
  const more = Object.fromEntries(
    Object.entries(sections).map(([id, section]) => [
      id,
      {
        ...section,
        foods: Object.fromEntries(
          Object.entries(section.foods).map(([number, food]) => {
            const words = world.value.names[number]
            left.delete(number)
            return [number, words === undefined ? food : { ...food, also: `${food.also ?? ''} ${words}`.trim() }]
          }),
        ),
      },
    ]),
  )
  for (const id of left) faults.add(world.at(['names', id]), `the food ${id} is not in the everyday set`)
  return more
}

const strictest = (each: readonly (typeof diets)[number][]) =>
  diets[Math.max(...each.map(diet => diets.indexOf(diet)))] ?? 'omnivore'

const weightOf = (parts: readonly Part[]): number => parts.reduce((total, { grams }) => total + grams, 0)

function ownLine(id: number, { holds, from, weighs }: WorldFood, parts: readonly Part[], at: string): FoodLine {
  const sum = weightOf(parts)
  const whole = weighs ?? sum
  const values = contents.map((content, place) => {
    if (holds) return holds[content] ?? null
    // What weighs more or less than its parts took up or lost water.
    const water = content === 'water' ? whole - sum : 0
    const amounts = parts.map(({ line, grams }) => ((line.values[place] ?? Number.NaN) * grams) / 100)
    const total = amounts.reduce((all, amount) => all + amount, water)
    return Number.isNaN(total) ? null : Math.max(0, (100 * total) / whole)
  })
  const told = parts.map(({ name, grams }) => `${grams} g ${name.charAt(0).toLowerCase()}${name.slice(1)}`)
  const made = parts.length > 0 ? `worked out from USDA’s figures for ${told.join('; ')}` : from
  const note = parts.length > 0 && from ? `. ${from}` : ''
  return { id, group: 'Own entries', name: `Unknot’s own entry, ${made}${note}`, values, portions: [], at }
}
