import { expect, it } from 'vitest'
import { markOf, pharmacistNames } from '../../test/medicines/pharmacist.ts'
import { lookUp } from '../library/medicines.ts'

const markedOf = (list: 'pharmacist' | 'pharmacist-2' | 'pharmacist-3' | 'pharmacist-4') =>
  pharmacistNames(list).map(name => ({
    ...name,
    answer: lookUp(name.typed),
    mark: markOf(name, lookUp(name.typed)),
  }))
const marked = markedOf('pharmacist')
const shown = (mark: string) => marked.filter(each => each.mark === mark).map(({ typed }) => typed)

it('answers at least 97 % of 300 typed names as a pharmacist would', () => {
  expect(marked.length).toBeGreaterThanOrEqual(300)
  const share = marked.filter(({ mark }) => mark === 'right').length / marked.length
  console.log(`${(share * 100).toFixed(1)} % of ${marked.length} names`, shown('wrong'), shown('lone'))
  expect(share).toBeGreaterThanOrEqual(0.97)
})

it('never offers one wrong thing alone', () => {
  expect(shown('lone')).toEqual([])
})

it('refuses what is no medicine', () => {
  const nonsense = marked.filter(({ kind }) => kind === 'nonsense')
  expect(nonsense.filter(({ answer }) => answer.status !== 'not-recognised').map(({ typed }) => typed)).toEqual([])
})

it('never reduces a combination to one of its ingredients', () => {
  const reduced = marked.filter(
    ({ kind, answer, ingredients }) =>
      kind === 'combination' && answer.status !== 'which' && answer.ingredients.length < ingredients.length,
  )
  expect(reduced.map(({ typed }) => typed)).toEqual([])
})

it.each(['pharmacist-2', 'pharmacist-3', 'pharmacist-4'] as const)(
  'answers the list %s, written later, as well',
  list => {
    const later = markedOf(list)
    expect(later.length).toBeGreaterThanOrEqual(59)
    const wrong = later.filter(({ mark }) => mark !== 'right').map(({ typed }) => typed)
    console.log(`${list}: ${later.length - wrong.length} of ${later.length} names`, wrong)
    expect(wrong.length / later.length).toBeLessThanOrEqual(0.03)
    expect(later.filter(({ mark }) => mark === 'lone').map(({ typed }) => typed)).toEqual([])
  },
)
