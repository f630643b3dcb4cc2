/** The parts of FHIR R4 that the forms use, and their codes. */

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

export interface EnableWhen {
  readonly question: string
  readonly operator: '='
  readonly answerCoding: Omit<Coding, 'display'>
}

export interface Item {
  readonly linkId: string
  readonly text: string
  readonly type: 'group' | 'display' | 'choice' | 'integer' | 'decimal'
  readonly code?: readonly Coding[]
  readonly required?: boolean
  readonly extension?: readonly object[]
  readonly enableWhen?: readonly EnableWhen[]
  readonly enableBehavior?: 'any'
  readonly answerOption?: readonly { readonly valueCoding: Coding }[]
  readonly item?: readonly Item[]
}

export interface Questionnaire {
  readonly resourceType: 'Questionnaire'
  readonly id: string
  readonly url: string
  readonly version: string
  readonly name: string
  readonly title: string
  readonly status: 'draft'
  readonly experimental: true
  readonly subjectType: readonly ['Patient']
  readonly description: string
  readonly copyright: string
  readonly item: readonly Item[]
}

export interface Answer {
  readonly valueCoding?: { readonly system?: string; readonly code?: string }
  readonly valueInteger?: number
  readonly valueDecimal?: number
}

export interface ResponseItem {
  readonly linkId: string
  readonly text?: string
  readonly answer?: readonly (Answer & { readonly item?: readonly ResponseItem[] })[]
  readonly item?: readonly ResponseItem[]
}

export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse'
  readonly questionnaire: string
  readonly status: 'completed' | 'in-progress'
  readonly item: readonly ResponseItem[]
}

const hl7 = (codeSystem: string, code: string, display: string): Coding => ({
  system: `http://terminology.hl7.org/CodeSystem/${codeSystem}`,
  code,
  display,
})

export const yes = hl7('v2-0136', 'Y', 'Yes')
export const no = hl7('v2-0136', 'N', 'No')
export const notSure = hl7('data-absent-reason', 'asked-unknown', 'Not sure')

/** Answers and questions by our own ids. */
export const ours = (kind: 'finding' | 'gate' | 'sex' | 'detail', code: string, display: string): Coding => ({
  system: `urn:unknot:${kind}`,
  code,
  display,
})
