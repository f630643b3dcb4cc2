/** The shapes of professionals who can help, and of the registers to check them. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Sentences = v.pipe(v.array(Sentence), v.minLength(1))

export const Professional = v.strictObject({
  name: Sentence,
  when: Sentence,
  may: Sentences,
  mayNot: Sentences,
  /** What to ask them. */
  ask: Sentences,
  sources: Sources,
  ...Review,
})
export type Professional = v.InferOutput<typeof Professional>

/** Registers of a country, by its ISO 3166-1 alpha-2 code. */
export const Registers = v.strictObject({
  name: Sentence,
  lists: v.pipe(v.array(v.strictObject({ who: Id, name: Sentence })), v.minLength(1)),
  sources: Sources,
  ...Review,
})
export type Registers = v.InferOutput<typeof Registers>
