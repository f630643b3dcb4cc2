/** Draws every frame of every exercise, and the body map in each theme, as pictures to look at: test/figure/sheet/*.png. */
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { bodyMap } from '../../src/figure/body-map.ts'
import { boxOf } from '../../src/figure/box.ts'
import { poseFigure } from '../../src/figure/pose.ts'
import { toSvg } from '../../src/figure/shape.ts'
import { poseOf } from '../../src/figure/skeleton.ts'
import { frames } from '../../src/knowledge/frames.gen.ts'

const folder = 'test/figure/sheet'
mkdirSync(folder, { recursive: true })
const tokens = readFileSync('src/app/styles/tokens.css', 'utf8').replace(/@font-face\s*{[^}]*}/, '')
const map = readFileSync('src/app/styles/body-map.css', 'utf8')

const cells = Object.entries(frames).flatMap(([id, { view, frames: own, props, zones, both }]) => {
  const poses = own.map(frame => poseOf(view, frame))
  const box = boxOf(poses, props)
  return poses.map((pose, index) => {
    const svg = toSvg(
      poseFigure(pose, { id: `${id}-${index}`, title: id, zones, props, box, ...(both ? { both } : {}) }),
    )
    return `<figure>${svg}<figcaption>${id}: ${own[index]?.label}</figcaption></figure>`
  })
})
const page = (theme: string, body: string) =>
  `<html data-theme="${theme}"><style>${tokens}${map}body{margin:0;background:var(--surface);color:var(--ink);font:13px sans-serif}
  main{display:grid;grid-template-columns:repeat(5,1fr);gap:8px;padding:8px}figure{margin:0;border:1px solid var(--line)}figure svg{display:block;width:100%;height:170px}</style><main>${body}</main></html>`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
const tab = await browser.newPage({ viewport: { width: 1300, height: 1000 } })
const shoot = async (name: string, html: string) => {
  await tab.setContent(html)
  await tab.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const perSheet = 25
for (let start = 0; start < cells.length; start += perSheet)
  await shoot(`light-${start / perSheet + 1}`, page('light', cells.slice(start, start + perSheet).join('')))
await shoot('dark', page('dark', cells.slice(0, perSheet).join('')))
await shoot('night', page('night', cells.slice(perSheet, 2 * perSheet).join('')))
const maps = (['back', 'front'] as const)
  .map(view => {
    const { viewBox, scenery, buttons } = bodyMap(view, {
      region: view === 'back' ? 'low back' : 'front thigh',
      side: 'left',
    })
    const inner = [
      ...scenery.map(toSvg),
      ...buttons.map(({ shapes, isChosen }) => `<g aria-pressed="${isChosen}">${shapes.map(toSvg).join('')}</g>`),
    ]
    return `<figure><svg class="body-map" style="height:400px" viewBox="${viewBox}">${inner.join('')}</svg></figure>`
  })
  .join('')
for (const theme of ['light', 'dark', 'night']) await shoot(`map-${theme}`, page(theme, maps))
await browser.close()
console.log(`${cells.length} frames drawn in ${folder}`)
