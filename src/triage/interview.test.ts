import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { answerThrough } from '../../test/support/answer-through.ts'
import { witnesses } from '../../test/support/witnesses.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, type Region, regions, type Tier } from '../knowledge/vocabulary.ts'
import { newEpisode, sameEpisodeAgain } from './again.ts'
import type { Case } from './case.ts'
import { parseCase } from './case.ts'
import { mentions } from './condition.ts'
import { pageOne } from './interview.ts'
import { triage } from './triage.ts'

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
  complaint: 'back',
  region: 'low back',
  age: 40,
  sex: 'undisclosed',
  present: [],
  absent: [],
  unsure: [],
  context: { hoursSinceOnset: 5, pregnancyWeeks: 20 },
  conditions: [],
  medicines: [],
}

describe('the 40 public vignettes', () => {
  it.each(vignettes.map(vignette => [vignette.id, vignette] as const))(
    '%s: the interview ends, page by page, at the tier the case itself gives',
    (_id, vignette) => {
      const truth = caseOf(vignette)
      const fromCase = triage(knowledge, truth).tier
      expect(vignette.acceptable).toContain(fromCase)
      expect(answerThrough(knowledge, truth).result.tier).toBe(fromCase)
    },
  )

  it('misses no emergency, and says how little that proves', () => {
    const emergencies = vignettes.filter(({ expected }) => expected === 'emergency')
    const missed = emergencies.filter(
      vignette => answerThrough(knowledge, caseOf(vignette)).result.tier !== 'emergency',
    )
    const bound = 1 - 0.05 ** (1 / emergencies.length)
    console.log(
      `${missed.length} missed of ${emergencies.length} emergencies; 95 % upper bound ${(bound * 100).toFixed(0)} %`,
    )
    expect(missed).toEqual([])
  })
})

describe('everything that can move a tier can be answered', () => {
  const moving = Object.entries(knowledge.findings).filter(
    ([id, { tierAlone }]) =>
      Object.values(tierAlone).some(Boolean) || knowledge.redFlags.some(({ when }) => mentions(when).includes(id)),
  )

  it.each(moving.map(([id]) => id))('%s is reached through the questions', id => {
    expect(pathsTo(id).some(truth => answerThrough(knowledge, truth).answers.present.includes(id))).toBe(true)
  })

  it('the others are named look-alikes, or asked in causes or the plan', () => {
    const movingIds = new Set(moving.map(([id]) => id))
    const rest = Object.entries(knowledge.findings).filter(([id]) => !movingIds.has(id))
    expect(rest.filter(([, { resembles, askedIn }]) => !resembles && !askedIn).map(([id]) => id)).toEqual([])
  })

  /** People in whom this finding alone, or with what a rule joins it to, could raise the tier. */
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
  const isAlone = (id: string, complaint: Complaint) => knowledge.findings[id]?.tierAlone[complaint] === 'emergency'

  it.each(emergencyRules.map(rule => [rule.id, rule] as const))('%s fires from the interview alone', (_id, rule) => {
    for (const complaint of rule.complaint === 'any' ? complaints : [rule.complaint])
      for (const way of witnesses(rule.when)) {
        const [asked] = way.present.flatMap(id => knowledge.findings[id]?.regions ?? [])
        const region: Region = asked ?? (complaint === 'back' ? 'low back' : 'calf')
        const { result } = answerThrough(knowledge, truthOf(complaint, region, way))
        expect(result.tier, `${complaint}: ${way.present.join(', ')}`).toBe('emergency')
        if (!way.present.some(id => isAlone(id, complaint)))
          expect(result.because.map(reason => reason.id)).toContain(rule.id)
      }
  })

  it.each(complaints)(
    'sign of %s stands on page 1 for its place, or is named in the words of its category',
    complaint => {
      const { categories } = readKnowledge('knowledge', new Faults())
      const named = new Map(categories.map(({ id, value }) => [id, value.names ?? {}]))
      const unseen = regions.flatMap(region =>
        Object.entries(knowledge.findings)
          .filter(([id, finding]) => isAlone(id, complaint) && (finding.regions?.includes(region) ?? true))
          .filter(
            ([id, { category }]) =>
              !pageOne(knowledge, { complaint, region }).includes(id) && !named.get(category)?.[id],
          )
          .map(([id, { category }]) => `${id} (${category})`),
      )
      expect([...new Set(unseen)]).toEqual([])
    },
  )
})

describe('nobody is asked twice', () => {
  it('the same episode asks only page 1 again', () => {
    const { answers } = answerThrough(knowledge, { ...person, present: ['minor-trauma'] })
    const again = sameEpisodeAgain(knowledge, answers)
    const first = triage(knowledge, again)
    expect(first.ask?.page).toBe('emergency')
    const absent = [...again.absent, ...(first.ask?.statements.map(({ id }) => id) ?? [])]
    expect(triage(knowledge, { ...again, absent }).settled).toBe(true)
  })

  it('a new episode keeps history and medicines, and asks every symptom anew', () => {
    const { answers } = answerThrough(knowledge, { ...person, present: ['cancer-history', 'burning-urine'] })
    const next = newEpisode(knowledge, answers, { complaint: 'back', region: 'low back' })
    expect(next.present).toEqual(['cancer-history'])
    expect(next.absent).toContain('steroids-long')
    expect(next.absent).not.toContain('saddle-numbness')
    expect(next.context.hoursSinceOnset).toBeUndefined()
  })
})

it('asks nothing that can no longer change the tier', () => {
  const { pages } = answerThrough(knowledge, { ...person, present: ['leg-weakness-one'] })
  const asked = pages.slice(2).flatMap(({ statements }) => statements.map(({ id }) => id))
  const pointless = asked.filter(id => {
    const finding = knowledge.findings[id]
    const inRule = knowledge.redFlags.some(({ tier, when }) => tier === 'emergency' && mentions(when).includes(id))
    return finding && finding.tierAlone.back !== 'emergency' && !inRule && !finding.resembles
  })
  expect(pointless).toEqual([])
})

function truthOf(complaint: Complaint, region: Region, way: ReturnType<typeof witnesses>[number]): Case {
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
