/** The web component on its demo page, under a strict content security policy: by keyboard, by axe, and what it stores. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { expect, type Page, test } from '@playwright/test'

const kinds: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"

let server: Server
let address = ''
test.beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const name = basename(url.split('?')[0] ?? '') || 'demo.html'
    try {
      const text = readFileSync(`dist/element/${name}`)
      response.writeHead(200, {
        'Content-Type': kinds[name.split('.').at(-1) ?? ''] ?? 'text/plain',
        'Content-Security-Policy': policy,
      })
      response.end(text)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`
})
test.afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))

/** Opens the demo and collects what a page must not see: errors, violations of the policy, requests elsewhere. */
async function opened(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  page.on('pageerror', problem => wrong.push(String(problem)))
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', request => request.url().startsWith(address) || wrong.push(request.url()))
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Where does it hurt?' })).toBeVisible()
  return wrong
}

const tab = async (page: Page, name: string) => {
  for (let times = 0; times < 30; times++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(
      () => document.querySelector('unknot-check')?.shadowRoot?.activeElement?.textContent,
    )
    if (text === name) return
  }
  throw new Error(`${name} is not reached by Tab`)
}

test('by keyboard alone, from the place to a harmless result, with events out and nothing stored', async ({ page }) => {
  const wrong = await opened(page)
  await tab(page, 'Low back')
  await page.keyboard.press('Enter')
  const settled = page.locator('#told', { hasText: 'unknot-settled' })
  for (let step = 0; step < 30 && !(await settled.isVisible()); step++) {
    // After each page the heading has the focus, so that a screen reader reads the new question.
    const focused = await page.evaluate(
      () => document.querySelector('unknot-check')?.shadowRoot?.activeElement?.tagName,
    )
    expect(focused).toBe('H2')
    const numbers = await page.getByRole('spinbutton').all()
    const female = page.getByLabel('Female', { exact: true })
    if (numbers.length > 0 || (await female.isVisible())) {
      for (const number of numbers) await number.fill('41')
      if (await female.isVisible()) await female.press('Space')
      await page.getByRole('button', { name: 'Go on' }).press('Enter')
    } else {
      const none = page.getByRole('button', { name: /^None( of these)?$/ })
      await tab(page, (await none.textContent()) ?? '')
      await page.keyboard.press('Enter')
    }
  }
  await expect(page.locator('#told')).toHaveText('unknot-settled self-care')
  await expect(page.getByText('signs were named. You ticked none.')).toBeVisible()
  await expect(page.getByText('Our desk is open')).toBeVisible()
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
  expect(wrong).toEqual([])
})

test('a danger leads to the number of the country, and to what to say', async ({ page }) => {
  const wrong = await opened(page)
  await page.getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Yes, or not sure' }).click()
  await page.getByLabel('numb or tingly').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999')
  await expect(page.getByText('Say this on the phone')).toBeVisible()
  await expect(page.locator('#told')).toHaveText('unknot-settled emergency')
  expect(wrong).toEqual([])
})

test('"not sure" of an emergency sign is asked again in simpler words, and Back returns', async ({ page }) => {
  await opened(page)
  await page.getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Yes, or not sure' }).click()
  await page.getByRole('button', { name: 'Not sure which' }).click()
  await page.getByRole('button', { name: 'Not sure', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'In other words' })).toBeVisible()
  const groups = page.getByRole('group')
  for (const group of await groups.all()) await group.getByLabel('No', { exact: true }).check()
  await groups.first().getByLabel('Still not sure').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Call a doctor, an urgent clinic or a health line today.')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('button', { name: 'Not sure', exact: true })).toBeVisible()
})

test('keeps the answers of the tab only where the page asks for it', async ({ page }) => {
  await opened(page)
  await page.evaluate(() => document.querySelector('unknot-check')?.setAttribute('keep', 'session'))
  await page.getByRole('button', { name: 'Calf' }).click()
  await expect(page.getByRole('button', { name: 'None' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['unknot-check'])
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the demo page, nor at the place, the gate, the signs and the result, ${scheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ bypassCSP: true, colorScheme: scheme })
    const page = await context.newPage()
    await opened(page)
    await page.addScriptTag({ content: axe })
    const faults = (of = 'unknot-check') =>
      page.evaluate(async where => {
        const { axe: tool } = window as unknown as {
          axe: { run: (of: string) => Promise<{ violations: { id: string }[] }> }
        }
        return (await tool.run(where)).violations.map(({ id }) => id)
      }, of)
    expect(await faults('html')).toEqual([])
    // Its own colours, without those of the page.
    await page.evaluate(() => document.querySelector('link')?.remove())
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Low back' }).click()
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Yes, or not sure' }).click()
    await page.getByLabel('numb or tingly').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(await faults()).toEqual([])
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(await faults()).toEqual([])
    await context.close()
  })
