import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { painkillers } from '../knowledge/painkillers.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import type { Method, Remedy } from '../knowledge/remedy-schema.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { urineColoursFor } from '../library/remedies.ts'
import { offer, type PersonFacts } from './cautions.ts'
import {
  clotFindings,
  drinkCeiling,
  isClotOpen,
  isWithinLimits,
  limits,
  mayHeatAfterCream,
  mayShowDrinkTarget,
  mayShowUrineColours,
} from './limits.ts'
import { exerciseScript, methodScript, scriptSeconds } from './script.ts'

const today = '2026-11-24'
const nothing: PersonFacts = { present: new Set(), absent: new Set(), unsure: new Set() }
const facts = [...Object.keys(triageKnowledge.findings), ...Object.keys(triageKnowledge.facts)]
const items = [...Object.values(remedies), ...Object.values(exercises)]
const anyPerson = fc.uniqueArray(fc.constantFrom(...facts), { maxLength: 30 }).chain(ids =>
  fc
    .record({
      cut: fc.nat(ids.length),
      cut2: fc.nat(ids.length),
      pregnancyWeeks: fc.option(fc.nat(42), { nil: undefined }),
    })
    .map(
      ({ cut, cut2, pregnancyWeeks }): PersonFacts => ({
        present: new Set(ids.slice(0, Math.min(cut, cut2))),
        unsure: new Set(ids.slice(Math.min(cut, cut2), Math.max(cut, cut2))),
        absent: new Set(ids.slice(Math.max(cut, cut2))),
        ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
      }),
    ),
)

