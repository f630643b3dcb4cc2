import { expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { lookUp } from '../library/medicines.ts'
import { design } from '../library/trials.ts'
import { trialFacts } from '../trials/refusal.ts'
import { answeredByArms, unfitArm, withArms } from './trial-arms.ts'

const unfit = (label: string) => unfitArm([{ label: 'rest' }, { label }], lookUp) !== undefined

it.each([
  ...['ibuprofen', 'Nurofen gel', 'diazepam 2 mg', 'my water tablet', 'a statin', 'painkillers', 'quinine'],
  ...['magnesium', 'vitamin D', 'B12', 'salt tablets', 'creatine', 'fish oil', 'half my baclofen', 'no statin'],
])('"%s" cannot be compared: it is a medicine or a supplement', label => {
  expect(unfit(label)).toBe(true)
})

it.each([
  ...['heat', 'ice', 'hot bath', 'hot-water bottle', 'a glass of water', 'stretching before bed', 'breathing'],
  ...['sleep', 'yoga', 'cobra', 'bananas', 'foods with magnesium', 'walking', 'tennis ball', 'no stretching'],
  ...['gloves', 'cycling', 'pillow under the knees', 'massage', 'nothing'],
])('"%s" can be compared', label => {
  expect(unfit(label)).toBe(false)
})

it('every exercise of Unknot can be compared by its name', () => {
  expect(Object.values(exercises).filter(({ name }) => unfit(name))).toEqual([])
})

it('refuses the design of a trial with such a name, with the reason, whatever was answered', () => {
  const none = Object.fromEntries(trialFacts.map(fact => [fact, false]))
  const arms = [{ label: 'heat' }, { label: 'ibuprofen' }]
  const request = {
    question: 'Heat or ibuprofen?',
    arms,
    outcome: { model: 'rating', question: 'Pain, 0 to 10' },
    seed: 1,
    powerTrials: 0,
  } as const
  expect(design({ ...request, facts: none }).kind).toBe('designed')
  expect(design({ ...request, facts: withArms(none, arms, lookUp) })).toMatchObject({
    kind: 'refused',
    because: [{ fact: 'supplement', why: 'Unknot tests comfort measures and habits only.' }],
  })
})

const answered = (...arms: readonly { readonly label: string; readonly remedy?: string }[]) =>
  answeredByArms(arms, id => (exercises[id] ? 'movement' : remedies[id]?.kind))

it('asks nobody about medicines for heat or ice, and nobody about heat for a stretch', () => {
  const heatOrIce = answered({ label: 'ice', remedy: 'cold' }, { label: 'heat', remedy: 'heat' })
  expect(heatOrIce).toEqual(['prescribed-medicine', 'supplement', 'slow-or-lasting'])
  expect(answered({ label: 'no stretching' }, { label: 'stretching', remedy: 'pre-bed-stretching' })).toContain(
    'heat-or-cold-caution',
  )
})

it('asks everything of a name in own words, of a cream and of food', () => {
  for (const arm of [
    { label: 'my thing' },
    { label: 'a gel', remedy: 'topical-creams' },
    { label: 'x', remedy: 'magnesium' },
  ])
    expect(answered({ label: 'heat', remedy: 'heat' }, arm)).toEqual([])
  expect(answered()).toEqual([])
})
