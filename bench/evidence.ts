/**
 * "Is it true?": a keystroke in the search of claims, for every beginning of 40 questions as people type them, compared
 * with the simplest search; and the compressed size of claims and sources.
 */
import { chunkSent } from './chunk.ts'
import { slowed, timeKeystrokes } from './keystrokes.ts'
import { type Bench, kB, quantile } from './measure.ts'

const mostMilliseconds = 8
const mostBytes = 85_000

const questions = [
  ...['magnesium relaxes muscles', 'dehydration', 'lactic acid', 'potassium pills', 'touch your toes', 'heat or ice'],
  ...['48 hours rest', 'chiropractor prescribe', 'bed rest', 'banana', 'almonds vitamin d', 'foam roller balance'],
  ...['back brace all day', 'heating pad temperature', 'urine colour', 'drink more water', 'stretch before exercise'],
  ...['zinc leprosy', 'side effect', 'statin', 'charley horse', 'night cramps', 'pregnancy', 'massage gun', 'TENS'],
  ...['spine alignment', 'yoga', 'calcium spinach', 'sweet potato skin', 'blood flow oxygen', 'spasm dangerous'],
  ...['magnesum', 'dehidration', 'potasium', 'chiroprator', 'streching', 'vitamine', 'hydratoin', 'zzz', 'xylophone'],
]
const typed = questions.flatMap(text => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)))

export const benchEvidence: Bench = async () => {
  const { own, other } = await timeKeystrokes({
    source: "export * from './src/library/evidence.ts'",
    before: `const plain = Object.values(unknot.claims).map(({ says, correction }) => (says + ' ' + correction).toLowerCase())`,
    own: `unknot.askEvidence({ words: text }, '2026-12-01')`,
    other: `plain.filter(claim => text.toLowerCase().split(' ').every(word => claim.includes(word))).length`,
    texts: typed,
  })
  const at = (part: number) => quantile(own, part)
  const [claims, sources] = [chunkSent('evidence'), chunkSent('sources.gen')]
  return [
    {
      what: `a key press over all claims, page ${slowed} x slower, 50th and 99th percentile of ${typed.length}`,
      figure: `${at(0.5).toFixed(2)} and ${at(0.99).toFixed(2)} ms`,
      target: `99th at most ${mostMilliseconds} ms`,
      isMet: at(0.99) <= mostMilliseconds,
      against: `each word looked for in all claims: ${quantile(other, 0.99).toFixed(2)} ms at the 99th, and no slip forgiven`,
    },
    {
      what: 'claims with their screen, and all sources, on the wire, brotli',
      figure: `${kB(claims)} and ${kB(sources)}`,
      target: `together at most ${kB(mostBytes)}`,
      isMet: claims + sources <= mostBytes,
      against: 'both come when their screen is opened, none with the first',
    },
  ]
}
