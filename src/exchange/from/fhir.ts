/**
 * FHIR as JSON (R4, and what R5 renamed): a Bundle, a single resource, or one resource a line. Observations of pain,
 * steps and sleep, MedicationStatements and MedicationRequests are read. Entries marked as entered in error, or as not
 * taken, are listed and not added. Records of several people cannot be separated, so a file of several patients is
 * refused. Shapes: hl7.org/fhir/R4 bundle, observation, medicationstatement. Codes: LOINC 72514-3 and 38208-5 (pain, 0
 * to 10), 38214-3 (pain on another scale), 55423-8 and 41950-7 (steps), 93832-4 (sleep).
 */
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, listOf, numberOf, partOf, textOf } from '../json-value.ts'
import { type Misses, misses } from '../misses.ts'
import { painReadings, readingsAssumed } from '../pain-reading.ts'
import { request, statement } from './fhir-medicine.ts'
import { observation } from './fhir-observation.ts'
import { type Entry, peopleIn, type Resource, referencesOf, typeOf } from './fhir-references.ts'
import { timeOf } from './fhir-times.ts'

export const fhir: Importer = {
  readFrom: [
    'hl7.org/fhir/R4: bundle, observation, medicationstatement, medicationrequest, references, dosage',
    'loinc.org',
  ],
  recognisesJson: content => (Array.isArray(content) ? content.some(isResource) : isResource(content)),
  readJson: read,
}

const isResource = (content: Json): boolean => /^[A-Z][A-Za-z]+$/.test(typeOf(content))

function read(content: Json, { zone }: Tools): Read {
  const entries = entriesOf(content)
  const references = referencesOf(entries)
  const people = peopleIn(
    entries.flatMap(({ resource }) => {
      const subject = references.subjectOf(resource)
      return subject && 'person' in subject ? [subject.person] : []
    }),
  )
  if (people.length > 1)
    return { ok: false, problem: 'records of more than one person: export the records of yourself alone' }
  const missed = misses('entry')
  const readings = painReadings('fhir')
  const asserted = timeOf(partOf(content, 'timestamp'), zone)
  const found = entries.flatMap(
    limited(({ resource }, index): readonly FoundEvent[] => {
      const of = refusing(resource, index + 1, missed)
      const about = references.subjectOf(resource)
      if (about && 'thing' in about) return of.refuse(typeOf(resource), `it is about a ${about.thing}, not about you`)
      switch (typeOf(resource)) {
        case 'Observation':
          return observation(of, zone, readings)
        case 'MedicationStatement':
        case 'MedicationUsage':
          return statement(of, zone, asserted, references)
        case 'MedicationRequest':
          return request(of, zone, asserted, references)
        case 'Patient':
          missed.leaveOut('Patient', 'whom the records are about')
          return []
        case 'Medication':
          missed.leaveOut('Medication', 'read with the record that names it')
          return []
        case '':
          return of.refuse('An entry', 'it is no resource, or cut off')
        default:
          return of.refuse(typeOf(resource), 'Unknot reads observations and medicines')
      }
    }),
  )
  const assumed =
    found.length > 0 ? ['A time without a zone is taken in the zone of this device.', readingsAssumed] : []
  return readAs(missed, entries.length, { found, assumed: [...warnings(content, entries), ...assumed] })
}

function refusing(resource: Json, place: number, missed: Misses): Resource {
  return {
    resource,
    place,
    refuse(what, why) {
      missed.add(place, what, why)
      return []
    },
  }
}

/** A Bundle may be in a list, or in another Bundle. */
function entriesOf(content: Json, fullUrl = '', depth = 0): readonly Entry[] {
  if (Array.isArray(content)) return content.flatMap(each => entriesOf(each, '', depth))
  if (typeOf(content) !== 'Bundle' || depth > 3) return [{ resource: content, fullUrl }]
  return listOf(partOf(content, 'entry')).flatMap(entry =>
    entriesOf(partOf(entry, 'resource'), textOf(partOf(entry, 'fullUrl')), depth + 1),
  )
}

function warnings(content: Json, entries: readonly Entry[]): readonly string[] {
  const isMore = (numberOf(partOf(content, 'total')) ?? 0) > entries.length
  const hasNext = isMore || listOf(partOf(content, 'link')).some(link => textOf(partOf(link, 'relation')) === 'next')
  return [...(entries.some(isOwn) ? [ownAssumed] : []), ...(hasNext ? [firstPage] : [])]
}

/** The document that Unknot itself writes (src/diary/fhir/): its JSON export contains more, and keeps the ids. */
const isOwn = ({ resource }: Entry): boolean =>
  typeOf(resource) === 'Composition' && textOf(partOf(resource, 'title')) === 'Diary of spasms and cramps'
const ownAssumed = 'Unknot wrote this. If it came from this diary, leave it: all would be there twice.'
const firstPage = 'This is one page of several. The records of the next pages are not in it: export all pages.'
