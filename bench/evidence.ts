/**
 * How long does a key press in "Is it true?" take on a slow phone, and what does its screen cost on the wire?
 *
 * Chromium with its processor slowed 4 times; every prefix of 40 questions, as a person types them. Target: 8 ms at the
 * 99th percentile. Compared in the same run with the simplest search there is: does the text contain the words?
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

const questions = [
  ...['magnesium relaxes muscles', 'dehydration', 'lactic acid', 'potassium pills', 'touch your toes', 'heat or ice'],
  ...['48 hours rest', 'chiropractor prescribe', 'bed rest', 'banana', 'almonds vitamin d', 'foam roller balance'],
  ...['back brace all day', 'heating pad temperature', 'urine colour', 'drink more water', 'stretch before exercise'],
  ...['zinc leprosy', 'side effect', 'statin', 'charley horse', 'night cramps', 'pregnancy', 'massage gun', 'TENS'],
  ...['spine alignment', 'yoga', 'calcium spinach', 'sweet potato skin', 'blood flow oxygen', 'spasm dangerous'],
  ...['magnesum', 'dehidration', 'potasium', 'chiroprator', 'streching', 'vitamine', 'hydratoin', 'zzz', 'xylophone'],
]
const typed = questions.flatMap(text => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)))

const { outputFiles } = await build({
  stdin: { contents: "export * from './src/library/evidence.ts'", resolveDir: '.', loader: 'ts' },
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'unknot',
  write: false,
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
const devtools = await page.context().newCDPSession(page)
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
await page.evaluate(`${outputFiles[0]?.text}; globalThis.unknot = unknot; undefined`)

/** Milliseconds of `body` for each text, the middle one of 5 runs: other work on the machine falls into single runs. */
const timed = (body: string): Promise<number[]> =>
  page.evaluate(`(() => {
    const claims = Object.values(unknot.claims).map(claim => (claim.says + ' ' + claim.correction).toLowerCase())
    return ${JSON.stringify(typed)}.map(text => {
      const runs = [1, 2, 3, 4, 5].map(() => { const began = performance.now(); ${body}; return performance.now() - began })
      return runs.sort((a, b) => a - b)[2]
    })
  })()`)

const ours = await timed(`unknot.askEvidence({ words: text }, '2026-12-01')`)
const plain = await timed(
  `claims.filter(claim => text.toLowerCase().split(' ').every(word => claim.includes(word))).length`,
)
await browser.close()

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1]?.toFixed(2)
console.log(`search of 165 claims at 4x slowdown, ${typed.length} key presses, middle of 5 runs each (target p99 8 ms)`)
console.log(`  ours            p50 ${at(ours, 0.5)} ms, p99 ${at(ours, 0.99)} ms, most ${at(ours, 1)} ms`)
console.log(`  text.includes   p50 ${at(plain, 0.5)} ms, p99 ${at(plain, 0.99)} ms`)

const sizeOf = (file: string) => brotliCompressSync(readFileSync(file)).length
const knowledge = ['claims', 'sources'].map(name => sizeOf(`src/knowledge/${name}.gen.ts`))
console.log(`claims and sources, brotli: ${knowledge.join(' + ')} bytes (target 70,000 together)`)
const assets = 'dist/app/assets'
for (const name of readdirSync(assets).filter(file => /^evidence-.*\.js$/.test(file)))
  console.log(`the screen with its claims as built, brotli: ${sizeOf(join(assets, name))} bytes`)
