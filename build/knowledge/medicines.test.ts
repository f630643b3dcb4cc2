import { expect, it } from 'vitest'
import { lookUp } from '../../src/medicines/look-up.ts'
import { indexNames } from '../../src/medicines/name-index.ts'
import { openNames } from '../../src/medicines/name-table.ts'
import { type Entry, Faults } from './files.ts'
import { nameKnowledge, packNames } from './medicine-names.ts'
import type { Medicines } from './medicines.ts'
import { type Knowledge, readKnowledge } from './read.ts'
import { checkReferences } from './references.ts'

const read = new Faults()
const knowledge = readKnowledge('knowledge', read)

/** The errors found after changing the medicines of the knowledge. */
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
const swap = <E extends Entry<object>>(entries: readonly E[], id: string, part: Partial<E['value']>): readonly E[] =>
  entries.map(entry => (entry.id === id ? { ...entry, value: { ...entry.value, ...part } } : entry))

it('finds no error in the current knowledge', () => {
  expect(read.lines).toEqual([])
  expect(faultsOf(() => ({}))).toEqual([])
})

it('has every ingredient, name, rule and look-alike set of the research', () => {
  const { ingredients, recognised, names, registers, everydayNames, urgent, lookAlikes } = knowledge.medicines
  expect(ingredients.length).toBeGreaterThanOrEqual(228)
  expect(recognised.length).toBeGreaterThanOrEqual(88)
  expect(names.length).toBeGreaterThanOrEqual(1200)
  expect(registers.length).toBeGreaterThanOrEqual(16_000)
  expect(everydayNames.length).toBeGreaterThanOrEqual(200)
  expect(urgent).toHaveLength(34)
  expect(lookAlikes?.value.sets).toHaveLength(22)
})

it('rests on memory for at most 40 listed medicines, none of them dangerous to stop', () => {
  const memory = knowledge.medicines.ingredients.filter(({ value }) => value.confidence === 'memory')
  expect(memory.length).toBeLessThanOrEqual(40)
  expect(memory.filter(({ value }) => value.stopRisk !== undefined)).toEqual([])
})

it('says why nothing was read of a known medicine that is dangerous to stop', () => {
  const silent = knowledge.medicines.recognised.filter(
    ({ value: { stopRisk, basis, unread } }) =>
      stopRisk !== undefined && basis !== 'label-read' && unread === undefined,
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

it('finds a name of an unknown ingredient', () => {
  const faults = faultsOf(({ names }) => ({ names: swap(names, 'Lasix', { ingredients: ['furosemid'] }) }))
  expect(faults).toEqual([expect.stringContaining('Lasix: unknown ingredient "furosemid"')])
})

it('finds a duplicate name, however it is written', () => {
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

it('finds a look-alike that is not a name', () => {
  const faults = faultsOf(({ names, registers }) => ({
    names: names.filter(({ id }) => id !== 'Navane'),
    registers: registers.filter(({ id }) => id !== 'Navane'),
  }))
  expect(faults).toContainEqual(expect.stringContaining('"navane" is no name'))
})

it('finds a contradiction that was settled and came back', () => {
  const faults = faultsOf(({ registers }) => ({
    registers: registers.map(row =>
      row.id === 'Frumil' ? { ...row, value: { ...row.value, ingredients: ['furosemide'] } } : row,
    ),
  }))
  expect(faults).toContainEqual(expect.stringContaining('Frumil was settled and is now something else'))
})

it('keeps every name of the registers with all that it holds, though many are not sent', () => {
  const index = indexNames(openNames(packNames(nameKnowledge(knowledge.medicines))))
  const sorted = (ids: readonly string[]) => [...ids].sort().join()
  const lost = knowledge.medicines.registers.filter(({ value: { name, ingredients } }) => {
    const answer = lookUp(index, name)
    const held = answer.status === 'which' ? answer.candidates.map(each => each.ingredients) : [answer.ingredients]
    return !held.some(ids => sorted(ids) === sorted(ingredients))
  })
  expect(lost.map(({ id }) => id)).toEqual(['Vitamin B6'])
}, 60_000)

it('lets the meaning of a medicine be given in one place only', () => {
  const faults = faultsOf(({ ingredients }) => ({
    ingredients: swap(ingredients, 'furosemide', { findings: ['diuretic'] }),
  }))
  expect(faults).toContainEqual(expect.stringContaining('furosemide: conditions.yaml says what it means too'))
})
