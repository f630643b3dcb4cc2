/** The person as a Patient, and facts beyond an episode: conditions, allergies, pregnancy. */
import type { Person } from '../diary.ts'
import type { DiaryEvent } from '../event.ts'
import { hl7, pregnancyAnswer, pregnancyStatus } from './codes.ts'
import { concept, fhirTime, maybe, partOf, plain, type Reference, type Resource, survey } from './parts.ts'

const genders = { female: 'female', male: 'male', undisclosed: 'unknown' } as const

/** Without a name, unless one is given. */
export function patientOf(id: string, { sex, birthYear, country }: Person, name: string | undefined): Resource {
  const called = plain(name ?? '')
  return {
    resourceType: 'Patient',
    id,
    ...maybe('name', called === undefined ? undefined : [{ text: called }]),
    ...maybe('gender', sex === undefined ? undefined : genders[sex]),
    ...maybe('birthDate', birthYear === undefined ? undefined : String(birthYear)),
    ...maybe('address', country === undefined ? undefined : [{ country }]),
  }
}

/** The latest value of each fact; the event that gave it is the id of the resource. */
export function lastingFacts(events: readonly DiaryEvent[], person: Person, patient: Reference): readonly Resource[] {
  const lastSaying = (field: 'conditions' | 'allergies' | 'pregnant') =>
    events.findLast(event => event.type === 'profile-said' && event[field] !== undefined)
  const [conditions, allergies, pregnant] = [lastSaying('conditions'), lastSaying('allergies'), lastSaying('pregnant')]
  const unconfirmed = (system: string) => ({ coding: [hl7(system, 'unconfirmed', 'Unconfirmed')] })
  return [
    ...(conditions === undefined ? [] : (person.conditions ?? [])).map(
      (text, place): Resource => ({
        resourceType: 'Condition',
        id: partOf(conditions?.id ?? '', 1024 + place),
        clinicalStatus: { coding: [hl7('condition-clinical', 'active', 'Active')] },
        verificationStatus: unconfirmed('condition-ver-status'),
        category: [{ coding: [hl7('condition-category', 'problem-list-item', 'Problem List Item')] }],
        code: concept(text),
        subject: patient,
        recordedDate: fhirTime(conditions?.at ?? ''),
        asserter: patient,
      }),
    ),
    ...(allergies === undefined ? [] : (person.allergies ?? [])).map(
      (text, place): Resource => ({
        resourceType: 'AllergyIntolerance',
        id: partOf(allergies?.id ?? '', 2048 + place),
        clinicalStatus: { coding: [hl7('allergyintolerance-clinical', 'active', 'Active')] },
        verificationStatus: unconfirmed('allergyintolerance-verification'),
        code: concept(text),
        patient,
        recordedDate: fhirTime(allergies?.at ?? ''),
        asserter: patient,
      }),
    ),
    ...(pregnant === undefined || person.pregnant === undefined
      ? []
      : [
          {
            resourceType: 'Observation',
            id: partOf(pregnant.id, 1),
            status: 'final',
            category: survey,
            code: pregnancyStatus,
            subject: patient,
            performer: [patient],
            effectiveDateTime: fhirTime(pregnant.at),
            valueCodeableConcept: pregnancyAnswer(person.pregnant),
            ...maybe(
              'note',
              person.pregnancyWeeks === undefined
                ? undefined
                : [{ text: `${person.pregnancyWeeks} weeks when it was told.` }],
            ),
          },
        ]),
  ]
}
