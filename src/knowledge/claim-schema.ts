/** The shape of a claim: the claim itself, what the evidence says, how sure that is, and why it matters. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))

export const Claim = v.pipe(
  v.strictObject({
    topic: v.picklist(words.claimTopics),
    /** The claim as commonly told, in our words. It may promise too much. */
    says: Sentence,
    verdict: v.picklist(words.verdicts),
    /** How sure the correction is, not the claim. */
    certainty: v.picklist(words.certainties),
    /** The answer in one sentence that stands by itself, shown first. Without it, the verdict and the claim stand there. */
    answer: v.optional(Sentence),
    /** Other words and phrases under which people ask for it. */
    words: v.optional(v.pipe(v.array(Sentence), v.minLength(1))),
    /** What the evidence says, in at most 30 words. */
    correction: Sentence,
    /** Figures and sizes that are shown under "sources and evidence". */
    detail: v.optional(Sentence),
    harm: v.picklist(words.harms),
    /** Why it matters: the possible harm to a person who acts on the claim. */
    matters: v.optional(Sentence),
    /** What to do instead. */
    instead: v.optional(Sentence),
    /** Which part of it was seen in a source, and which rests on memory. For reviewers; the app does not carry it. */
    seen: v.optional(Sentence),
    /** The product that the claim is about. */
    product: v.optional(Id),
    sources: Sources,
    ...Review,
  }),
  v.check(
    ({ harm, matters }) => (harm === 'medium' || harm === 'high') === (matters !== undefined),
    'says why it matters exactly when its harm is medium or high',
  ),
)
export type Claim = v.InferOutput<typeof Claim>
