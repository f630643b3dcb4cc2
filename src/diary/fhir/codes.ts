/**
 * The codes of the FHIR export. LOINC is free to use. Of SNOMED CT, only identifiers and names of its Global Patient
 * Set are used, as listed there (CC BY-ND 4.0, SNOMED International). Anything without a verified code is exported as
 * text.
 */
import type { Complaint, Region } from '../../knowledge/vocabulary.ts'
import type { EventOf } from '../event.ts'

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

export interface Concept {
  readonly coding?: readonly Coding[]
  readonly text: string
}

const loinc = (code: string, display: string): Coding => ({ system: 'http://loinc.org', code, display })
const snomed = (code: string, display: string): Coding => ({ system: 'http://snomed.info/sct', code, display })
export const hl7 = (codeSystem: string, code: string, display: string): Coding => ({
  system: `http://terminology.hl7.org/CodeSystem/${codeSystem}`,
  code,
  display,
})

/** The 0 to 10 numeric rating that the diary asks for, reported by the person. */
export const painSeverity: Concept = {
  coding: [loinc('72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported')],
  text: 'Pain severity, 0 to 10',
}
export const patientNote: Concept = { coding: [loinc('51855-5', 'Patient Note')], text: 'Diary of the person' }
export const pregnancyStatus: Concept = { coding: [loinc('82810-3', 'Pregnancy status')], text: 'Pregnancy status' }
export const pregnancyAnswer = (isPregnant: boolean): Concept =>
  isPregnant
    ? { coding: [loinc('LA15173-0', 'Pregnant')], text: 'Pregnant' }
    : { coding: [loinc('LA26683-5', 'Not pregnant')], text: 'Not pregnant' }

type Measured = EventOf<'measured'>['what']
interface Measure {
  readonly code: Concept
  /** UCUM. */
  readonly unit: string
  readonly said: string
}
const mineral = (name: string, unit: string, said: string): Measure => ({ code: { text: `${name} eaten` }, unit, said })

export const measures: Readonly<Record<Measured, Measure>> = {
  steps: {
    code: { coding: [loinc('55423-8', 'Number of steps in unspecified time Pedometer')], text: 'Steps' },
    unit: '{steps}',
    said: 'steps',
  },
  'sleep-minutes': {
    code: { coding: [loinc('93832-4', 'Sleep duration')], text: 'Sleep duration' },
    unit: 'min',
    said: 'minutes',
  },
  'magnesium-mg': mineral('Magnesium', 'mg', 'mg'),
  'potassium-mg': mineral('Potassium', 'mg', 'mg'),
  'calcium-mg': mineral('Calcium', 'mg', 'mg'),
  'sodium-mg': mineral('Sodium', 'mg', 'mg'),
  'zinc-mg': mineral('Zinc', 'mg', 'mg'),
  'vitamin-d-ug': mineral('Vitamin D', 'ug', 'micrograms'),
}

/** The code of an episode. A spasm of the back is coded as pain there: the person felt it, but nobody examined it. */
export function episodeConcept(complaint: Complaint, region: Region, side: string | undefined): Concept {
  const where = side === undefined ? region : `${side === 'middle' ? 'middle of the' : side} ${region}`
  if (complaint === 'cramp') return { coding: [snomed('55300003', 'Cramp (finding)')], text: `Muscle cramp, ${where}` }
  const coding = backCodings[region]
  return { ...(coding ? { coding: [coding] } : {}), text: `Back pain or spasm, ${where}` }
}

const backCodings: Partial<Readonly<Record<Region, Coding>>> = {
  neck: snomed('81680005', 'Neck pain (finding)'),
  'upper back': snomed('161891005', 'Backache (finding)'),
  'mid back': snomed('161891005', 'Backache (finding)'),
  'low back': snomed('279039007', 'Low back pain (finding)'),
}
