/** An entry that was edited in the other program, and exported again. */
import { describe, expect, it } from 'vitest'
import { added, preview, undone } from '../../test/support/imports.ts'
import type { DiaryEvent } from '../diary/event.ts'
import { counting } from '../diary/fold.ts'

const daylio = (...rows: readonly string[]) =>
  ['full_date,date,weekday,time,mood,activities,note_title,note', ...rows, ''].join('\n')
const nomie = (...notes: readonly string[]) =>
  JSON.stringify({
    nomie: { number: '6.0' },
    events: notes.map((note, at) => ({ note, end: Date.UTC(2026, 9, 18, 20, at), offset: 0 })),
    trackers: { pain: { label: 'Calf pain', type: 'range' }, water: { label: 'Water', uom: 'ml' } },
  })
const said = (diary: readonly DiaryEvent[]) =>
  counting(diary)
    .map(event => (event.type === 'noted' ? event.text : event.type === 'drank' ? event.ml : event.type))
    .filter(text => text !== 'merged' && text !== 'struck-out')

describe('an edited entry', () => {
  it('replaces its earlier version, which is restored by an undo', async () => {
    const first = added([], await preview(daylio('2026-03-27,,,20:39,meh,,,calf', '2026-03-26,,,20:39,meh,,,foot')))
    const edited = daylio('2026-03-27,,,20:39,meh,,,left calf', '2026-03-26,,,20:39,meh,,,foot')
    const shown = await preview(edited, first)
    expect(shown.replaced).toHaveLength(1)
    const second = added(first, shown)
    expect(said(second)).toEqual(['Mood: meh. foot', 'Mood: meh. left calf'])
    expect(said(undone(second))).toEqual(['Mood: meh. foot', 'Mood: meh. calf'])
    expect((await preview(edited, second)).toAdd).toEqual([])
  })

  it('is distinguished from a new entry of the same time if the earlier one is still in the file', async () => {
    const one = '2026-03-27,,,20:39,meh,,,calf'
    const first = added([], await preview(daylio(one)))
    const shown = await preview(daylio(one, '2026-03-27,,,20:39,meh,,,foot'), first)
    expect([shown.toAdd.length, shown.replaced.length]).toEqual([1, 0])
  })

  it('is replaced in each of its parts', async () => {
    const first = added([], await preview(nomie('#pain(6) #water(250)', 'other')))
    const shown = await preview(nomie('#pain(4) #water(300)', 'other'), first)
    expect(shown.replaced).toHaveLength(3)
    const second = added(first, shown)
    expect(said(second)).toEqual(expect.arrayContaining([300, '#pain(4) #water(300)', 'other']))
    expect(said(second)).not.toContain('#pain(6) #water(250)')
    expect(counting(second).filter(event => event.type === 'episode-began')).toMatchObject([{ pain: 4 }])
  })

  it('of Bearable is one of the same category, because many share a part of the day', async () => {
    const bearable = (...rows: readonly string[]) =>
      ['date,weekday,time of day,category,rating/amount,detail,notes', ...rows, ''].join('\n')
    const mood = (rating: number) => `2026-03-27,,am,Mood,${rating},,`
    const dose = (amount: string) => `2026-03-27,,am,Meds/Supplements,${amount},Ibuprofen (mg),`
    const first = added([], await preview(bearable(mood(6), dose('400'))))
    const other = await preview(bearable('2026-03-27,,am,Symptom,2,Leg cramps,'), first)
    expect(other.replaced).toEqual([])
    const edited = await preview(bearable(mood(7), dose('200')), first)
    expect(edited.replaced).toHaveLength(2)
  })

  it('of another period keeps the entries that the file does not contain', async () => {
    const first = added([], await preview(daylio('2026-03-27,,,20:39,meh,,,calf')))
    expect((await preview(daylio('2026-03-28,,,20:39,meh,,,foot'), first)).replaced).toEqual([])
  })
})
