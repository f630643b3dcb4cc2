/**
 * The hard limits. They hold whatever the knowledge says: a method past them is not offered.
 *
 * Heat: contact burns depend on temperature and time (Moritz & Henriques 1947; ISO 13732-1; sources `moritz1947`,
 * `iso13732`). Cold: frostnip and nerve injury (`bleakley2007`). Drinks: exercise-associated low sodium (`hewbutler2015`).
 */
import type { Method, Remedy } from '../knowledge/remedy-schema.ts'

/** Degrees are Celsius on the skin or in the water. */
export const limits = {
  heat: { mostDegrees: 43, mostMinutes: 20 },
  /** An air-activated wrap is cooler and may stay on longer. */
  heatWrap: { mostDegrees: 40, mostMinutes: 480 },
  cold: { mostMinutes: 20 },
  heatAfterCreamHours: 4,
  clotUnresolvedDays: 14,
  restHours: 48,
  drinkMillilitresPerHour: 800,
  urineColourBelowAge: 65,
  leastAge: 16,
} as const

/** Findings that may mean a clot: no rubbing, no massage, and the release of a leg stops. */
export const clotFindings = ['leg-swollen-one', 'calf-tender-hot', 'calf-ache-constant'] as const

/** Is the method inside the hard limits of its remedy? */
export function isWithinLimits(kind: Remedy['kind'], method: Method): boolean {
  const [, mostMinutes] = method.minutes ?? [0, 0]
  const [, mostDegrees] = method.temperatureC ?? [0, 0]
  if (kind === 'heat') {
    const isWrap = mostMinutes > limits.heat.mostMinutes
    const { mostDegrees: degrees, mostMinutes: minutes } = isWrap ? limits.heatWrap : limits.heat
    return mostDegrees <= degrees && mostMinutes <= minutes
  }
  if (kind === 'cold') return mostMinutes <= limits.cold.mostMinutes
  return true
}

/** May heat go on now? Not within 4 hours of a cream, gel or patch. Times are milliseconds since 1970. */
export function mayHeatAfterCream(creamAt: number | undefined, now: number): boolean {
  return creamAt === undefined || now - creamAt >= limits.heatAfterCreamHours * 3_600_000
}

/** Does a clot sign that was never resolved still hold? It does for 14 days. Times are milliseconds since 1970. */
export function isClotOpen(foundAt: number | undefined, now: number): boolean {
  return foundAt !== undefined && now - foundAt < limits.clotUnresolvedDays * 86_400_000
}

/** Facts with which an amount to drink must not be shown. */
const hidesDrinkTarget = ['fluid-limit', 'kidney-disease', 'dialysis', 'single-kidney', 'low-sodium', 'desmopressin']

/** May an amount to drink be shown? Not with heart or kidney disease or past low sodium; unsure counts as yes to them. */
export function mayShowDrinkTarget(presentOrUnsure: ReadonlySet<string>): boolean {
  return !hidesDrinkTarget.some(fact => presentOrUnsure.has(fact))
}

/** Facts with which the colour misleads, or with which drinking by it could harm. */
export const hidesUrineColours = [
  'kidney-disease',
  'dialysis',
  'single-kidney',
  'liver-disease',
  'fluid-limit',
  'heart-or-chest-on-effort',
  'low-sodium',
  'desmopressin',
  'urine-coloured',
] as const

/** May the urine colours be shown? Not at 65 or over, where they mislead (Hooper 2016), nor when the age is not known. */
export function mayShowUrineColours(age: number | undefined, presentOrUnsure: ReadonlySet<string>): boolean {
  const misleads = hidesUrineColours.some(fact => presentOrUnsure.has(fact))
  return age !== undefined && age < limits.urineColourBelowAge && !misleads
}
