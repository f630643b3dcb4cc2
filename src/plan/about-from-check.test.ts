/** What the check was told, as About me shows it, with the real vocabulary. */
import { expect, it } from 'vitest'
import { episodeOf } from '../../test/support/plan-diary.ts'
import type { Person } from '../diary/diary.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { aboutFromCheck } from './about-from-check.ts'

const words = ['osteoporosis', 'cancer', 'diabetes', 'kidney-disease', 'smoker', 'epilepsy', 'angina']
interface Said {
  readonly present?: readonly string[]
  readonly absent?: readonly string[]
  readonly unsure?: readonly string[]
}
const page = (at: number, said: Said) => ({ at, page: 'p', present: [], absent: [], unsure: [], ...said })
const filled = (pages: readonly ReturnType<typeof page>[], person: Person = {}) =>
  aboutFromCheck(triageKnowledge, { episodes: [episodeOf({ answered: pages })], person }, words)

it('is filled with what was told, and with nothing else', () => {
  const told = page(5, { present: ['osteoporosis', 'cancer-history', 'kidney-disease', 'seizures', 'fever'] })
  expect(filled([told]).conditions).toEqual(['osteoporosis', 'cancer', 'kidney-disease', 'epilepsy'])
  expect(filled([page(5, { absent: ['osteoporosis'], unsure: ['diabetes'] })]).conditions).toEqual([])
})

it('makes no smoker of somebody with a risk of narrow arteries', () => {
  expect(filled([page(5, { present: ['smoker-vascular-risk', 'angina-or-high-pressure'] })]).conditions).toEqual([])
})

it('goes by the last answer', () => {
  const pages = [page(5, { present: ['diabetes'] }), page(6, { absent: ['diabetes'] })]
  expect(filled(pages).conditions).toEqual([])
  expect(filled([...pages, page(7, { present: ['diabetes'] })]).conditions).toEqual(['diabetes'])
})

it('does not bring back what was left out when the list was kept, nor what is in it', () => {
  const told = page(5, { present: ['diabetes'] })
  expect(filled([told], { conditions: [], conditionsSaidAt: 6 }).conditions).toEqual([])
  expect(filled([told], { conditions: ['diabetes'], conditionsSaidAt: 4 }).conditions).toEqual([])
  expect(filled([told], { conditions: [], conditionsSaidAt: 4 }).conditions).toEqual(['diabetes'])
})

it('tells of a pregnancy, unless About me says otherwise', () => {
  const told = page(5, { present: ['pregnant'] })
  expect(filled([told]).pregnant).toBe(true)
  expect(filled([told], { pregnant: false }).pregnant).toBe(false)
  expect(filled([told], { sex: 'male' }).pregnant).toBe(false)
})

it('makes two years of birth of an age, the likelier first, and none where a year is kept', () => {
  const years = (day: string, more: Person = {}) =>
    filled([], { age: 41, ageSaidAt: Date.parse(`${day}T12:00:00Z`), ...more }).birthYears
  expect(years('2026-11-30')).toEqual([1985, 1984])
  expect(years('2026-02-01')).toEqual([1984, 1985])
  expect(years('2026-11-30', { birthYear: 1985 })).toBeUndefined()
  expect(filled([], { age: 41 }).birthYears).toBeUndefined()
})

it('does not bring back a year that was left out when the form was kept', () => {
  const told = { age: 41, ageSaidAt: 5, conditions: [] }
  expect(filled([], { ...told, conditionsSaidAt: 6 }).birthYears).toBeUndefined()
  expect(filled([], { ...told, conditionsSaidAt: 4 }).birthYears).toBeDefined()
})
