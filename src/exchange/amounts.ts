/** Units in the notation of other programs, and the meaning of a named amount for the diary. */
import type { EventBody, EventOf } from '../diary/event.ts'

/** Rounds to the digits that a diary needs, so that the order of addition does not matter. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000

const millilitres: Readonly<Record<string, number>> = {
  ml: 1,
  milliliter: 1,
  millilitre: 1,
  cl: 10,
  dl: 100,
  deciliter: 100,
  l: 1000,
  liter: 1000,
  litre: 1000,
  fl_oz_us: 29.5735295625,
  fluidounce: 29.5735295625,
  fl_oz_imp: 28.4130625,
  cup_us: 236.5882365,
  pt_us: 473.176473,
}
const milligrams: Readonly<Record<string, number>> = {
  kg: 1_000_000,
  mg: 1,
  milligram: 1,
  g: 1000,
  gram: 1000,
  grams: 1000,
  mcg: 0.001,
  ug: 0.001,
  µg: 0.001,
  μg: 0.001,
  microgram: 0.001,
}
const minutes: Readonly<Record<string, number>> = {
  min: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hr: 60,
  hour: 60,
  hours: 60,
  s: 1 / 60,
  sec: 1 / 60,
  timer: 1 / 60,
}
const factor = (table: Readonly<Record<string, number>>, unit: string): number | undefined => {
  const name = unit.trim().toLowerCase()
  return Object.hasOwn(table, name) ? table[name] : undefined
}
const scaled = (table: Readonly<Record<string, number>>) => (value: number, unit: string) => {
  const by = factor(table, unit)
  return by === undefined ? undefined : rounded(value * by)
}

export const toMillilitres = scaled(millilitres)
export const toMilligrams = scaled(milligrams)
export const toMinutes = scaled(minutes)

type What = EventOf<'measured'>['what']

/** The minerals and the vitamin that the diary stores, with their units. */
const nutrients: readonly (readonly [RegExp, What])[] = [
  [/\bmagnesium\b/i, 'magnesium-mg'],
  [/\bpotassium\b/i, 'potassium-mg'],
  [/\bcalcium\b/i, 'calcium-mg'],
  [/\bsodium\b/i, 'sodium-mg'],
  [/\bzinc\b/i, 'zinc-mg'],
  [/\bvitamin d\b/i, 'vitamin-d-ug'],
]
/** Only vitamin D is counted in international units here: 40 of them are a microgram. */
export const massOf = (what: What, value: number, unit: string): number | undefined => {
  if (what !== 'vitamin-d-ug') return toMilligrams(value, unit)
  const by = internationalUnits.test(unit.trim()) ? 1 / unitsInMicrogram : factor(milligrams, unit)
  return by === undefined ? undefined : rounded(value * (by === 1 / unitsInMicrogram ? by : by * 1000))
}

/** IU in English, UI in French and Spanish, IE in German and Dutch, МЕ in Russian. */
const internationalUnits = /^(i\.?u|u\.?i|i\.?e|ме)\.?$/i
/** Seen in secondary copies of the definition (medicalalgorithms.com, dietpower.com): 1 IU is 0.025 µg of vitamin D3. */
const unitsInMicrogram = 40

/**
 * The event for an amount with a name and a unit: a drink, steps, sleep, a mineral. Undefined if the name or the unit
 * is in doubt; then it becomes a note in the words of the file.
 */
export function eventOfAmount(name: string, value: number, unit: string): EventBody | undefined {
  const ml = toMillilitres(value, unit)
  if (ml !== undefined && /\b(water|tea|coffee|milk|juice|drinks?|fluids?)\b/i.test(name))
    return { type: 'drank', drink: name, ml }
  if (/\bsteps?\b/i.test(name) && /^(steps?|count|num)?$/i.test(unit) && Number.isInteger(value))
    return { type: 'measured', what: 'steps', value }
  const slept = toMinutes(value, unit)
  if (slept !== undefined && /\b(sleep|slept|asleep)\b/i.test(name) && !/quality|score|nap/i.test(name))
    return { type: 'measured', what: 'sleep-minutes', value: slept }
  const nutrient = nutrients.find(([pattern]) => pattern.test(name))?.[1]
  const mass = nutrient && massOf(nutrient, value, unit)
  return nutrient && mass !== undefined ? { type: 'measured', what: nutrient, value: mass } : undefined
}
