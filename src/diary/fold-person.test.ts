import { describe, expect, it } from 'vitest'
import { eventAt, minute } from '../../test/support/told-events.ts'
import type { EventBody } from './event.ts'
import { fold } from './fold.ts'

/** A minute after another, from the first on. */
const diaryOf = (...bodies: readonly EventBody[]) => fold(bodies.map((body, place) => eventAt(place + 1, body)))
const medicinesOf = (...bodies: readonly EventBody[]) => diaryOf(...bodies).medicines
const started = (medicine: string, more: object = {}): EventBody => ({ type: 'medicine-started', medicine, ...more })
const stopped = (medicine: string): EventBody => ({ type: 'medicine-stopped', medicine })
const takes = (...medicines: readonly string[]): EventBody => ({ type: 'profile-said', medicines })

describe('the facts about the person', () => {
  const answered = (details: object): EventBody => ({
    type: 'answered',
    episode: 'a',
    page: 'x',
    present: [],
    absent: [],
    unsure: [],
    details,
  })

  it('are the newest of each field; a field that was not answered again stays', () => {
    expect(diaryOf(answered({ age: 40, sex: 'female' }), answered({ age: 41 })).person).toMatchObject({
      age: 41,
      sex: 'female',
    })
    expect(diaryOf(answered({ age: 40 }), { type: 'profile-said', country: 'NL' }).person).toMatchObject({
      age: 40,
      country: 'NL',
    })
  })

  it('keeps when the age was told, and when the list of conditions was', () => {
    const events = [answered({ age: 40 }), { type: 'profile-said', conditions: ['diabetes'] } as const]
    const person = diaryOf(...events, { type: 'profile-said', country: 'NL' }).person
    expect([person.ageSaidAt, person.conditionsSaidAt].every(at => at !== undefined)).toBe(true)
    expect(person.conditionsSaidAt).toBeGreaterThan(person.ageSaidAt ?? Number.POSITIVE_INFINITY)
  })

  it('the hours since the onset are of the episode, not of the person', () => {
    expect(diaryOf(answered({ hoursSinceOnset: 3, pregnancyWeeks: 9 })).person).toEqual({ pregnancyWeeks: 9 })
  })

  it('the weeks go with the pregnancy, and with nothing else', () => {
    const weeks: EventBody = { type: 'profile-said', pregnant: true, pregnancyWeeks: 20 }
    expect(diaryOf(weeks, { type: 'profile-said', pregnant: false }).person).toEqual({ pregnant: false })
    expect(diaryOf(weeks, { type: 'profile-said', country: 'NL' }).person).toMatchObject({ pregnancyWeeks: 20 })
    expect(diaryOf(weeks, { type: 'profile-said', pregnant: true }).person).toMatchObject({ pregnancyWeeks: 20 })
  })

  it('holds nothing of the event itself', () => {
    const said = { type: 'profile-said', birthYear: 1980, note: 'x', from: 'a file' } as const
    expect(diaryOf(said).person).toEqual({ birthYear: 1980 })
    expect(diaryOf({ ...said, medicines: ['Statin'] }).person).toEqual({ birthYear: 1980 })
  })
})

describe('a medicine', () => {
  it('is taken from its start to its stop', () => {
    expect(medicinesOf(started('Statin', { ingredient: 'statin' }))).toEqual([
      {
        name: 'Statin',
        ingredient: 'statin',
        isCurrent: true,
        startedAt: minute,
        stoppedAt: undefined,
        timesTaken: 0,
        lastTakenAt: undefined,
      },
    ])
    expect(medicinesOf(started('Statin'), stopped('Statin'))[0]).toMatchObject({
      isCurrent: false,
      startedAt: minute,
      stoppedAt: 2 * minute,
    })
    expect(medicinesOf(started('Statin'), stopped('Statin'), started('Statin'))[0]).toMatchObject({
      isCurrent: true,
      startedAt: 3 * minute,
      stoppedAt: undefined,
    })
  })

  it('that began on an unknown day has no start', () => {
    expect(medicinesOf(started('Statin', { undated: true }))[0]).toMatchObject({
      isCurrent: true,
      startedAt: undefined,
    })
    expect(medicinesOf(started('Statin'), started('Statin', { undated: true }))[0]?.startedAt).toBeUndefined()
  })

  it('is the same whatever its capitals, and keeps its first name and its ingredient', () => {
    const found = medicinesOf(started('Statin', { ingredient: 'statin' }), stopped('STATIN'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ name: 'Statin', ingredient: 'statin', isCurrent: false })
    expect(medicinesOf(started('Statin'), started('statin', { ingredient: 'late' }))[0]?.ingredient).toBe('late')
  })

  it('has how often it was taken and when last, in any order of the events', () => {
    const taken: EventBody = { type: 'medicine-taken', medicine: 'Statin' }
    const events = [eventAt(1, taken), eventAt(2, taken), { ...eventAt(3, taken), at: new Date(0).toISOString() }]
    expect(fold(events).medicines[0]).toMatchObject({ timesTaken: 3, lastTakenAt: 2 * minute, isCurrent: false })
    expect(medicinesOf(taken)[0]?.lastTakenAt).toBe(minute)
  })
})

