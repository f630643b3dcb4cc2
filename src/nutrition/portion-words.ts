/** "1 medium" and "half a cup" for any number of half portions, in plain words. */

const fractions: readonly (readonly [number, string])[] = [
  [0.125, '⅛'],
  [0.25, '¼'],
  [1 / 3, '⅓'],
  [0.5, '½'],
  [2 / 3, '⅔'],
  [0.75, '¾'],
]
const said: Readonly<Record<string, number>> = { half: 0.5, 'a quarter': 0.25, 'a third': 1 / 3 }
const alike = new Set(['medium', 'large', 'small', 'g', 'fl oz', 'oz'])

/** `portion` times `count`: "1 medium" times 2 is "2 medium", "half a cup" times 3 is "1½ cups". */
export function portionWords(portion: string, count: number): string {
  if (count === 1) return portion
  const { quantity, unit } = read(portion)
  const total = quantity * count
  return `${numberWords(total)} ${inNumber(unit, quantity, total)}`
}

function read(portion: string): { readonly quantity: number; readonly unit: string } {
  for (const [words, quantity] of Object.entries(said))
    if (portion.startsWith(`${words} `))
      return { quantity, unit: portion.slice(words.length + 1).replace(/^(an?|of an?|of) /, '') }
  const match = /^(\d+(?:\.\d+)?) (.+)$/.exec(portion)
  return match ? { quantity: Number(match[1]), unit: match[2] ?? '' } : { quantity: 1, unit: portion }
}

function numberWords(total: number): string {
  const whole = Math.floor(total + 1e-9)
  const rest = total - whole
  if (rest < 0.01) return String(whole)
  const fraction = fractions.find(([value]) => Math.abs(value - rest) < 0.01)?.[1]
  if (fraction === undefined) return String(Math.round(total * 100) / 100)
  return whole === 0 ? fraction : `${whole}${fraction}`
}

function inNumber(unit: string, quantity: number, total: number): string {
  const wasMany = quantity > 1
  const isMany = total > 1
  if (wasMany === isMany || alike.has(unit)) return unit
  const [head = '', ...rest] = splitHead(unit)
  return [isMany ? plural(head) : singular(head), ...rest].join('')
}

/** The noun that becomes plural: "cups" of "cup of seeds", "handful" of "small handful". */
function splitHead(unit: string): readonly string[] {
  const cut = unit.search(/ of |,| \(/)
  return cut === -1 ? [unit] : [unit.slice(0, cut), unit.slice(cut)]
}

function plural(word: string): string {
  if (word.endsWith('half')) return word.replace(/half$/, 'halves')
  if (/(s|x|sh|ch)$/.test(word)) return `${word}es`
  return /(medium|large|small|dry|raw)$/.test(word) ? word : `${word}s`
}

function singular(word: string): string {
  if (word.endsWith('halves')) return word.replace(/halves$/, 'half')
  return word.replace(/(ss|x|sh|ch)es$/, '$1').replace(/(?<!s)s$/, '')
}
