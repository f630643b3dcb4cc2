import { expect, type Page, test } from '@playwright/test'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { axeFindings } from './axe.ts'
import { room, sideways, targets } from './layout-checks.ts'
import { foodScreens, screens } from './places.ts'
import { answerNothing, beginLowBack, onGate, onScreen } from './steps.ts'
import { walkExercise } from './walk.ts'

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

/** Every screen, reached like a person would, with a few months in the diary. */
async function visitAll(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(
    page,
    lifeOf(7, 1500, Date.now()).filter(({ type }) => type !== 'answered'),
  )
  await page.goto('/')
  await onScreen(page, 'now')
  await look('now')
  await beginLowBack(page)
  await look('check')
  await answerNothing(page)
  await look('result')
  for (const place of [
    'plan',
    'start/heat',
    ...screens,
    `day/${yesterday}`,
    ...foodScreens,
    'evidence/chiropractors-prescribe',
    'reference',
    'reference/remedies/heat',
    'reference/memory',
    'reference/medicines/furosemide',
    'reference/causes/venous',
    'reference/combinations/acute-dystonia',
    'reference/pages/food-cautions',
    'trials/new/heat',
    'nowhere',
  ]) {
    await page.goto(`/${place}`)
    await page.locator('[data-screen]').waitFor()
    await look(place)
  }
  await walkExercise(page, look)
  await page.goto('/cramp/other')
  await onScreen(page, 'cramp')
  await look('cramp-choose')
  await page.getByRole('button', { name: 'Calf' }).click()
  await look('cramp')
  await page.getByRole('button', { name: 'It let go' }).click()
  await onScreen(page, 'let-go')
  await look('let-go: signs')
  await page.getByRole('button', { name: 'None of these' }).click()
  await look('let-go: tonight')
  await page.goto(new URL(page.url()).pathname.replace('/cramp/', '/later/'))
  await onScreen(page, 'later')
  await look('later')
}

test('axe finds nothing on any screen, in any theme', async ({ page }) => {
  test.setTimeout(300_000)
  const found: string[] = []
  await visitAll(page, async name => {
    found.push(...(await axeFindings(page)).map(each => `${name}, ${each}`))
  })
  expect(found).toEqual([])
})

const sizes = [
  { name: 'a phone', viewport: { width: 390, height: 844 }, checks: [sideways, room, targets] },
  { name: 'a small phone', viewport: { width: 320, height: 640 }, checks: [sideways, room] },
  { name: '1280 pixels at 400 % zoom', viewport: { width: 320, height: 200 }, checks: [sideways] },
  { name: 'a phone, text at 200 %', viewport: { width: 390, height: 844 }, text: '200%', checks: [sideways] },
  { name: 'a desk', viewport: { width: 1280, height: 800 }, checks: [sideways, room] },
]

test('at every size no screen scrolls sideways, text has room, targets are large, and help is one tap away', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const wrong: string[] = []
  await visitAll(page, async screen => {
    for (const { name, viewport, text, checks } of sizes) {
      await page.setViewportSize(viewport)
      await page.evaluate(
        size =>
          new Promise(resolve => {
            document.documentElement.style.fontSize = size
            requestAnimationFrame(() => requestAnimationFrame(resolve))
          }),
        text ?? '',
      )
      for (const check of checks) wrong.push(...(await check(page)).map(each => `${screen}, ${name}: ${each}`))
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('the path works with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await onScreen(page, 'now')
  const press = async (name: RegExp, key = 'Enter') => {
    for (let tabs = 0; tabs < 80; tabs++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return (
          element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent ?? element?.textContent ?? ''
        )
      })
      if (name.test(focused.trim())) return page.keyboard.press(key)
    }
    throw new Error(`the keyboard does not reach ${name}`)
  }
  await press(/^Low back$/)
  await expect(page.getByRole('heading', { name: 'Low back: which side?' })).toBeFocused()
  // One Tab leads from the question to its first answer, past the way to undo it.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Left', exact: true })).toBeFocused()
  await press(/^Middle$/)
  await onGate(page, 'pelvis')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const check = page.locator('[data-screen="check"]')
  for (;;) {
    const name = (await check.count()) === 0 ? undefined : await check.getAttribute('data-page')
    if (!name) break
    if (name.startsWith('gate ')) {
      await page.waitForTimeout(650)
      await press(/^None$/)
    } else {
      await page.getByLabel('Your age?').focus()
      await page.keyboard.type('41')
      await press(/^Female/, 'Space')
      await press(/^6 hours/, 'Space')
      await press(/^Go on$/)
    }
    await expect(page.locator(`[data-page="${name}"]`)).toHaveCount(0)
    await expect(page.locator('[data-screen="check"], [data-screen="result"]')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
  await onScreen(page, 'result')
  await press(/^Start: /)
  await onScreen(page, 'start')
  await press(/^Begin/)
  await onScreen(page, 'session')
  await press(/^I’m ready$/)
  await press(/^Pause$/)
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
})
