/** Apple Health's records, added up as Apple does. Expected sums are reckoned by hand in each case. */
import { describe, expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { added, preview } from '../../../test/support/imports.ts'

const health = (...records: readonly string[]) => `<HealthData locale="en_US">\n${records.join('\n')}\n</HealthData>`
const record = (type: string, from: string, to: string, value: string, more = 'unit="count" sourceName="iPhone"') =>
  `<Record type="HK${type}" ${more} startDate="2026-10-${from} +0100" endDate="2026-10-${to} +0100" value="${value}"/>`
const steps = (source: string, from: string, to: string, value: number) =>
  record(
    'QuantityTypeIdentifierStepCount',
    `18 ${from}:00`,
    `18 ${to}:00`,
    String(value),
    `unit="count" sourceName="${source}"`,
  )
const eaten = (what: string, source: string, at: string, value: string, unit = 'mg') =>
  record(`QuantityTypeIdentifierDietary${what}`, at, at, value, `unit="${unit}" sourceName="${source}"`)
const asleep = (from: string, to: string) =>
  record(
    'CategoryTypeIdentifierSleepAnalysis',
    from,
    to,
    'HKCategoryValueSleepAnalysisAsleepCore',
    'sourceName="Watch"',
  )
const values = async (...records: readonly string[]) =>
  (await imported(health(...records))).events.map(({ value, ml }) => value ?? ml)

describe('steps of a day', () => {
  it('count a record that is in the file twice only once', async () => {
    const once = steps('iPhone', '08:00', '08:10', 500)
    const { events, leftOut } = await imported(health(once, once, steps('iPhone', '09:00', '09:10', 300)))
    expect(events.map(({ value }) => value)).toEqual([800])
    expect(leftOut).toEqual(['1 A record: the same record stands in the file twice'])
  })

  it('add up a phone in the morning and a watch in the afternoon', async () => {
    expect(await values(steps('Phone', '08:00', '09:00', 500), steps('Watch', '15:00', '16:00', 700))).toEqual([1200])
  })

  it('count the same hour of two devices once', async () => {
    expect(await values(steps('Phone', '08:00', '09:00', 500), steps('Watch', '08:00', '09:00', 700))).toEqual([700])
  })

  it('count of a device that comes second the time that the first does not cover', async () => {
    // The watch counted most: all of it, and of the phone the half hour before the watch began.
    const [phone, watch] = [steps('Phone', '10:00', '11:00', 600), steps('Watch', '10:30', '11:30', 900)]
    expect(await values(phone, watch)).toEqual([1200])
    expect(await values(watch, phone)).toEqual([1200])
  })
})

describe('food of a day', () => {
  const [a, b] = [eaten('Potassium', 'A', '14 08:00:00', '2000'), eaten('Potassium', 'B', '14 18:00:00', '1500')]

  it('of two apps is the higher total, and that is said and can be chosen', async () => {
    const shown = await preview(health(a, b))
    expect(shown.toAdd).toMatchObject([{ what: 'potassium-mg', value: 2000 }])
    expect(shown.foodSources).toEqual(['A', 'B'])
    expect(shown.assumed).toContain('A and B counted the same food, once. The highest total counts.')
    const chosen = async (foodSource: string) =>
      (await imported(health(a, b), { foodSource })).events.map(({ value }) => value)
    expect(await chosen('B')).toEqual([1500])
    expect(await chosen('all')).toEqual([3500])
  })

  it('of one app is its sum', async () => {
    const { foodSources, toAdd } = await preview(
      health(a, eaten('Potassium', 'A', '14 12:00:00', '450.00000000000006')),
    )
    expect([foodSources, toAdd]).toMatchObject([[], [{ value: 2450 }]])
  })

  it.each([
    ['VitaminD', '1000', 'IU', 25],
    ['VitaminD', '25', 'mcg', 25],
    ['VitaminD', '2.5e-05', 'g', 25],
    ['Magnesium', '0.3', 'g', 300],
    ['Potassium', '1.2E+03', 'mg', 1200],
  ])('reads %s of %s %s', async (what, value, unit, is) => {
    expect(await values(eaten(what, 'App', '18 08:00:00', value, unit))).toEqual([is])
  })

  it('counts a record inside a meal, and once if it is also outside', async () => {
    const meal = (...parts: readonly string[]) =>
      `<Correlation type="HKCorrelationTypeIdentifierFood">${parts.join('')}</Correlation>`
    expect(await values(meal(a))).toEqual([2000])
    expect(await values(a, meal(a))).toEqual([2000])
  })

  it('that no person can eat is listed', async () => {
    const { events, missed } = await imported(health(eaten('Sodium', 'A', '18 08:00:00', '900', 'g')))
    expect(events).toEqual([])
    expect(missed).toEqual(['line 2: Sodium mg: more than 100 g in a day'])
  })
})

describe('sleep', () => {
  it('belongs to its night, whatever hour it began', async () => {
    const { events } = await imported(
      health(asleep('17 17:30:00', '17 19:00:00'), asleep('17 19:10:00', '18 03:00:00')),
    )
    expect(events).toEqual([
      {
        at: '2026-10-17T17:30:00+01:00',
        type: 'measured',
        what: 'sleep-minutes',
        value: 90 + 470,
        until: '2026-10-18T03:00:00+01:00',
      },
    ])
  })

  it('in the afternoon, long before the night, belongs to its own day', async () => {
    const nap = asleep('17 13:00:00', '17 14:00:00')
    const night = asleep('17 23:00:00', '18 06:00:00')
    expect(await values(nap, night)).toEqual([60, 420])
    expect(await values(asleep('16 23:00:00', '17 06:00:00'), nap, night)).toEqual([480, 420])
  })

  it('of a later export takes the place of the same night', async () => {
    const first = added(
      [],
      await preview(health(asleep('17 17:30:00', '17 19:00:00'), asleep('17 20:00:00', '18 02:00:00'))),
    )
    const later = await preview(
      health(asleep('17 17:30:00', '17 19:00:00'), asleep('17 20:00:00', '18 03:00:00')),
      first,
    )
    expect(later.replaced.map(({ ids }) => ids)).toEqual([[first[0]?.id]])
  })
})

it('what Unknot does not use is counted and not listed', async () => {
  const heart = (at: number) => record('QuantityTypeIdentifierHeartRate', `18 08:00:0${at}`, `18 08:00:0${at}`, '70')
  const { missed, leftOut } = await imported(
    health(heart(1), heart(2), '<Workout workoutActivityType="x"/>', '<ActivitySummary/>'),
  )
  expect(missed).toEqual([])
  expect(leftOut).toEqual([
    '2 Heart rate: Unknot does not use this kind',
    '1 Workout: Unknot does not use this kind',
    '1 Activity summary: Unknot does not use this kind',
  ])
})
