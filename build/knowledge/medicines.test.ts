import { expect, it } from 'vitest'
import { type Entry, Faults } from './files.ts'
import type { Medicines } from './medicines.ts'
import { type Knowledge, readKnowledge } from './read.ts'
import { checkReferences } from './references.ts'

const read = new Faults()
const knowledge = readKnowledge('knowledge', read)

/** The faults of the knowledge with its medicines changed. */
function faultsOf(change: (medicines: Medicines) => Partial<Medicines>): readonly string[] {
  const faults = new Faults()
  const changed: Knowledge = { ...knowledge, medicines: { ...knowledge.medicines, ...change(knowledge.medicines) } }
  checkReferences(changed, faults)
  return faults.lines
}

const first = <T>(entries: readonly Entry<T>[], id: string): Entry<T> => {
  const found = entries.find(entry => entry.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const swap = <T>(entries: readonly Entry<T>[], id: string, part: Partial<T>): readonly Entry<T>[] =>
  entries.map(entry => (entry.id === id ? { ...entry, value: { ...entry.value, ...part } } : entry))

it('is without fault as it stands', () => {
  expect(read.lines).toEqual([])
  expect(faultsOf(() => ({}))).toEqual([])
})

it('holds every ingredient, name, rule and look-alike set of the research', () => {
  const { ingredients, recognised, names, urgent, lookAlikes } = knowledge.medicines
  expect(ingredients).toHaveLength(226)
  expect(ingredients.filter(({ value }) => value.confidence === 'verified')).toHaveLength(100)
  expect(recognised.length).toBeGreaterThanOrEqual(88)
  expect(names.length).toBeGreaterThanOrEqual(1709)
  expect(urgent).toHaveLength(23)
  expect(lookAlikes?.value.sets).toHaveLength(22)
})

it('finds a name of an unknown ingredient', () => {
  const faults = faultsOf(({ names }) => ({ names: swap(names, 'Lasix', { ingredients: ['furosemid'] }) }))
  expect(faults).toEqual([expect.stringContaining('Lasix: unknown ingredient "furosemid"')])
})

it('finds a name that stands twice, however it is written', () => {
  const twice = (names: Medicines['names']) => [
    ...names,
    { ...first(names, 'Lasix'), value: { ...first(names, 'Lasix').value, name: 'LA-SIX' } },
  ]
  expect(faultsOf(({ names }) => ({ names: twice(names) }))).toEqual([expect.stringContaining('stands twice')])
})

it('finds a source that nothing cites', () => {
  const faults = faultsOf(({ ingredients }) => ({
    ingredients: swap(ingredients, 'bumetanide', { sources: [{ source: 'label-recalled' }] }),
  }))
  expect(faults.some(line => line.includes('emc2543: no entry cites this source'))).toBe(true)
})

it('finds a rule with an unknown medicine, an unknown finding, or a symptom it does not use', () => {
  const faults = faultsOf(({ urgent }) => ({
    urgent: swap(urgent, 'nms', {
      takes: ['haloperidole'],
      when: 'feverish',
      symptoms: [{ text: 'stiff', asks: ['muscle-rigid'] }],
    }),
  }))
  expect(faults).toContainEqual(expect.stringContaining('unknown medicine "haloperidole"'))
  expect(faults).toContainEqual(expect.stringContaining('unknown finding "feverish"'))
  expect(faults).toContainEqual(expect.stringContaining('does not use: "muscle-rigid"'))
})

it('finds a look-alike that is no name, and an ingredient whose own name is missing', () => {
  const faults = faultsOf(({ names }) => ({ names: names.filter(({ id }) => id !== 'losartan' && id !== 'Navane') }))
  expect(faults).toContainEqual(expect.stringContaining('"navane" is not in names.tsv'))
  expect(faults).toContainEqual(expect.stringContaining('losartan: its own name is not in names.tsv'))
})

it('lets a medicine say what it means in one place only', () => {
  const faults = faultsOf(({ ingredients }) => ({
    ingredients: swap(ingredients, 'furosemide', { findings: ['diuretic'] }),
  }))
  expect(faults).toContainEqual(expect.stringContaining('furosemide: conditions.yaml says what it means too'))
})
