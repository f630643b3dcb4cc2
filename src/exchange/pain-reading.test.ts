import { describe, expect, it } from 'vitest'
import { painReadings, type Reading } from './pain-reading.ts'

const told = { at: '2026-11-24T08:00:00+01:00', moment: 1_000_000 }
const reading = (given: Partial<Reading> = {}): Reading => ({
  told,
  until: undefined,
  region: 'low back',
  side: undefined,
  pain: 0,
  note: undefined,
  place: 7,
  ...given,
})

describe('a reading of pain', () => {
  it('becomes an episode that is over a moment later, so that its end sorts after its beginning', () => {
    const [began, ended, ...more] = painReadings('app')(reading())
    expect(more).toEqual([])
    expect(began).toStrictEqual({
      ...told,
      body: {
        type: 'episode-began',
        episode: `app-${told.moment.toString(36)}-low-back-1`,
        complaint: 'back',
        region: 'low back',
        pain: 0,
      },
      place: 7,
    })
    expect(ended).toMatchObject({ at: told.at, moment: told.moment + 1, body: { type: 'episode-ended' }, place: 7 })
  })

  it('ends when the file says, if that is later', () => {
    const until = (moment: number) => painReadings('app')(reading({ until: { at: 'later', moment } }))[1]
    expect(until(told.moment + 5)).toMatchObject({ at: 'later', moment: told.moment + 5 })
    for (const moment of [told.moment, told.moment - 5])
      expect(until(moment)).toMatchObject({ at: told.at, moment: told.moment + 1 })
  })

  it('has the side and the note, if there are any', () => {
    const [began] = painReadings('app')(reading({ side: 'left', note: 'After work.', region: 'calf' }))
    expect(began?.body).toMatchObject({ side: 'left', note: 'After work.', complaint: 'cramp' })
  })

  it('equal ones of one file get different ids, and the same ids when the file is read again', () => {
    const names = () => {
      const read = painReadings('app')
      const readings = [reading(), reading(), reading({ region: 'calf' })].flatMap(each => read(each).slice(0, 1))
      return readings.map(({ body }) => (body as { episode: string }).episode)
    }
    expect(new Set(names()).size).toBe(3)
    expect(names()).toEqual(names())
  })
})
