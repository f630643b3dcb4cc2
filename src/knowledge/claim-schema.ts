/** The shape of a claim: what people say, what the evidence says, how sure that is, and why it matters. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))

export const Claim = v.pipe(
  v.strictObject({
    topic: v.picklist(words.claimTopics),
    /** The claim as people tell it, in our words. It may promise what nobody can. */
    says: Sentence,
    verdict: v.picklist(words.verdicts),
    /** How sure the correction is, not the claim. */
    certainty: v.picklist(words.certainties),
    /** What the evidence says, in at most 30 words. */
    correction: Sentence,
    /** Figures and sizes that stand under "sources and evidence". */
    detail: v.optional(Sentence),
    harm: v.picklist(words.harms),
    /** Why it matters: what may happen to somebody who acts on the claim. */
    matters: v.optional(Sentence),
    /** The product it is told of. */
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
