/**
 * The question "rich in what?" as every interface asks it, read from parsed JSON. Age and sex may stay unsaid: shares
 * then are of the higher target of women and men. Conditions and medicines that are unsaid stay unknown.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import { cautionsFor } from './cautions.ts'
import type { FoodTable } from './food-table.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import { type Eater, parseProfile } from './person.ts'
import { isNutrient, type RichFilter, type RichQuestion, richBases, richFilters } from './rich-in.ts'
import { targetsFor } from './targets.ts'

export type ParsedRichQuestion =
  | { readonly ok: true; readonly question: RichQuestion }
  | { readonly ok: false; readonly error: string }

/** The keys of the person, as in a profile. */
const ofPerson = [
  'age',
  'sex',
  'lifeStage',
  'reference',
  'conditions',
  'medicines',
  'diet',
  'avoid',
  'dislike',
] as const
const keys = ['richIn', 'per', 'filters', ...ofPerson]

/** Years; adults between 31 and 50 share their targets. */
const assumedAge = 40

/** The error is one line: what, where, how to mend it. */
export function parseRichQuestion(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  from: Readonly<Record<string, unknown>>,
  unknownConditions: 'refused' | 'kept' = 'refused',
): ParsedRichQuestion {
  const wrong = (error: string) => ({ ok: false, error }) as const
  const strange = Object.keys(from).find(key => !keys.includes(key))
  if (strange !== undefined) return wrong(`there is no "${strange.slice(0, 40)}": there is ${keys.join(', ')}`)
  const asked = wordsOf(from.richIn).map(nutrientOf)
  const unknown = asked.find(word => !isNutrient(word))
  if (unknown !== undefined)
    return wrong(`richIn has "${unknown.slice(0, 40)}": give one or two of ${nutrients.join(', ')}`)
  const [first, second, third] = [...new Set(asked.filter(isNutrient))]
  if (first === undefined || third !== undefined)
    return wrong(
      `richIn names ${first === undefined ? 'nothing' : 'more than two'}: give one or two of ${nutrients.join(', ')}`,
    )
  const per = richBases.find(word => word === (from.per ?? 'portion'))
  if (per === undefined)
    return wrong(`per is ${JSON.stringify(from.per)?.slice(0, 40)}: give one of ${richBases.join(', ')}`)
  const filters = wordsOf(from.filters)
  const strangeFilter = filters.find(word => !isFilter(word))
  if (strangeFilter !== undefined)
    return wrong(`filters has "${strangeFilter.slice(0, 40)}": give some of ${richFilters.join(', ')}`)
  const person = Object.fromEntries(ofPerson.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]]])))
  const parsed = parseProfile(
    knowledge,
    table,
    { ...person, age: from.age ?? assumedAge, sex: from.sex ?? 'female' },
    unknownConditions,
  )
  if (!parsed.ok) return parsed
  const eaters: readonly Eater[] =
    from.sex === undefined && parsed.profile.lifeStage === 'none'
      ? [parsed.profile, { ...parsed.profile, sex: 'male' }]
      : [parsed.profile]
  return {
    ok: true,
    question: {
      nutrients: second === undefined ? [first] : [first, second],
      per,
      filters: filters.filter(isFilter),
      targets: highestTargets(knowledge, eaters),
      cautions: cautionsFor(knowledge, parsed.profile),
      isForPregnancy: parsed.profile.lifeStage !== 'none',
      diet: parsed.profile.diet,
      avoid: parsed.profile.avoid,
      dislike: parsed.profile.dislike,
    },
  }
}

/** Words in a list, or in one text with commas between them. */
function wordsOf(value: unknown): readonly string[] {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : []
  return list.map(word => word.trim().toLowerCase()).filter(word => word !== '')
}

/** "Vitamin D" and "vitamin-d" are one. */
const nutrientOf = (word: string): string => word.replace(/\s+/g, '-')

const isFilter = (word: string): word is RichFilter => richFilters.some(known => known === word)

function highestTargets(
  knowledge: NutritionKnowledge,
  eaters: readonly Eater[],
): Readonly<Record<Nutrient, number | null>> {
  const sets = eaters.map(eater => targetsFor(knowledge, eater).nutrients)
  const highest = (nutrient: Nutrient): number | null => {
    const known = sets.flatMap(set => set[nutrient].target ?? [])
    return known.length === 0 ? null : Math.max(...known)
  }
  return Object.fromEntries(nutrients.map(nutrient => [nutrient, highest(nutrient)])) as Record<Nutrient, number | null>
}
