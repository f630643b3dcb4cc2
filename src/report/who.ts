/** Who the report is about, as far as the person said. */
import type { Sex } from '../knowledge/vocabulary.ts'
import type { SectionInput } from './section-input.ts'

export interface Who {
  readonly name?: string
  readonly birthYear?: number
  /** As last given; a birth year is more reliable. */
  readonly age?: number
  readonly sex?: Sex
  /** Undefined if not given. */
  readonly pregnant?: boolean
  readonly pregnancyWeeks?: number
  /** Undefined: never asked. Empty: none. */
  readonly conditions?: readonly string[]
  readonly allergies?: readonly string[]
}

export function whoOf({ diary: { person }, name }: SectionInput): Who {
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
