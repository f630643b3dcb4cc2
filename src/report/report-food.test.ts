/** The food of a report: a mean of whole days, or nothing. */
import { describe, expect, it } from 'vitest'
import { table } from '../../test/support/food-tools.ts'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { uuidV7 } from '../ids.ts'
import { report } from '../library/report.ts'
import { toHtml } from './node.ts'
import { reportPage } from './page.ts'
import { sectionOf } from './report.ts'
import { reportText } from './text.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const year = { from: '2025-11-26', to: '2026-11-25', now }
const idOf = (place: number) => uuidV7(now + place, new Uint8Array(10))
type Said = EventBody & { readonly on?: string }
const told = (...bodies: readonly Said[]): readonly DiaryEvent[] =>
  bodies.map(
    ({ on = '2026-11-20T10:00:00Z', ...body }, place) => ({ ...body, id: idOf(place), v: 2, at: on }) as DiaryEvent,
  )

it('shows no food of a few days on the page, and says in the text that it is too little', () => {
  const made = report(told({ type: 'ate', food: 'soup', grams: 300 }), year)
  expect(sectionOf(made, 'food')).toMatchObject({ toldDays: 1, eaten: undefined })
  expect(reportText(made, { isDetailed: false })).toContain('Told on 1 day: too few to say anything.')
  expect(toHtml(reportPage(made, { isDetailed: false }))).not.toContain('report-food')
})

describe('the food of a report', () => {
  const ate = (day: number, ...foods: readonly (readonly [string, number])[]) =>
    foods.map(([foodId, grams], place) => ({
      ...told({ type: 'ate', food: 'x', foodId, grams })[0],
      id: `0193000${day}-000${place}-7000-8000-000000000000`,
      at: `2026-11-0${day}T12:00:00Z`,
    })) as ReturnType<typeof told>
  const wholeDay = [
    ['9000056', 272],
    ['171265', 488],
    ['173944', 118],
  ] as const
  const textOf = (events: ReturnType<typeof told>) =>
    reportText(report(events, { ...year, foods: table }), { isDetailed: false })

  it('shows a mean of at least five whole days, and says how many sparse days are left out', () => {
    const text = textOf([...[1, 2, 3, 4, 5].flatMap(day => ate(day, ...wholeDay)), ...ate(6, ['173944', 118])])
    expect(text).toMatch(/Food told whole on 5 days\. A day, at least: potassium [\d,]+ mg/)
    expect(text).toContain('1 day with few foods told left out.')
  })

  it('never shows a mean of a patchy log', () => {
    const text = textOf([...[1, 2, 3, 4].flatMap(day => ate(day, ...wholeDay)), ...ate(5, ['173944', 118])])
    expect(text).toContain('Told on 5 days: too few to say anything.')
    expect(text).not.toMatch(/calcium [\d.]+ mg/)
  })
})
