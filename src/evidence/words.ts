/**
 * The words of a text, as the search compares them: lower case, without accents, in their stem ("crossing" and "crossed"
 * are "cross"). Small words are left out, because people type whole questions.
 */

const small = new Set(
  (
    'a an the of to in is it its and or for are do does did on at be by with from as that this these those there than then ' +
    'i me my you your we our he she they them his her not no can could should would will may might must if so but ' +
    'what which who when where why how really true ever help helps helping helped good bad best better work works ' +
    'use using take taking took make makes get getting have has had was were been just any some more most about ' +
    'during while into out up stop stops ok okay safe go going need needs against when after before new too much many all am being only really anything'
  ).split(' '),
)

/** Words that nearly every question has. They tell apart few claims, so they weigh little. */
export const everyday: ReadonlySet<string> = new Set(
  'back pain ach hurt cramp muscl spasm leg night low lower sore reliev eas prevent fix'.split(' '),
)

/** The words in order, each once. Small words are left out unless there are no others. */
export function wordsOf(text: string): readonly string[] {
  const words = allWordsOf(text)
  const told = words.filter(word => !small.has(word))
  return [...new Set(told.length > 0 ? told : words)]
}

/** The stems of the words, in order. */
export const stemsOf = (text: string): readonly string[] => [...new Set(wordsOf(text).map(stemOf))]

function allWordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A word without the endings of number and of time. Short words keep theirs. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/([^su])s$/, '$1')
  const verb = single.length > 5 ? single.replace(/(.{3})(?:ing|ed)$/, '$1') : single
  const undoubled = verb === single ? verb : verb.replace(/([^aeiouls])\1$/, '$1')
  return undoubled.length > 4 ? undoubled.replace(/e$/, '') : undoubled
}
