/** Joins the tables of names: what we know ourselves, the registers, what people say, and the substances. */
import { nameChecks, nameKinds, nameRegions } from '../../src/knowledge/vocabulary.ts'
import type { Name, NamedSubstance, NameKnowledge } from '../../src/medicines/knowledge.ts'
import { lookUpExactly } from '../../src/medicines/look-up.ts'
import { indexNames } from '../../src/medicines/name-index.ts'
import { charOf, holdsOf, type NameTable, substanceMark } from '../../src/medicines/name-table.ts'
import type { Medicines } from './medicines.ts'

const joinedBefore = new Map<string, NameKnowledge>()

/**
 * Every name with all its meanings, and every substance. The same tables are joined once: the tests compile the knowledge a
 * hundred times, and rarely with other names.
 */
export function nameKnowledge(medicines: Medicines): NameKnowledge {
  const { ingredients, recognised, names, everydayNames, registers, substances, lookAlikes, typedWords } = medicines
  const values = (entries: readonly { readonly id: string; readonly value: unknown }[]) =>
    entries.map(({ id, value }) => [id, value])
  const key = JSON.stringify([
    ...[ingredients, recognised, names, everydayNames, registers, substances].map(values),
    lookAlikes?.value,
    typedWords?.value,
  ])
  const found = joinedBefore.get(key) ?? joinNames(medicines)
  joinedBefore.set(key, found)
  return found
}

function joinNames(medicines: Medicines): NameKnowledge {
  return {
    names: joined(medicines),
    substances: Object.fromEntries(substancesOf(medicines)),
    lookAlikes: medicines.lookAlikes?.value.sets ?? [],
    typedWords: medicines.typedWords?.value ?? {
      units: [],
      forms: [],
      salts: [],
      around: [],
      makers: [],
      ordinary: [],
      doubtful: [],
    },
  }
}

export function substancesOf({ ingredients, recognised, substances }: Medicines): readonly [string, NamedSubstance][] {
  const all: readonly (NamedSubstance & { readonly id: string })[] = [
    ...ingredients.map(({ id, value: { name } }) => ({ id, name, kind: 'medicine' as const, isListed: true })),
    ...recognised.map(({ id, value: { name, is = 'medicine' } }) => ({
      id,
      name,
      kind: is as NamedSubstance['kind'],
      isListed: false,
    })),
    ...substances.map(({ id, value: { name, kind } }) => ({ id, name, kind, isListed: false })),
  ]
  return all.map(({ id, ...substance }) => [id, substance])
}

/** One row for each meaning of a name. What people say, and an ingredient's own name, count before any brand. */
function joined(medicines: Medicines): readonly Name[] {
  const { names, registers, everydayNames } = medicines
  const byName = new Map<string, Name[]>()
  const add = (name: Name) => {
    const key = compactOf(name.name)
    const known = byName.get(key) ?? []
    if (known.some(({ kind }) => kind === 'group' || kind === 'nickname')) return
    const own = known.find(({ kind }) => kind === 'ingredient')
    const same = known.find(each => holds(each) === holds(name)) ?? (name.kind === 'brand' ? own : undefined)
    if (same)
      known[known.indexOf(same)] = {
        ...same,
        regions: nameRegions.filter(region => same.regions.includes(region) || name.regions.includes(region)),
        use: Math.max(same.use, name.use),
        checked: same.checked === 'memory' ? name.checked : same.checked,
      }
    else byName.set(key, [...known, name])
  }
  const own = { isPartial: false, regions: [], use: 0, checked: 'own' } as const
  for (const { value } of everydayNames) add({ ...own, ...value })
  for (const { value } of names.filter(each => each.value.kind === 'ingredient')) add({ ...own, ...value })
  for (const [id, { name }] of substancesOf(medicines)) add({ ...own, name, kind: 'ingredient', ingredients: [id] })
  for (const { value } of registers) add({ ...value, kind: 'brand', checked: 'register', use: powerOf(value.use) })
  for (const { value } of names.filter(each => each.value.kind !== 'ingredient')) add({ ...own, ...value })
  return [...byName.values()].flat()
}

