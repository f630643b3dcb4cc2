import { expect, it } from 'vitest'
import { currentVersion, type DiaryEvent, type EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { flashBarrier } from '../remedies/flash.ts'
import { toldEver } from './told-ever.ts'

const event = (at: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(at, new Uint8Array(10)),
  v: currentVersion,
  at: new Date(at).toISOString(),
})
const barrierAfter = (...bodies: readonly EventBody[]) =>
  flashBarrier(toldEver(knowledge, fold(bodies.map((body, index) => event(1000 + index, body)))), false)
const began = (episode: string): EventBody => ({
  type: 'episode-began',
  episode,
  complaint: 'back',
  region: 'low back',
})
const answered = (
  episode: string,
  answers: { present?: string[]; absent?: string[]; unsure?: string[] },
): EventBody => ({
  type: 'answered',
  episode,
  page: 'any',
  present: [],
  absent: [],
  unsure: [],
  ...answers,
})

it.each(['epilepsy', 'seizures'])('a person with "%s" under About me gets no flash', condition => {
  expect(barrierAfter({ type: 'profile-said', conditions: [condition] })).toBe('seizures')
})

it('words of another program for fits count too', () => {
  for (const condition of ['juvenile myoclonic epilepsy', 'Febrile seizures', 'convulsions'])
    expect(barrierAfter({ type: 'profile-said', conditions: [condition] }), condition).toBe('seizures')
})

it('a fit in any check counts, sure or not, and still counts after a later no', () => {
  expect(barrierAfter(began('a'), answered('a', { present: ['seizure'] }), began('b'))).toBe('seizures')
  expect(barrierAfter(began('a'), answered('a', { unsure: ['seizures'] }))).toBe('seizures')
  expect(
    barrierAfter(began('a'), answered('a', { present: ['seizure'] }), answered('a', { absent: ['seizure'] })),
  ).toBe('seizures')
})

it('the findings and facts of a condition under About me count, and nothing else does', () => {
  const { findings = [], facts = [] } = knowledge.conditions.osteoporosis ?? {}
  const said = fold([event(1000, { type: 'profile-said', conditions: ['osteoporosis', 'a condition of my own'] })])
  expect([...findings, ...facts].length).toBeGreaterThan(0)
  expect(toldEver(knowledge, said)).toEqual({ present: new Set([...findings, ...facts]), unsure: new Set() })
  expect(toldEver(knowledge, fold([]))).toEqual({ present: new Set(), unsure: new Set() })
})

it('everybody else may have a flash', () => {
  expect(barrierAfter()).toBeUndefined()
  expect(
    barrierAfter(
      { type: 'profile-said', conditions: ['diabetes', 'glaucoma'] },
      began('a'),
      answered('a', { present: ['pain-mechanical'], absent: ['seizure', 'seizures'] }),
    ),
  ).toBeUndefined()
})
