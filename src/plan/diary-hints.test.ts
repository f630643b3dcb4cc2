import { describe, expect, it } from 'vitest'
import { episodeOf, medicineOf } from '../../test/support/plan-diary.ts'
import { emptyDiary } from '../diary/diary.ts'
import { causesFromDiary } from './diary-hints.ts'

const day = 86_400_000
/** By the clock of this machine, which is also that of the reader of the diary. */
const crampAt = (hour: number, date = 10) => episodeOf({ beganAt: new Date(2026, 5, date, hour).getTime() })
const hints = (episodes: Parameters<typeof episodeOf>[0][], medicines: Parameters<typeof medicineOf>[0][] = []) =>
  causesFromDiary({ ...emptyDiary, episodes: episodes.map(episodeOf), medicines: medicines.map(medicineOf) })

describe('cramps at night', () => {
  it.each([
    [21, false],
    [22, true],
    [23, true],
    [0, true],
    [5, true],
    [6, false],
    [12, false],
  ])('at %i hours: %s', (hour, isNight) => {
    expect(hints([crampAt(hour), crampAt(hour, 11)])).toEqual(isNight ? ['cramp-night'] : [])
  })

  it('are reported from two cramps on, if more than half came at night', () => {
    expect(hints([crampAt(3)])).toEqual([])
    expect(hints([crampAt(3), crampAt(12)])).toEqual([])
    expect(hints([crampAt(3), crampAt(12), crampAt(4)])).toEqual(['cramp-night'])
    expect(hints([crampAt(3), crampAt(12), crampAt(4), crampAt(13)])).toEqual([])
  })

  it('do not include back pain', () => {
    const back = (hour: number) => ({ ...crampAt(hour), complaint: 'back' as const })
    expect(hints([back(2), back(3), back(4), crampAt(12), crampAt(13)])).toEqual([])
    expect(hints([back(12), back(13), back(14), crampAt(3), crampAt(4)])).toEqual(['cramp-night'])
  })
})

describe('the first cramp after a medicine', () => {
  const first = { beganAt: 1000 * day + day / 2 }
  const medicineBegan = (startedAt: number | undefined) => hints([first], [{ startedAt }])

  it('counts from the day of the start to 90 days after it', () => {
    expect(medicineBegan(first.beganAt)).toEqual(['cq-timeline-med'])
    expect(medicineBegan(first.beganAt - 90 * day)).toEqual(['cq-timeline-med'])
    expect(medicineBegan(first.beganAt - 90 * day - 1)).toEqual([])
    expect(medicineBegan(first.beganAt + 1)).toEqual([])
    expect(medicineBegan(undefined)).toEqual([])
  })

  it('is the first of all: a medicine started between two cramps did not cause them', () => {
    expect(hints([first, { beganAt: first.beganAt + 20 * day }], [{ startedAt: first.beganAt + 10 * day }])).toEqual([])
  })

  it('needs one medicine of several, and is not reported without a cramp', () => {
    const several = [{ startedAt: undefined }, { startedAt: first.beganAt - day }]
    expect(hints([first], several)).toEqual(['cq-timeline-med'])
    expect(hints([], several)).toEqual([])
  })
})
