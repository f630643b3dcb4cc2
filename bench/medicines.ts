/**
 * Medicines: a keystroke in the search over every name, compared with a plain scan of the names for the same letters; and
 * what the data weighs on the wire, compared with the same data before it was made small.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { chunkSent } from './chunk.ts'
import { slowed, timeKeystrokes } from './keystrokes.ts'
import { type Bench, kB, quantile } from './measure.ts'

const mostBytes = 60_000
const mostMilliseconds = 8

/** What is typed, letter by letter: names and misspellings of both kept test sets. */
const typed = ['typed', 'second']
  .flatMap(name => readFileSync(`test/medicines/${name}.jsonl`, 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line) as { readonly group: string; readonly typed: string })
  .filter(({ group }, at) => group !== 'outside' && at % 3 === 0)
  .flatMap(({ typed }) => Array.from(typed.trim(), (_, at) => typed.trim().slice(0, at + 1)))

export const benchMedicines: Bench = async () => {
  const { own, other, opening } = await timeKeystrokes({
    source: "export * from './src/library/medicines.ts'",
    before: 'const plain = unknot.medicineKnowledge.names.map(({ name }) => name.toLowerCase())',
    own: 'unknot.suggest(text)',
    other: 'plain.filter(each => each.includes(text.toLowerCase())).slice(0, 8)',
    texts: typed,
  })
  const at = (part: number) => quantile(own, part)
  const sent = chunkSent('medicines')
  return [
    {
      what: `a keystroke over all names of medicines, page ${slowed} x slower, 50th and 99th percentile of ${typed.length}`,
      figure: `${at(0.5).toFixed(2)} and ${at(0.99).toFixed(2)} ms`,
      target: `99th at most ${mostMilliseconds} ms`,
      isMet: at(0.99) <= mostMilliseconds,
      against: `the letters looked for in all names: ${quantile(other, 0.99).toFixed(2)} ms at the 99th, and no slip forgiven; names made ready in ${opening.toFixed(0)} ms`,
    },
    {
      what: 'medicines and their look-up on the wire, brotli',
      figure: kB(sent),
      target: `at most ${kB(mostBytes)}`,
      isMet: sent <= mostBytes,
      against: `the data alone: ${kB(brotliCompressSync(readFileSync('src/knowledge/medicines.gen.ts')).length)}`,
    },
  ]
}
