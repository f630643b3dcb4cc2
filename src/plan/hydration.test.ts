/** What is said of drinks and the colour of urine, with the real knowledge. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourNames, hydration, readHydrationCase } from '../library/hydration.ts'
import { professionals } from '../library/professionals.ts'
import { mayShowDrinkTarget } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'

const today = '2026-11-30'
const nobody: Case = {
  complaint: 'cramp',
  age: 40,
  ...{ present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] },
}
const first = hydration(nobody, today)
const asked = first.kind === 'ask' ? first.facts.map(({ id }) => id) : []
const well: Case = { ...nobody, absent: asked }
const drinksOf = (given: Case, colour?: string) => {
  const result = hydration(given, today, colour)
  if (result.kind !== 'drinks') throw new Error(result.kind)
  return result
}

describe('what limits drinking', () => {
  it('is asked before any advice, and the age with it', () => {
    expect(asked).toContain('kidney-disease')
    const { age: _age, ...ageless } = nobody
    expect(hydration(ageless, today)).toMatchObject({ kind: 'ask', age: true })
    expect(hydration({ ...well, absent: asked.slice(1) }, today)).toMatchObject({
      kind: 'ask',
      age: false,
      facts: [{ id: asked[0] }],
    })
  })

  it('shows at most 800 ml an hour at rest, and more only in heat work that is sure', () => {
    expect(drinksOf(well).millilitresPerHour).toBe(800)
    const without = { ...well, absent: asked.filter(id => id !== 'heat-work') }
    expect(drinksOf({ ...without, present: ['heat-work'] }).millilitresPerHour).toBe(950)
    expect(drinksOf({ ...without, unsure: ['heat-work'] }).millilitresPerHour).toBe(800)
  })
})

it('never shows an amount or a step to somebody whose drinking is limited, in any answers', () => {
  const answer = fc.constantFrom('present', 'absent', 'unsure')
  fc.assert(
    fc.property(fc.array(answer, { minLength: asked.length, maxLength: asked.length }), fc.nat(120), (answers, age) => {
      const of = (wanted: string) => asked.filter((_, at) => answers[at] === wanted)
      const given = { ...nobody, age, present: of('present'), absent: of('absent'), unsure: of('unsure') }
      const result = hydration(given, today)
      if (result.kind !== 'drinks') return
      const isLimited = !mayShowDrinkTarget(new Set([...given.present, ...given.unsure]))
      if (isLimited) expect([result.millilitresPerHour, ...result.steps, ...result.points]).toEqual([undefined])
      if (age >= 65) expect(result.chart.isShown).toBe(false)
      expect(age).toBeGreaterThanOrEqual(16)
    }),
  )
})

describe('the colour', () => {
  it('is read for people whom it does not mislead', () => {
    expect(drinksOf(well, 'straw').chart).toMatchObject({ isShown: true, chosen: 'straw', text: expect.any(String) })
    expect(drinksOf({ ...well, age: 65 }, 'straw').chart).toEqual({ isShown: false, because: [], age: 'from-65' })
  })

  it.each(colourNames.slice(-2))('%s needs help first, at any age and with no word on drinks', colour => {
    for (const age of [20, 80]) {
      const result = hydration({ ...well, age }, today, colour)
      expect(result).toMatchObject({ kind: 'help-first', tier: 'emergency', action: expect.any(String) })
      expect(JSON.stringify(result)).not.toMatch(/drink|glass|ml/i)
    }
  })
})

it('sends somebody who is ill after a lot of water to help, sure or not', () => {
  for (const answer of ['present', 'unsure'])
    expect(hydration({ ...well, [answer]: ['ill-after-drinking'] }, today)).toMatchObject({
      kind: 'help-first',
      tier: 'emergency',
    })
})

it('hears a danger of the check, and nobody under 16', () => {
  expect(hydration({ ...well, present: ['chest-pain'] }, today)).toMatchObject({
    kind: 'help-first',
    tier: 'emergency',
  })
  expect(hydration({ ...well, age: 15 }, today)).toEqual({ kind: 'too-young' })
})

it('gives no advice past the review date', () => {
  expect(hydration(well, '2031-01-01')).toMatchObject({ kind: 'no-advice', because: [] })
})

it.each([
  [{ colour: 'red' }, 'colour is "red"'],
  [{ age: 'old' }, 'age is "old"'],
  [{ present: ['no-such-fact'] }, '"no-such-fact"'],
  [[], 'the case is a list'],
])('refuses %j with one line', (input, error) => {
  expect(readHydrationCase(input)).toEqual({ ok: false, error: expect.stringContaining(error) })
})

describe('professionals', () => {
  it('are each told with when, what they may, what to ask and, where one is known, a register', () => {
    const { country, professionals: all } = professionals({ country: 'GB' }, today)
    expect(country?.name).toBe('United Kingdom')
    expect(all.length).toBeGreaterThan(4)
    for (const { when, may, mayNot, ask } of all) {
      expect([when ?? '', ...may, ...mayNot, ...ask].every(text => text.length > 5)).toBe(true)
      expect(mayNot).not.toContain('in most places')
    }
    expect(all.find(({ id }) => id === 'physiotherapist')?.register).toContain('HCPC')
  })

  it('lose their advice past the review date, and no register is made up', () => {
    const { country, professionals: all } = professionals({ who: 'doctor', country: 'ZZ' }, '2031-01-01')
    expect(country).toBeUndefined()
    expect(all).toEqual([expect.objectContaining({ id: 'doctor', isPastReview: true })])
    expect(all[0]).not.toHaveProperty('when')
    expect(all[0]).not.toHaveProperty('register')
  })
})
