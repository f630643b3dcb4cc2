/** One diary in several browsers, through a server that cannot read it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { endAnimations, onScreen, untilKept } from './steps.ts'
import { button, isEqual, profile, serve, turnOn } from './sync-server.ts'

const isThere = (page: Page, what: string) => expect(page.locator('main').getByText(what).first()).toBeVisible()

async function join24(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your 24 words').fill(words)
  await button(page, 'Use this code').click()
  await isEqual(page)
}

async function note(page: Page, text: string): Promise<void> {
  await page.goto('/add')
  await write(page, text)
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByText('A note', { exact: true }).click()
  await page.getByLabel('What do you want to keep?').fill(text)
  await untilKept(page, () => button(page, 'Keep it').click())
}

test('two browsers see each other’s entries at once, a third recovers all, a wiped server is filled again, erased is erased', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await serve()
  const phone = await profile(browser, server)
  const words = await turnOn(phone)
  const laptop = await profile(browser, server)
  await laptop.getByLabel('Your 24 words').fill(words.replace(/^\w+/, 'unknot'))
  await button(laptop, 'Use this code').click()
  await expect(laptop.getByRole('alert')).toContainText('word 1, "unknot", is not in the list')
  await join24(laptop, words)

  await laptop.goto('/diary')
  await phone.goto('/cramp')
  await button(phone, 'Calf').click()
  const began = Date.now()
  await isThere(laptop, 'Calf cramp')
  const took = Date.now() - began
  test.info().annotations.push({ type: 'an episode on the other screen', description: `${took} ms` })
  expect(took).toBeLessThan(2000)

  // Both tell something while neither reaches the server.
  for (const page of [phone, laptop]) {
    await page.goto('/add')
    await onScreen(page, 'add')
    await page.context().setOffline(true)
  }
  await write(phone, 'Slept on the sofa')
  await write(laptop, 'Long drive')
  for (const page of [phone, laptop]) await page.context().setOffline(false)
  for (const page of [phone, laptop]) {
    await page.goto('/history')
    for (const text of ['Slept on the sofa', 'Long drive']) await isThere(page, text)
  }

  const stored = Buffer.concat(readdirSync(server.data).map(file => readFileSync(join(server.data, file))))
  for (const text of ['Slept on the sofa', 'Long drive', 'calf', 'episode', words.split(' ').slice(0, 3).join(' ')])
    expect(stored.includes(text), text).toBe(false)

  // So that it is the phone that fills the emptied server.
  await laptop.goto('about:blank')
  await server.wipe()
  await phone.goto('/sync')
  await expect(phone.getByText('The server was emptied. It is filled again from this device.')).toBeVisible()
  await isEqual(phone)
  await button(phone, 'I have read it').click()
  await expect(phone.getByText(/^The server was emptied/)).toHaveCount(0)
  const third = await profile(browser, server)
  await join24(third, words)
  await third.goto('/history')
  for (const text of ['Slept on the sofa', 'Long drive']) await isThere(third, text)

  await third.goto('/sync')
  await button(third, 'Delete it from the server').click()
  await button(third, 'Yes, delete it from the server').click()
  await expect(third.getByText(/^The server deleted \d+ entries, and signed for it\.$/)).toBeVisible()
  await laptop.goto('/sync')
  await expect(
    laptop.getByText('Sync was ended for good on one of your devices. Your diary here is as it was.'),
  ).toBeVisible()
  await laptop.goto('/history')
  await isThere(laptop, 'Long drive')
  await server.stop()
})

test('sync is off until it is switched on: nothing is sent, and nothing of it is loaded', async ({ browser }) => {
  const server = await serve()
  const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-GB' })).newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await page.goto('/')
  await onScreen(page, 'now')
  await note(page, 'Mine alone')
  await page.goto('/settings')
  await onScreen(page, 'settings')
  await page.waitForTimeout(500)
  expect(asked.filter(each => each.includes('/sync/'))).toEqual([])
  expect(asked.filter(each => !each.startsWith('GET '))).toEqual([])
  expect(asked.filter(each => /live|sync-screen/.test(each))).toEqual([])
  await server.stop()
})

test('deleting everything ends sync here, and undoing it begins it again', async ({ browser }) => {
  const server = await serve()
  const page = await profile(browser, server)
  await turnOn(page)
  await note(page, 'Comes back')
  await page.goto('/sync')
  await expect(page.getByText('All is in both places: 1 entry.')).toBeVisible()
  await page.goto('/settings')
  await button(page, 'Delete everything').click()
  await expect(page.getByText('There is nothing to delete yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(button(page, 'Delete everything')).toBeVisible()
  await page.getByRole('link', { name: 'More devices' }).click()
  await expect(page.getByText('All is in both places: 1 entry.')).toBeVisible()
  await server.stop()
})

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

test('axe finds nothing while sync is turned on, and nothing scrolls sideways on a small screen', async ({
  browser,
}) => {
  const server = await serve()
  const page = await profile(browser, server)
  await page.setViewportSize({ width: 320, height: 640 })
  const found: string[] = []
  const look = async (state: string) => {
    await endAnimations(page)
    await page.evaluate(axe)
    const [violations, over] = await page.evaluate(async () => {
      const { axe: engine } = window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations: all } = await engine.run()
      const { scrollWidth, clientWidth } = document.documentElement
      return [all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), scrollWidth - clientWidth] as const
    })
    found.push(
      ...violations.map(violation => `${state}: ${violation}`),
      ...(over > 0 ? [`${state}: ${over} px wide`] : []),
    )
  }
  await expect(button(page, 'Turn it on')).toBeVisible()
  await look('off')
  await button(page, 'Turn it on').click()
  await expect(button(page, 'I have them safe')).toBeVisible()
  await look('code')
  await button(page, 'I have them safe').click()
  await isEqual(page)
  await button(page, 'Delete it from the server').click()
  await look('on')
  expect(found).toEqual([])
  await server.stop()
})

test('a server without sync says so, and asks for nothing', async ({ page }) => {
  await page.goto('/sync')
  await expect(page.getByText(/^This server does not keep diaries/)).toBeVisible()
  await expect(page.getByLabel('Your 24 words')).toHaveCount(0)
})
