import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage, nobody } from '../../test/support/made-up-triage.ts'
import { known } from './known.ts'
import { isAnswered } from './person.ts'

const knowledge = madeUpTriage({
  findings: { fever: {}, 'leg-pain': {}, 'at-calf': {}, cough: {}, stiff: {}, 'of-women': { sex: 'female' } },
  conditions: { flu: { findings: ['fever'], facts: ['ill'] } },
  medicines: { water: { findings: ['thirst'], facts: ['drinks'] } },
  interview: {
    said: [
      { complaint: 'cramp', finding: 'leg-pain' },
      { complaint: 'cramp', regions: ['calf', 'shin'], finding: 'at-calf' },
      { regions: ['neck'], finding: 'at-neck' },
    ],
  },
  gates: {
    ill: madeUpGate([
      { names: ['fever', 'drinks'], also: ['cough'] },
      { names: ['leg-pain'], complaint: 'cramp' },
      ['of-women'],
      { names: ['stiff'], regions: ['neck'] },
    ]),
    calm: madeUpGate([['at-calf', 'ill']]),
  },
})
const ids = (found: ReadonlySet<string>) => [...found].toSorted()

describe('pregnancy', () => {
  it('a yes or a no becomes an answer to its finding; without an answer it is neither', () => {
    expect(ids(known(knowledge, { ...blank, pregnant: true }).present)).toEqual(['pregnant'])
    expect(ids(known(knowledge, { ...blank, pregnant: false }).absent)).toEqual(['pregnant'])
    expect(ids(known(knowledge, { ...blank, pregnant: false }).present)).toEqual([])
    expect([ids(known(knowledge, blank).present), ids(known(knowledge, blank).absent)]).toEqual([[], []])
  })
})

describe('conditions and medicines', () => {
  it('become the findings and facts that they stand for', () => {
    expect(ids(known(knowledge, { ...blank, conditions: ['flu'] }).present)).toEqual(['fever', 'ill'])
    expect(ids(known(knowledge, { ...blank, medicines: ['water'] }).present)).toEqual(['drinks', 'thirst'])
    expect(ids(known(knowledge, { ...blank, conditions: ['unheard-of'] }).present)).toEqual([])
  })

  it('turn into a yes what the person is not sure of', () => {
    const { present, unsure } = known(knowledge, { ...blank, conditions: ['flu'], unsure: ['fever', 'cough'] })
    expect([ids(present), ids(unsure)]).toEqual([['fever', 'ill'], ['cough']])
  })
})

describe('what the complaint and its place say by themselves', () => {
  const said = (given: object) => {
    const { said: own, present } = known(knowledge, { ...blank, ...given })
    expect(ids(present)).toEqual(ids(own))
    return ids(own)
  }

  it('needs the complaint, and one of the places if it names places', () => {
    expect(said({ complaint: 'cramp', region: 'calf' })).toEqual(['at-calf', 'leg-pain'])
    expect(said({ complaint: 'cramp', region: 'shin' })).toEqual(['at-calf', 'leg-pain'])
    expect(said({ complaint: 'cramp', region: 'foot' })).toEqual(['leg-pain'])
    expect(said({ complaint: 'cramp' })).toEqual(['leg-pain'])
    expect(said({ complaint: 'back', region: 'calf' })).toEqual([])
    expect(said({ complaint: 'back', region: 'neck' })).toEqual(['at-neck'])
  })

  it('counts for more than a no', () => {
    const { present, absent } = known(knowledge, { ...blank, complaint: 'cramp', absent: ['leg-pain', 'fever'] })
    expect([ids(present), ids(absent)]).toEqual([['leg-pain'], ['fever']])
  })
})

describe('a gate that was answered "None"', () => {
  const absentOf = (given: object) => ids(known(knowledge, { ...blank, ...given }).absent)

  it('says no to the findings of the lines that this person was shown, and to no others', () => {
    const at = { region: 'foot', sex: 'male', absent: ['gate-ill'] }
    expect(absentOf(at)).toEqual(['drinks', 'fever', 'gate-ill'])
    expect(absentOf({ ...at, sex: 'female' })).toEqual(['drinks', 'fever', 'gate-ill', 'of-women'])
    expect(absentOf({ ...at, complaint: 'back', region: 'shin' })).not.toContain('leg-pain')
    expect(absentOf({ ...at, region: undefined })).toContain('stiff')
    expect(absentOf({ ...at, absent: ['gate-ill', 'gate-calm'] })).toEqual(expect.arrayContaining(['fever', 'ill']))
  })

  it('says no to nothing if it was opened, or not asked', () => {
    for (const list of ['present', 'unsure'] as const) expect(absentOf({ [list]: ['gate-ill'] })).toEqual([])
    expect(absentOf({ absent: ['ill'] })).toEqual(['ill'])
  })

  it('does not change a direct answer to a finding, nor what the complaint or a word says', () => {
    const person = known(knowledge, {
      ...blank,
      absent: ['gate-ill'],
      present: ['fever'],
      unsure: ['of-women'],
      medicines: ['water'],
      region: 'foot',
    })
    expect(ids(person.present)).toEqual(['drinks', 'fever', 'thirst'])
    expect([ids(person.unsure), ids(person.absent)]).toEqual([['of-women'], ['gate-ill']])
    const cramp = known(knowledge, { ...blank, complaint: 'cramp', absent: ['gate-ill'] })
    expect([ids(cramp.present), cramp.absent.has('leg-pain')]).toEqual([['leg-pain'], false])
  })
})

it('passes on the age, the sex, the hours, the weeks and the place unchanged', () => {
  const from = { ...blank, region: 'calf', age: 40, sex: 'male', context: { hoursSinceOnset: 3, pregnancyWeeks: 9 } }
  expect(known(knowledge, from as never)).toMatchObject({
    complaint: 'back',
    region: 'calf',
    age: 40,
    sex: 'male',
    hours: 3,
    pregnancyWeeks: 9,
  })
})

it('yes, no and "not sure" all count as answered', () => {
  for (const list of ['present', 'absent', 'unsure'] as const)
    expect(isAnswered({ ...nobody, [list]: new Set(['fever']) }, 'fever')).toBe(true)
  expect(isAnswered({ ...nobody, said: new Set(['fever']) }, 'fever')).toBe(false)
})
