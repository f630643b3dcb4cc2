/** Who the report is about, as far as the person said. */
import type { Sex } from '../knowledge/vocabulary.ts'
import type { Told } from './report.ts'

export interface Who {
  readonly name?: string
  readonly birthYear?: number
  /** As it was last said; a birth year is surer. */
  readonly age?: number
  readonly sex?: Sex
  /** Undefined: not said. */
  readonly pregnant?: boolean
  readonly pregnancyWeeks?: number
  /** Undefined: never asked. Empty: none. */
  readonly conditions?: readonly string[]
  readonly allergies?: readonly string[]
}

export function whoOf({ diary: { person }, name }: Told): Who {
  const { birthYear, age, sex, pregnant, pregnancyWeeks, conditions, allergies } = person
  const called = name?.trim()
  return {
    ...(called ? { name: called } : {}),
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(age === undefined || birthYear !== undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    ...(pregnant === undefined ? {} : { pregnant }),
    ...(pregnant !== true || pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    ...(conditions === undefined ? {} : { conditions: conditions.map(inWords) }),
    ...(allergies === undefined ? {} : { allergies }),
  }
}

const inWords = (condition: string): string => condition.replace(/-/g, ' ')
