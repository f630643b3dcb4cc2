/**
 * Makes the second test set of typed names: `npx tsx test/medicines/second.ts SEED > test/medicines/second.jsonl`.
 *
 * Made before any of its results was seen, by another procedure than the first, so that the look-up is not tuned to one way
 * of misspelling. Names are drawn with the same chance from each of four countries and from the ingredients:
 * 50 exact names, half of them with strength and form before the name, behind it or both; 30 brands known from memory, so too; all of them among the common names;
 * 140 misspellings: 40 by the ear (ph f, ae e, y i, double single, c k, x ks, th t, silent e and h), 25 hit on a neighbouring key
 * in any direction, 20 swapped, 20 dropped, 20 doubled, 15 with a letter hit in between; half of the names of ten letters
 * and more get a second slip of another kind, and a third of all get a strength and a form;
 * 25 look-alikes by the same slips; 15 groups in words people put around them; 25 combinations of two ingredients joined by
 * "/", "+", "and", "&", "with", a comma or a hyphen, 10 of them with one part misspelled; 25 medicines outside the data, dressed.
 * A misspelling that is a name itself is drawn again.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Dice, diceOf, type Row, readLookAlikes, readNames, type TypedName } from './generate.ts'

/** The set for a seed; the same seed always gives the same set. */
export function secondNames(seed: number): readonly TypedName[] {
  const dice = diceOf(seed)
  const rows = readNames()
  const alike = readLookAlikes()
  const taken = new Set(rows.map(({ name }) => compact(name)))
  const single = rows.filter(
    ({ kind, name }) => ['ingredient', 'brand'].includes(kind) && /^\p{L}[\p{L} -]{4,}$/u.test(name),
  )
  // A slip in "tablets" is none in the name.
  const plain = single.filter(({ name }) => !alike.has(compact(name)) && !/\b(?:tab|cap|pack|inj|soln?)/i.test(name))

  const isName = (typed: string) =>
    ['', ...behind].some(end => typed.endsWith(end) && taken.has(compact(typed.slice(0, typed.length - end.length))))
  const make = (count: number, draw: () => TypedName): TypedName[] => {
    const made: TypedName[] = []
    while (made.length < count) {
      const next = draw()
      const mustDiffer = next.group === 'misspelled' || next.group === 'look-alike'
      if ((mustDiffer && isName(next.typed)) || made.some(({ typed }) => typed === next.typed)) continue
      made.push(next)
    }
    return made
  }
  const drawFrom = (group: TypedName['group'], from: readonly Row[], change: (name: string) => string) => () => {
    const { name, kind, ingredients } = byCountry(from, dice)
    return { group, typed: change(name), from: name, kind, ingredients }
  }
  const wrong = (slip: Slip) => (name: string) => {
    const once = slip(name.toLowerCase(), dice)
    const typed = name.length >= 10 && dice.chance(0.5) ? dice.pick(slips)(once, dice) : once
    return dice.chance(1 / 3) ? `${typed} ${dice.pick(behind)}` : typed
  }
  const either = (name: string) => (dice.chance(0.5) ? name : dressed(name, dice))
  const isSure = ({ kind, checked }: Row) => kind === 'ingredient' || checked === 'register'
  const isAlone = ({ kind, name }: Row) => kind === 'ingredient' && !/[-,/]|\band\b/.test(name)

  const combination = (isMisspelled: boolean) => (): TypedName => {
    const parts = [dice.pick(plain.filter(isAlone)), dice.pick(plain.filter(isAlone))]
    const ingredients = [...new Set(parts.flatMap(part => part.ingredients))]
    const [first = '', second = ''] = parts.map(({ name }) => name)
    const last = isMisspelled ? dice.pick(slips)(second, dice) : second
    const typed = `${first}${dice.pick(isMisspelled ? joins.slice(0, -1) : joins)}${last}`
    const group = isMisspelled ? 'combination-misspelled' : 'exact'
    return { group, typed, from: `${first} ${second}`, kind: 'combination', ingredients }
  }
  const different = (draw: () => TypedName) => (): TypedName => {
    for (;;) {
      const drawn = draw()
      if (drawn.ingredients.length > 1) return drawn
    }
  }

  return [
    ...make(50, drawFrom('exact', rows.filter(isSure), either)),
    ...make(
      30,
      drawFrom(
        'memory',
        rows.filter(({ kind, checked }) => checked === 'memory' && kind === 'brand'),
        either,
      ),
    ),
    ...make(40, drawFrom('misspelled', plain, wrong(byEar))),
    ...make(25, drawFrom('misspelled', plain, wrong(neighbourKey))),
    ...make(20, drawFrom('misspelled', plain, wrong(swapped))),
    ...make(20, drawFrom('misspelled', plain, wrong(dropped))),
    ...make(20, drawFrom('misspelled', plain, wrong(doubled))),
    ...make(15, drawFrom('misspelled', plain, wrong(between))),
    ...make(
      25,
      drawFrom(
        'look-alike',
        single.filter(({ name }) => alike.has(compact(name))),
        name => wrong(dice.pick(slips))(name),
      ),
    ),
    ...make(
      15,
      drawFrom(
        'group',
        rows.filter(({ kind }) => kind === 'group'),
        name => dice.pick([`my ${name}s`, `${name}s`, name.toUpperCase(), `taking a ${name}`, `${name} daily`]),
      ),
    ),
    ...make(15, different(combination(false))),
    ...make(10, different(combination(true))),
    ...outside.map(
      (name): TypedName => ({
        group: 'outside',
        typed: dressed(name, dice),
        from: name,
        kind: 'none',
        ingredients: [],
      }),
    ),
  ]
}

