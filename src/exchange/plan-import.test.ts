/** Properties of every import: reading twice adds nothing, undoing leaves no trace, and the preview shows what is added. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { added, fixture, preview, undone } from '../../test/support/imports.ts'
import type { DiaryEvent } from '../diary/event.ts'
import { counting, fold } from '../diary/fold.ts'
import { toJson } from '../diary/json.ts'
import { merge } from '../diary/merge.ts'
import { without } from './preview.ts'

const fixtures = [
  'apple-health.xml',
  'bearable.csv',
  'daylio.csv',
  'fhir-bundle.json',
  'nomie.json',
  'perfice-form.json',
  'perfice-backup.json',
]

/** What of a diary counts, without the acts that say so. */
const counts = (diary: readonly DiaryEvent[]) =>
  toJson(counting(diary).filter(({ type }) => type !== 'merged' && type !== 'struck-out'))

/** The cells and values of a Daylio entry, with what breaks careless readers. */
const cell = fc.constantFrom('', 'calf, left', 'he said ""no""', 'line\nbreak', '1,5', '<b>x</b>', '=1+1', '🦵')
const anyDaylio = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      time: fc.constantFrom('7:05 am', '11:59 pm', '00:00', '12:00 AM'),
      mood: fc.constantFrom('good', 'meh'),
      note: cell,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(rows => [
    'full_date,date,weekday,time,mood,activities,note_title,note',
    ...rows.map(
      ({ day, time, mood, note }) => `2024-02-${String(day).padStart(2, '0')},x,y,${time},${mood},,,"${note}"`,
    ),
  ])

describe.each(fixtures)('%s', name => {
  it('read again, adds nothing', async () => {
    const once = added([], await preview(fixture(name)))
    const again = await preview(fixture(name), once)
    expect(again.toAdd).toEqual([])
    expect(again.alreadyThere).toBe(once.length - 1)
    expect(added(once, again)).toEqual(once)
  })

  it('adds what the preview says, in one act', async () => {
    const shown = await preview(fixture(name))
    const diary = added([], shown)
    expect(Object.values(shown.counts).reduce((sum, count) => sum + count, 0)).toBe(shown.toAdd.length)
    expect(diary).toHaveLength(shown.toAdd.length + 1)
    expect(diary.at(-1)).toMatchObject({ type: 'merged', from: shown.from, events: shown.toAdd.map(({ id }) => id) })
  })

  it('no longer counts after an undo, and can be added again', async () => {
    const once = added([], await preview(fixture(name)))
    const back = undone(once)
    expect(fold(back)).toEqual(fold([]))
    const again = added(back, await preview(fixture(name), back))
    const said = (diary: readonly DiaryEvent[]) =>
      counting(diary)
        .flatMap(({ id: _id, ...rest }) =>
          rest.type === 'merged' || rest.type === 'struck-out' ? [] : [JSON.stringify(rest)],
        )
        .sort()
    expect(said(again)).toEqual(said(once))
    expect((await preview(fixture(name), again)).toAdd).toEqual([])
  })

  it('gives the same ids on another device and in another order of reading', async () => {
    const [here, there] = [added([], await preview(fixture(name))), added([], await preview(fixture(name)))]
    const both = merge(here, there).filter(({ type }) => type !== 'merged')
    expect(both).toEqual(here.filter(({ type }) => type !== 'merged'))
  })
})

it('any Daylio file, in any order and cut anywhere, adds each entry once', async () => {
  await fc.assert(
    fc.asyncProperty(anyDaylio, fc.nat(12), fc.boolean(), async ([head = '', ...rows], at, isCrlf) => {
      const file = (some: readonly string[]) => [head, ...some].join(isCrlf ? '\r\n' : '\n')
      const whole = added([], await preview(file(rows)))
      const part = added([], await preview(file(rows.slice(0, at))))
      const both = added(part, await preview(file(rows.toReversed()), part))
      expect(counts(both)).toBe(counts(whole))
    }),
    { numRuns: 60 },
  )
})

it('undo restores exactly the entries that counted before, in any diary', async () => {
  const shown = new Map<string, DiaryEvent[]>()
  await fc.assert(
    fc.asyncProperty(anyLog, fc.constantFrom(...fixtures), async (diary, name) => {
      const after = added(diary, await preview(fixture(name), diary))
      shown.set(name, [...after])
      expect(counts(undone(after))).toBe(counts(diary))
    }),
    { numRuns: 60 },
  )
  expect(shown.size).toBe(fixtures.length)
})

it('a replaced total comes back when the import that replaced it is undone', async () => {
  const first = added([], await preview(fixture('apple-health.xml')))
  const second = added(first, await preview(fixture('apple-health.xml').replace('value="1050"', 'value="4050"'), first))
  expect(counts(second)).not.toBe(counts(first))
  expect(counts(undone(second))).toBe(counts(first))
})

it('a kind that is left out is not added, nor does it strike anything out, and comes when the file is read again', async () => {
  const first = added([], await preview(fixture('apple-health.xml')))
  const later = fixture('apple-health.xml').replace('value="1050"', 'value="4050"').replace('value="8"', 'value="16"')
  const shown = await preview(later, first)
  expect(shown.replaced).toHaveLength(2)
  const chosen = without(shown, new Set(['steps']))
  expect(chosen).toMatchObject({
    counts: { drank: 1 },
    toAdd: [{ type: 'drank' }],
    replaced: [{ by: chosen.toAdd[0]?.id }],
  })
  const second = added(first, chosen)
  expect(counting(second).filter(({ type }) => type === 'measured')).toEqual(
    counting(first).filter(({ type }) => type === 'measured'),
  )
  expect((await preview(later, second)).toAdd).toMatchObject([{ what: 'steps', value: 4540 }])
  const episodes = await preview(fixture('nomie.json'))
  expect(without(episodes, new Set(['episode-began'])).toAdd.filter(({ type }) => type.startsWith('episode'))).toEqual(
    [],
  )
})

it('an entry that the person struck out is not brought back', async () => {
  const once = added([], await preview(fixture('bearable.csv')))
  const dose = once.find(({ type }) => type === 'medicine-taken')
  const id = '01a1b2c3-d4e5-7000-8000-000000000001'
  const struck: readonly DiaryEvent[] = [
    ...once,
    { id, v: 2, at: '2026-11-01T13:00:00+01:00', type: 'struck-out', events: [dose?.id ?? ''] },
  ]
  const again = await preview(fixture('bearable.csv'), struck)
  expect(again).toMatchObject({ toAdd: [], unwanted: 1 })
})

it('a file without zones gives the same ids in another zone', async () => {
  for (const name of ['daylio.csv', 'bearable.csv']) {
    const here = await preview(fixture(name), [], 60)
    const away = await preview(fixture(name), [], -300)
    expect(away.toAdd.map(({ id }) => id)).toEqual(here.toAdd.map(({ id }) => id))
    expect(away.toAdd[0]?.at).toMatch(/-05:00$/)
  }
})

it('our own export comes in with its ids, and out again as the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async log => {
      const { toAdd, notUnderstood } = await preview(toJson(log))
      expect(notUnderstood).toEqual([])
      expect(toJson(toAdd)).toBe(toJson(log))
    }),
    { numRuns: 50 },
  )
})

it('a day in the future is named and not added', async () => {
  const shown = await preview(
    'full_date,date,weekday,time,mood,activities,note_title,note\n2031-01-01,,,8:00,good,,,\n',
  )
  expect(shown.toAdd).toEqual([])
  expect(shown.notUnderstood).toMatchObject([{ at: [2], why: 'its day, 2031-01-01, is in the future' }])
})
