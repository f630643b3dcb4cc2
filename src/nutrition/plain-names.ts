/** Names of foods as people say them inside a sentence: "brown rice" for "Brown rice, cooked". */

/** Words that are left out inside a sentence. */
const unsaid = new Set(['cooked', 'boiled', 'roast', 'dry'])
const proper =
  /^(Greek|Swiss|Brazil|Italian|French|Spanish|Thai|English|Chinese|Medjool|Cheerios|Grape-Nuts|Caesar|Worcestershire|Shepherd|Yorkshire|Marmite|Milo)/

export function plainName(name: string): string {
  const [head = '', ...rest] = name.split(', ')
  const said = rest.filter(word => !unsaid.has(word)).map(lower)
  return [...said, lower(head)].join(' ')
}

const lower = (text: string): string => (proper.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** "a", "a and b", "a, b and c". */
export const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
