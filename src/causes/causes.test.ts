import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { causeKnowledge as knowledge } from '../knowledge/causes.gen.ts'
import { causes } from './causes.ts'
import { mostQuestions, nextQuestion, type Person } from './next-question.ts'
import { likelyFrom, scoreOf, scores } from './score.ts'

const written = readKnowledge('knowledge', new Faults()).causes.causes
const ids = Object.keys(knowledge.statements)
const person = (present: readonly string[], age?: number): Person => ({
  present: new Set(present),
  age,
  region: 'calf',
  isKnown: id => present.includes(id),
})
const likely = (from: Person) =>
  scores(knowledge.causes, from)
    .filter(({ score }) => score > likelyFrom)
    .map(({ cause }) => cause.id)

describe('every cause keeps the promises written beside it', () => {
  for (const { id, value } of written)
    it.each(value.cases.map((each, at) => [at + 1, each] as const))(`${id}, case %i`, (_at, each) => {
      expect(likely(person(each.present, each.age)).includes(id)).toBe(each.likely)
    })
})

const answers = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 14 })
const age = fc.option(fc.integer({ min: 16, max: 95 }), { nil: undefined })

it('gives the same answer whatever the order of the answers', () => {
  fc.assert(
    fc.property(
      answers.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      age,
      ([list, shuffled], years) => {
        expect(causes(knowledge, person(shuffled, years), 3)).toEqual(causes(knowledge, person(list, years), 3))
      },
    ),
  )
})

it('never lowers a cause for one more answer that points to it', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...ids), (list, more) => {
      for (const { evidence } of knowledge.causes) {
        const points = evidence.some(({ when, ratio }) => when === more && ratio >= 1)
        const against = evidence.some(({ when, ratio }) => when === more && ratio < 1)
        const before = scoreOf(evidence, person(list))
        const after = scoreOf(evidence, person([...list, more]))
        if (points) expect(after).toBeGreaterThanOrEqual(before)
        if (!points && !against) expect(after).toBe(before)
      }
    }),
  )
})

it('adds nothing for an unanswered question or a no', () => {
  expect(scores(knowledge.causes, person([])).map(({ score }) => score)).toEqual(knowledge.causes.map(() => 0))
  const denied: Person = { ...person([]), isKnown: () => true }
  expect(causes(knowledge, denied, 0)).toEqual({ ruleOut: [], contributors: [], next: null })
})

it('shows at most three causes, in words and without numbers', () => {
  fc.assert(
    fc.property(answers, age, (list, years) => {
      const { contributors } = causes(knowledge, person(list, years), 0)
      expect(contributors.length).toBeLessThanOrEqual(3)
      for (const each of contributors) {
        expect(['likely', 'may-be-part']).toContain(each.word)
        expect(each.pointsTo.length).toBeGreaterThan(0)
        expect(Object.values(each).filter(value => typeof value === 'number')).toEqual([])
      }
    }),
  )
})

describe('the next question', () => {
  it('is never one that is already answered, and is asked at most twelve times', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), age, (yes, years) => {
        const present: string[] = []
        const answered: string[] = []
        for (;;) {
          const now: Person = { ...person(present, years), isKnown: id => answered.includes(id) }
          const next = nextQuestion(knowledge, now, answered.length)
          if (next === null) break
          expect(answered).not.toContain(next.id)
          answered.push(next.id)
          if (yes.next().value) present.push(next.id)
        }
        expect(answered.length).toBeLessThanOrEqual(mostQuestions)
      }),
      { numRuns: 40 },
    )
  })

  it('stops early when three causes are shown and no answer could change them', () => {
    const open = 'cq-diet-poor'
    const sure = person([
      'cq-cramp-during-exercise',
      'cq-new-load',
      'cramp-night',
      'cq-cramp-wakes',
      'cq-hard-knot',
      'pregnant',
    ])
    const settled: Person = { ...sure, isKnown: id => id !== open }
    expect(likely(settled)).toHaveLength(3)
    expect(nextQuestion(knowledge, settled, 2)).toBeNull()
    const unsettled: Person = { ...person(['cq-laxative-vomit']), isKnown: id => id !== open }
    expect(nextQuestion(knowledge, unsettled, 2)).toMatchObject({ id: open })
  })

  it('leaves out questions that do not apply to the place or the person', () => {
    const hand: Person = { ...person([]), region: 'hand' }
    const asked: string[] = []
    for (let at = 0; at < mostQuestions; at++) {
      const next = nextQuestion(knowledge, { ...hand, isKnown: id => asked.includes(id) }, at)
      if (next) asked.push(next.id)
    }
    expect(asked.length).toBeGreaterThan(5)
    for (const id of asked) expect(knowledge.statements[id]?.regions?.includes('hand') ?? true).toBe(true)
    expect(asked).not.toContain('cq-end-dialysis')
    expect(asked).not.toContain('cq-calf-site')
  })
})

it('treats easing on bending forward as a sign of a narrow spinal canal, unlike the article', () => {
  const stenosis = knowledge.causes.find(({ id }) => id === 'lumbar-stenosis')
  const lean = stenosis?.evidence.find(({ when }) => when === 'cq-lean-relief')
  expect(lean).toMatchObject({ ratio: 6.4, interval: [4.1, 9.9], basis: 'measured', source: 'suri2010' })
})

it('lists conditions to rule out before any cause', () => {
  const { ruleOut } = causes(knowledge, person(['urge-to-move', 'cramp-night']), 0)
  expect(ruleOut).toMatchObject([{ id: 'restless-legs', tier: 'routine' }])
})
