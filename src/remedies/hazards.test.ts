/** What `docs/hazard-log.json` claims of remedies and exercises and no other test proves. */
import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { painkillers } from '../knowledge/painkillers.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { offer } from './cautions.ts'
import { limits } from './limits.ts'

const today = '2026-11-24'
const nothing = { present: new Set<string>(), absent: new Set<string>(), unsure: new Set<string>() }

/** Every text of a value, however deep. */
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []
const everyText = textsOf([remedies, exercises, plans, painkillers, urineColours])
const factsOf = (id: string) => (remedies[id]?.notFor ?? []).map(({ fact }) => fact)

describe('a burn (H04)', () => {
  const warm = ['heat', 'alternate-heat-cold']

  it('every remedy that warms is among those held to these questions', () => {
    const kinds = Object.entries(remedies).filter(([, { kind }]) => kind === 'heat')
    expect(kinds.map(([id]) => id).filter(id => !warm.includes(id))).toEqual([])
  })

  it.each(warm)('%s asks after numb skin, blood flow, sleepiness, creams, clots and taking it off', id => {
    expect(factsOf(id)).toEqual(
      expect.arrayContaining([
        'numb-skin',
        'poor-circulation',
        'scar-or-graft',
        'drowsy-or-drunk',
        'cream-or-patch',
        'cannot-remove-heat',
        'leg-swollen-one',
        'calf-tender-hot',
      ]),
    )
    for (const fact of ['numb-skin', 'drowsy-or-drunk', 'cream-or-patch', 'cannot-remove-heat'])
      for (const known of ['present', 'unsure'] as const)
        expect(offer(remedies[id] ?? fail(id), { ...nothing, [known]: new Set([fact]) }, today).status).toBe('left-out')
  })

  it('no way of warming is worn in bed or lain on', () => {
    for (const { id, steps } of remedies.heat?.methods ?? [])
      if (id !== 'warm-bath' && id !== 'wheat-bag')
        expect(steps.join(' '), id).toMatch(/Never lie on it|never under you|Do not wear it in bed/)
  })
})

describe('an ice burn (H05)', () => {
  it('cold asks after numb skin, blood flow, bad reactions to cold, wounds and sleep', () => {
    expect(factsOf('cold')).toEqual(
      expect.arrayContaining([
        'numb-skin',
        'poor-circulation',
        'cold-reaction',
        'cold-blood-illness',
        'nerve-or-broken-skin',
        'may-fall-asleep',
      ]),
    )
  })

  it('a pack is wrapped, and two hours lie between two goes', () => {
    const methods = remedies.cold?.methods ?? []
    expect(methods.find(({ id }) => id === 'cold-pack')?.steps.join(' ')).toMatch(/Wrap the pack/)
    for (const { id, gapMinutes } of methods) expect(gapMinutes, id).toBeGreaterThanOrEqual(120)
  })
})

describe('too much water (H06)', () => {
  it('drinks are to thirst, with the hourly ceiling said', () => {
    const text = textsOf(remedies.hydration).join(' ')
    expect(text).toMatch(/thirst/)
    expect(text).toContain(`${limits.drinkMillilitresPerHour} ml in an hour`)
  })

  it('no text anywhere names a larger amount to drink', () => {
    const amounts = everyText.flatMap(text =>
      [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(ml|millilitres?|l|litres?|liters?)\b/gi)].map(
        ([whole, number = '', unit = '']) => {
          const value = Number(number.replace(',', '.'))
          return { whole, millilitres: /^m/i.test(unit) ? value : value * 1000 }
        },
      ),
    )
    expect(amounts.length).toBeGreaterThan(0)
    expect(amounts.filter(({ millilitres }) => millilitres > limits.drinkMillilitresPerHour)).toEqual([])
  })
})

