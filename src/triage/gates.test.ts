import { describe, expect, it } from 'vitest'
import { madeUpGate, madeUpTriage, nobody } from '../../test/support/made-up-triage.ts'
import { gatesFor, isDenied, linesFor, namedBy } from './gates.ts'
import type { Known } from './person.ts'

const knowledge = madeUpTriage({
  findings: {
    fever: {},
    chills: {},
    'of-women': { sex: 'female' },
    'at-calf': { regions: ['calf'] },
    'near-calf': { regions: ['calf'] },
    snap: {},
    jolt: {},
    band: {},
    bleeding: {},
  },
  gates: {
    pregnancy: madeUpGate([['bleeding']], { needs: ['pregnant', 'gave-birth'] }),
    ill: madeUpGate([
      { names: ['fever', 'at-calf'], also: ['chills', 'near-calf'], text: 'hot' },
      ['of-women'],
      { names: ['snap'], complaint: 'cramp' },
      { names: ['band'], regions: ['neck', 'ribs'] },
    ]),
    cramps: madeUpGate([['jolt']], { complaint: 'cramp' }),
  },
  interview: {
    order: { back: ['pregnancy', 'ill'], cramp: ['pregnancy', 'ill', 'cramps'] },
    firstAt: { neck: ['ill'] },
  },
})
const person = (given: Partial<Known> = {}): Known => ({ ...nobody, ...given })
const no = (...ids: readonly string[]) => new Set(ids)
const named = (given: Partial<Known> = {}) => namedBy(knowledge, person(given), 'ill')

describe('the gates for a person', () => {
  it('are those of the complaint, in the order of the place', () => {
    const present = no('pregnant')
    expect(gatesFor(knowledge, person({ present }))).toEqual(['pregnancy', 'ill'])
    expect(gatesFor(knowledge, person({ present, complaint: 'cramp' }))).toEqual(['pregnancy', 'ill', 'cramps'])
    expect(gatesFor(knowledge, person({ present, region: 'neck' }))).toEqual(['ill', 'pregnancy'])
    expect(gatesFor(knowledge, person({ present, region: 'calf' }))).toEqual(['pregnancy', 'ill'])
  })

  it('include a gate that needs a finding once any such finding is a yes', () => {
    expect(gatesFor(knowledge, person())).toEqual(['ill'])
    expect(gatesFor(knowledge, person({ unsure: no('pregnant') }))).toEqual(['ill'])
    for (const needed of ['pregnant', 'gave-birth'])
      expect(gatesFor(knowledge, person({ present: no(needed) }))).toEqual(['pregnancy', 'ill'])
  })
})

describe('the lines that are shown', () => {
  it('keep their words, and name only findings that this person can be asked', () => {
    expect(linesFor(knowledge, person({ region: 'foot', sex: 'male' }), 'ill')).toEqual([
      { text: 'hot', names: ['fever'], also: ['chills'] },
    ])
    expect(linesFor(knowledge, person({ region: 'calf', sex: 'female' }), 'ill')).toEqual([
      { text: 'hot', names: ['fever', 'at-calf'], also: ['chills', 'near-calf'] },
      { text: 'of-women', names: ['of-women'], also: [] },
    ])
  })

  it('do not include a line for the other complaint', () => {
    expect(named({ complaint: 'cramp', region: 'calf' })).toContain('snap')
    expect(named({ complaint: 'back', region: 'calf' })).not.toContain('snap')
  })

  it('include a line for certain places at these places, and if the place is unknown', () => {
    for (const region of ['neck', 'ribs', undefined] as const) expect(named({ region })).toContain('band')
    expect(named({ region: 'calf' })).not.toContain('band')
  })

  it('are none for a gate that does not exist', () => {
    expect(linesFor(knowledge, person(), 'unheard-of')).toEqual([])
  })
})

it('"None" says no to the findings of the shown lines, and to no others', () => {
  expect(named({ region: 'foot', sex: 'male' })).toEqual(['fever'])
  expect(named({ region: 'foot', sex: 'female' })).toEqual(['fever', 'of-women'])
  expect(named()).toEqual(['fever', 'at-calf', 'of-women', 'band'])
})

describe('a gate that was answered "None" implies a no', () => {
  const denied = (id: string, complaint: Known['complaint'], ...absent: readonly string[]) =>
    isDenied(knowledge, { complaint, absent: no(...absent) }, id)

  it('to the findings that its lines name or hold for the complaint', () => {
    for (const id of ['fever', 'chills', 'of-women', 'band']) expect(denied(id, 'back', 'gate-ill'), id).toBe(true)
    expect([denied('snap', 'back', 'gate-ill'), denied('snap', 'cramp', 'gate-ill')]).toEqual([false, true])
    expect([denied('jolt', 'back', 'gate-cramps'), denied('jolt', 'cramp', 'gate-cramps')]).toEqual([false, true])
  })

  it('to no finding of another gate, and to none if it was not answered', () => {
    for (const id of ['jolt', 'bleeding', 'unheard-of']) expect(denied(id, 'cramp', 'gate-ill'), id).toBe(false)
    expect(denied('fever', 'back')).toBe(false)
    expect(denied('fever', 'back', 'ill', 'fever')).toBe(false)
  })
})
