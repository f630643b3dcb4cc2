/**
 * Medicines: a keystroke in the search of all names, compared with a plain scan of the names for the same letters; and
 * the compressed size of the data, compared with the same data before packing.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { chunkSent } from './chunk.ts'
import { slowed, timeKeystrokes } from './keystrokes.ts'
import { type Bench, kB, quantile } from './measure.ts'

const mostBytes = 220_000
const mostMilliseconds = 8

/** The typed text, letter by letter: names and misspellings of both stored test sets. */
const typed = ['typed', 'second']
  .flatMap(name => readFileSync(`test/medicines/${name}.jsonl`, 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line) as { readonly group: string; readonly typed: string })
  .filter(({ group }, at) => group !== 'outside' && at % 3 === 0)
  .flatMap(({ typed }) => Array.from(typed.trim(), (_, at) => typed.trim().slice(0, at + 1)))

export const benchMedicines: Bench = async () => {
  const { own, other, opening } = await timeKeystrokes({
    source: `
      import { nameTable } from './src/knowledge/medicine-names.gen.ts'
      import { openNames } from './src/medicines/name-table.ts'
      import { indexNames } from './src/medicines/name-index.ts'
      import { suggest as suggestFrom } from './src/medicines/nearest.ts'
      const index = indexNames(openNames(nameTable))
      export const allNames = index.names
      export const suggest = text => suggestFrom(index, text)
    `,
    before: 'const plain = unknot.allNames.map(({ name }) => name.toLowerCase())',
    own: 'unknot.suggest(text)',
    other: 'plain.filter(each => each.includes(text.toLowerCase())).slice(0, 8)',
    texts: typed,
  })
  const at = (part: number) => quantile(own, part)
  const sent = chunkSent('names.worker')
  return [
    {
      what: `a keystroke over all names of medicines, page ${slowed} x slower, 50th and 99th percentile of ${typed.length}`,
      figure: `${at(0.5).toFixed(2)} and ${at(0.99).toFixed(2)} ms`,
      target: `99th at most ${mostMilliseconds} ms`,
      isMet: at(0.99) <= mostMilliseconds,
      against: `the letters looked for in all names: ${quantile(other, 0.99).toFixed(2)} ms at the 99th, and no slip forgiven; names made ready in ${opening.toFixed(0)} ms`,
    },
    {
      what: 'names of medicines and their look-up on the wire, brotli',
      figure: kB(sent),
      target: `at most ${kB(mostBytes)}`,
      isMet: sent <= mostBytes,
      against: `the data alone: ${kB(brotliCompressSync(readFileSync('src/knowledge/medicine-names.gen.ts')).length)}`,
    },
  ]
}
