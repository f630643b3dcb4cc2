/** Draws every frame of every exercise, and the body map, as pictures for inspection: test-results/figure/*.png. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { bodyMap } from '../../src/figure/body-map.ts'
import { drawExercise } from '../../src/figure/exercise.ts'
import type { ExerciseFrames } from '../../src/figure/frame.ts'
import { toSvg } from '../../src/figure/shape.ts'
import { frameTexts } from '../../src/knowledge/frame-texts.gen.ts'
import { frames } from '../../src/knowledge/frames.gen.ts'

const folder = 'test-results/figure'
const tokens = readFileSync('src/app/ui/tokens.css', 'utf8').replace(/@font-face\s*{[^}]*}/, '')
const mapStyle = readFileSync('src/app/ui/body-map.css', 'utf8')

const drawings = Object.entries(frames).flatMap(([id, set]) =>
  set.frames.map((_, index) => figure(id, set, index, `${id}: ${frameTexts[id]?.[index]?.label}`)),
)
const halfWay = Object.entries(frames).flatMap(([id, set]) =>
  set.frames.slice(1).map((_, index) => figure(id, set, index + 0.5, `${id}: half-way to frame ${index + 1}`)),
)

function figure(id: string, set: ExerciseFrames, place: number, name: string): string {
  const drawn = drawExercise(set, place, { id: `${id}-${place}`, title: name })
  const kind = set.camera ? ' class="close-up"' : ''
  return `<figure${kind}>${drawn ? toSvg(drawn) : ''}<figcaption>${name}</figcaption></figure>`
}

async function show(page: Page, theme: string, body: string): Promise<void> {
  await page.setViewportSize({ width: 1300, height: 1000 })
  await page.setContent(`<html data-theme="${theme}"><style>${tokens}${mapStyle}
    body { margin: 0; background: var(--surface); color: var(--ink); font: 13px sans-serif }
    main { display: grid; grid-template-columns: repeat(5, 1fr); gap: 8px; padding: 8px }
    figure { margin: 0; border: 1px solid var(--line) }
    figure svg { display: block; width: 100%; height: 170px }
    figure svg.body-map { height: 478px }</style><main>${body}</main></html>`)
}

test('no frame is cut off, and each is saved as a picture', async ({ page }) => {
  const perSheet = 25
  const cut: string[] = []
  for (let start = 0; start < drawings.length; start += perSheet) {
    await show(page, 'light', drawings.slice(start, start + perSheet).join(''))
    cut.push(...(await page.evaluate(partsOutside)))
    await page.screenshot({ path: `${folder}/frames-${start / perSheet + 1}.png`, fullPage: true })
  }
  await show(page, 'light', halfWay.join(''))
  cut.push(...(await page.evaluate(partsOutside)))
  expect(cut).toEqual([])
  for (const theme of ['dark', 'night']) {
    await show(page, theme, drawings.slice(0, perSheet).join(''))
    await page.screenshot({ path: `${folder}/frames-${theme}.png`, fullPage: true })
  }
})

test('the body map is drawn from both sides in every theme', async ({ page }) => {
  const maps = (['back', 'front'] as const).map(view => {
    const { viewBox, scenery, buttons } = bodyMap(view, {
      region: view === 'back' ? 'low back' : 'front thigh',
      side: 'left',
    })
    const parts = buttons.map(
      ({ shapes, isChosen }) => `<g role="button" aria-pressed="${isChosen}">${shapes.map(toSvg).join('')}</g>`,
    )
    return `<figure><svg class="body-map" viewBox="${viewBox}">${scenery.map(toSvg).join('')}${parts.join('')}</svg></figure>`
  })
  for (const theme of ['light', 'dark', 'night']) {
    await show(page, theme, maps.join(''))
    expect(await page.evaluate(partsOutside)).toEqual([])
    await page.screenshot({ path: `${folder}/map-${theme}.png`, fullPage: true })
  }
})

/** Runs in the page: parts of the body that extend past the edge of their picture, except in a close-up. */
function partsOutside(): string[] {
  return [...document.querySelectorAll('figure:not(.close-up)')].flatMap(figure => {
    const svg = figure.querySelector('svg')
    const view = svg?.viewBox.baseVal
    if (!svg || !view) return ['a picture is missing']
    const reach = [...svg.querySelectorAll('path')].filter(path => !path.closest('defs, clipPath'))
    const outside = reach.filter(path => {
      const { x, y, width, height } = path.getBBox()
      const slack = 0.5
      return (
        x < view.x - slack ||
        y < view.y - slack ||
        x + width > view.x + view.width + slack ||
        // Parts that rest on the ground are clipped there on purpose.
        y + height > view.y + view.height + 4
      )
    })
    return outside.length > 0 ? [`${figure.textContent}: ${outside.length} parts`] : []
  })
}
