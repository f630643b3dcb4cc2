/** How soon does this person need help? Compared with a second implementation and with a clinical review. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { interviewed } from '../../test/support/interviewed.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, type Region, type Sex, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { parseCase } from '../triage/case.ts'
import { assess } from './assess.ts'

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T
const rank = (tier: Tier) => tiers.indexOf(tier)

it('gives the tier of the oracle on 20,000 generated cases, with conditions and medicines', () => {
  const { findings, cases } = read<OracleFixture>('test/oracle/cases.json')
  expect(cases).toHaveLength(20_000)
  const wrong = cases.filter(row => {
    const [complaint, region, age, sex, present, conditions, medicines, hours, pregnancyWeeks, tier] = row
    const result = assess(knowledge, {
      ...blank,
      complaint,
      conditions,
      medicines,
      ...(region === null ? {} : { region }),
      ...(age === null ? {} : { age }),
      ...(sex === null ? {} : { sex }),
      present: present.map(index => findings[index] ?? ''),
      context: {
        ...(hours === null ? {} : { hoursSinceOnset: hours }),
        ...(pregnancyWeeks === null ? {} : { pregnancyWeeks }),
      },
    })
    return result.tier !== tier
  })
  expect(wrong.slice(0, 5)).toEqual([])
})

describe('the patients of the clinical review, who answer every page', () => {
  const { patients } = read<{ readonly patients: readonly Patient[] }>('test/vignettes/review.json')

  it.each(patients.map(patient => [patient.id, patient] as const))(
    '%s gets a tier that the review accepts',
    (_id, patient) => {
      expect(patient.acceptable).toContain(interviewed(knowledge, patient).tier)
    },
  )

  it('misses no emergency, and gives no self-care patient a higher tier than the review accepts', () => {
    const emergencies = patients.filter(({ acceptable }) => acceptable.every(tier => tier === 'emergency'))
    expect(emergencies.length).toBeGreaterThanOrEqual(20)
    expect(emergencies.filter(patient => interviewed(knowledge, patient).tier !== 'emergency')).toEqual([])
  })
})

describe('the dangers that the clinical review found missing', () => {
  const { dangers } = read<{ readonly dangers: readonly Danger[] }>('test/vignettes/dangers.json')

  it.each(dangers.map(danger => [danger.says, danger] as const))(
    '%s',
    (_says, { case: given, tier, never, contact }) => {
      for (const complaint of given.complaint ? [given.complaint] : complaints) {
        const parsed = parseCase(knowledge, { region: complaint === 'back' ? 'low back' : 'calf', ...given, complaint })
        if (!parsed.ok) throw new Error(parsed.error)
        const result = assess(knowledge, parsed.case)
        if (tier) expect(result.tier, complaint).toBe(tier)
        if (never) expect(rank(result.tier), complaint).toBeLessThan(rank(never))
        if (contact) expect(result.because.map(reason => reason.contact)).toContain(contact)
      }
    },
  )
})

interface Patient {
  readonly id: string
  readonly complaint: Complaint
  readonly true: readonly string[]
  readonly acceptable: readonly Tier[]
}

interface Danger {
  readonly says: string
  /** Without a complaint, the case applies to both. */
  readonly case: Readonly<Record<string, unknown>> & { readonly complaint?: Complaint }
  readonly tier?: Tier
  /** The tier must stay below this one. */
  readonly never?: Tier
  readonly contact?: string
}

interface OracleFixture {
  readonly findings: readonly string[]
  readonly cases: readonly [
    complaint: Complaint,
    region: Region | null,
    age: number | null,
    sex: Sex | null,
    present: readonly number[],
    conditions: readonly string[],
    medicines: readonly string[],
    hours: number | null,
    pregnancyWeeks: number | null,
    tier: string,
  ][]
}
