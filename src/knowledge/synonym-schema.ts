/**
 * The shape of the synonyms of the search: groups of words and phrases that mean the same to a person who asks, and the
 * words under which a page is offered.
 */
import * as v from 'valibot'

const Phrase = v.pipe(v.string(), v.regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'a phrase is lower case words'))

export const Synonyms = v.strictObject({
  groups: v.array(v.pipe(v.array(Phrase), v.minLength(2, 'a group has at least two words'))),
  pages: v.record(v.string(), v.pipe(v.array(Phrase), v.minLength(1))),
})
