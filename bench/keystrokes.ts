/** The cost of a keystroke in Chromium with its processor slowed: two ways to answer the same text, in one page. */
import { build } from 'esbuild'
import { inChromium } from './served.ts'

export const slowed = 4

export interface Keystrokes {
  /** The exports of this source are available as `unknot`; it is bundled from the folder of the project. */
  readonly source: string
  /** Runs once, before any keystroke; may define names for `own` and `other`. */
  readonly before: string
  /** An expression in `text`: our answer, and the simple one it is compared with. */
  readonly own: string
  readonly other: string
  readonly texts: readonly string[]
}

export interface Timed {
  readonly own: readonly number[]
  readonly other: readonly number[]
  readonly opening: number
}

/** Milliseconds of each text, the median of 5 runs, because other work on the machine affects single runs. */
export async function timeKeystrokes({ source, before, own, other, texts }: Keystrokes): Promise<Timed> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: '.', loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'unknot',
    target: 'es2022',
    write: false,
  })
  return inChromium(async browser => {
    const page = await browser.newPage()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    return page.evaluate<Timed>(`(() => {
      const began = performance.now()
      ${outputFiles[0]?.text}
      const opening = performance.now() - began
      ${before}
      const middle = answer => {
        const runs = [1, 2, 3, 4, 5].map(() => {
          const start = performance.now()
          answer()
          return performance.now() - start
        })
        return runs.sort((a, b) => a - b)[2]
      }
      const texts = ${JSON.stringify(texts)}
      return {
        own: texts.map(text => middle(() => ${own})),
        other: texts.map(text => middle(() => ${other})),
        opening,
      }
    })()`)
  })
}
