import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerThrough, onlyTheComplaint } from '../../test/support/answer-through.ts'
import { blank } from '../../test/support/blank-case.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import {
  type Complaint,
  type Contact,
  complaints,
  isAbove,
  type Region,
  regions,
  type Tier,
} from '../knowledge/vocabulary.ts'
import { askedAgain, isLasting, newEpisode, sameEpisodeAgain } from './again.ts'
import { type Case, parseCase } from './case.ts'
import { mentions } from './condition.ts'
import { isGateId } from './page.ts'
import { highestAlone, type Place, tierAlone } from './tier-alone.ts'
import { type Triage, triage } from './triage.ts'

type Vignette = Record<string, unknown> & {
  readonly id: string
  readonly expected: Tier
  readonly acceptable: readonly Tier[]
}
const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8')) as {
  vignettes: readonly Vignette[]
}

const caseKeys = ['id', 'complaint', 'region', 'side', 'age', 'sex', 'pregnant', 'present', 'absent', 'context']
const caseOf = (vignette: Vignette): Case => {
  const parsed = parseCase(
    knowledge,
    Object.fromEntries(Object.entries(vignette).filter(([key]) => caseKeys.includes(key))),
  )
  if (!parsed.ok) throw new Error(`${vignette.id}: ${parsed.error}`)
  return parsed.case
}
const person: Case = {
  ...blank,
  region: 'low back',
  age: 40,
  sex: 'undisclosed',
  context: { hoursSinceOnset: 5, pregnancyWeeks: 20 },
}
/** The tier that a finding requires by itself at a place. */
function aloneOf(id: string, place: Place): Tier | null | undefined {
  const finding = knowledge.findings[id]
  return finding && tierAlone(finding, place)
}
/** Answers the check while knowing only the complaint and the place: every answer belongs to a question. */
const walk = (truth: Case) => answerThrough(knowledge, truth, onlyTheComplaint(truth))

describe('the 40 public vignettes', () => {
  const oracle = JSON.parse(readFileSync('test/oracle/vignettes.json', 'utf8')) as Readonly<Record<string, Tier>>

  it('are 40, and the oracle has a tier for each', () => {
    expect(vignettes).toHaveLength(40)
    expect(Object.keys(oracle)).toEqual(vignettes.map(({ id }) => id))
  })

  it.each(vignettes.map(vignette => [vignette.id, vignette] as const))(
    '%s: the tier of the oracle from the case, and the same page by page',
    (id, vignette) => {
      const truth = caseOf(vignette)
      const fromCase = triage(knowledge, truth).tier
      expect(fromCase).toBe(oracle[id])
      expect(vignette.acceptable).toContain(fromCase)
      expect(answerThrough(knowledge, truth).result.tier).toBe(fromCase)
      expect(walk(truth).result.tier).toBe(fromCase)
    },
  )

  it('misses no emergency, and reports how little that proves', () => {
    const emergencies = vignettes.filter(({ expected }) => expected === 'emergency')
    const missed = emergencies.filter(vignette => walk(caseOf(vignette)).result.tier !== 'emergency')
    const bound = 1 - 0.05 ** (1 / emergencies.length)
    console.log(
      `${missed.length} missed of ${emergencies.length} emergencies; 95 % upper bound ${(bound * 100).toFixed(0)} %`,
    )
    expect(missed).toEqual([])
  })
})

describe('every finding that can change a tier can be answered', () => {
  const moving = Object.entries(knowledge.findings).filter(
    ([id, finding]) =>
      highestAlone(finding) !== null || knowledge.redFlags.some(({ when }) => mentions(when).includes(id)),
  )

  it('except for look-alikes and those asked with the causes, the plan or the medicines, which are few', () => {
    const still = Object.entries(knowledge.findings).filter(([id]) => !moving.some(([other]) => other === id))
    expect(still.filter(([, { resembles, askedIn }]) => !resembles && !askedIn)).toEqual([])
    expect(moving.length).toBeGreaterThan(200)
  })

  it.each(moving.map(([id]) => id))('%s is reached through the questions', id => {
    expect(pathsTo(id).some(truth => walk(truth).answers.present.includes(id))).toBe(true)
  })

  it('look-alikes are asked beside the finding that they resemble', () => {
    const alike = Object.entries(knowledge.findings).filter(([, { resembles }]) => resembles)
    expect(alike.length).toBeGreaterThan(10)
    for (const [id, { resembles = [], regions: places = regions }] of alike) {
      const truths = complaints.flatMap(complaint =>
        places.flatMap(region => resembles.map(red => truthOf(complaint, region, { present: [red] }))),
      )
      const beside = truths.some(truth =>
        walk(truth).pages.some(({ statements }) => {
          const place = statements.findIndex(statement => statement.id === id)
          const red = statements.findIndex(statement => statement.id === statements[place]?.resembles)
          return place > 0 && red >= 0 && red < place && resembles.includes(statements[red]?.id ?? '')
        }),
      )
      expect(beside || isAskedOutright(id), id).toBe(true)
    }
  })

  /** A look-alike that changes a tier of its own may have its own row. */
  const isAskedOutright = (id: string) => moving.some(([other]) => other === id)

  /** People for whom this finding could raise the tier, alone or with the findings that a rule joins it to. */
  function pathsTo(id: string): readonly Case[] {
    const rules = knowledge.redFlags.filter(({ when }) => mentions(when).includes(id))
    const ways = [
      { present: [id] },
      ...rules.flatMap(({ when }) => witnesses(when).filter(({ present }) => present.includes(id))),
    ]
    const places = knowledge.findings[id]?.regions ?? regions
    return complaints.flatMap(complaint =>
      places.flatMap(region => ways.slice(0, 40).map(way => truthOf(complaint, region, way))),
    )
  }
})

