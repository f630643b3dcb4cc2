import { expect, it } from 'vitest'
import { episodeOf } from '../../test/support/plan-diary.ts'
import { emptyDiary } from '../diary/diary.ts'
import type { Diary, Episode } from '../diary/fold.ts'
import { openClotSigns } from './clot.ts'

const day = 86_400_000
type Answers = Episode['answered'][number]
const said = (at: number, given: Partial<Answers>): Answers => ({
  page: 'second',
  present: [],
  absent: [],
  unsure: [],
  at,
  ...given,
})
const diaryOf = (...episodes: readonly (readonly Answers[])[]): Diary => ({
  ...emptyDiary,
  episodes: episodes.map((answered, place) => episodeOf({ id: `e${place}`, beganAt: place, answered })),
})
const sign = 'leg-swollen-one'
const none = { present: [], unsure: [] }

it('the last answer by time counts, whichever episode it was given in', () => {
  const yes = [said(5, { present: [sign] })]
  const no = [said(10, { absent: [sign] })]
  expect(openClotSigns(diaryOf(no, yes), 11)).toEqual(none)
  expect(openClotSigns(diaryOf(yes, no), 11)).toEqual(none)
  const lateYes = [said(20, { present: [sign] })]
  expect(openClotSigns(diaryOf(lateYes, no), 21)).toEqual({ present: [sign], unsure: [] })
  expect(openClotSigns(diaryOf(no, lateYes), 21)).toEqual({ present: [sign], unsure: [] })
})

it('a later page that does not ask for it does not change the answer', () => {
  const answers = [said(5, { present: [sign] }), said(6, { absent: ['fever'] })]
  expect(openClotSigns(diaryOf(answers), 7)).toEqual({ present: [sign], unsure: [] })
})

it('yes and "not sure" are kept apart, and one sign from another', () => {
  const answers = [said(5, { present: [sign], unsure: ['calf-tender-hot'], absent: ['calf-ache-constant'] })]
  expect(openClotSigns(diaryOf(answers), 7)).toEqual({ present: [sign], unsure: ['calf-tender-hot'] })
  const surer = [...answers, said(6, { present: ['calf-tender-hot'], unsure: [sign] })]
  expect(openClotSigns(diaryOf(surer), 7)).toEqual({ present: ['calf-tender-hot'], unsure: [sign] })
})

it('it counts for 14 days from the last answer, not from the first', () => {
  const answers = [said(0, { present: [sign] }), said(10 * day, { present: [sign] })]
  expect(openClotSigns(diaryOf(answers), 24 * day - 1)).toEqual({ present: [sign], unsure: [] })
  expect(openClotSigns(diaryOf(answers), 24 * day)).toEqual(none)
})

it('other findings, and a diary without any, give no open sign', () => {
  expect(openClotSigns(diaryOf([said(5, { present: ['fever'] })]), 6)).toEqual(none)
  expect(openClotSigns(diaryOf(), 6)).toEqual(none)
})