describe('the hard limits', () => {
  const anyMethod = fc
    .record({ least: fc.nat(600), more: fc.nat(600), warm: fc.integer({ min: 20, max: 60 }), warmer: fc.nat(20) })
    .map(
      ({ least, more, warm, warmer }): Method => ({
        id: 'any',
        name: 'Any',
        steps: ['Do it.'],
        minutes: [least, least + more],
        temperatureC: [warm, warm + warmer],
      }),
    )

  it('allow no heat above 43 °C, or longer than 20 minutes unless it is a wrap of at most 40 °C for 8 hours', () => {
    fc.assert(
      fc.property(anyMethod, method => {
        if (!isWithinLimits('heat', method)) return
        const [minutes, degrees] = [method.minutes?.[1] ?? 0, method.temperatureC?.[1] ?? 0]
        expect(degrees).toBeLessThanOrEqual(43)
        if (minutes > 20) {
          expect(degrees).toBeLessThanOrEqual(40)
          expect(minutes).toBeLessThanOrEqual(480)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('allow no cold longer than 20 minutes', () => {
    fc.assert(fc.property(anyMethod, method => !isWithinLimits('cold', method) || (method.minutes?.[1] ?? 0) <= 20))
  })

  it('are kept by everything in the knowledge', () => {
    for (const { kind, methods, name } of Object.values(remedies))
      for (const method of methods) expect(isWithinLimits(kind, method), `${name}: ${method.name}`).toBe(true)
  })

  it('a remedy with a method beyond them is left out for everybody', () => {
    const heat = remedies.heat as Remedy
    const hotter: Remedy = { ...heat, methods: [{ ...(heat.methods[0] as Method), temperatureC: [40, 44] }] }
    fc.assert(fc.property(anyPerson, person => offer(hotter, person, today).status === 'left-out'))
  })

  it('no session of heat or cold runs longer than they allow', () => {
    for (const remedy of Object.values(remedies).filter(({ kind }) => kind === 'heat' || kind === 'cold'))
      for (const method of remedy.methods) {
        const script = methodScript('any', remedy, method)
        const on = script.phases.filter(({ kind }) => kind !== 'prepare')
        const minutes = on.reduce((sum, { seconds }) => sum + seconds, 0) / 60
        const isWrap = remedy.kind === 'heat' && (method.minutes?.[1] ?? 0) > limits.heat.mostMinutes
        expect(minutes).toBeLessThanOrEqual(isWrap ? limits.heatWrap.mostMinutes : 20)
      }
  })

  it('no heat within 4 hours of a cream', () => {
    fc.assert(fc.property(fc.nat(20_000_000), wait => mayHeatAfterCream(0, wait) === wait >= 4 * 3_600_000))
    expect(mayHeatAfterCream(undefined, 5)).toBe(true)
  })

  it('an unresolved clot sign counts for 14 days', () => {
    expect(isClotOpen(0, 14 * 86_400_000 - 1)).toBe(true)
    expect(isClotOpen(0, 14 * 86_400_000)).toBe(false)
  })

  it('drinks: 800 ml an hour, 950 only for a sure yes to heat work, always well below the 1.4 l of NIOSH', () => {
    fc.assert(
      fc.property(anyPerson, fc.boolean(), (person, isHeatWork) => {
        const present = new Set([...person.present, ...(isHeatWork ? ['heat-work'] : [])])
        const ceiling = drinkCeiling({ ...person, present })
        const mayShow = mayShowDrinkTarget(new Set([...present, ...person.unsure]))
        expect(ceiling).toBe(mayShow ? (present.has('heat-work') ? 950 : 800) : undefined)
        expect(ceiling ?? 0).toBeLessThan(1400)
      }),
      { numRuns: 2000 },
    )
    expect(drinkCeiling({ ...nothing, unsure: new Set(['heat-work']) })).toBe(800)
  })

  it('the words about heat work are shown to exactly those people whose limit is wider', () => {
    const drinks = remedies.hydration as Remedy
    const asked = new Set(drinks.notFor.map(({ fact }) => fact))
    fc.assert(
      fc.property(anyPerson, fc.boolean(), (person, isHeatWork) => {
        const present = new Set([...person.present, ...(isHeatWork ? ['heat-work'] : [])])
        const answer = offer(drinks, { ...person, present, absent: asked }, today)
        if (answer.status !== 'offered') return
        const widened = answer.changes.some(({ text }) => text.includes('950 ml'))
        expect(widened).toBe(drinkCeiling({ ...person, present }) === 950)
      }),
      { numRuns: 3000 },
    )
    const limited = { ...nothing, present: new Set(['heat-work', 'fluid-limit']), absent: asked }
    expect(JSON.stringify(offer(drinks, limited, today))).not.toContain(' ml')
  })

  it('heat work shows no amount to a person who may see none, especially after low sodium', () => {
    for (const fact of ['low-sodium', 'desmopressin', 'fluid-limit', 'kidney-disease', 'dialysis', 'single-kidney'])
      for (const known of ['present', 'unsure'] as const) {
        const present = new Set(['heat-work', ...(known === 'present' ? [fact] : [])])
        expect(drinkCeiling({ present, unsure: new Set(known === 'unsure' ? [fact] : []) }), fact).toBeUndefined()
        // If the engine shows no amount, the remedy is withheld or refers to the treating team.
        expect(remedies.hydration?.notFor.map(caution => caution.fact)).toContain(fact)
      }
  })

  it('no amount to drink with heart or kidney trouble or past low sodium; no urine colours at 65 and over', () => {
    for (const fact of ['fluid-limit', 'kidney-disease', 'dialysis', 'low-sodium'])
      expect(mayShowDrinkTarget(new Set([fact]))).toBe(false)
    expect(mayShowDrinkTarget(new Set(['fever']))).toBe(true)
    fc.assert(fc.property(fc.integer({ min: 65, max: 120 }), age => !mayShowUrineColours(age, new Set())))
    expect(mayShowUrineColours(undefined, new Set())).toBe(false)
    expect(mayShowUrineColours(64, new Set())).toBe(true)
  })
})

describe('cautions', () => {
  it('nothing is offered to a person with a fact that excludes it, sure or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), anyPerson, (item, person) => {
        const answer = offer(item, person, today)
        const excluding = item.notFor.filter(
          ({ fact, action }) =>
            action !== 'limit' && action !== 'variant' && (person.present.has(fact) || person.unsure.has(fact)),
        )
        const binding = excluding.filter(
          ({ pregnancyWeeks }) =>
            !pregnancyWeeks || person.pregnancyWeeks === undefined || person.pregnancyWeeks >= pregnancyWeeks.gte,
        )
        if (binding.length > 0) expect(answer.status).toBe('left-out')
      }),
      { numRuns: 5000 },
    )
  })

  it('nothing is offered before every fact that could exclude it is known', () => {
    // Help from a professional is never delayed by a question.
    for (const item of items.filter(({ notFor, kind }) => notFor.length > 0 && kind !== 'care'))
      expect(offer(item, nothing, today).status).toBe('ask')
  })

  it('a remedy that is left out gives the reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), anyPerson, (item, person) => {
        const answer = offer(item, person, today)
        if (answer.status === 'left-out' && answer.reason === 'caution')
          for (const { text } of answer.because) expect(text.length).toBeGreaterThan(10)
      }),
    )
  })

  it('content is no longer recommended after its review date', () => {
    for (const item of items)
      expect(offer(item, nothing, '2099-01-01')).toMatchObject({ status: 'left-out', reason: 'past-review' })
  })

  it('late pregnancy changes an exercise from its week on, not before', () => {
    const rest = exercises['lb-rest-9090']
    if (!rest) throw new Error('the exercise is gone')
    const at = (pregnancyWeeks: number): PersonFacts => ({
      present: new Set(['pregnant']),
      absent: new Set(['breathless-lying']),
      unsure: new Set(),
      pregnancyWeeks,
    })
    expect(offer(rest, at(12), today)).toMatchObject({ status: 'offered', changes: [] })
    expect(offer(rest, at(20), today)).toMatchObject({ status: 'offered', changes: [{ action: 'variant' }] })
  })

  it('no massage and no release of a leg if a clot is possible', () => {
    const massages = Object.values(remedies).filter(({ kind }) => kind === 'massage')
    const legReleases = [
      'calf-release',
      'ham-release',
      'quad-release',
      'foot-release',
      'hip-adductor-release',
      'shin-release',
    ].map(id => exercises[id])
    for (const item of [...massages, ...legReleases, remedies['cramp-release']])
      for (const fact of clotFindings)
        for (const known of ['present', 'unsure'] as const)
          expect(
            offer(item as Remedy, { ...nothing, [known]: new Set([fact]) }, today).status,
            `${item?.name}: ${fact}`,
          ).toBe('left-out')
  })

  it('every exclusion is one statement that a person can tick, and a tick is never in favour of the remedy', () => {
    const excluding = new Set([...items.flatMap(({ notFor }) => notFor.map(({ fact }) => fact))])
    expect(excluding.size).toBeGreaterThan(47)
    for (const fact of excluding) {
      const { statement = '' } = triageKnowledge.findings[fact] ?? triageKnowledge.facts[fact] ?? {}
      expect(statement, fact).toMatch(/^[A-Z].*\.$/)
      expect(statement, fact).not.toMatch(/\?|\bRED\b|\byou\b|normally|without help/)
      if (triageKnowledge.facts[fact]) expect(statement.match(/[.!] [A-Z]/), `${fact}: one sentence`).toBeNull()
    }
  })

  it('no exclusion repeats what triage of this episode answers as an emergency of the back', () => {
    for (const { notFor } of items)
      for (const { fact } of notFor)
        expect(['saddle-numbness', 'bowel-control-loss', 'both-legs-new', 'major-trauma']).not.toContain(fact)
  })

  it('warmth asks only about what warmth can harm: a fresh knock, not every back hurt in the last 48 hours', () => {
    expect(triageKnowledge.facts['swollen-hot-or-infected']?.statement).toBe(
      'The area is swollen or bruised from a knock or twist, or it is hot or infected.',
    )
    expect(remedies.heat?.notFor.map(({ fact }) => fact)).toContain('swollen-hot-or-infected')
  })

  it('help itself is never delayed by a question', () => {
    const care = Object.values(remedies).filter(({ kind }) => kind === 'care')
    expect(care).toHaveLength(1)
    fc.assert(fc.property(anyPerson, person => care.every(item => offer(item, person, today).status === 'offered')))
  })

  it('the release of a leg never rubs', () => {
    for (const [id, { kind, steps, now = '', careful }] of Object.entries(exercises))
      if (kind === 'release') expect([...steps, now, ...careful].join(' '), id).not.toMatch(/\b(rub|massage|knead)/i)
  })
})

