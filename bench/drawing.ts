/**
 * The cost of a drawn frame of the figure: every exercise at sixty points of its movement, the time to pose it and
 * write it as SVG, and its bytes, compared with the same frame as a picture at phone size.
 */
import { gzipSync } from 'node:zlib'
import { frames } from '../src/knowledge/frames.gen.ts'
import { figureOf, toSvg } from '../src/library/figure.ts'
import { type Bench, kB, median } from './measure.ts'
import { inChromium } from './served.ts'

const places = 60
/** The time per frame at sixty frames a second, on a phone four times slower than this machine. */
const mostMilliseconds = 1000 / 60 / 4
const pixels = 342

export const benchDrawing: Bench = async () => {
  for (const id of Object.keys(frames)) drawn(id, 0.5)
  const milliseconds: number[] = []
  const bytes: number[] = []
  for (const [id, { frames: own }] of Object.entries(frames))
    for (let place = 0; place < places; place++) {
      const began = performance.now()
      const svg = drawn(id, (place / places) * (own.length - 1))
      milliseconds.push(performance.now() - began)
      bytes.push(gzipSync(svg).length)
    }
  const kept = gzipSync(JSON.stringify(frames)).length
  const keptFrames = Object.values(frames).reduce((sum, each) => sum + each.frames.length, 0)
  const pictures = await pictureBytes()
  return [
    {
      what: `figure, time to draw a frame, median of ${milliseconds.length}`,
      figure: `${median(milliseconds).toFixed(2)} ms`,
      target: `at most ${mostMilliseconds.toFixed(1)} ms`,
      isMet: median(milliseconds) <= mostMilliseconds,
      against: 'a quarter of a frame at 60 a second',
    },
    {
      what: `figure, bytes kept for each of ${keptFrames} frames, gzip`,
      figure: `${(kept / keptFrames).toFixed(0)} B; drawn as SVG ${kB(median(bytes))}`,
      target: 'less than a picture',
      isMet: kept / keptFrames < pictures,
      against: `the same frame as PNG, ${pixels} pixels wide: ${kB(pictures)}`,
    },
  ]
}

function drawn(id: string, place: number): string {
  const shape = figureOf(id, place, id)
  if (!shape) throw new Error(`${id} is not drawn`)
  return toSvg(shape)
}

/** The median size of every exercise's first frame as a picture. */
function pictureBytes(): Promise<number> {
  return inChromium(async browser => {
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
    const sizes: number[] = []
    for (const id of Object.keys(frames)) {
      await page.setContent(`<style>body{margin:0}svg{inline-size:100%}</style>${drawn(id, 0)}`)
      sizes.push((await page.locator('svg').first().screenshot({ type: 'png' })).length)
    }
    return median(sizes)
  })
}
