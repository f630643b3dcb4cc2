/**
 * The person for whom a menu is made: one JSON format for the app, the command line, HTTP and the library. Input that
 * is not understood is an error that names it. Unanswered questions stay unknown, because an open question about
 * kidneys is not a "no".
 */
import {
  type Avoidable,
  avoidables,
  type Diet,
  type LifeStage,
  lifeStages,
  type Reference,
  references,
} from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { NutritionKnowledge } from './knowledge.ts'

/** A food by FDC id, and how much of it. */
export interface Amount {
  readonly food: number
  readonly grams: number
}

export interface Eater {
  /** Years. */
  readonly age: number
  readonly sex: 'female' | 'male'
  readonly lifeStage: LifeStage
  readonly reference: Reference
  /** Undefined if not answered. */
  readonly conditions: readonly string[] | undefined
  /** Ingredient ids, classes or names as given; undefined if not answered. */
  readonly medicines: readonly string[] | undefined
}

export interface Profile extends Eater {
  readonly id: string | number | undefined
  /** The foods eaten on the day. */
  readonly eaten: readonly Amount[]
  readonly avoid: readonly Avoidable[]
  readonly diet: Diet
  /** Foods never to propose. */
  readonly dislike: readonly number[]
  /** Foods this person usually eats. */
  readonly usual: readonly number[]
  /** Foods at home. */
  readonly home: readonly number[]
  /** Foods that must be in the menu. */
  readonly pin: readonly number[]
  /** Least and most energy of the day, in kcal, including what was eaten. */
  readonly energy: readonly [least: number, most: number]
  /** `gap`: a few foods on top of what was eaten; `day`: a whole day. */
  readonly mode: 'gap' | 'day'
}

export type ParsedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly error: string }

const keys = [
  'id',
  'age',
  'sex',
  'lifeStage',
  'reference',
  'eaten',
  'avoid',
  'diet',
  'dislike',
  'usual',
  'home',
  'pin',
  'conditions',
  'medicines',
  'energy',
  'mode',
]

class Refusal extends Error {}

/**
 * Reads a profile from parsed JSON. The error is one line: what, where, how to fix it. Conditions that Unknot does not
 * know are refused; those from a diary are kept, and make potassium an "ask".
 */
export function parseProfile(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  input: unknown,
  unknownConditions: 'refused' | 'kept' = 'refused',
): ParsedProfile {
  try {
    return { ok: true, profile: read(knowledge, table, input, unknownConditions) }
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, error: problem.message }
    throw problem
  }
}

function read(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  input: unknown,
  unknownConditions: 'refused' | 'kept',
): Profile {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    refuse('the profile is not an object: send {"age":34,"sex":"female"}')
  const from = input as Readonly<Record<string, unknown>>
  for (const key of Object.keys(from))
    if (!keys.includes(key)) refuse(`the profile has no "${key.slice(0, 40)}": it may have ${keys.join(', ')}`)
  const avoid = words(from.avoid, 'avoid')
  const foods = (key: string) => list(from[key] ?? [], key).map((food, at) => foodId(table, food, `${key}[${at}]`))
  const lifeStage = oneOf(from.lifeStage ?? 'none', lifeStages, 'lifeStage')
  const sex = oneOf(from.sex, ['female', 'male'] as const, 'sex')
  if (lifeStage !== 'none' && sex !== 'female') refuse(`lifeStage is "${lifeStage}", but sex is "male": mend one`)
  const dislike = foods('dislike')
  const pin = foods('pin')
  for (const food of pin) {
    if (dislike.includes(food)) refuse(`food ${food} is in dislike and in pin: keep one`)
    if (!table.everydayAt.has(table.place.get(food) ?? -1))
      refuse(`pin: food ${food} is not an everyday food: menus are made of everyday foods`)
  }
  return {
    id: idOf(from.id),
    age: number(from.age, 'age', 1, 120, 'years'),
    sex,
    lifeStage,
    reference: oneOf(from.reference ?? 'us-canada', references, 'reference'),
    eaten: list(from.eaten ?? [], 'eaten').map((value, at) => amount(table, value, `eaten[${at}]`)),
    avoid: avoid.filter(isAvoidable),
    diet: dietOf(from.diet, avoid),
    dislike,
    usual: foods('usual'),
    home: foods('home'),
    pin,
    conditions: asked(from.conditions, 'conditions')?.map(word =>
      unknownConditions === 'kept' ? word : condition(knowledge, word),
    ),
    medicines: asked(from.medicines, 'medicines'),
    energy: energyOf(from.energy),
    mode: oneOf(from.mode ?? 'gap', ['gap', 'day'] as const, 'mode'),
  }
}

