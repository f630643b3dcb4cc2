/** Does a person take the medicines of an urgent combination, at the time that it requires? */
import type { Since, UrgentCombination } from '../knowledge/medicine-schema.ts'

/** The medicines that a person takes or took. Days count back from now; an unknown start is missing. */
export interface Taking {
  /** Ids of medicines and groups currently taken. */
  readonly medicines: readonly string[]
  readonly days: Readonly<Record<string, { readonly started?: number; readonly stopped?: number }>>
}

export type MedicineNeeds = Pick<UrgentCombination, 'takes'> &
  Partial<Pick<UrgentCombination, 'count' | 'alongside' | 'together' | 'since'>>

/**
 * The medicines for which a combination counts for this person; none if it does not. `hasFinding` answers for the
 * findings of `since`. An unknown start counts as long ago, because unknown is never no.
 */
export function counting(rule: MedicineNeeds, taking: Taking, hasFinding: (id: string) => boolean): readonly string[] {
  const takes = (id: string) => taking.medicines.includes(id)
  const known = new Set([...taking.medicines, ...Object.keys(taking.days)])
  const counted = rule.takes.filter(id => known.has(id) && inTime(rule.since, id, taking, hasFinding))
  // Only pairs need two medicines.
  const isAlongside = rule.alongside?.some(takes) ?? rule.together === undefined
  const pair = rule.together?.find(ids => ids.every(takes))
  if (isAlongside && counted.length >= (rule.count ?? 1)) return counted
  return pair?.filter(id => rule.takes.includes(id)) ?? []
}

function inTime(since: Since | undefined, id: string, taking: Taking, hasFinding: (id: string) => boolean): boolean {
  const isTaken = taking.medicines.includes(id)
  if (since === undefined) return isTaken
  const { started, stopped } = taking.days[id] ?? {}
  if (since.taken && isTaken) return true
  if (since.started && isTaken && (started === undefined || within(started, since.started))) return true
  if (since.stopped && !isTaken && stopped !== undefined && within(stopped, since.stopped)) return true
  return isTaken && (since.findings?.some(hasFinding) ?? false)
}

const within = (days: number, { gte, lte }: NonNullable<Since['started']>): boolean =>
  (gte === undefined || days >= gte) && (lte === undefined || days <= lte)
