/**
 * The look-up of typed names of medicines, beside three libraries for searching text, on the list of names with a
 * pharmacist's answers (`test/medicines/pharmacist*.tsv`). The libraries get the same names, each with its composition, and
 * their first hit counts as their answer; a nonsense name must give none.
 */
import uFuzzy from '@leeoniya/ufuzzy'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { nameTable } from '../src/knowledge/medicine-names.gen.ts'
import { lookUp } from '../src/library/medicines.ts'
import { openNames } from '../src/medicines/name-table.ts'
import { type Expected, markOf, pharmacistNames, same } from '../test/medicines/pharmacist.ts'
import type { Bench } from './measure.ts'

/** The composition of the first hit; undefined where there is none. */
type FirstHit = (typed: string) => readonly string[] | undefined

export const benchMedicineNames: Bench = async () => {
  const lists = ['pharmacist', 'pharmacist-2', 'pharmacist-3', 'pharmacist-4'] as const
  const expected = lists.flatMap(list => pharmacistNames(list))
  const right = expected.filter(name => markOf(name, lookUp(name.typed)) === 'right').length
  const lone = expected.filter(name => markOf(name, lookUp(name.typed)) === 'lone').length
  const others = Object.entries(libraries()).map(([name, first]) => {
    const found = expected.filter(each => isRight(each, first(each.typed))).length
    const nonsense = expected.filter(({ ingredients }) => ingredients.length === 0)
    const refused = nonsense.filter(({ typed }) => first(typed) === undefined).length
    return `${name} ${percent(found, expected.length)}, nonsense refused ${refused} of ${nonsense.length}`
  })
  return [
    {
      what: `typed names answered as a pharmacist would, of ${expected.length}; wrong things offered alone`,
      figure: `${percent(right, expected.length)}; ${lone}`,
      target: 'at least 97 %; none',
      isMet: right / expected.length >= 0.97 && lone === 0,
      against: others.join('; '),
    },
  ]
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** A group is right for a library if the first hit is one of its members, which is more than we ask of ourselves. */
function isRight({ ingredients, isGroup }: Expected, hit: readonly string[] | undefined): boolean {
  if (ingredients.length === 0) return hit === undefined
  if (hit === undefined) return false
  return isGroup ? ingredients.every(id => hit.includes(id)) : same(hit, ingredients)
}

function libraries(): Readonly<Record<string, FirstHit>> {
  const { names } = openNames(nameTable)
  const rows = names.map(({ name, ingredients }, id) => ({ id, name, ingredients }))
  const mini = new MiniSearch<(typeof rows)[number]>({ fields: ['name'], searchOptions: { fuzzy: 0.2, prefix: true } })
  mini.addAll(rows)
  const fuse = new Fuse(rows, { keys: ['name'], threshold: 0.3 })
  const micro = new uFuzzy({ intraMode: 1 })
  const haystack = rows.map(({ name }) => name)
  return {
    MiniSearch: typed => rows[mini.search(typed)[0]?.id ?? -1]?.ingredients,
    Fuse: typed => fuse.search(typed, { limit: 1 })[0]?.item.ingredients,
    uFuzzy: typed => {
      const [, info, order] = micro.search(haystack, typed)
      const at = order?.[0]
      return at === undefined ? undefined : rows[info?.idx[at] ?? -1]?.ingredients
    },
  }
}
