import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpExercise, madeUpPlan, madeUpRemedy, madeUpTable } from '../../test/support/made-up-plan.ts'
import type { Case } from '../triage/case.ts'
import type { PlanKnowledge } from './knowledge.ts'
import type { OwnVerdict } from './own-verdicts.ts'
import { plan } from './plan.ts'

const today = '2027-01-01'
const answered: Case = {
  ...blank,
  region: 'low back',
  age: 40,
  absent: ['grave', 'weak'],
  context: { hoursSinceOnset: 3 },
}
const withhold = { fact: 'numb', action: 'withhold', text: 'It burns.' } as const
const knowledge = madeUpPlan({
  remedies: {
    heat: madeUpRemedy({ name: 'Warmth', safeWhileWaiting: false }),
    rest: madeUpRemedy({ name: 'Rest' }),
    cold: madeUpRemedy({ name: 'Cold', notFor: [withhold] }),
  },
  exercises: { rock: madeUpExercise() },
  plans: {
    back: madeUpTable([
      { id: 'heat', when: 'Now' },
      { id: 'rest', when: 'Now' },
      { id: 'cold', when: 'Now' },
      { id: 'rock', when: 'Later' },
    ]),
  },
})
const planFor = (
  given: Partial<Case> = {},
  on = today,
  from: PlanKnowledge = knowledge,
  own: readonly OwnVerdict[] = [],
) => plan(from, { ...answered, ...given }, on, own)
const steps = (...given: Parameters<typeof planFor>) => {
  const made = planFor(...given)
  return made.kind === 'plan' ? made.steps.map(({ id, status }) => `${id} ${status}`) : made.kind
}

describe('there is no plan', () => {
  it('in an emergency, before anything else', () => {
    expect(planFor({ absent: [], present: ['grave'], age: 5 })).toEqual({
      kind: 'emergency',
      tier: 'emergency',
      because: [{ kind: 'finding', id: 'grave', tier: 'emergency' }],
    })
  })

  it('under 16, even before the check is over; from 16 on there is one', () => {
    expect(planFor({ age: 15 })).toEqual({ kind: 'too-young', tier: 'self-care', because: [] })
    expect(planFor({ age: 15, absent: [] }).kind).toBe('too-young')
    expect([15.9, 16, 17].map(age => planFor({ age }).kind)).toEqual(['too-young', 'plan', 'plan'])
  })

  it('before the check is over; the result then has the next page', () => {
    expect(planFor({ absent: [] })).toMatchObject({
      kind: 'check-first',
      tier: 'self-care',
      ask: { page: 'gate' },
    })
    const { age: _age, ...ageless } = answered
    expect(plan(knowledge, ageless, today)).toMatchObject({ kind: 'check-first', ask: { details: ['age'] } })
  })
})

