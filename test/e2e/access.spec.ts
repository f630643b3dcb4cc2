import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { foodScreens, screens } from './places.ts'
import { answerNothing, beginLowBack, endAnimations, onGate, onScreen } from './steps.ts'
import { walkExercise } from './walk.ts'

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

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

for (const theme of ['light', 'dark', 'night'])
  test(`axe finds nothing on any screen (${theme})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.addInitScript(
      chosen => localStorage.setItem('unknot-settings', JSON.stringify({ theme: chosen })),
      theme,
    )
    const found: string[] = []
    await visitAll(page, async name => {
      await endAnimations(page)
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { axe: engine } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        const { violations } = await engine.run()
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
      })
      found.push(...violations.map(violation => `${name}: ${violation}`))
    })
    expect(found).toEqual([])
  })

const sizes = [
  ['320 pixels wide', { width: 320, height: 640 }, ''],
  ['1280 pixels at 400 % zoom', { width: 320, height: 200 }, ''],
  ['390 pixels with text at 200 %', { width: 390, height: 844 }, 'html { font-size: 200% }'],
] as const

for (const [name, viewport, style] of sizes)
  test(`no screen scrolls sideways: ${name}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    const wide: string[] = []
    await visitAll(page, async screen => {
      if (style)
        await page
          .addStyleTag({ content: style })
          .catch(() => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')))
      const [over, beyond] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        const isBeyond = (element: Element) => element.getBoundingClientRect().right > clientWidth
        const last = [...document.querySelectorAll('main *')].filter(isBeyond).at(-1)
        return [scrollWidth - clientWidth, last?.outerHTML.slice(0, 200)] as const
      })
      if (over > 0) wide.push(`${screen} by ${over}: ${beyond}`)
    })
    expect(wide).toEqual([])
  })

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a small phone', { width: 320, height: 640 }],
  ['a desk', { width: 1280, height: 800 }],
] as const)
  test(`on ${name} text has room, nothing covers the next step, and emergency help is one tap away`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    const wrong: string[] = []
    await visitAll(page, async screen => {
      const found = await page.evaluate(() => {
        const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
        const texts = [...document.querySelectorAll('h1, h2, h3, p, li, .btn, summary')].filter(
          element => isShown(element) && !element.querySelector('p, li, .btn'),
        )
        const narrow = texts.filter(element => {
          const { width, height } = element.getBoundingClientRect()
          const lines = height / Number.parseFloat(getComputedStyle(element).lineHeight)
          return width < 100 && lines > 4 && (element.textContent ?? '').trim().length > 20
        })
        const isCovered = (element: Element) => {
          const { left, width, bottom } = element.getBoundingClientRect()
          const top = document.elementFromPoint(left + width / 2, Math.min(bottom, innerHeight) - 4)
          return top !== null && !element.contains(top)
        }
        const covered = [...document.querySelectorAll('.dock .btn.next')].filter(
          element =>
            isShown(element) && element.getBoundingClientRect().bottom <= innerHeight + 40 && isCovered(element),
        )
        const help = [...document.querySelectorAll('a[href="/emergency"], a.call')].some(isShown)
        return [
          ...narrow.map(element => `narrow: ${element.textContent?.trim().slice(0, 40)}`),
          ...covered.map(element => `covered: ${element.textContent?.trim().slice(0, 40)}`),
          ...(help ? [] : ['no way to emergency help']),
        ]
      })
      wrong.push(...found.map(each => `${screen}: ${each}`))
    })
    expect([...new Set(wrong)]).toEqual([])
  })

test('every target is at least 48 pixels high and wide, the map’s parts 44', async ({ page }) => {
  test.setTimeout(120_000)
  const small: string[] = []
  await visitAll(page, async screen => {
    const found = await page.evaluate(() => {
      const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
      const targets = [
        ...document.querySelectorAll('a[href], button, select, summary, label.choice, label.unsure, label.chip'),
      ]
      const controls = targets
        .filter(
          element =>
            isShown(element) &&
            !element.closest('p:not(.chips):not(.four):not(.row)') &&
            !element.classList.contains('skip'),
        )
        .map(element => ({ element, least: 48 }))
      const parts = [...document.querySelectorAll('.body-map .target')]
        .filter(isShown)
        .map(element => ({ element, least: 44 }))
      return [...controls, ...parts].flatMap(({ element, least }) => {
        const { width, height } = element.getBoundingClientRect()
        const name =
          element.textContent?.trim().slice(0, 30) ||
          element.parentElement?.getAttribute('aria-label') ||
          element.tagName
        return width < least - 0.5 || height < least - 0.5
          ? [`${name}: ${width.toFixed(0)} x ${height.toFixed(0)}`]
          : []
      })
    })
    small.push(...found.map(each => `${screen}: ${each}`))
  })
  expect([...new Set(small)]).toEqual([])
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
