import { describe, expect, it } from 'vitest'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'

const { prepared } = madeUpTriage({
  findings: {
    a: { simpler: 'In other words.', sex: 'female', regions: ['calf'] },
    b: { tier: 'soon' },
    c: {},
    'like-a': { resembles: ['a'] },
    'like-a-and-grave': { resembles: ['a', 'b'], tier: 'soon' },
    'of-causes': { askedIn: 'causes' },
  },
  redFlags: [
    { id: 'both', tier: 'soon', when: { all: ['a', 'b', { age: { gte: 50 } }, { any: ['a', 'b'] }] } },
    { id: 'of-a-cramp', tier: 'soon', complaint: 'cramp', when: 'a' },
  ],
  gates: {
    body: madeUpGate([
      { names: ['a', 'fact'], also: ['c'] },
      { names: ['a'], complaint: 'cramp' },
    ]),
    mind: madeUpGate([{ names: ['b', 'fact'], complaint: 'cramp', also: ['like-a'] }]),
    cramps: madeUpGate([['like-a-and-grave']], { complaint: 'cramp' }),
  },
  interview: {
    order: { back: ['body', 'cramps', 'mind'], cramp: ['mind', 'cramps', 'body'] },
    firstAt: { calf: ['mind'], neck: ['body', 'mind'] },
  },
  facts: { fact: { kind: 'now', statement: 'x' } },
  questions: ['question'],
})
const names = (rules: readonly { readonly id: string }[] | undefined) => rules?.map(({ id }) => id)

describe('the order of the gates', () => {
  it('is that of the complaint, without the gates of the other', () => {
    expect(prepared.gateOrder.back.get(undefined)).toEqual(['body', 'mind'])
    expect(prepared.gateOrder.cramp.get(undefined)).toEqual(['mind', 'cramps', 'body'])
    expect(prepared.gateOrder.cramp.get('foot')).toEqual(['mind', 'cramps', 'body'])
  })

  it('begins with those that come first at the place, each once', () => {
    expect(prepared.gateOrder.back.get('calf')).toEqual(['mind', 'body'])
    expect(prepared.gateOrder.cramp.get('neck')).toEqual(['body', 'mind', 'cramps'])
  })
})

it('the rules of a complaint are its own and those for both', () => {
  expect(names(prepared.rules.back)).toEqual(['both'])
  expect(names(prepared.rules.cramp)).toEqual(['both', 'of-a-cramp'])
})

it('each finding and detail has the rules that it could help, each once', () => {
  expect(names(prepared.rulesWith.back.get('a'))).toEqual(['both'])
  expect(names(prepared.rulesWith.cramp.get('a'))).toEqual(['both', 'of-a-cramp'])
  expect(names(prepared.rulesWith.cramp.get('age'))).toEqual(['both'])
  expect(prepared.rulesWith.back.has('like-a')).toBe(false)
})

it('a gate has the findings that its lines name and those near to them, each once, and no facts', () => {
  expect([...prepared.heldBy]).toEqual([
    ['body', ['a', 'c']],
    ['mind', ['b', 'like-a']],
    ['cramps', ['like-a-and-grave']],
  ])
})

it('each finding of a gate has the id of the gate, by complaint', () => {
  expect([...prepared.gateOf.back]).toEqual([
    ['a', 'gate-body'],
    ['fact', 'gate-body'],
    ['c', 'gate-body'],
  ])
  expect(Object.fromEntries(prepared.gateOf.cramp)).toEqual({
    a: 'gate-body',
    fact: 'gate-mind',
    c: 'gate-body',
    b: 'gate-mind',
    'like-a': 'gate-mind',
    'like-a-and-grave': 'gate-cramps',
  })
})

it('a statement has its simpler words, if there are any', () => {
  expect(prepared.statements.get('a')).toEqual({ id: 'a', text: 'I have a.', simpler: 'In other words.' })
  expect(prepared.statements.get('b')).toStrictEqual({ id: 'b', text: 'I have b.' })
})

it('a look-alike is listed with each finding that it could be mistaken for', () => {
  const beside = (id: string) => prepared.lookAlikes.get(id)?.map(({ id: other, resembles }) => [other, resembles])
  expect(beside('a')).toEqual([
    ['like-a', 'a'],
    ['like-a-and-grave', 'a'],
  ])
  expect(beside('b')).toEqual([['like-a-and-grave', 'b']])
  expect(beside('like-a')).toEqual([])
})

it('an answer may name a finding, a fact, a question of the causes or a gate, and nothing else', () => {
  for (const id of ['a', 'of-causes', 'fact', 'question', 'gate-mind'])
    expect(prepared.answerable.has(id), id).toBe(true)
  for (const id of ['both', 'mind', 'category-mind', 'unheard-of']) expect(prepared.answerable.has(id), id).toBe(false)
})

it('knows which findings are asked of one sex only, and which at certain places only', () => {
  expect([...prepared.onlyOfSex]).toEqual([['a', 'female']])
  expect([...prepared.onlyAtRegions]).toEqual([['a', ['calf']]])
})
