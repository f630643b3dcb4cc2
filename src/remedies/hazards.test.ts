/** The controls of remedies and exercises in `docs/hazard-log.json` that no other test checks. */
import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { painkillers } from '../knowledge/painkillers.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { professionals } from '../knowledge/professionals.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { regions } from '../knowledge/vocabulary.ts'
import { offer } from './cautions.ts'
import { limits } from './limits.ts'
import { methodsAt } from './methods.ts'

const today = '2026-11-24'
const nothing = { present: new Set<string>(), absent: new Set<string>(), unsure: new Set<string>() }

/** Every text of a value, at any depth. */
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

  it('every remedy that warms is checked here', () => {
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

  it('no method of warming is worn in bed or lain on', () => {
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

  it('a pack is wrapped, and two hours pass before the next', () => {
    const methods = remedies.cold?.methods ?? []
    expect(methods.find(({ id }) => id === 'cold-pack')?.steps.join(' ')).toMatch(/Wrap the pack/)
    for (const { id, gapMinutes } of methods) expect(gapMinutes, id).toBeGreaterThanOrEqual(120)
  })
})

describe('too much water (H06)', () => {
  it('drinks are by thirst, with the limit for an hour, at rest and in heat work', () => {
    const text = textsOf(remedies.hydration).join(' ')
    expect(text).toMatch(/thirst/)
    expect(text).toContain(`At rest never drink more than ${limits.drinkMillilitresPerHour} ml in an hour`)
    expect(text).toContain(`Never more than ${limits.heatWorkDrinkMillilitresPerHour} ml in an hour`)
  })

  it('no text anywhere names a larger amount to drink, and that of heat work is always with the heat', () => {
    const amounts = everyText.flatMap(text =>
      [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(ml|millilitres?|l|litres?|liters?)\b/gi)].map(
        ([, number = '', unit = '']) => {
          const value = Number(number.replace(',', '.'))
          return { text, millilitres: /^m/i.test(unit) ? value : value * 1000 }
        },
      ),
    )
    const most = (text: string) =>
      /hard work in the heat/.test(text) ? limits.heatWorkDrinkMillilitresPerHour : limits.drinkMillilitresPerHour
    expect(amounts.length).toBeGreaterThan(0)
    expect(amounts.filter(({ text, millilitres }) => millilitres > most(text))).toEqual([])
  })

  it('the wider limit of heat work is shown for a sure yes only', () => {
    const asked = factsOf('hydration')
    const changes = (known: 'present' | 'unsure') => {
      const answer = offer(
        remedies.hydration ?? fail('hydration'),
        { ...nothing, absent: new Set(asked.filter(fact => fact !== 'heat-work')), [known]: new Set(['heat-work']) },
        today,
      )
      return answer.status === 'offered' ? answer.changes.map(({ fact }) => fact) : answer.status
    }
    expect(changes('present')).toEqual(['heat-work'])
    expect(changes('unsure')).toEqual([])
  })
})

describe('warmth or salt where they can harm (H22)', () => {
  const changed = (id: string, fact: string, known: 'present' | 'unsure') => {
    const others = new Set(factsOf(id).filter(each => each !== fact))
    const answer = offer(remedies[id] ?? fail(id), { ...nothing, absent: others, [known]: new Set([fact]) }, today)
    return answer.status === 'offered' ? answer.changes.map(({ text }) => text).join(' ') : answer.status
  }

  it.each(['heat', 'alternate-heat-cold'])('%s in pregnancy is gentle, on the back, short and off the belly', id => {
    for (const fact of ['pregnant', 'could-be-pregnant'])
      for (const known of ['present', 'unsure'] as const) {
        const text = changed(id, fact, known)
        expect(text, fact).toMatch(/off your belly/)
        expect(text, fact).toMatch(/lowest setting in a towel, for at most 20 minutes|gentle warmth/)
      }
    expect(changed('heat', 'pregnant', 'present')).toMatch(
      /No hot bath, hot tub or sauna\..*before you wear a heat wrap/,
    )
    expect(changed('heat', 'could-be-pregnant', 'unsure')).toMatch(/No hot bath, hot tub, sauna or heat wrap/)
  })

  it('salt is limited with a weak liver, heart or high blood pressure, and withheld with weak kidneys', () => {
    for (const fact of ['liver-disease', 'fluid-limit', 'high-blood-pressure'])
      for (const known of ['present', 'unsure'] as const)
        expect(changed('hydration', fact, known), fact).toMatch(/add no salt|extra salt out/i)
    for (const fact of ['kidney-disease', 'single-kidney', 'dialysis', 'low-sodium', 'desmopressin'])
      expect(changed('hydration', fact, 'unsure'), fact).toBe('left-out')
  })

  it('no other remedy, plan or page advises to take salt', () => {
    const { hydration, ...others } = remedies
    expect(textsOf(hydration).filter(text => /some salt/.test(text))).toHaveLength(1)
    expect(textsOf([others, exercises, plans, painkillers]).filter(text => /(some|more|add) salt/i.test(text))).toEqual(
      [],
    )
  })

  it('with diabetes the drinks point to the sick-day rules', () => {
    expect(changed('hydration', 'diabetes', 'present')).toMatch(/sick-day rules/)
  })
})

describe('a painkiller without prescription (H21)', () => {
  const { points } = painkillers.sections.find(({ title }) => title.startsWith('Ibuprofen')) ?? fail('ibuprofen')

  it.each([
    ['pregnancy from week 20', /From week 20 of pregnancy, take none/],
    ['pregnancy after week 28', /After week 28 of pregnancy they must not be taken/],
    ['weak kidneys and a weak heart', /kidney disease or heart failure, take none/],
    ['lithium and methotrexate', /lithium or methotrexate, ask before/],
    ['blood thinners, steroids and SSRIs', /blood thinner, steroid tablets or many antidepressants \(SSRIs\)/],
    ['water tablets with an ACE inhibitor or a sartan', /water tablets and tablets such as ramipril or losartan/],
  ])('%s: named in words of its own', (_, words) => {
    expect(points.filter(text => words.test(text))).toHaveLength(1)
  })

  it('quinine: not for routine use, with the reason', () => {
    const text = textsOf(painkillers.sections.find(({ title }) => title.startsWith('Quinine'))).join(' ')
    expect(text).toMatch(/not for routine use/)
    expect(text).toMatch(/deadly bleeding or upset the beat of the heart/)
  })
})

describe('rest that becomes bed rest (H11)', () => {
  const methods = remedies['relative-rest']?.methods ?? []

  it('a lie-down is short, with an hour before the next, and the day is spent up', () => {
    expect(methods.length).toBeGreaterThan(0)
    for (const { id, minutes, gapMinutes } of methods) {
      expect(minutes?.[1], id).toBeLessThanOrEqual(20)
      expect(gapMinutes, id).toBeGreaterThanOrEqual(60)
    }
    const text = textsOf(remedies['relative-rest']).join(' ')
    expect(text).toMatch(/up and about for most of the day/)
    expect(text).not.toMatch(/half of each hour/)
  })

  it.each(regions)('the %s has one position of rest, and that of the low back is only for the low back', region => {
    const suited = methodsAt(remedies['relative-rest'] ?? fail('relative-rest'), region)
    expect(suited).toHaveLength(1)
    const isLow = ['mid back', 'low back', 'buttock'].includes(region)
    expect(suited[0]?.id === 'position-of-ease').toBe(isLow)
    expect(/calves on a chair|between your knees/.test(textsOf(suited).join(' '))).toBe(isLow)
  })

  it('all methods are shown if the place is unknown', () => {
    expect(methodsAt({ methods }, undefined)).toEqual(methods)
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

it('the painkiller page refers to a pharmacist and advises nobody to change a medicine (H08)', () => {
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
  it('nothing that Unknot shows how to do is a thrust, a jerk or a crack', () => {
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

  it.each([
    'arthritis-enthesitis',
    'aorta-risk',
    'neck-surgery',
    'neck-pain-sudden-new',
    'neck-artery-signs',
    'myelopathy-signs',
  ])('with %s it says to have no thrust on the neck', fact => {
    const answer = offer(remedies['professional-care'] ?? fail('care'), { ...nothing, present: new Set([fact]) }, today)
    expect(answer).toMatchObject({
      status: 'offered',
      changes: [{ fact, text: expect.stringMatching(/thrust .*(neck|there)/) }],
    })
  })

  it('says what a thrust on the neck may do, what to ask first, and when to get help after it', () => {
    const { points, stop } = remedies['professional-care'] ?? fail('care')
    expect(points?.join(' ')).toMatch(/thrust on the neck .*a stroke.*Will you thrust on my neck\?.*always say no/)
    expect(stop.join(' ')).toMatch(/After a thrust on the neck/)
    for (const id of ['chiropractor', 'osteopath', 'physiotherapist'])
      expect(professionals[id]?.ask.join(' '), id).toMatch(/thrust on my neck/)
  })
})

describe('a fall at night (H19)', () => {
  const { calf, foot, hamstring, shin, buttock, ...others } = remedies['cramp-release']?.byRegion ?? {}
  const lowDown = [calf, foot, hamstring, shin, buttock].filter(id => id !== undefined)
  const ofLegs = [...lowDown, others['front thigh'], others['inner thigh']].filter(id => id !== undefined)
  /** The hips of a standing person are about 49 units up, of a sitting one 25. A session shows two frames. */
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