describe('every emergency', () => {
  const emergencyRules = knowledge.redFlags.filter(({ tier }) => tier === 'emergency')
  const isAlone = (id: string, complaint: Complaint, region?: Region) =>
    aloneOf(id, { complaint, region }) === 'emergency'

  it.each(emergencyRules.map(rule => [rule.id, rule] as const))(
    '%s is reached by the interview alone, through its own questions',
    (_id, rule) => {
      for (const complaint of rule.complaint === undefined ? complaints : [rule.complaint])
        for (const way of witnesses(rule.when)) {
          const [asked] = way.present.flatMap(id => knowledge.findings[id]?.regions ?? [])
          const region: Region = asked ?? (complaint === 'back' ? 'low back' : 'calf')
          const { result } = walk(truthOf(complaint, region, way))
          expect(result.tier, `${complaint}: ${way.present.join(', ')}`).toBe('emergency')
          if (!way.present.some(id => isAlone(id, complaint)))
            expect(result.because.map(reason => reason.id)).toContain(rule.id)
        }
    },
  )

  it('ends the check with the page on which it was ticked, and every tick of that page counts', () => {
    const truth = { ...person, present: ['saddle-numbness', 'urine-leak-new', 'chest-pain', 'fever'] }
    const { result, pages } = walk(truth)
    expect(pages.map(({ page }) => page)).toEqual(['gate', 'gate-pelvis'])
    expect(result).toMatchObject({ tier: 'emergency', settled: true, ask: null })
    expect(result.because.map(({ id }) => id)).toEqual(['saddle-numbness', 'urine-leak-new'])
  })
})

