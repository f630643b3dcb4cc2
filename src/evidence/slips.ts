/** How many typing slips are forgiven? People type with one thumb, and medical words are hard to spell. */

/** Forgiven slips by the length of the typed word: none up to 3 letters, one up to 7, then two. */
export const forgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