describe('potassium and magnesium (H07)', () => {
  it('no text advises potassium tablets or salts', () => {
    const named = everyText.filter(text => /potassium/i.test(text) && /tablet|salt|pill|supplement/i.test(text))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(text => !/\b(no|never|not)\b|raise potassium/i.test(text))).toEqual([])
  })

  it.each(['magnesium', 'minerals-food'])('%s is withheld with weak kidneys or dialysis, sure or not', id => {
    for (const fact of ['kidney-disease', 'dialysis'])
      for (const known of ['present', 'unsure'] as const)
        expect(offer(remedies[id] ?? fail(id), { ...nothing, [known]: new Set([fact]) }, today)).toMatchObject({
          status: 'left-out',
          because: [{ fact, action: 'withhold' }],
        })
  })

  it('minerals ask after medicines that raise potassium', () => {
    expect(factsOf('minerals-food')).toContain('potassium-medicine')
  })
})

it('the painkiller page sends people to a pharmacist and tells nobody to change a medicine (H08)', () => {
  const text = textsOf(painkillers).join(' ')
  expect(text).toMatch(/Do not change yours alone/)
  expect(text).toMatch(/pharmacist/)
  expect(text).not.toMatch(/\b\d+\s*(mg|milligrams?|g)\b/i)
})

it('brown pee on the colour chart leads to its red flag and to no drink (H09)', () => {
  const brown = urineColours.colours.filter(({ name }) => /brown|cola/.test(name))
  expect(brown.length).toBe(2)
  for (const { finding, text } of brown) expect([finding, text]).toEqual(['dark-urine', undefined])
})

describe('thrusts on the spine (H13)', () => {
  it('nothing Unknot shows how to do is a thrust, a jerk or a crack', () => {
    const done = [...Object.values(exercises), ...Object.values(remedies).flatMap(({ methods }) => methods)]
    const rough = done.flatMap(({ name, steps }) =>
      steps.filter(step => /thrust|crack|manipulat|jerk/i.test(step)).map(step => `${name}: ${step}`),
    )
    expect(rough.filter(text => !/\b(no|not|never|without)\b/i.test(text))).toEqual([])
  })

  it('hands-on care comes after the warning signs, and never as a thrust with weak bones or a blood thinner', () => {
    const text = (remedies['professional-care']?.points ?? []).join(' ')
    expect(text).toMatch(/once warning signs are ruled out/)
    expect(text).toMatch(/weak bones, cancer or an infection, let nobody thrust on your spine.*blood thinner/)
  })
})

describe('a fall at night (H19)', () => {
  const { calf, foot, hamstring, shin, buttock, ...others } = remedies['cramp-release']?.byRegion ?? {}
  const lowDown = [calf, foot, hamstring, shin, buttock].filter(id => id !== undefined)
  const ofLegs = [...lowDown, others['front thigh'], others['inner thigh']].filter(id => id !== undefined)
  /** The hips of a person who stands are about 49 units up, of one who sits on a chair 25. A session shows two frames. */
  const isOffTheFeet = (id: string) => (frames[id]?.frames ?? []).slice(0, 2).every(({ hip }) => hip[1] < 30)

  it('the calf, the foot, the hamstring, the shin and the buttock are released lying or sitting', () => {
    expect(lowDown).toHaveLength(5)
    expect(lowDown.filter(id => !isOffTheFeet(id))).toEqual([])
  })

  it('a leg release done standing says first to hold on, and names a way lying down', () => {
    const upright = ofLegs.filter(id => !isOffTheFeet(id))
    expect(upright).toHaveLength(2)
    for (const id of upright) {
      expect(exercises[id]?.steps[0], id).toMatch(/Hold on to something|a hand on something solid/)
      expect(exercises[id]?.easier, id).toMatch(/\b(Lie|lying)\b/)
    }
  })

  it('says to stay on the bed when unsteady', () => {
    expect((remedies['cramp-release']?.points ?? []).join(' ')).toMatch(/stay on the bed if you are unsteady/)
  })
})

function fail(id: string): never {
  throw new Error(`${id} is gone`)
}
