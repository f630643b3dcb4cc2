/** The controls of triage in `docs/hazard-log.json` that no other test checks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerThrough } from '../../test/support/answer-through.ts'
import { blank } from '../../test/support/blank-case.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { type Complaint, complaints, type Region, regions, tiers } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { gatesFor, namedBy } from './gates.ts'
import { known } from './known.ts'
import { triage } from './triage.ts'

const person: Case = {
  ...blank,
  region: 'low back',
  age: 41,
  sex: 'undisclosed',
  context: { hoursSinceOnset: 5, pregnancyWeeks: 20 },
}
const findingIds = Object.keys(knowledge.findings)
const rank = tiers.indexOf.bind(tiers)

interface Others {
  readonly complaint: Complaint
  readonly region: Region
  readonly age: number
  readonly answers: readonly string[]
}

/** Whatever else a person answers, sure or not, and wherever it hurts. */
const anythingElse: fc.Arbitrary<Others> = fc.record({
  complaint: fc.constantFrom<Complaint>(...complaints),
  region: fc.constantFrom<Region>(...regions),
  age: fc.integer({ min: 0, max: 110 }),
  answers: fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 12 }),
})
/** What the first gate names for this complaint at this place. */
function namedFirst(at: Pick<Case, 'complaint' | 'region'>): readonly string[] {
  const person = known(knowledge, { ...blank, ...at })
  return namedBy(knowledge, person, gatesFor(knowledge, person)[0] ?? '')
}

/** What all gates of the check together name to a person who answers no to everything. */
const namedIn = (truth: Case): readonly string[] =>
  answerThrough(knowledge, truth).pages.flatMap(({ statements }) => statements.flatMap(({ opens = [] }) => opens))

const withSign = (sign: string, { answers, ...rest }: Others): Case => {
  const others = answers.filter(id => id !== sign)
  return {
    ...person,
    ...rest,
    present: [sign, ...others.slice(0, 4)],
    unsure: others.slice(4, 8),
    absent: others.slice(8),
  }
}