describe('nobody is asked twice', () => {
  const truths = Object.keys(knowledge.findings).map(id => ({ ...person, present: [id] }))

  it('the same episode asks only the gates of emergencies again, and the same answers give the same tier', () => {
    const asked = askedAgain(knowledge)
    expect(asked).toContain('gate-chest')
    expect(asked).not.toContain('gate-illnesses')
    for (const truth of truths) {
      const before = walk(truth)
      if (before.result.tier === 'emergency') continue
      const again = answerThrough(knowledge, truth, sameEpisodeAgain(knowledge, before.answers))
      const gates = again.pages.flatMap(({ statements }) => statements.filter(({ opens }) => opens))
      expect(gates.length, truth.present[0]).toBeGreaterThan(5)
      expect(gates.filter(({ id }) => !asked.has(id))).toEqual([])
      expect(again.pages.flatMap(({ details }) => details)).toEqual([])
      expect(again.result.tier).toBe(before.result.tier)
    }
  })

  it('a new episode does not ask the age, history and medicines again, but every symptom', () => {
    for (const truth of truths) {
      const before = walk(truth)
      const next = newEpisode(knowledge, before.answers, { complaint: 'cramp', region: 'calf' })
      const { pages } = answerThrough(knowledge, { ...truth, complaint: 'cramp', region: 'calf' }, next)
      const asked = pages.flatMap(({ statements }) => statements.map(({ id }) => id))
      const standing = [...before.answers.present, ...before.answers.absent].filter(id => isLasting(knowledge, id))
      expect(asked.filter(id => standing.includes(id))).toEqual([])
      const isAgeKnown = before.answers.age !== undefined
      if (isAgeKnown) expect(pages.flatMap(({ details }) => details)).not.toContain('age')
      expect(asked).toContain('gate-limbs')
    }
  })

  it('keeps history and medicines, drops symptoms and the hours', () => {
    const { answers } = walk({ ...person, present: ['cancer-history', 'burning-urine'] })
    const next = newEpisode(knowledge, answers, { complaint: 'back', region: 'low back' })
    expect(next.present).toEqual(['cancer-history'])
    expect(next.absent).toContain('steroids-long')
    expect(next.absent).not.toContain('saddle-numbness')
    expect(next.age).toBe(40)
    expect(next.context.hoursSinceOnset).toBeUndefined()
  })

  it('no page asks what an earlier page asked', () => {
    fc.assert(
      fc.property(anyTruth(), truth => {
        const asked = walk(truth).pages.flatMap(({ statements }) => statements.map(({ id }) => id))
        expect(new Set(asked).size).toBe(asked.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('no question is useless', () => {
  /** Every smallest way in which a finding could raise a tier, alone or with others, computed without the interview. */
  const waysOf = new Map(
    Object.entries(knowledge.findings).map(([id, finding]) => [
      id,
      [
        ...complaints.flatMap(complaint => {
          const tier = tierAlone(finding, { complaint })
          const { contact } = finding
          return tier ? [{ tier, complaint, contact, present: [id] as readonly string[] }] : []
        }),
        ...knowledge.redFlags
          .filter(({ when }) => mentions(when).includes(id))
          .flatMap(({ tier, complaint, contact, when }) =>
            witnesses(when)
              .filter(({ present }) => present.includes(id))
              .map(({ present }) => ({ tier, complaint, contact, present })),
          ),
      ],
    ]),
  )
  const canRaise = (id: string, answers: Case, { tier, because }: Triage) =>
    waysOf
      .get(id)
      ?.some(
        way =>
          (isAbove(way.tier, tier) || (way.tier === tier && isElsewhere(way.contact, because))) &&
          (way.complaint === undefined || way.complaint === answers.complaint) &&
          way.present.every(part => !answers.absent.includes(part) && !answers.unsure.includes(part)),
      ) ?? false

  /** A contact that no reason of that tier names yet. */
  const isElsewhere = (contact: Contact | undefined, because: Triage['because']) =>
    contact !== undefined && !because.some(reason => reason.contact === contact)

  it('a finding that can no longer change the tier or the contact is never asked', () => {
    fc.assert(
      fc.property(anyTruth(), truth => {
        const { pages, answers: given } = walk(truth)
        let answers = onlyTheComplaint(truth)
        for (const { statements } of pages) {
          const now = triage(knowledge, answers)
          for (const { id, resembles } of statements) {
            if (resembles !== undefined) continue
            const ids = isGateId(id) ? (knowledge.prepared.heldBy.get(id.slice('gate-'.length)) ?? []) : [id]
            expect(
              ids.some(each => canRaise(each, answers, now)),
              `${id} at ${now.tier}`,
            ).toBe(true)
          }
          const ids = statements.map(({ id }) => id)
          const isTrue = (id: string) => given.present.includes(id)
          answers = {
            ...answers,
            present: [...answers.present, ...ids.filter(isTrue)],
            absent: [...answers.absent, ...ids.filter(id => !isTrue(id))],
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a finding that a gate has named is not asked again later', () => {
    for (const complaint of complaints)
      for (const id of Object.keys(knowledge.findings)) {
        const { pages } = walk({ ...person, complaint, present: [id] })
        const named = pages.flatMap(({ statements }) => statements.flatMap(({ opens = [] }) => opens))
        const outright = pages.filter(({ page }) => page === 'partners').flatMap(({ statements }) => statements)
        expect(
          outright.filter(({ id: other }) => named.includes(other)),
          `${id}, ${complaint}`,
        ).toEqual([])
      }
  })

  it('an emergency asks nothing more, and self-care is settled only when nothing is left', () => {
    fc.assert(
      fc.property(anyTruth(), truth => {
        const { result, pages } = walk(truth)
        expect(result).toMatchObject({ settled: true, ask: null })
        if (result.tier !== 'emergency') expect(pages.length).toBeGreaterThanOrEqual(2)
      }),
      { numRuns: 300 },
    )
  })

  it('the age is asked of everybody, whatever they ticked, unless help is needed now', () => {
    for (const id of Object.keys(knowledge.findings)) {
      const { result, answers } = walk({ ...person, present: [id] })
      if (result.tier !== 'emergency') expect(answers.age, id).toBe(40)
    }
  })
})

describe('an answer of "not sure"', () => {
  it('opens the simpler wording, which every emergency statement of every page has', () => {
    for (const complaint of complaints)
      for (const region of regions) {
        const { pages } = walk(truthOf(complaint, region, { present: [] }))
        for (const { id, simpler } of pages.flatMap(({ statements }) => statements))
          if (aloneOf(id, { complaint, region }) === 'emergency') expect(simpler, id).toBeDefined()
      }
  })
})

function anyTruth(): fc.Arbitrary<Case> {
  return fc
    .record({
      complaint: fc.constantFrom(...complaints),
      region: fc.constantFrom(...regions),
      present: fc.uniqueArray(fc.constantFrom(...Object.keys(knowledge.findings)), { maxLength: 5 }),
      age: fc.integer({ min: 16, max: 95 }),
      sex: fc.constantFrom('female' as const, 'male' as const, 'undisclosed' as const),
      hours: fc.nat(3000),
    })
    .map(({ hours, ...truth }) => ({ ...person, ...truth, context: { hoursSinceOnset: hours, pregnancyWeeks: 20 } }))
}

function truthOf(
  complaint: Complaint,
  region: Region,
  way: Pick<ReturnType<typeof witnesses>[number], 'present'> & Partial<ReturnType<typeof witnesses>[number]>,
): Case {
  return {
    ...person,
    complaint,
    region,
    present: way.present,
    age: way.age ?? 40,
    sex: way.sex ?? 'undisclosed',
    context: { hoursSinceOnset: way.hours ?? 5, pregnancyWeeks: way.pregnancyWeeks ?? 20 },
  }
}