describe('the steps of a plan', () => {
  it('are those of the table in order, each with whether it may be started', () => {
    expect(steps()).toEqual(['heat offered', 'rest offered', 'cold ask', 'rock offered'])
  })

  it('leave out what a fact excludes, with the reason', () => {
    const made = planFor({ present: ['numb'] })
    expect(steps({ present: ['numb'] })).toEqual(['heat offered', 'rest offered', 'rock offered'])
    expect(made).toMatchObject({
      leftOut: [{ kind: 'remedy', id: 'cold', name: 'Cold', reason: 'caution', because: [withhold] }],
    })
  })

  it('are only those that are safe while waiting, if help is due the same day', () => {
    expect(steps({ absent: ['grave'], present: ['weak'] })).toEqual(['rest offered', 'cold ask', 'rock offered'])
    expect(steps({ present: ['fever'] })).toContain('heat offered')
  })

  it('are there on the review date of their table, and not the day after', () => {
    const dated = { ...knowledge, plans: { back: madeUpTable([{ id: 'rest', when: 'Now' }], { nextReview: today }) } }
    expect(steps({}, today, dated)).toEqual(['rest offered'])
    expect(steps({}, '2027-01-02', dated)).toEqual([])
  })

  it('are those for the tier and the phase of the person', () => {
    const cells = {
      ...madeUpTable([]).cells,
      soon: { ...madeUpTable([]).cells.soon, '6-24': [{ id: 'rest', when: 'Now' }] },
    }
    const own = { ...knowledge, plans: { back: { ...madeUpTable([]), cells } } }
    expect(steps({ present: ['fever'], context: { hoursSinceOnset: 6 } }, today, own)).toEqual(['rest offered'])
    expect(steps({ present: ['fever'], context: { hoursSinceOnset: 5 } }, today, own)).toEqual([])
    expect(steps({ context: { hoursSinceOnset: 6 } }, today, own)).toEqual([])
  })

  it('follow the person’s own trials, as far as the evidence allows', () => {
    const own = { better: 'rest', worse: 'heat', isNoticeable: true, month: '2026-03' }
    expect(steps({}, today, knowledge, [own])).toEqual(['rest offered', 'heat offered', 'cold ask', 'rock offered'])
  })

  it('have last what stops a cramp, in its words for later, if the cramp is over', () => {
    const release = { id: 'rest', when: 'Now', whenOver: 'If it comes back' }
    const from = { ...knowledge, plans: { back: madeUpTable([release, { id: 'heat', when: 'Now' }]) } }
    const said = (isOver: boolean | undefined) => {
      const made = planFor(
        { context: { hoursSinceOnset: 3, ...(isOver === undefined ? {} : { isOver }) } },
        today,
        from,
      )
      return made.kind === 'plan' ? made.steps.map(({ id, when }) => `${id}: ${when}`) : made.kind
    }
    expect(said(true)).toEqual(['heat: Now', 'rest: If it comes back'])
    for (const isOver of [false, undefined]) expect(said(isOver)).toEqual(['rest: Now', 'heat: Now'])
  })

  it('contain what comes instead of withheld ones', () => {
    const withheld = {
      bones: {
        because: 'numb',
        withholds: [{ ids: ['rest'] }],
        action: 'withhold',
        text: 'x',
        instead: [{ id: 'help', when: 'Now' }],
      },
    }
    const own = { ...knowledge, ...madeUpPlan({ withheld }), remedies: { ...knowledge.remedies, help: madeUpRemedy() } }
    const all = { ...own, exercises: knowledge.exercises, plans: knowledge.plans }
    expect(steps({ present: ['numb'] }, today, all)).toEqual(['heat offered', 'help offered', 'rock offered'])
  })
})

describe('a plan also has', () => {
  const made = planFor()
  if (made.kind !== 'plan') throw new Error(made.kind)

  it('its opening, what to avoid, and when to get help', () => {
    expect([made.opening, made.avoid, made.seekHelp]).toEqual(['Rest a little.', ['Do not lift.'], ['A fever.']])
    expect([made.complaint, made.region, made.phase, made.tier]).toEqual(['back', 'low back', '0-6', 'self-care'])
  })

  it('its sources, each once, and the first date on which one of its parts is due', () => {
    expect(made.sources).toEqual(['the-table', 'opening', 'avoid', 'help'])
    expect(made.nextReview).toBe('2027-04-01')
  })

  it('the times to check again that are still to come', () => {
    const checkIns = (hoursSinceOnset?: number) => {
      const found = planFor({ context: hoursSinceOnset === undefined ? {} : { hoursSinceOnset } })
      return found.kind === 'plan' ? found.checkIns.map(({ hours }) => hours) : []
    }
    expect(checkIns()).toEqual([6, 24, 48, 72])
    expect(checkIns(5.9)).toEqual([6, 24, 48, 72])
    expect(checkIns(6)).toEqual([24, 48, 72])
    expect(checkIns(72)).toEqual([])
  })
})