describe('pressed nerves at the bottom of the spine (H01)', () => {
  const signs = [
    'saddle-numbness',
    'urine-hard-to-start',
    'urine-no-sensation',
    'urine-leak-new',
    'bowel-control-loss',
    'both-legs-new',
    'cannot-walk-legs-fail',
  ]

  it('every sign is an emergency, whatever the other answers and wherever it hurts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...signs), anythingElse, (sign, others) => {
        expect(triage(knowledge, withSign(sign, others))).toMatchObject({ tier: 'emergency', settled: true })
      }),
      { numRuns: 5000 },
    )
  })

  it('in the low back the first two gates name every sign', () => {
    const [first = '', second = ''] = gatesFor(knowledge, known(knowledge, person))
    const named = [first, second].flatMap(gate => namedBy(knowledge, known(knowledge, person), gate))
    expect([...signs, 'sexual-function-new'].filter(sign => !named.includes(sign))).toEqual([])
  })

  it('newly failing sexual function is at least same-day, and an emergency within 12 weeks or beside another nerve sign', () => {
    const beside = ['saddle-numbness', 'leg-weakness-one', 'leg-numb-one', 'urine-leak-new']
    fc.assert(
      fc.property(anythingElse, fc.constantFrom(...beside), (others, sign) => {
        const alone = withSign('sexual-function-new', others)
        const late = { ...alone, context: { ...alone.context, hoursSinceOnset: 5000 } }
        expect(rank(triage(knowledge, late).tier)).toBeGreaterThanOrEqual(rank('same-day'))
        const early = { ...alone, context: { ...alone.context, hoursSinceOnset: 100 } }
        expect(triage(knowledge, early).tier).toBe('emergency')
        const joined = {
          ...late,
          present: [...late.present, sign],
          unsure: late.unsure.filter(id => id !== sign),
          absent: late.absent.filter(id => id !== sign),
        }
        expect(triage(knowledge, joined).tier).toBe('emergency')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('heart trouble felt in the back or the ribs (H03)', () => {
  const places: readonly Region[] = ['ribs', 'upper back', 'mid back']
  const signs = ['chest-pain', 'pain-arm-jaw', 'breathless-new']

  it('the first gate names chest, arm, jaw, cold sweat and short breath at the ribs, the upper and the mid back', () => {
    for (const complaint of complaints)
      for (const region of places)
        expect(namedFirst({ complaint, region }), `${complaint} ${region}`).toEqual(expect.arrayContaining(signs))
    expect(knowledge.findings['pain-arm-jaw']?.statement).toMatch(/arm.*jaw.*cold sweat/)
  })

  it('each of them is an emergency, whatever the other answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...signs), anythingElse, (sign, others) => {
        expect(triage(knowledge, withSign(sign, others)).tier).toBe('emergency')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a clot taken for a cramp (H02)', () => {
  const legs: readonly Region[] = ['calf', 'shin', 'foot', 'hamstring', 'front thigh', 'inner thigh', 'buttock']
  const signs = ['leg-swollen-one', 'calf-tender-hot', 'calf-ache-constant']

  it.each([...legs.map(region => ['cramp', region] as const), ['back', 'buttock'] as const])(
    'the check of a %s complaint at the %s names all three clot signs',
    (complaint, region) => {
      expect(namedIn({ ...person, complaint, region })).toEqual(expect.arrayContaining(signs))
    },
  )

  it('a swollen leg or a hot calf is same-day at least, a steady ache soon at least', () => {
    fc.assert(
      fc.property(fc.constantFrom(...signs), anythingElse, (sign, others) => {
        const least = sign === 'calf-ache-constant' ? 'soon' : 'same-day'
        expect(rank(triage(knowledge, withSign(sign, others)).tier)).toBeGreaterThanOrEqual(rank(least))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('muscle that breaks down (H09)', () => {
  it('dark pee is an emergency, whatever the other answers', () => {
    fc.assert(
      fc.property(anythingElse, others => triage(knowledge, withSign('dark-urine', others)).tier === 'emergency'),
      { numRuns: 1000 },
    )
    for (const region of regions)
      expect(namedIn({ ...person, complaint: 'cramp', region }), region).toContain('dark-urine')
  })

  it('a statin with weak, swollen or widely painful muscles is same-day at least', () => {
    for (const complaint of complaints)
      for (const sign of ['muscles-severe-swollen-weak', 'weakness-general', 'muscle-pain-widespread'])
        for (const statin of [{ present: [sign, 'statin'] }, { present: [sign], medicines: ['simvastatin'] }])
          expect(rank(triage(knowledge, { ...person, complaint, ...statin }).tier)).toBeGreaterThanOrEqual(
            rank('same-day'),
          )
  })
})

describe('narrowed arteries or a narrow spinal canal taken for a cramp (H10)', () => {
  const tierOf = (present: readonly string[], hoursSinceOnset = 5000) =>
    triage(knowledge, { ...person, complaint: 'cramp', region: 'calf', present, context: { hoursSinceOnset } }).tier

  it('a cramp at the same walking distance is a visit soon, and today when it is new', () => {
    expect(tierOf(['walk-cramp-stops-standing'])).toBe('soon')
    expect(tierOf(['walk-cramp-stops-standing'], 48)).toBe('same-day')
  })

  it('a foot that hurts at rest or does not heal is same-day, a cold pale limb an emergency', () => {
    expect([['foot-rest-pain'], ['foot-wound'], ['limb-cold-pale']].map(signs => tierOf(signs))).toEqual([
      'same-day',
      'same-day',
      'emergency',
    ])
  })

  it('the check of a leg cramp names each of them', () => {
    expect(namedIn({ ...person, complaint: 'cramp', region: 'calf' })).toEqual(
      expect.arrayContaining(['walk-cramp-stops-standing', 'foot-rest-pain', 'foot-wound', 'limb-cold-pale']),
    )
  })

  it('legs that ache only in walking and feel better on leaning forward are a visit, and are shown with their red flag', () => {
    expect(tierOf(['both-legs-walking-only'])).toBe('routine')
    expect(knowledge.findings['both-legs-walking-only']?.resembles).toContain('both-legs-new')
  })
})