describe('the list of medicines under About me', () => {
  it('starts the medicines that it names, and stops the others, at that time', () => {
    const found = medicinesOf(takes('Statin', 'Water'), takes('statin'))
    expect(found.map(({ name, isCurrent, stoppedAt }) => [name, isCurrent, stoppedAt])).toEqual([
      ['Statin', true, undefined],
      ['Water', false, 2 * minute],
    ])
  })

  it('does not change the time of medicines that were stopped or started before', () => {
    const found = medicinesOf(started('Statin'), stopped('Statin'), started('Water'), takes('Water'))
    expect(found[0]).toMatchObject({ isCurrent: false, stoppedAt: 2 * minute })
    expect(found[1]).toMatchObject({ isCurrent: true, startedAt: 3 * minute })
  })

  it('that is empty stops all; where none was given, nothing changes', () => {
    expect(medicinesOf(started('Statin'), takes())[0]?.isCurrent).toBe(false)
    expect(medicinesOf(started('Statin'), { type: 'profile-said', country: 'NL' })[0]?.isCurrent).toBe(true)
  })

  it('starts a stopped medicine again', () => {
    expect(medicinesOf(started('Statin'), stopped('Statin'), takes('Statin'))[0]).toMatchObject({
      isCurrent: true,
      startedAt: minute,
      stoppedAt: undefined,
    })
  })
})

describe('reminders, questions, products and foods', () => {
  it('are kept by their ids, the last words of each', () => {
    const reminder = (time: string, more: object = {}): EventBody =>
      ({ type: 'reminder-set', reminder: 'r', about: 'stretching', time, ...more }) as EventBody
    expect(diaryOf(reminder('07:30'), reminder('08:00')).reminders).toStrictEqual([
      { id: 'r', about: 'stretching', time: '08:00' },
    ])
    expect(diaryOf(reminder('07:30', { weekdays: [1] })).reminders[0]).toHaveProperty('weekdays', [1])
    expect(diaryOf({ type: 'question-added', text: 'Why?' }).questions).toMatchObject([{ text: 'Why?', at: minute }])
  })

  it('a visit is its newest appointment, with what was advised, planned or not', () => {
    const planned = (day: string, more: object = {}): EventBody =>
      ({ type: 'visit-planned', visit: 'v', day, ...more }) as EventBody
    const advised: EventBody = { type: 'visit-told', visit: 'v', day: '2026-11-26', advised: 'Walk.', who: 'doctor' }
    expect(diaryOf(planned('2026-11-25', { time: '09:30' }), planned('2026-11-26')).visits).toStrictEqual([
      { id: 'v', day: '2026-11-26', time: undefined, who: undefined, isCancelled: false, advised: undefined },
    ])
    expect(diaryOf(planned('2026-11-25'), planned('2026-11-25', { cancelled: true })).visits[0]?.isCancelled).toBe(true)
    expect(diaryOf(planned('2026-11-25', { time: '09:30' }), advised).visits).toMatchObject([
      { day: '2026-11-26', time: '09:30', who: 'doctor', advised: { text: 'Walk.' } },
    ])
    expect(diaryOf(advised).visits).toMatchObject([{ id: 'v', advised: { text: 'Walk.' } }])
    const { who: _who, ...byNobody } = advised
    expect(diaryOf(byNobody).visits).toMatchObject([{ id: 'v', who: undefined, advised: { text: 'Walk.' } }])
    expect(diaryOf(planned('2026-11-25', { cancelled: true }), advised).visits[0]?.isCancelled).toBe(false)
  })

  it('a product of the person has its newest answers, with the event that gave them', () => {
    const [added] = diaryOf({
      type: 'product-added',
      product: 'own:1',
      name: 'Belt',
      note: 'x',
      from: 'a file',
    } as never).products
    expect(added).toStrictEqual({ id: 'own:1', name: 'Belt', event: eventAt(1, { type: 'noted', text: 'x' }).id })
  })

  it('a food has its nutrients or its parts, if they are known', () => {
    const food = (more: object): EventBody => ({ type: 'food-added', food: 'own:1', name: 'Bar', grams: 40, ...more })
    const [plain] = diaryOf(food({})).foods
    expect(plain).toMatchObject({ id: 'own:1', name: 'Bar', grams: 40 })
    expect(plain).not.toHaveProperty('holds')
    expect(plain).not.toHaveProperty('parts')
    expect(diaryOf(food({ holds: { zinc: 1 } })).foods[0]).toHaveProperty('holds', { zinc: 1 })
    expect(diaryOf(food({ parts: [{ food: '1', grams: 3 }] })).foods[0]).toHaveProperty('parts', [
      { food: '1', grams: 3 },
    ])
  })
})
