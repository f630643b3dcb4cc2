/**
 * Medicines, in Chromium: a keystroke in the search over every name with the processor slowed four times, compared with a
 * plain scan of the names for the same letters; and what the data weighs on the wire, compared with the same data as JSON.
 * Run it alone: `npm run build && npx tsx bench/medicines.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

const slowed = 4
const targetMilliseconds = 8
const targetBytes = 60_000

/** What is typed, letter by letter: names and misspellings of the seeded test set. */
const typed = readFileSync('test/medicines/typed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map(text => JSON.parse(text) as { readonly group: string; readonly typed: string })
  .filter(({ group }) => group !== 'outside')
  .slice(0, 120)
  .map(each => each.typed.trim())

interface Timed {
  readonly search: readonly number[]
  readonly scan: readonly number[]
  readonly opening: number
}

export async function benchMedicines(): Promise<void> {
  const { search, scan, opening } = await inChromium(await bundle())
  console.log(
    `search as you type over all names, ${search.length} keystrokes, Chromium, processor slowed ${slowed} times:`,
  )
  line('p50', quantile(search, 0.5), quantile(scan, 0.5))
  line('p99', quantile(search, 0.99), quantile(scan, 0.99))
  console.log(`  names made ready when the screen opens: ${opening.toFixed(1)} ms`)
  const p99 = quantile(search, 0.99)
  console.log(`  target: p99 at most ${targetMilliseconds} ms: ${p99 <= targetMilliseconds ? 'met' : 'MISSED'}`)

  const [chunk] = readdirSync('dist/app/assets').filter(name => /^medicines-.*\.js\.br$/.test(name))
  if (!chunk) throw new Error('the app is not built: npm run build')
  const sent = readFileSync(`dist/app/assets/${chunk}`).length
  const json = brotliCompressSync(readFileSync('src/knowledge/medicines.gen.ts')).length
  console.log(`data and look-up of medicines on the wire: ${kB(sent)} brotli, against ${kB(json)} for the data alone`)
  console.log(`  target: at most ${kB(targetBytes)}: ${sent <= targetBytes ? 'met' : 'MISSED'}`)
}

const line = (name: string, own: number, other: number) =>
  console.log(`  ${name} ${own.toFixed(2)} ms, against ${other.toFixed(2)} ms for a plain scan without misspellings`)

/** The library's search as one script, so that the page needs nothing else. */
async function bundle(): Promise<string> {
  const entry = `
    import { medicineKnowledge } from './src/knowledge/medicines.gen.ts'
    import { indexNames } from './src/medicines/name-index.ts'
    import { suggest } from './src/medicines/nearest.ts'
    globalThis.bench = { medicineKnowledge, indexNames, suggest }`
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

async function inChromium(script: string): Promise<Timed> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    await page.addScriptTag({ content: script })
    return await page.evaluate(names => {
      const { medicineKnowledge, indexNames, suggest } = (
        globalThis as unknown as {
          bench: {
            medicineKnowledge: { names: { name: string }[] }
            indexNames: (knowledge: unknown) => unknown
            suggest: (index: unknown, text: string) => unknown
          }
        }
      ).bench
      const began = performance.now()
      const index = indexNames(medicineKnowledge)
      const opening = performance.now() - began
      const plain = medicineKnowledge.names.map(({ name }) => name.toLowerCase())
      const search: number[] = []
      const scan: number[] = []
      for (const name of names)
        for (let length = 1; length <= name.length; length++) {
          const text = name.slice(0, length)
          const start = performance.now()
          suggest(index, text)
          const middle = performance.now()
          plain.filter(each => each.includes(text.toLowerCase())).slice(0, 8)
          scan.push(performance.now() - middle)
          search.push(middle - start)
        }
      return { search, scan, opening }
    }, typed)
  } finally {
    await browser.close()
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchMedicines()
