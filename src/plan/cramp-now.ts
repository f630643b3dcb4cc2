/**
 * A cramp of a limb that is happening now: the signs that stop its release, and the advice once the cramp is over. The
 * release is the only remedy shown before the check, so its signs are asked on the same screen.
 */
import type { PlanLines } from '../knowledge/plan-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'
import { clotFindings } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import { assess } from './assess.ts'
import type { PlanKnowledge } from './knowledge.ts'
import { afterCrampFor, type Said } from './lines.ts'
import { situationOf } from './situation.ts'
import { tableFor } from './table.ts'

const legs = ['calf', 'foot', 'hamstring', 'front thigh', 'inner thigh', 'shin'] as const

/** Only a limb is released before the check: a cramp of the trunk may come from the heart, a lung or the belly. */
export const limbs = [...legs, 'hand', 'forearm'] as const satisfies readonly Region[]
export type Limb = (typeof limbs)[number]

export const isLimb = (region: Region): region is Limb => limbs.some(limb => limb === region)

/** A cramp that lasts longer than this many minutes is no longer an ordinary one (sources `nhslc`, `hal2017`). */
export const longMinutes = 10

const dangers = ['chest-pain', 'breathless-new', 'limb-cold-pale', 'dark-urine', 'confusion'] as const
export type CrampSign = (typeof clotFindings)[number] | (typeof dangers)[number] | 'cramp-over-10min'

/** The signs to ask beside the release; `minutes` is how long the cramp has lasted on the screen. */
export const crampSigns = (region: Limb, minutes: number): readonly CrampSign[] => [
  ...(minutes >= longMinutes ? (['cramp-over-10min'] as const) : []),
  ...(legs.some(leg => leg === region) ? clotFindings : []),
  ...dangers,
]

/** The signs that were not answered no yet. */
export const openCrampSigns = ({ absent }: Case, region: Limb, minutes: number): readonly CrampSign[] =>
  crampSigns(region, minutes).filter(sign => !absent.includes(sign))

/** Is a clot possible here, from a sign of this case or of an earlier one? Then nothing is released. */
export const isClotPossible = ({ present, unsure }: Case, region: Limb): boolean =>
  legs.some(leg => leg === region) && clotFindings.some(sign => present.includes(sign) || unsure.includes(sign))

/**
 * Advice that may keep the cramp from coming back tonight: none while one of its signs is open. `today` is YYYY-MM-DD,
 * and a line past its review date is not shown.
 */
export function adviceAfterCramp(
  knowledge: Pick<PlanKnowledge, 'triage' | 'plans'> & { readonly lines: PlanLines },
  given: Case,
  minutes: number,
  today: string,
): readonly Said[] {
  const { region } = given
  if (region === undefined || !isLimb(region) || openCrampSigns(given, region, minutes).length > 0) return []
  const table = tableFor(knowledge.plans, given.complaint, region)
  return afterCrampFor(
    knowledge.lines,
    situationOf(knowledge.triage, given, table, assess(knowledge.triage, given)),
    today,
  )
}
