/** Bearable's CSV as it really comes: doses in words, dates of other countries, parts of the day. */
import { expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'

const file = (...rows: readonly string[]) =>
  ['date,weekday,time of day,category,rating/amount,detail,notes', ...rows, ''].join('\n')

it('a dose stays as it is written; none and less than none are not taken', async () => {
  const dose = (amount: string, detail: string) => `2026-10-18,Wed,am,Meds/Supplements,"${amount}","${detail}",""`
  const { events, missed } = await imported(
    file(
      dose('1,000', 'Vitamin D (IU)'),
      dose('2 tablets', 'Ibuprofen'),
      dose('½', 'Ibuprofen (tablet)'),
      dose('', 'Magnesium'),
      dose('0.5', 'Baclofen (mg)'),
      dose('-', 'Quinine'),
      dose('0', 'Magnesium (mg)'),
      dose('0.0', 'Magnesium (mg)'),
      dose('-1', 'Magnesium (mg)'),
    ),
  )
  const taken = (medicine: string, dose?: string) =>
    expect.objectContaining({ type: 'medicine-taken', medicine, ...(dose === undefined ? {} : { dose }) })
  expect(events).toHaveLength(6)
  expect(events).toEqual(
    expect.arrayContaining([
      taken('Vitamin D', '1,000 IU'),
      taken('Ibuprofen', '2 tablets'),
      taken('Ibuprofen', '½ tablet'),
      taken('Baclofen', '0.5 mg'),
      taken('Quinine', '-'),
      expect.not.objectContaining({ dose: expect.anything() }),
    ]),
  )
  expect(missed).toEqual([
    'line 8: Meds/Supplements: an amount of "0" is not taken',
    'line 9: Meds/Supplements: an amount of "0.0" is not taken',
    'line 10: Meds/Supplements: an amount of "-1" is not taken',
  ])
})

it('dates of other languages, parts of the day, and more sleep than a day has', async () => {
  const { events, missed } = await imported(
    file(
      '"Oct 18, 2026",Wed,am,Mood,1,"",""',
      '"18. Oktober 2026",Mi,am,Mood,2,"",""',
      '"18 juin 2026",jeu,am,Mood,3,"",""',
      '2026-10-18,Wed,night,Mood,4,"",""',
      '2026-10-18,Wed,morning,Mood,5,"",""',
      '2026-10-18,Wed,,Sleep,24:59,"",""',
      '2026-10-17,Wed,,Sleep,24:00,"",""',
    ),
  )
  expect(events.map(({ at, text, value }) => [at, text ?? value]).sort()).toEqual([
    ['2026-06-18T09:00:00+01:00', 'Mood: 3'],
    ['2026-10-17T12:00:00+01:00', 1440],
    ['2026-10-18T09:00:00+01:00', 'Mood: 1'],
    ['2026-10-18T09:00:00+01:00', 'Mood: 2'],
    ['2026-10-18T09:00:00+01:00', 'Mood: 5'],
    ['2026-10-18T22:00:00+01:00', 'Mood: 4'],
  ])
  expect(missed).toEqual(['line 7: Sleep minutes: more than 24 hours of sleep in a day'])
})

it('a note that is too long for its event continues in separate notes', async () => {
  const long = 'x'.repeat(5000)
  const { events } = await imported(file(`2026-10-18,Wed,am,Meds/Supplements,400,Ibuprofen (mg),"${long}"`))
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['medicine-taken', 'noted', 'noted']))
  expect(events.flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/^\(.*?\) /, '')] : [])).join('')).toBe(
    long,
  )
})
