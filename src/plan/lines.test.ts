import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import { answering, anyAnswers, anybody, findings } from '../../test/support/planned.ts'
import type { SeekHelp } from '../knowledge/plan-schema.ts'
import { complaints, isAbove, phases, regions, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { plan as explainedPlan, planKnowledge } from '../library/plan.ts'
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { assess } from './assess.ts'
import { avoidFor, mostLines, openingFor, seekHelpFor } from './lines.ts'
import { plan } from './plan.ts'
import { type Situation, situationOf } from './situation.ts'
import { phaseOf, tableFor } from './table.ts'

const today = '2026-12-01'
const { triage, lines, plans } = planKnowledge
const weeks = (count: number) => ({ hoursSinceOnset: count * 168 })

const situationIn = (given: Case): Situation =>
  situationOf(triage, given, tableFor(plans, given.complaint, given.region), assess(triage, given))

function planOf(given: Case) {
  const made = plan(planKnowledge, given, today)
  if (made.kind !== 'plan') throw new Error(made.kind)
  return made
}

/** A plan; undefined if the case is an emergency. */
function planIf(given: Case) {
  const made = plan(planKnowledge, given, today)
  return made.kind === 'plan' ? made : undefined
}

const has = (given: Case, ...ids: readonly string[]): boolean => ids.some(id => situationIn(given).own.has(id))

/** The signs of the shown lines, as in the table. */
function signsOf({ id, text }: { readonly id: string; readonly text: string }): readonly SeekHelp['signs'][number][] {
  const [sentence = ''] = text.split('. ')
  const parts = sentence.replace(/\.$/, '').replaceAll(', or ', ', ').split(', ')
  const said = parts.map(part => part.toLowerCase())
  const found = (lines.seekHelp[id]?.signs ?? []).filter(sign => said.includes(sign.text.toLowerCase()))
  expect(found.length, text).toBe(parts.length)
  return found
}

describe('the opening of a plan', () => {
  it('exists for every tier, complaint, place and time', () => {
    const seen = new Set<string>()
    for (const complaint of complaints)
      for (const region of regions)
        for (const tier of ['self-care', 'routine', 'soon', 'same-day'] as const)
          for (const hours of [undefined, 2, 10, 30, 60, 400, 9000]) {
            const given: Case = {
              ...lowBack,
              complaint,
              region,
              context: hours === undefined ? {} : { hoursSinceOnset: hours },
            }
            const person = situationOf(triage, given, tableFor(plans, complaint, region), { tier, because: [] })
            const { id, text } = openingFor(lines, person)
            if (isAbove(tier, 'routine')) expect(text, `${id} ${tier}`).toMatch(/first\b/i)
            seen.add(phaseOf(hours))
          }
    expect([...seen].toSorted()).toEqual([...phases].toSorted())
  })

  it('never suggests to build up activity if help is due today or soon', () => {
    fc.assert(
      fc.property(anyAnswers(), given => {
        const made = planIf(given)
        if (!made || !isAbove(made.tier, 'routine')) return
        expect(made.opening).not.toMatch(/build|more each time|keep the habit|short walks|stretch gently/i)
        expect(made.opening).toMatch(made.tier === 'same-day' ? /^Call .*first/ : /^Book the visit first/)
      }),
      { numRuns: 400 },
    )
  })

  it('after 12 weeks differs from that of the first days', () => {
    for (const region of regions) {
      const made = planOf(settled({ ...lowBack, region, context: weeks(14) }))
      expect(made.opening, region).toMatch(/After 3 months|Keep a small habit/)
      const text = [made.opening, ...made.seekHelp, ...made.avoid].join(' ')
      expect(text, region).not.toMatch(/1 to 2 weeks|first hours|first day|second day|build back/i)
      expect(made.steps.map(({ id }) => id)).not.toContain('relative-rest')
    }
    const made = planOf(settled({ ...lowBack, context: weeks(14) }))
    expect(made.seekHelp.join(' ')).toMatch(/sleep or mood or work\. Ask about a programme of exercise and support/)
    expect(made.avoid.join(' ')).toMatch(/Waiting for the pain to go before you move, work or meet people/)
    expect(made.sources).toEqual(expect.arrayContaining(['nice-ng59', 'who2023']))
    const limited = planOf(answering(settled({ ...lowBack, context: weeks(14) }), ['work-life-limited']))
    expect(limited.seekHelp.join(' ')).toMatch(/do more than the pain allows\. Ask about a programme of exercise/)
  })
})

describe('when to get help', () => {
  it('never names what the person has, sure or not', () => {
    fc.assert(
      fc.property(anyAnswers(), given => {
        if (!planIf(given)) return
        const person = situationIn(given)
        for (const line of seekHelpFor(lines, person))
          for (const { text, names = [] } of signsOf(line))
            expect(
              names.filter(id => person.own.has(id)),
              `${line.id}: ${text}`,
            ).toEqual([])
        for (const { id } of avoidFor(lines, person))
          expect(
            (lines.avoid[id]?.names ?? []).filter(name => person.own.has(name)),
            id,
          ).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it.each(findings)('with %s has no line that names it, at any place', id => {
    for (const region of regions) {
      const given: Case = { ...lowBack, complaint: 'cramp', region, sex: 'female', present: [id] }
      for (const tier of ['self-care', 'same-day'] as const) {
        const person = situationOf(triage, given, tableFor(plans, 'cramp', region), { tier, because: [] })
        const named = seekHelpFor(lines, person)
          .flatMap(signsOf)
          .filter(({ names }) => names?.includes(id))
        expect(named, region).toEqual([])
      }
    }
  })

  it('has the most urgent line first, each sign once, and at most five lines unless the answers call for more', () => {
    fc.assert(
      fc.property(anyAnswers(), given => {
        if (!planIf(given)) return
        const person = situationIn(given)
        const said = seekHelpFor(lines, person)
        const ranks = said.map(({ id }) => tiers.indexOf(lines.seekHelp[id]?.tier as Tier))
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
        const signs = said.flatMap(signsOf).map(({ text }) => text)
        expect(new Set(signs).size).toBe(signs.length)
        const called = said.filter(({ id }) =>
          mentions(lines.seekHelp[id]?.for ?? 'nothing').some(each => person.own.has(each)),
        )
        expect(said.length).toBeGreaterThan(0)
        expect(said.length).toBeLessThanOrEqual(Math.max(mostLines, called.length))
      }),
      { numRuns: 500 },
    )
  })

  it('has about five lines with any single sign, illness or medicine', () => {
    for (const complaint of complaints)
      for (const region of regions)
        for (const id of findings) {
          const given: Case = { ...lowBack, complaint, region, present: [id] }
          const person = situationOf(triage, given, tableFor(plans, complaint, region), { tier: 'soon', because: [] })
          expect(seekHelpFor(lines, person).length, `${complaint} ${region} ${id}`).toBeLessThanOrEqual(mostLines)
        }
  })

  const legs = ['buttock', 'front thigh', 'hamstring', 'inner thigh', 'calf', 'shin', 'foot']
  const clotSigns = ['leg-swollen-one', 'calf-tender-hot', 'calf-ache-constant', 'varicose-vein-red']
  const clotRisks = ['immobile-surgery-travel', 'clot-before', 'oestrogen', 'postpartum-6wk', 'cancer-active']
  const because = (given: Case, ...ids: readonly string[]) =>
    assess(triage, given).because.some(({ id }) => ids.includes(id))

  /** A line, and the people who must always get it. */
  const promised: readonly (readonly [line: string, often: readonly string[], when: (given: Case) => boolean])[] = [
    [
      'saddle',
      ['sciatica-one-leg', 'leg-numb-one', 'leg-weakness-one', 'weakness-getting-worse', 'myelopathy-signs'],
      given =>
        given.complaint === 'back' ||
        has(given, 'sciatica-one-leg', 'leg-weakness-one', 'spine-pain') ||
        because(given, 'weakness-progressive-leg', 'myelopathy-progressive'),
    ],
    [
      'clot',
      [...clotSigns, ...clotRisks],
      given => has(given, ...clotSigns) || (legs.includes(given.region ?? '') && has(given, ...clotRisks)),
    ],
    [
      'dehydration',
      ['vomit-diarrhoea', 'vomiting-persistent', 'diuretic'],
      given => has(given, 'vomit-diarrhoea', 'vomiting-persistent', 'diuretic'),
    ],
    ['pregnancy-bleeding', ['pregnant'], given => has(given, 'pregnant')],
    ['early-pregnancy', ['could-be-pregnant'], given => has(given, 'could-be-pregnant')],
    [
      'infection-at-risk',
      ['iv-drug-use', 'indwelling-line', 'recent-infection', 'recent-spinal-procedure'],
      given =>
        has(given, 'iv-drug-use', 'indwelling-line', 'recent-infection', 'recent-spinal-procedure') &&
        !has(given, 'chemotherapy', 'low-defences'),
    ],
    ['fever-on-treatment', ['chemotherapy', 'low-defences'], given => has(given, 'chemotherapy', 'low-defences')],
    [
      'salts',
      ['diuretic', 'dialysis', 'kidneys-weak', 'potassium-medicine', 'palpitations'],
      given => has(given, 'diuretic', 'dialysis', 'kidneys-weak', 'potassium-medicine', 'palpitations'),
    ],
    ['bleeding', ['anticoagulant', 'bleeding-disorder'], given => has(given, 'anticoagulant', 'bleeding-disorder')],
    ['ketoacidosis', ['insulin', 'sglt2-inhibitor'], given => has(given, 'insulin', 'sglt2-inhibitor')],
    ['steroid-lack', ['adrenal-insufficiency'], given => has(given, 'adrenal-insufficiency')],
    ['sickle-cell', ['sickle-cell-disease'], given => has(given, 'sickle-cell-disease')],
    ['fused-spine', ['ankylosing-spondylitis'], given => has(given, 'ankylosing-spondylitis')],
  ]

  it.each(promised)('names the signs of "%s" to everybody they apply to', (id, often, concerns) => {
    let met = 0
    fc.assert(
      fc.property(anyAnswers(often), given => {
        if (!planIf(given) || !concerns(given)) return
        met += 1
        const person = situationIn(given)
        const wanted = (lines.seekHelp[id]?.signs ?? []).filter(
          ({ names = [], for: when }) => when === undefined && !names.some(name => person.own.has(name)),
        )
        // A sign of two lines is shown in the first.
        const read = seekHelpFor(lines, person).flatMap(line => signsOf(line).map(({ text }) => text))
        for (const { text } of wanted) expect(read).toContain(text)
      }),
      { numRuns: 150 },
    )
    expect(met).toBeGreaterThan(10)
  })

  it('names pain in chest and arm at the ribs, the upper and the mid back', () => {
    for (const complaint of complaints)
      for (const region of ['ribs', 'upper back', 'mid back'] as const) {
        const { seekHelp } = planOf(settled({ ...lowBack, complaint, region }))
        expect(seekHelp.join(' '), region).toMatch(/chest pain, short breath, .* pain into the arm or jaw/i)
      }
  })

  it('names pregnancy only to pregnant people, and fewer movements from week 24', () => {
    fc.assert(
      fc.property(anybody, given => {
        const made = planIf(answering(given, []))
        expect(made?.seekHelp.join(' ')).not.toMatch(/maternity|baby|tightenings/)
      }),
      { numRuns: 60 },
    )
    const pregnant = (pregnancyWeeks: number) =>
      planOf(settled({ ...lowBack, sex: 'female', pregnant: true, context: { hoursSinceOnset: 3, pregnancyWeeks } }))
    expect(pregnant(23).seekHelp.join(' ')).not.toMatch(/moves less/)
    expect(pregnant(24).seekHelp.join(' ')).toMatch(/moves less\. Call your maternity unit/)
    expect(pregnant(19).seekHelp.join(' ')).not.toMatch(/blurred sight/)
    expect(pregnant(20).seekHelp.join(' ')).toMatch(/A bad headache, flashing or blurred sight, pain under the ribs/)
  })

  it('asks to get help if the sign that the person was not sure of becomes clear', () => {
    const given = answering(settled(lowBack), [], ['saddle-numbness'])
    expect(planOf(given).seekHelp[0]).toBe('The sign you were not sure of becomes clear.')
    expect(planOf(settled(lowBack)).seekHelp[0]).not.toMatch(/not sure/)
  })
})

describe('whom to contact', () => {
  it.each([
    ['maternity', { sex: 'female', pregnant: true }, 'flank-tender', /maternity unit/],
    ['rheumatology', { age: 60 }, 'gca-signs', /rheumatology/],
    ['sickle-cell-team', {}, 'sickle-cell-disease', /sickle cell team/],
    ['crisis-line', {}, 'self-harm-thoughts', /talk to somebody now/],
  ] as const)('comes first in the plan: %s', (_id, person, finding, text) => {
    const truth: Case = { ...lowBack, ...person, context: { hoursSinceOnset: 3, pregnancyWeeks: 20 } }
    const made = explainedPlan(answering(settled(truth), [finding]), today)
    expect(made).toMatchObject({ kind: 'plan', tier: 'same-day', contacts: [expect.stringMatching(text)] })
  })

  it('is only somebody whom a reason of the plan names', () => {
    expect(explainedPlan(settled(lowBack), today)).not.toHaveProperty('contacts')
  })
})
