/** Numbers and units as other programs write them, and what a named amount means for the diary. */
import type { EventBody, EventOf } from '../diary/event.ts'

/** "7", "7.5" and "7,5". With "1,234" nobody knows which is meant, so it is no number. */
export function numberIn(text: string): number | undefined {
  const told = text.trim()
  if (!/^-?\d+([.,]\d+)?$/.test(told) || /^-?[1-9]\d{0,2},\d{3}$/.test(told)) return undefined
  return Number(told.replace(',', '.'))
}

/** As many digits as a diary needs, so that the order of adding up leaves no trace. */
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
  mg: 1,
  milligram: 1,
  g: 1000,
  gram: 1000,
  mcg: 0.001,
  ug: 0.001,
  µg: 0.001,
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
const toMilligrams = scaled(milligrams)
export const toMinutes = scaled(minutes)

type What = EventOf<'measured'>['what']

/** The minerals and the vitamin that the diary keeps, and in which unit. */
const nutrients: readonly (readonly [RegExp, What])[] = [
  [/\bmagnesium\b/i, 'magnesium-mg'],
  [/\bpotassium\b/i, 'potassium-mg'],
  [/\bcalcium\b/i, 'calcium-mg'],
  [/\bsodium\b/i, 'sodium-mg'],
  [/\bzinc\b/i, 'zinc-mg'],
  [/\bvitamin d\b/i, 'vitamin-d-ug'],
]
export const massOf = (what: What, value: number, unit: string): number | undefined => {
  const mg = toMilligrams(value, unit)
  return mg !== undefined && what === 'vitamin-d-ug' ? rounded(mg * 1000) : mg
}

/**
 * The event of an amount with a name and a unit: a drink, steps, sleep, a mineral. Undefined where the name or the unit
 * leaves any doubt; then it becomes a note, in the words of the file.
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
