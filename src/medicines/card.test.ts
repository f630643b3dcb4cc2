import { describe, expect, it } from 'vitest'
import { cardOf } from './card.ts'
import type { MedicineKnowledge } from './knowledge.ts'

const listed = {
  name: 'Statin',
  class: 'statins',
  strength: 'strong',
  reactions: ['cramp'],
  band: 'common',
  why: ['muscle', 'unheard-of', 'salt'],
  confidence: 'seen',
  sources: [{ source: 'label' }],
}
const knowledge = {
  ingredients: {
    plain: listed,
    full: {
      ...listed,
      share: { with: 9, without: 3 },
      starts: 'weeks',
      detail: 'More at night.',
      note: 'A note.',
      market: 'US',
    },
    odd: { ...listed, strength: 'odd', band: 'odd', starts: 'odd', share: { with: 9 } },
  },
  texts: {
    strengths: { strong: 'A strong link.' },
    bands: { common: '1 in 10.' },
    starts: { weeks: 'After weeks.' },
    why: { muscle: 'It tires muscles.', salt: 'It washes out salt.' },
    advice: { compared: '{with} of 100, {without} without.', 'start-unknown': 'Not known.' },
  },
} as unknown as MedicineKnowledge

describe('the card of a medicine', () => {
  it('says what the texts say, and leaves out what is not known', () => {
    expect(cardOf(knowledge, 'plain')).toStrictEqual({
      id: 'plain',
      name: 'Statin',
      class: 'statins',
      strength: 'strong',
      reactions: ['cramp'],
      howStrong: 'A strong link.',
      howOften: '1 in 10.',
      starts: 'Not known.',
      why: ['It tires muscles.', 'It washes out salt.'],
      confidence: 'seen',
      sources: [{ source: 'label' }],
    })
  })

  it('says against what, from when, and the rest, where that is known', () => {
    expect(cardOf(knowledge, 'full')).toMatchObject({
      compared: '9 of 100, 3 without.',
      starts: 'After weeks.',
      detail: 'More at night.',
      note: 'A note.',
      market: 'US',
    })
  })

  it('shows a word that has no text as it is, and a start that has none as unknown', () => {
    expect(cardOf(knowledge, 'odd')).toMatchObject({
      howStrong: 'odd',
      howOften: 'odd',
      starts: 'Not known.',
      compared: '9 of 100,  without.',
    })
  })

  it('is of a listed ingredient only', () => {
    for (const id of ['unheard-of', 'constructor']) expect(cardOf(knowledge, id)).toBeUndefined()
  })
})
