/** Medicines as MedicationStatements, one for each medicine in the diary. */
import { utcTime } from '../../time.ts'
import type { MedicineUse } from '../diary.ts'
import type { DiaryEvent } from '../event.ts'
import { concept, maybe, partOf, plain, type Reference, type Resource } from './parts.ts'

export function medicationStatements(
  events: readonly DiaryEvent[],
  medicines: readonly MedicineUse[],
  patient: Reference,
): readonly Resource[] {
  const named = new Map<string, Named>()
  const name = (medicine: string, id: string, at: string, isTaken: boolean, dose?: string) => {
    const key = medicine.toLowerCase()
    const before = named.get(key)
    named.set(key, {
      id: before?.id ?? id,
      dose: dose ?? before?.dose,
      firstTaken: before?.firstTaken ?? (isTaken ? Date.parse(at) : undefined),
    })
  }
  for (const event of events) {
    const { type, id, at } = event
    if (type === 'medicine-taken' || type === 'medicine-started' || type === 'medicine-stopped')
      name(event.medicine, id, at, type === 'medicine-taken', event.dose)
    else if (type === 'profile-said')
      for (const [place, medicine] of (event.medicines ?? []).entries())
        name(medicine, partOf(id, 256 + place), at, false)
  }
  return medicines.flatMap(use => {
    const known = named.get(use.name.toLowerCase())
    return known === undefined ? [] : [statement(use, known, patient)]
  })
}

interface Named {
  readonly id: string
  readonly dose: string | undefined
  readonly firstTaken: number | undefined
}

function statement(use: MedicineUse, { id, dose, firstTaken }: Named, patient: Reference): Resource {
  const { name, isCurrent, startedAt, stoppedAt, timesTaken, lastTakenAt } = use
  const status = isCurrent ? 'active' : stoppedAt === undefined ? 'unknown' : 'stopped'
  const start = startedAt ?? firstTaken
  const end = isCurrent ? undefined : (stoppedAt ?? lastTakenAt)
  const isInOrder = start === undefined || end === undefined || end >= start
  const period = {
    ...maybe('start', start === undefined || !isInOrder ? undefined : utcTime(start)),
    ...maybe('end', end === undefined ? undefined : utcTime(end)),
  }
  const said = plain(dose ?? '')
  return {
    resourceType: 'MedicationStatement',
    id,
    status,
    medicationCodeableConcept: concept(name),
    subject: patient,
    informationSource: patient,
    ...maybe('effectivePeriod', Object.keys(period).length === 0 ? undefined : period),
    ...maybe('dosage', said === undefined ? undefined : [{ text: said }]),
    ...maybe('note', timesTaken === 0 ? undefined : [{ text: `Taken ${timesTaken} times in the diary.` }]),
  }
}
