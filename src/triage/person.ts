/**
 * What is known about a person, prepared for the rules: answers as sets, and every word of the case as findings and
 * facts.
 */
import type { Complaint, Region, Sex } from '../knowledge/vocabulary.ts'

export interface Known {
  readonly complaint: Complaint
  readonly region: Region | undefined
  readonly present: ReadonlySet<string>
  /** The part of it that the complaint and its place say by themselves. */
  readonly said: ReadonlySet<string>
  readonly absent: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
  readonly age: number | undefined
  readonly sex: Sex | undefined
  readonly hours: number | undefined
  readonly pregnancyWeeks: number | undefined
}

/** Was it answered at all: yes, no or not sure? */
export const isAnswered = ({ present, absent, unsure }: Known, id: string): boolean =>
  present.has(id) || absent.has(id) || unsure.has(id)
