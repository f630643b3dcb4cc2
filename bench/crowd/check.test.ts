/** One of the crowd answers as a person would who has read every statement. */
import { describe, expect, it } from 'vitest'
import type { Crowd } from '../../src/knowledge/crowd-schema.ts'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { complaintAt, regions } from '../../src/knowledge/vocabulary.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import { checker } from './check.ts'
import type { Person } from './draw.ts'

const well: Person = {
  complaint: 'back',
  region: 'low back',
  sex: 'male',
  age: 41,
  hoursSinceOnset: 20,
  weeks: 30,
  facts: new Set(),
  medicines: [],
  misread: new Set(),
}

type Fact = Omit<Crowd['facts'][number][1], 'fact' | 'shares'>

/** The check held with a person of whom these facts are true, and the knowledge as it is, or otherwise worded. */
function held(facts: Readonly<Record<string, Fact>>, person: Partial<Person> = {}, knowledge = triageKnowledge) {
  const entries = Object.entries(facts).map(([id, fact]) => [id, { fact: 'Is so.', shares: [], ...fact }] as const)
  const crowd = { facts: entries } as unknown as Crowd
  const checked = checker(knowledge, crowd)({ ...well, facts: new Set(Object.keys(facts)), ...person })
  return { ...checked, tier: checked.result.tier, said: (id: string) => checked.known.present.has(id) }
}

const worded = (id: string, statement: string): TriageKnowledge => {
  const finding = triageKnowledge.findings[id]
  if (finding === undefined) throw new Error(`there is no "${id}"`)
  return { ...triageKnowledge, findings: { ...triageKnowledge.findings, [id]: { ...finding, statement } } }
}

it.each(regions)('nothing to report at the %s ends in self-care, with every page asked', region => {
  const { result, pages } = held({}, { region, complaint: complaintAt(region) })
  expect(result).toMatchObject({ tier: 'self-care', settled: true, ask: null })
  expect(pages).toBeGreaterThan(1)
})

describe('a statement that is true', () => {
  it('is ticked, and sends the person on', () => {
    const { said, tier } = held({ tight: { says: ['chest-pain'] } })
    expect(said('chest-pain')).toBe(true)
    expect(tier).toBe('emergency')
  })

  it('opens the gate that names it', () => {
    expect(held({ cough: { says: ['cough-persistent'] } })).toMatchObject({ tier: 'soon' })
  })

  it('holds for the medicines and illnesses that were listed', () => {
    expect(
      held({ thinner: { takes: { oneOf: { apixaban: 1 } } } }, { medicines: ['apixaban'] }).said('anticoagulant'),
    ).toBe(true)
    expect(held({ bones: { conditions: ['osteoporosis'] } }).said('osteoporosis')).toBe(true)
  })

  it('has its hours and its weeks of pregnancy told when they are asked', () => {
    const tightening = { of: { says: ['pregnant', 'rhythmic-tightening'] } }
    expect(held(tightening, { sex: 'female', weeks: 30 })).toMatchObject({ tier: 'emergency' })
    expect(held(tightening, { sex: 'female', weeks: 39 })).toMatchObject({ tier: 'same-day' })
  })
})

describe('a look-alike that describes the person better', () => {
  const neck = { region: 'neck' } as const
  const wry = { wry: { says: ['neck-pain-sudden-new'], alike: 'wry-neck-on-waking' } }

  it('is ticked instead of the red flag, once the gate is opened', () => {
    const both = ({ said }: ReturnType<typeof held>) => [said('wry-neck-on-waking'), said('neck-pain-sudden-new')]
    expect(both(held(wry, neck))).toEqual([false, false])
    expect(both(held({ ...wry, jerk: { says: ['neck-jerk'] } }, neck))).toEqual([true, false])
  })

  it('does not keep somebody who misreads it from the red flag', () => {
    expect(held(wry, { ...neck, misread: new Set(['wry']) }).said('neck-pain-sudden-new')).toBe(true)
  })

  it('does not keep the red flag from somebody of whom another fact makes it true', () => {
    expect(held({ ...wry, other: { says: ['neck-pain-sudden-new'] } }, neck).said('neck-pain-sudden-new')).toBe(true)
  })

  it('spares nobody where it is not known, or not asked at the place', () => {
    const unknown = { wry: { says: ['neck-pain-sudden-new'], alike: 'not-yet-written' } }
    expect(held(unknown, neck).said('neck-pain-sudden-new')).toBe(true)
    const white = { white: { says: ['limb-cold-pale'], alike: 'wry-neck-on-waking' } }
    expect(held(white, { region: 'calf', complaint: 'cramp' }).said('limb-cold-pale')).toBe(true)
  })

  it('spares nobody from a red flag that it does not resemble', () => {
    const tight = { tight: { says: ['chest-pain'], alike: 'wry-neck-on-waking' } }
    expect(held(tight, neck).said('chest-pain')).toBe(true)
  })
})

describe('the wording of a statement', () => {
  const frail = { frail: { says: ['weakness-general'], unless: { 'weakness-general': 'newly' } } }
  const long = { long: { says: ['weakness-general'], where: { 'weakness-general': 'for years' } } }
  const person = { region: 'calf', complaint: 'cramp' } as const

  it('spares whom its words leave out', () => {
    expect(held(frail, person, worded('weakness-general', 'I am newly weak.')).said('weakness-general')).toBe(false)
    expect(held(frail, person, worded('weakness-general', 'I am weak.')).said('weakness-general')).toBe(true)
  })

  it('takes in whom its words name', () => {
    expect(held(long, person, worded('weakness-general', 'I have been weak for years.')).said('weakness-general')).toBe(
      true,
    )
    expect(held(long, person, worded('weakness-general', 'I am weak.')).said('weakness-general')).toBe(false)
  })
})

it('answers the same whether or not others have asked before', () => {
  const crowd = { facts: [['tight', { fact: 'Is so.', says: ['chest-pain'], shares: [] }]] } as unknown as Crowd
  const shared = checker(triageKnowledge, crowd)
  const two: readonly Person[] = [well, { ...well, facts: new Set(['tight']) }, { ...well, sex: 'female', age: 78 }]
  for (const person of [...two, ...two]) expect(shared(person)).toEqual(checker(triageKnowledge, crowd)(person))
})
