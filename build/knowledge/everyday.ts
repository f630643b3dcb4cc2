/** The everyday set: the rule and the reviewed list give its rows, and every food that the rule forbids is an error. */

import type { EverydaySet } from '../../src/knowledge/nutrition-schema.ts'
import { type Avoidable, avoidables, diets, foodGroups } from '../../src/knowledge/vocabulary.ts'
import type { EverydayRow, FoodFile } from '../../src/nutrition/food-file.ts'
import { flags } from '../../src/nutrition/food-file.ts'
import type { Entry, Faults } from './files.ts'
import type { FoodLine } from './food-table.ts'

const fewest = 600
const most = 1600

/** The kinds of everyday food, each with the largest sensible amount of all its foods. */
export function familiesOf({ sections }: Pick<AllFoods, 'sections'>): FoodFile['families'] {
  const families = new Map<string, number | null>()
  for (const [id, { family = id, together = null }] of Object.entries(sections)) families.set(family, together)
  return [...families]
}

/** The everyday set with the sections of own entries and of foods that are only found by name. */
export interface AllFoods extends Omit<EverydaySet, 'sections'> {
  readonly sections: Readonly<
    Record<string, EverydaySet['sections'][string] & { readonly foundOnly?: boolean | undefined }>
  >
}

export function everydayRows(set: Entry<AllFoods>, lines: readonly FoodLine[], faults: Faults): readonly EverydayRow[] {
  const lineOf = new Map(lines.map(line => [line.id, line]))
  const names = new Map<string, string>()
  const families = familiesOf(set.value).map(([name]) => name)
  const seen = new Set<string>()
  const cooked = new RegExp(set.value.cookedNames, 'i')
  const rows = Object.entries(set.value.sections).flatMap(([sectionId, section]) =>
    Object.entries(section.foods).flatMap(([id, food]): EverydayRow[] => {
      const line = lineOf.get(Number(id))
      const wrong = (what: string) => faults.add(set.at(['sections', sectionId, 'foods', id]), `${food.name}: ${what}`)
      if (!line) {
        wrong(`there is no food ${id} in foods.tsv`)
        return []
      }
      if (seen.has(id)) wrong(`${id} stands twice`)
      seen.add(id)
      const twin = names.get(food.name.toLowerCase())
      if (twin) wrong(`has the name of ${twin}`)
      names.set(food.name.toLowerCase(), id)
      const why = section.foundOnly ? undefined : forbidden(set.value, line)
      if (why) wrong(`"${line.name}" may not stand here: ${why}`)
      const [words, grams] = food.portion ?? usualPortion(line, section.portions)
      const largest = food.most ?? section.most
      if (largest < grams / 2) wrong(`even half a portion of ${grams} g is above the largest amount, ${largest} g`)
      if (section.group === 'herbs-spices' && largest > set.value.never.mostOfSpices)
        wrong(`a spice is capped at ${set.value.never.mostOfSpices} g`)
      const diet = food.diet ?? section.diet
      const contains = [...(food.contains ?? section.contains)]
      const isFlesh = diet === 'omnivore' && (section.group === 'meat' || !contains.some(isSea))
      if (isFlesh) contains.push('meat')
      if (
        diet === 'vegan' &&
        contains.some(word => ['dairy', 'egg', 'fish', 'shellfish', 'pork', 'meat'].includes(word))
      )
        wrong('a vegan food contains no animal')
      const bits_ =
        ((food.suggest ?? section.suggest) ? flags.suggest : 0) |
        (food.leafy ? flags.leafy : 0) |
        (food.pregnancy === false ? flags.notInPregnancy : 0) |
        (set.value.staples.includes(line.id) ? flags.staple : 0) |
        ((food.ingredient ?? section.ingredient) ? flags.ingredient : 0) |
        (section.foundOnly ? flags.foundOnly : 0) |
        ((food.cooking ?? section.cooking ?? cooked.test(food.name)) ? flags.cooking : 0)
      return [
        [
          line.id,
          food.name,
          food.also ?? '',
          foodGroups.indexOf(section.group),
          diets.indexOf(diet),
          contains.reduce((bits, word) => bits | (1 << avoidables.indexOf(word)), 0),
          words,
          grams,
          largest,
          bits_,
          families.indexOf(section.family ?? sectionId),
        ],
      ]
    }),
  )
  for (const id of set.value.staples)
    if (!seen.has(String(id))) faults.add(set.at(['staples']), `the staple ${id} is not in the set`)
  if (rows.length < fewest || rows.length > most)
    faults.add(set.at(), `the everyday set has ${rows.length} foods, not ${fewest} to ${most}`)
  return rows
}

const isSea = (word: Avoidable) => word === 'fish' || word === 'shellfish'

/** Why the rule excludes a food, or nothing. */
export function forbidden(
  { never }: Pick<EverydaySet, 'never'>,
  { name, group }: Pick<FoodLine, 'name' | 'group'>,
): string | undefined {
  if (never.groups.includes(group)) return `the group ${group} is left out`
  return never.names.find(({ pattern }) => new RegExp(pattern).test(name))?.why
}

/** The first of the section's measures that USDA gives for the food, otherwise USDA's first, otherwise 100 g. */
function usualPortion(line: FoodLine, preferred: readonly string[]): readonly [words: string, grams: number] {
  const found = preferred
    .map(unit => line.portions.find(portion => portion.unit === unit || portion.unit.startsWith(`${unit} (`)))
    .find(portion => portion !== undefined)
  const { amount, unit, grams } = found ?? line.portions[0] ?? { amount: 100, unit: 'g', grams: 100 }
  return [`${amount} ${unit.replace(/ \(.*\)$/, '')}`, grams]
}
