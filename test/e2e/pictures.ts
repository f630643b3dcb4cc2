/**
 * Takes the pictures of the last build (`npm run build` first): the three screens of README.md side by side, the
 * install screenshots of the manifest, and the icons, drawn from src/app/public/icon.svg.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../../build/chromium.ts'
import { serveApp } from '../../build/served-app.ts'
import { answerNothing, beginLowBack, next, onScreen } from './steps.ts'

const forReadme = 'docs/pictures/screens.jpg'
/** Listed in the manifest (vite.config.ts), with these sizes in pixels. */
const forApp = 'src/app/public'
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }
const gap = 24

/** The share of the width that the mark may fill in a maskable icon, which a launcher crops to its own shape. */
const maskedScale = 0.85

const { address, stop } = await serveApp()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] })
try {
  const shots = await onPhone(browser)
  writePictures(shots)
  await sideBySide(browser, shots)
  await onDesk(browser)
  await icons(browser)
} finally {
  await browser.close()
  await stop()
}

/** Where it hurts, the first questions, a timed stretch. */
async function onPhone(from: Browser): Promise<readonly Buffer[]> {
  const page = await opened(from, phone, 2)
  const shots: Buffer[] = []
  const shoot = async (waited: number) => {
    await page.waitForTimeout(waited)
    shots.push(await page.screenshot({ type: 'jpeg', quality: 75 }))
  }
  await page.goto('/')
  await onScreen(page, 'now')
  await shoot(500)
  await beginLowBack(page)
  await shoot(500)
  await answerNothing(page)
  await page.goto('/start/lb-knee-to-chest')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  await shoot(8000)
  await page.context().close()
  return shots
}

async function onDesk(from: Browser): Promise<void> {
  const page = await opened(from, desk, 1)
  await page.goto('/')
  await onScreen(page, 'now')
  await page.waitForTimeout(500)
  write(`${forApp}/screenshot-desk.jpg`, await page.screenshot({ type: 'jpeg', quality: 75 }))
  await page.context().close()
}

function writePictures([now, check, session]: readonly Buffer[]): void {
  for (const [name, shot] of Object.entries({ now, check, session }))
    if (shot) write(`${forApp}/screenshot-${name}.jpg`, shot)
}

async function sideBySide(from: Browser, shots: readonly Buffer[]): Promise<void> {
  const size = { width: phone.width * 3 + gap * 4, height: phone.height + gap * 2 }
  const images = shots.map(shot => `<img src="data:image/jpeg;base64,${shot.toString('base64')}">`).join('')
  const page = await drawn(
    from,
    size,
    `<style>body{margin:0;background:#dfe8ea;display:flex;gap:${gap}px;padding:${gap}px}
  img{width:${phone.width}px;height:${phone.height}px;border-radius:20px}</style>${images}`,
  )
  write(forReadme, await page.screenshot({ type: 'jpeg', quality: 85 }))
  await page.context().close()
}

/** The mark fills a plain icon. In a maskable one it keeps away from the edge, on the same background. */
async function icons(from: Browser): Promise<void> {
  const svg = readFileSync(`${forApp}/icon.svg`, 'utf8')
  const masked = svg.replace(
    '<path ',
    `<path transform="translate(256 256) scale(${maskedScale}) translate(-256 -256)" `,
  )
  for (const { name, image, side } of [
    { name: 'icon-192', image: svg, side: 192 },
    { name: 'icon-512', image: svg, side: 512 },
    { name: 'icon-maskable-512', image: masked, side: 512 },
  ]) {
    const page = await drawn(
      from,
      { width: side, height: side },
      `<style>body{margin:0}svg{display:block}</style>${image}`,
    )
    write(`${forApp}/${name}.png`, await page.screenshot())
    await page.context().close()
  }
}

async function opened(from: Browser, viewport: typeof phone, deviceScaleFactor: number): Promise<Page> {
  const context = await from.newContext({ baseURL: address, viewport, deviceScaleFactor, locale: 'en-GB' })
  return context.newPage()
}

async function drawn(from: Browser, viewport: typeof phone, content: string): Promise<Page> {
  const page = await opened(from, viewport, 1)
  await page.setContent(content)
  await page.evaluate(() => Promise.all([...document.images].map(image => image.decode())))
  return page
}

function write(file: string, content: Buffer): void {
  mkdirSync('docs/pictures', { recursive: true })
  writeFileSync(file, content)
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`)
}
