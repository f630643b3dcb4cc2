/** Turns food names and typed text into comparable words. */

const leftOut = new Set(['and', 'of', 'with', 'in', 'the', 'a', 'an', 'or', 'for', 'some', 'to', 'on'])

/** Synonyms. Both sides are normalised with `wordOf`. */
const same: Readonly<Record<string, string>> = {
  tin: 'tinned',
  can: 'tinned',
  canned: 'tinned',
  yoghurt: 'yogurt',
  yogourt: 'yogurt',
  chilli: 'chili',
  chile: 'chili',
  wholegrain: 'wholemeal',
  wholewheat: 'wholemeal',
  ground: 'mince',
  minced: 'mince',
  soy: 'soya',
  soybean: 'soya',
  soymilk: 'soya',
  cooked: 'boiled',
  houmou: 'hummus',
  houmous: 'hummus',
  humous: 'hummus',
  humus: 'hummus',
  prawn: 'shrimp',
  maize: 'corn',
  sweetcorn: 'corn',
  beet: 'beetroot',
  fizzy: 'sparkling',
  omelet: 'omelette',
  donut: 'doughnut',
  catsup: 'ketchup',
}

/** The words of a text, in order: lower case, without accents, one form for singular and plural. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9%]+/)
    .flatMap(raw => (raw === '' || leftOut.has(raw) ? [] : [wordOf(raw)]))

/** The normalised form of one word. */
export function wordOf(raw: string): string {
  const single = singular(raw)
  return same[raw] ?? same[single] ?? single
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|o|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