type Slip = (name: string, dice: Dice) => string

/** One of the phonetic spellings that fit the name; if none fits, a letter is doubled. */
const byEar: Slip = (name, dice) => {
  const fitting = ear.filter(([written]) => written.test(name))
  if (fitting.length === 0) return doubled(name, dice)
  const [written, heard] = dice.pick(fitting)
  return name.replace(written, heard)
}
const ear: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/(?<=.)f/, 'ph'],
  [/ae|oe/, 'e'],
  [/(?<=.)y/, 'i'],
  [/(?<=.)i(?=.)/, 'y'],
  [/([bcdfglmnprst])\1/, '$1'],
  [/(?<=[aeiou])([lmnpt])(?=[aeiou])/, '$1$1'],
  [/c(?=[aoulr])/, 'k'],
  [/c(?=[eiy])/, 's'],
  [/x(?=.)/, 'ks'],
  [/th/, 't'],
  [/(?<=.{3})e$/, ''],
  [/(?<=.)h/, ''],
  [/z/, 's'],
  [/(?<=[aeiou])s(?=[aeiou])/, 'z'],
  [/qu/, 'kw'],
  [/ine$/, 'een'],
  [/ol$/, 'al'],
]

const place = (name: string, dice: Dice, least = 0): number => least + Math.floor(dice.next() * (name.length - least))
const put = (name: string, at: number, text: string, length = 1) => name.slice(0, at) + text + name.slice(at + length)

const swapped: Slip = (name, dice) => {
  const at = place(name.slice(1), dice)
  return put(name, at, name.charAt(at + 1) + name.charAt(at), 2)
}
const dropped: Slip = (name, dice) => put(name, place(name, dice, 1), '')
const doubled: Slip = (name, dice) => {
  const at = place(name, dice)
  return put(name, at, name.charAt(at).repeat(2))
}
const neighbourKey: Slip = (name, dice) => {
  const at = place(name, dice)
  return put(name, at, dice.pick(around(name.charAt(at))))
}
const between: Slip = (name, dice) => {
  const at = place(name, dice)
  return put(name, at, name.charAt(at) + dice.pick(around(name.charAt(at))))
}
const slips: readonly Slip[] = [byEar, swapped, dropped, doubled, neighbourKey, between]

/** The neighbours of a key, in its own row and in the rows above and below. */
function around(letter: string): readonly string[] {
  const row = keyRows.findIndex(keys => keys.includes(letter))
  if (row < 0) return [letter]
  const at = (keyRows[row] ?? '').indexOf(letter)
  const touching = [
    [row, at - 1],
    [row, at + 1],
    [row - 1, at],
    [row - 1, at + 1],
    [row + 1, at - 1],
    [row + 1, at],
  ]
  return touching.flatMap(([line = -1, key = -1]) => (keyRows[line] ?? '').charAt(key) || [])
}
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const joins = ['/', ' / ', ' + ', '+', ' and ', ' & ', ' with ', ', ', '-']
const before = ['tab', 'tabs', 'generic', 'my', '2x', 'inj', '50mg', '100 mcg']
const behind = [
  '10mg',
  '20 mg tabs',
  '2.5mg tablet',
  '40 mg od',
  '500mg bd',
  'tablets 5 mg',
  '100 micrograms',
  'cap 75mg',
  '80mg/day',
]

function dressed(name: string, dice: Dice): string {
  const cased = dice.pick([name, name.toLowerCase(), name.toUpperCase()])
  const [front, back] = [dice.pick(before), dice.pick(behind)]
  return dice.pick([`${front} ${cased}`, `${cased} ${back}`, `${front} ${cased} ${back}`])
}

const countries = ['US', 'UK', 'AU', 'CA', 'own'] as const

/** A country or the ingredients first, then one of its names, so that a country with many names does not dominate. */
function byCountry(rows: readonly Row[], dice: Dice): Row {
  const groups = countries
    .map(country =>
      rows.filter(({ checked, regions }) => (country === 'own' ? checked === 'own' : regions.includes(country))),
    )
    .filter(group => group.length > 0)
  return groups.length > 0 ? dice.pick(dice.pick(groups)) : dice.pick(rows)
}

/** Words that are no medicine, and words made like names of medicines. */
const outside = [
  ...['celivarone', 'dexapelin', 'pinavexole', 'natramide', 'miglanone', 'imiprofen', 'clomazole', 'moclozine'],
  ...['walnut', 'amisopride', 'sulfinol', 'lamizole', 'holiday', 'sennheiser', 'cyclist', 'perfume', 'stretching'],
  ...['primrose', 'garden', 'toothpaste', 'rainbow', 'shopping', 'football', 'banana', 'carpet'],
]

const compact = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const each of secondNames(Number(process.argv[2] ?? 1))) console.log(JSON.stringify(each))

/** Stored as generated: `second.jsonl`, seed 20261125. */
export const keptSecond = (): readonly TypedName[] =>
  readFileSync('test/medicines/second.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as TypedName)
