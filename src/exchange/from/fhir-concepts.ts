/** Coded concepts of FHIR: their words, their codes, and the place of the body that they name. */
import type { Region } from '../../knowledge/vocabulary.ts'
import { regionIn } from '../body-words.ts'
import { type Json, listOf, partOf, textOf } from '../json-value.ts'

const loinc = 'http://loinc.org'
const snomed = 'http://snomed.info/sct'

/**
 * SNOMED CT's body structures that are a region of the body map. The identifiers were seen in public FHIR and DICOM
 * code with these names; `undefined` is a place that the body map does not have as one region.
 */
const places: ReadonlyMap<string, Region | undefined> = new Map([
  ['45048000', 'neck'],
  ['37822005', 'low back'],
  ['46862004', 'buttock'],
  ['818983003', 'abdomen'],
  ['113345001', 'abdomen'],
  ['85562004', 'hand'],
  ['14975008', 'forearm'],
  ['53840002', 'calf'],
  ['56459004', 'foot'],
  // "Back structure, including back of neck", and "Structure of back of trunk".
  ['77568009', undefined],
])

const codesOf = (concept: Json, system: string): readonly string[] =>
  listOf(partOf(concept, 'coding')).flatMap(coding =>
    textOf(partOf(coding, 'system')) === system ? [textOf(partOf(coding, 'code'))] : [],
  )

export const loincOf = (concept: Json): readonly string[] => codesOf(concept, loinc)

/** In words: its text, or any display of its codes; never a bare code. */
export function wordsOf(concept: Json): string {
  const displays = listOf(partOf(concept, 'coding')).map(coding => textOf(partOf(coding, 'display')))
  return textOf(partOf(concept, 'text')) || (displays.find(Boolean) ?? '')
}

/** The codes, to say in a list which concept has no words. */
export const codesIn = (concept: Json): string =>
  listOf(partOf(concept, 'coding'))
    .map(coding => textOf(partOf(coding, 'code')))
    .filter(Boolean)
    .join(', ')

/** By its code; by its words only if no code is known. */
export function placeOf(concept: Json): Region | undefined {
  const known = codesOf(concept, snomed).find(code => places.has(code))
  return known === undefined ? regionIn(wordsOf(concept)) : places.get(known)
}