function refuse(message: string): never {
  throw new Refusal(message)
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return (JSON.stringify(value) ?? 'missing').slice(0, 60)
}

function oneOf<const Word extends string>(value: unknown, among: readonly Word[], where: string): Word {
  const found = among.find(word => word === value)
  return found ?? refuse(`${where} is ${shown(value)}: give one of ${among.join(', ')}`)
}

function number(value: unknown, where: string, least: number, most: number, unit: string): number {
  if (typeof value !== 'number' || !(value >= least) || !(value <= most))
    refuse(`${where} is ${shown(value)}: give ${unit} from ${least} to ${most}`)
  return value
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) refuse(`${where} is ${shown(value)}: give a list`)
  if (value.length > 500) refuse(`${where} has ${value.length} entries: give at most 500`)
  return value
}

const words = (value: unknown, where: string): readonly string[] =>
  list(value ?? [], where).map((word, at) => {
    if (typeof word !== 'string' || word.trim() === '') refuse(`${where}[${at}] is ${shown(word)}: give a word`)
    return slug(word)
  })

/** Null and absent mean "not answered"; an empty list means "none". */
const asked = (value: unknown, where: string): readonly string[] | undefined =>
  value === undefined || value === null ? undefined : words(value, where)

const slug = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const isAvoidable = (word: string): word is Avoidable => avoidables.some(known => known === word)

/** A diet may be given as such or among the avoided foods. */
function dietOf(value: unknown, avoid: readonly string[]): Diet {
  for (const word of avoid)
    if (!isAvoidable(word) && word !== 'vegan' && word !== 'vegetarian')
      refuse(
        `avoid has no word "${word.slice(0, 40)}": give some of ${[...avoidables, 'vegetarian', 'vegan'].join(', ')}`,
      )
  const said =
    value === undefined || value === null
      ? 'omnivore'
      : oneOf(value, ['vegan', 'vegetarian', 'omnivore'] as const, 'diet')
  if (said === 'vegan' || avoid.includes('vegan')) return 'vegan'
  return said === 'vegetarian' || avoid.includes('vegetarian') ? 'vegetarian' : 'omnivore'
}

function condition(knowledge: NutritionKnowledge, word: string): string {
  if (knowledge.conditions.includes(word)) return word
  return refuse(
    `conditions has "${word.slice(0, 40)}", which Unknot does not know: it knows ${knowledge.conditions.join(', ')}`,
  )
}

function foodId(table: FoodTable, value: unknown, where: string): number {
  if (typeof value !== 'number' || !table.place.has(value))
    refuse(`${where} is ${shown(value)}: give the FDC id of a food, as "unknot foods banana" shows it`)
  return value
}

function amount(table: FoodTable, value: unknown, where: string): Amount {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(`${where} is ${shown(value)}: give {"food":173944,"grams":118}`)
  const from = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(from))
    if (key !== 'food' && key !== 'grams') refuse(`${where} has no "${key.slice(0, 40)}": it has food and grams`)
  return {
    food: foodId(table, from.food, `${where}.food`),
    grams: number(from.grams, `${where}.grams`, 0, 10_000, 'grams'),
  }
}

function energyOf(value: unknown): readonly [number, number] {
  if (value === undefined || value === null) return [1800, 2200]
  const pair = list(value, 'energy')
  if (pair.length !== 2) refuse('energy: give the least and the most kcal of the day, as [1800, 2200]')
  const least = number(pair[0], 'energy[0]', 0, 10_000, 'kcal')
  const most = number(pair[1], 'energy[1]', 0, 10_000, 'kcal')
  if (least > most) refuse(`energy is [${least}, ${most}]: the least comes first`)
  return [least, most]
}

function idOf(value: unknown): string | number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') return value
  return typeof value === 'string' ? value.slice(0, 200) : refuse(`id is ${shown(value)}: give text or a number`)
}
