/**
 * The names as they are sent: sorted and front-coded, each with the number of its composition. A composition is a list of
 * numbers of substances. Few characters repeat often, so that the text compresses well.
 */
import type { TypedWords } from '../knowledge/medicine-schema.ts'
import { nameChecks, nameKinds, nameRegions, substanceKinds } from '../knowledge/vocabulary.ts'
import type { Name, NamedSubstance, NameKnowledge } from './knowledge.ts'

export interface NameTable {
  /** Lines of `id` or `id TAB name`, with a mark at the end: see `substanceMarks`. */
  readonly substances: string
  /** Lines of numbers of substances to base 36; a "?" where the source names not all. */
  readonly compositions: string
  /** Lines: a character for the letters shared with the line before, then the rest. */
  readonly names: string
  /** Two characters a name: the number of its composition. */
  readonly holds: string
  /** One character a name each. */
  readonly kinds: string
  readonly regions: string
  readonly uses: string
  readonly lookAlikes: NameKnowledge['lookAlikes']
  readonly typedWords: TypedWords
}

const base = 90
const from = 35

/** A small number as a character that JSON does not escape. */
export const charOf = (number: number): string => {
  const code = number + from
  return String.fromCharCode(code >= 92 ? code + 1 : code)
}
const numberOf = (code: number): number => (code > 92 ? code - 1 : code) - from

export const holdsOf = (composition: number): string =>
  charOf(Math.floor(composition / base)) + charOf(composition % base)

/** Opens the table; the inverse of `packNames` in build/knowledge/medicine-names.ts. */
export function openNames(table: NameTable): NameKnowledge {
  const substances = table.substances.split('\n').map(substanceOf)
  const ids = substances.map(([id]) => id)
  const compositions = table.compositions.split('\n').map(line => {
    const parts = line.split(' ')
    const ingredients = parts.filter(part => part !== '?').map(part => ids[Number.parseInt(part, 36)] ?? '')
    return { ingredients, isPartial: parts.includes('?') }
  })
  const regionSets = new Map<number, Name['regions']>()
  const regionsOf = (bits: number) => {
    const known = regionSets.get(bits) ?? nameRegions.filter((_, at) => (bits >> at) & 1)
    regionSets.set(bits, known)
    return known
  }
  let before = ''
  const names = table.names.split('\n').map((line, at): Name => {
    const name = before.slice(0, numberOf(line.charCodeAt(0))) + line.slice(1)
    before = name
    const number = numberOf(table.holds.charCodeAt(at * 2)) * base + numberOf(table.holds.charCodeAt(at * 2 + 1))
    const kind = numberOf(table.kinds.charCodeAt(at))
    return {
      name,
      kind: nameKinds[Math.floor(kind / 3)] ?? 'brand',
      checked: nameChecks[kind % 3] ?? 'memory',
      ...(compositions[number] ?? { ingredients: [], isPartial: true }),
      regions: regionsOf(numberOf(table.regions.charCodeAt(at))),
      use: numberOf(table.uses.charCodeAt(at)),
    }
  })
  return {
    names,
    substances: Object.fromEntries(substances),
    lookAlikes: table.lookAlikes,
    typedWords: table.typedWords,
  }
}

/** The mark at the end of a line: the kind, and whether it is listed with cramps. */
export const substanceMark = ({ kind, isListed }: NamedSubstance): string =>
  charOf(substanceKinds.indexOf(kind) * 2 + (isListed ? 1 : 0))

function substanceOf(line: string): readonly [id: string, NamedSubstance] {
  const [id = '', name = id.replaceAll('-', ' ')] = line.slice(0, -1).split('\t')
  const mark = numberOf(line.charCodeAt(line.length - 1))
  return [id, { name, kind: substanceKinds[mark >> 1] ?? 'medicine', isListed: mark % 2 === 1 }]
}
