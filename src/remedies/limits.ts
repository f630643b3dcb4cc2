/**
 * The hard limits. They apply whatever the knowledge says: a method that exceeds them is not offered.
 *
 * Heat: contact burns depend on temperature and time (Moritz & Henriques 1947; ISO 13732-1; sources `moritz1947`,
 * `iso13732`). Cold: frostnip and nerve injury (`bleakley2007`). Drinks: exercise-associated low sodium
 * (`hewbutler2015`); in heat work the most that NIOSH advises, well under the 1.4 l an hour that it says never to
 * exceed (`niosh-hydration`).
 */

import type { Method, Part, Remedy } from '../knowledge/remedy-schema.ts'
import { dayLong, hourLong } from '../time.ts'

/** Degrees are Celsius on the skin or in the water. */
export const limits = {
  heat: { mostDegrees: 43, mostMinutes: 20 },
  /** An air-activated wrap is cooler and may stay on longer. */
  heatWrap: { mostDegrees: 40, mostMinutes: 480 },
  cold: { mostMinutes: 20 },
  heatAfterCreamHours: 4,
  /** Warm skin takes in more of a cream, and burns more (leaflet of capsaicin, source `cigna-capsaicin`). */
  creamAfterHeatHours: 1,
  /** Between warmth and cold on one place, until the skin is as before: the editors' own figure (0080, `contrast-wait`). */
  betweenHeatAndColdMinutes: 30,
  clotUnresolvedDays: 14,
  restHours: 48,
  drinkMillilitresPerHour: 800,
  heatWorkDrinkMillilitresPerHour: 950,
  urineColourBelowAge: 65,
  leastAge: 16,
  /** Of one day of a course, whatever its table says. */
  course: { mostWalkMinutes: 60, mostSets: 3 },
} as const

/** Findings that may mean a clot: no rubbing, no massage, and no release of a leg. */
export const clotFindings = ['leg-swollen-one', 'calf-tender-hot', 'calf-ache-constant'] as const

/** Is the method within the hard limits of its remedy, and each of its parts within those of what it does? */
export function isWithinLimits(kind: Remedy['kind'], method: Method): boolean {
  return isWithin(kind, method) && (method.parts ?? []).every(isPartWithin) && areApart(method.parts ?? [])
}

function isWithin(kind: Remedy['kind'], method: Pick<Method, 'minutes' | 'temperatureC'>): boolean {
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

/** Within a session only a pack is used, never a wrap that is worn longer. */
function isPartWithin({ kind, minutes, temperatureC }: Part): boolean {
  if (kind === 'heat' && minutes > limits.heat.mostMinutes) return false
  return kind === 'rest' || isWithin(kind, { minutes: [minutes, minutes], ...(temperatureC ? { temperatureC } : {}) })
}

/** Rests lie between warmth and cold, and nothing warm comes after a cream. */
function areApart(parts: readonly Part[]): boolean {
  return parts.every((later, at) =>
    parts.slice(0, at).every((earlier, before) => {
      const kinds = [earlier.kind, later.kind]
      if (earlier.kind === 'cream' && later.kind === 'heat') return false
      if (!kinds.includes('heat') || !kinds.includes('cold')) return true
      const rests = parts.slice(before + 1, at).filter(({ kind }) => kind === 'rest')
      return rests.reduce((sum, { minutes }) => sum + minutes, 0) >= limits.betweenHeatAndColdMinutes
    }),
  )
}

/** May heat be used now? Not within 4 hours of a cream, gel or patch. Times are milliseconds since 1970. */
export function mayHeatAfterCream(creamAt: number | undefined, now: number): boolean {
  return creamAt === undefined || now - creamAt >= limits.heatAfterCreamHours * hourLong
}

/** May a cream or gel go on now? Not within an hour of heat on that place. Times are milliseconds since 1970. */
export function mayCreamAfterHeat(heatEndedAt: number | undefined, now: number): boolean {
  return heatEndedAt === undefined || now - heatEndedAt >= limits.creamAfterHeatHours * hourLong
}

/** Does an unresolved clot sign still count? It does for 14 days. Times are milliseconds since 1970. */
export function isClotOpen(foundAt: number | undefined, now: number): boolean {
  return foundAt !== undefined && now - foundAt < limits.clotUnresolvedDays * dayLong
}

/** Facts with which an amount to drink must not be shown. */
const hidesDrinkTarget = ['fluid-limit', 'kidney-disease', 'dialysis', 'single-kidney', 'low-sodium', 'desmopressin']

/** May an amount to drink be shown? Not with heart or kidney disease or past low sodium; unsure counts as yes to them. */
export function mayShowDrinkTarget(presentOrUnsure: ReadonlySet<string>): boolean {
  return !hidesDrinkTarget.some(fact => presentOrUnsure.has(fact))
}

/** Was every fact that limits drinking answered no? Before the check, an unanswered fact is unknown. */
export const isDrinkUnlimited = (absent: ReadonlySet<string>): boolean =>
  hidesDrinkTarget.every(fact => absent.has(fact))

/**
 * The most to drink in an hour, in millilitres; more in hard work in the heat, where sweat is lost. Undefined if no
 * amount may be shown. "Not sure" about heat work counts as no, because a wider limit is never assumed.
 */
export function drinkCeiling(known: {
  readonly present: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
}): number | undefined {
  if (!mayShowDrinkTarget(new Set([...known.present, ...known.unsure]))) return undefined
  return known.present.has('heat-work') ? limits.heatWorkDrinkMillilitresPerHour : limits.drinkMillilitresPerHour
}

/** Facts with which the colour misleads, or with which drinking by it could be harmful. */
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