const holds = ({ ingredients, isPartial }: Name) => `${[...ingredients].sort().join(' ')}${isPartial ? ' ?' : ''}`
const powerOf = (items: number) => (items < 1 ? 0 : Math.floor(Math.log10(items)) + 1)
export const compactOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const packedBefore = new WeakMap<NameKnowledge, NameTable>()

/** The table for the app. A name that the look-up derives from the others is left out, if nothing else is lost. */
export function packNames(knowledge: NameKnowledge): NameTable {
  const found = packedBefore.get(knowledge) ?? pack(knowledge)
  packedBefore.set(knowledge, found)
  return found
}

function pack(knowledge: NameKnowledge): NameTable {
  const { substances, lookAlikes, typedWords } = knowledge
  const names = [...notDerived(knowledge)].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const byUse = byFrequency(names.flatMap(({ ingredients }) => ingredients))
  const ids = [...byUse, ...Object.keys(substances).filter(id => !byUse.includes(id))]
  const numbers = new Map(ids.map((id, at) => [id, at]))
  const lineOf = ({ ingredients, isPartial }: Name) =>
    [...ingredients.map(id => (numbers.get(id) ?? 0).toString(36)), ...(isPartial ? ['?'] : [])].join(' ')
  const compositions = byFrequency(names.map(lineOf))
  const places = new Map(compositions.map((line, at) => [line, at]))
  let before = ''
  const coded = names.map(({ name }) => {
    let shared = 0
    while (shared < name.length && name[shared] === before[shared]) shared++
    before = name
    return charOf(shared) + name.slice(shared)
  })
  return {
    substances: ids
      .map(id => {
        const { name, kind, isListed } = substances[id] ?? { name: id, kind: 'medicine', isListed: false }
        const given = name === id.replaceAll('-', ' ') ? '' : `\t${name}`
        return `${id}${given}${substanceMark({ name, kind, isListed })}`
      })
      .join('\n'),
    compositions: compositions.join('\n'),
    names: coded.join('\n'),
    holds: names.map(name => holdsOf(places.get(lineOf(name)) ?? 0)).join(''),
    kinds: names.map(({ kind, checked }) => charOf(nameKinds.indexOf(kind) * 3 + nameChecks.indexOf(checked))).join(''),
    regions: names
      .map(({ regions }) =>
        charOf(nameRegions.reduce((bits, region, at) => bits | (regions.includes(region) ? 1 << at : 0), 0)),
      )
      .join(''),
    uses: names.map(({ use }) => charOf(use)).join(''),
    lookAlikes,
    typedWords,
  }
}

/** "Abacavir Sulfate", "Apo-Amlodipine": the look-up strips salts and makers by itself. Repeated, as names left out count. */
function notDerived(knowledge: NameKnowledge): readonly Name[] {
  const counts = new Map<string, number>()
  for (const { name } of knowledge.names) counts.set(compactOf(name), (counts.get(compactOf(name)) ?? 0) + 1)
  const mayGo = ({ name, kind, checked, use, isPartial }: Name) =>
    kind === 'brand' && checked === 'register' && use === 0 && !isPartial && counts.get(compactOf(name)) === 1
  let kept = knowledge.names.filter(name => !mayGo(name))
  let open = knowledge.names.filter(mayGo)
  for (;;) {
    const index = indexNames({ ...knowledge, names: kept })
    const lost = open.filter(({ name, ingredients }) => {
      const found = lookUpExactly(index, name)
      return found === undefined || found.status === 'which' || sorted(found.ingredients) !== sorted(ingredients)
    })
    if (lost.length === 0) return kept
    kept = [...kept, ...lost]
    const back = new Set(lost)
    open = open.filter(name => !back.has(name))
  }
}

const sorted = (ids: readonly string[]) => [...ids].sort().join()

function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)
}
