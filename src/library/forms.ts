/** The check as FHIR forms, joined to the built knowledge. */

import type { Questionnaire } from '../forms/fhir.ts'
import { questionnaireFor } from '../forms/questionnaire.ts'
import { caseFrom } from '../forms/response.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Region } from '../knowledge/vocabulary.ts'
import type { ParsedCase } from '../triage/case.ts'

export { responseFrom } from '../forms/response.ts'

/** The check of one place of the body as a FHIR R4 Questionnaire. */
export const questionnaire = (region: Region, version: string): Questionnaire =>
  questionnaireFor(triageKnowledge, region, version)

/** The case that a QuestionnaireResponse tells, or one line of error. */
export const caseFromResponse = (input: unknown): ParsedCase => caseFrom(triageKnowledge, input)
