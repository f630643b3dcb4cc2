/** The table and the phase of a plan. */
import type { PlanTable } from '../knowledge/remedy-schema.ts'
import type { Complaint, Phase, Region } from '../knowledge/vocabulary.ts'
import { limits } from '../remedies/limits.ts'

/** The phase for a number of hours since the onset. */
export function phaseOf(hours: number | undefined): Phase {
  if (hours === undefined || hours < 6) return '0-6'
  if (hours < 24) return '6-24'
  return hours < limits.restHours ? '24-48' : '48+'
}

/**
 * The table for a complaint at a place. Some pairs have none (a cramp in the low back is a back spasm; a back complaint
 * in the calf is a cramp): they use the other table of the place, so that every case has a plan. Without a place it is
 * the low back or the calf.
 */
export function tableFor(
  plans: Readonly<Record<string, PlanTable>>,
  complaint: Complaint,
  at: Region | undefined,
): PlanTable {
  const region = at ?? defaultRegion[complaint]
  const tables = Object.values(plans).filter(table => table.region === region)
  const table = tables.find(each => each.complaint === complaint) ?? tables[0]
  if (table === undefined) throw new Error(`no plan table for ${region}`)
  return table
}

const defaultRegion: Readonly<Record<Complaint, Region>> = { back: 'low back', cramp: 'calf' }