describe('the content of the remedies', () => {
  it('has 22 remedies, the 46 imported exercises, those of the places that had none, and the strength of the courses', () => {
    expect(Object.keys(remedies)).toHaveLength(22)
    const authored = ['neck-', 'upper-', 'mid-', 'buttock-', 'forearm-', 'shin-']
    const ours = Object.keys(exercises).filter(id => authored.some(prefix => id.startsWith(prefix)))
    expect(ours).toHaveLength(15)
    const strength = ['lb-bridge', 'leg-sit-to-stand', 'calf-heel-raise', 'foot-toe-curl']
    expect(strength.map(id => exercises[id]?.kind)).toEqual(['strength', 'strength', 'strength', 'strength'])
    expect(Object.keys(exercises).length - ours.length - strength.length).toBe(46)
    for (const prefix of authored) expect(ours.filter(id => id.startsWith(prefix)).length).toBeGreaterThanOrEqual(2)
    for (const id of Object.keys(exercises)) expect(frames[id]?.frames.length, id).toBeGreaterThanOrEqual(2)
  })

  it('has a certainty per complaint; for a range of evidence, the lower one', () => {
    const certainty = Object.fromEntries(Object.entries(remedies).map(([id, remedy]) => [id, remedy.certainty]))
    expect(certainty).toMatchObject({
      heat: { back: 'moderate', cramp: 'very-low' },
      'relative-rest': { back: 'low' },
      yoga: { back: 'low' },
      stretching: { back: 'low' },
      aerobic: { back: 'low' },
      'lumbar-brace': { back: 'very-low' },
      'percussion-massage': { back: 'very-low' },
    })
    for (const [id, { back, cramp }] of Object.entries(certainty)) expect(back ?? cramp, id).not.toBeNull()
  })

  it('never gives potassium, and never says to stop a medicine', () => {
    const texts = textsAt({ remedies, exercises, painkillers })
    const potassium = texts.filter(text => /potassium (salt|tablets|pills)/i.test(text))
    expect(potassium.length).toBeGreaterThan(0)
    for (const text of potassium) expect(text).toMatch(/^(Never|Take no)\b/)
    for (const text of texts) expect(text).not.toMatch(/\bstop (taking )?(your|the|this) (medicine|tablet|pill)/i)
  })

  it('limits drinks to 800 ml in an hour, and in hard work in the heat to 950', () => {
    const amountsOf = (texts: readonly string[]) =>
      texts.flatMap(text => [...text.matchAll(/(\d+) ?ml\b/g)].map(([, ml]) => Number(ml)))
    const isHeatWork = (text: string) => /hard work in the heat/.test(text)
    const texts = textsAt(remedies)
    expect(Math.max(...amountsOf(texts.filter(text => !isHeatWork(text))))).toBe(800)
    expect(amountsOf(texts.filter(isHeatWork))).toEqual([950])
    expect(limits).toMatchObject({ drinkMillilitresPerHour: 800, heatWorkDrinkMillilitresPerHour: 950 })
  })

  it('on painkillers: who must not, what does not mix, ask a pharmacist, no doses, sources in every section', () => {
    const page = textsAt(painkillers).join(' ')
    expect(page).toMatch(/pharmacist/)
    expect(page).toMatch(/pregnant.*blood thinner/s)
    expect(page).toMatch(/do not mix with heat/)
    expect(page).not.toMatch(/\d\s?(mg|g|ml|tablets?|times a day)\b/)
    for (const section of painkillers.sections) expect(section.sources.length, section.title).toBeGreaterThan(0)
  })
})

