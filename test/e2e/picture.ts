/** Takes the picture of README.md, three screens side by side, of the app at BASE: docs/pictures/screens.jpg. */
import { mkdirSync, statSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { answerNothing, beginLowBack, next, onScreen } from './steps.ts'

const file = 'docs/pictures/screens.jpg'
const size = { width: 390, height: 844 }
const gap = 24

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
const context = await browser.newContext({
  baseURL: process.env.BASE ?? 'http://localhost:8787',
  viewport: size,
  locale: 'en-GB',
})
const page = await context.newPage()
const shots: string[] = []
const shoot = async () => {
  await page.waitForTimeout(500)
  shots.push((await page.screenshot()).toString('base64'))
}

await page.goto('/')
await onScreen(page, 'now')
await shoot()
await beginLowBack(page)
await shoot()
await answerNothing(page)
await page.goto('/start/lb-knee-to-chest')
await next(page)
await next(page)
await onScreen(page, 'session')
await page.waitForTimeout(8000)
await shoot()

const images = shots.map(shot => `<img src="data:image/png;base64,${shot}">`).join('')
await page.setViewportSize({ width: size.width * 3 + gap * 4, height: size.height + gap * 2 })
await page.goto('about:blank')
await page.setContent(`<style>body{margin:0;background:#dfe8ea;display:flex;gap:${gap}px;padding:${gap}px}
  img{width:${size.width}px;height:${size.height}px;border-radius:20px}</style>${images}`)
mkdirSync('docs/pictures', { recursive: true })
await page.screenshot({ path: file, quality: 85 })
await browser.close()
console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`)
