/** The most expensive requests that the server accepts. Each is small and allowed. */
import { trialFacts } from '../../src/library/trials.ts'

export interface DearRequest {
  readonly name: string
  readonly path: string
  /** A GET if absent. */
  readonly body?: string
}

const facts = Object.fromEntries(trialFacts.map(fact => [fact, false]))
const arms = [{ label: 'a' }, { label: 'b' }]

/** A trial of 392 nights, with `powerTrials` simulated trials for each line of its power table. */
export const longDesign = (powerTrials: number, model: 'count' | 'yes-no' = 'yes-no'): string =>
  JSON.stringify({
    question: 'q',
    arms,
    outcome: { model, question: 'h' },
    facts,
    seed: 1,
    layout: { kind: 'periods', cycles: 28, periodDays: 7 },
    powerTrials,
    looks: 'each-cycle',
    baseline: model === 'count' ? { mean: 100, sd: 1, correlation: 0.9 } : { mean: 0.4, sd: 0.1 },
  })

const largeCounts = JSON.stringify({
  model: 'count',
  rows: Array.from({ length: 2000 }, (_, i) => ({
    day: i + 1,
    period: Math.floor(i / 4) + 1,
    arm: Math.floor(i / 4) % 2,
    y: 900 + ((i * 7919) % 100),
  })),
})

const words = (count: number, length: number): string =>
  Array.from({ length: count }, (_, word) =>
    Array.from({ length }, (_, at) => String.fromCharCode(97 + ((word * 31 + at * 17 + word * at) % 26))).join(''),
  ).join(' ')

const foods = 'chicken beef pork milk cheese bread rice pasta bean soup sauce potato tomato apple banana cereal fish'

export const dearRequests: readonly DearRequest[] = [
  { name: 'a long design', path: '/api/trials/design', body: longDesign(108) },
  { name: 'a long design of counts', path: '/api/trials/design', body: longDesign(108, 'count') },
  { name: 'an analysis of large counts', path: '/api/trials/analysis', body: largeCounts },
  {
    name: 'a menu',
    path: '/api/menu',
    body: JSON.stringify({ age: 34, sex: 'female', conditions: [], medicines: [], energy: [1800, 2200] }),
  },
  { name: 'many foods', path: `/api/foods?q=${encodeURIComponent(foods)}` },
  { name: 'words that are no foods', path: `/api/foods?q=${encodeURIComponent(words(60, 2))}` },
  { name: 'a name of many words', path: '/api/medicines', body: JSON.stringify({ typed: words(22, 8) }) },
  { name: 'claims of many words', path: `/api/claims?words=${encodeURIComponent(words(60, 2))}` },
]