describe('the urine chart', () => {
  it('ends in brown; brown and a ninth choice lead to the red flag, without advice to drink', () => {
    const { colours } = urineColours
    expect(colours).toHaveLength(9)
    expect(colours.slice(7).map(({ name }) => name)).toEqual(['brown', 'brown or cola'])
    for (const [index, { finding, text }] of colours.entries()) {
      expect(finding, `colour ${index + 1}`).toBe(index >= 7 ? 'dark-urine' : undefined)
      expect(text === undefined).toBe(index >= 7)
    }
    expect(triageKnowledge.findings['dark-urine']?.tier).toBe('emergency')
  })

  it('is hidden at 65 and over, if the age is unknown, and with kidney or liver trouble', () => {
    expect(urineColoursFor(64, new Set())).toBe(urineColours)
    for (const age of [65, 90, undefined]) expect(urineColoursFor(age, new Set())).toBeUndefined()
    for (const { fact } of urineColours.notFor) expect(urineColoursFor(40, new Set([fact]))).toBeUndefined()
  })
})

describe('scripts', () => {
  it('every exercise has one, as long as its dose says', () => {
    for (const [id, exercise] of Object.entries(exercises)) {
      const script = exerciseScript(id, exercise, frames[id]?.frames.length ?? 0)
      const { holdSeconds, repeats, sides, sets } = exercise.dose
      const held = script.phases.filter(({ kind }) => kind === 'hold')
      expect(
        held.reduce((sum, { seconds }) => sum + seconds, 0),
        id,
      ).toBe(holdSeconds * repeats * sides * sets)
      expect(scriptSeconds(script)).toBeGreaterThan(0)
      expect(script.phases.some(({ kind }) => kind === 'change-sides')).toBe(sides === 2)
    }
  })

  it('from 60 on, a stretch is held for at least 30 seconds', () => {
    for (const [id, exercise] of Object.entries(exercises).filter(([, { kind }]) => kind === 'stretch'))
      for (const { kind, seconds } of exerciseScript(id, exercise, 2, 67).phases)
        if (kind === 'hold') expect(seconds).toBeGreaterThanOrEqual(30)
  })

  it('heat and cold ask about the skin at least every 5 minutes, a wrap every hour', () => {
    for (const remedy of Object.values(remedies).filter(({ kind }) => kind === 'heat' || kind === 'cold'))
      for (const method of remedy.methods.filter(({ skinCheckEveryMinutes }) => skinCheckEveryMinutes)) {
        const longest = Math.max(...methodScript('any', remedy, method).phases.map(({ seconds }) => seconds))
        expect(longest).toBeLessThanOrEqual((method.skinCheckEveryMinutes ?? 0) * 60)
      }
  })
})

/** Every text that a reader sees; not its ids, sources or dates. */
function textsAt(value: unknown, key = ''): readonly string[] {
  if (['id', 'fact', 'action', 'sources', 'reviewedBy', 'reviewed', 'compiled', 'nextReview', 'kind'].includes(key))
    return []
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsAt(part, Array.isArray(value) ? key : name))
}
