/** Somebody reads along: what the owner chooses, what the reader sees on another device, and how it ends. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { SHLViewer } from 'kill-the-clipboard'
import { answerNothing, beginLowBack, endAnimations, next, onScreen, untilKept } from './steps.ts'
import { button, isEqual, profile, type Served, serve, turnOn } from './sync-server.ts'

/** Makes a code on the owner's screen, and returns the link that it would send. */
async function makeCode(owner: Page, { url }: Served, parts: readonly string[] = []): Promise<string> {
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  await owner.goto('/share')
  for (const part of parts) await owner.getByText(part, { exact: true }).click()
  await owner.getByLabel('Who reads along?').fill('Ada')
  await owner.getByLabel('Your name, as they know you').fill('Bea')
  await button(owner, 'Make the code').click()
  await expect(owner.getByRole('img', { name: /^Code to scan/ })).toBeVisible()
  await button(owner, 'Send the link').click()
  await expect(owner.getByText('The link is copied.')).toBeVisible()
  return owner.evaluate(() => navigator.clipboard.readText())
}

async function reader(owner: Page, link: string): Promise<Page> {
  const browser = owner.context().browser()
  const page = await (await browser?.newContext({ locale: 'en-GB' }))?.newPage()
  if (page === undefined) throw new Error('there is no browser')
  await page.goto(link)
  await onScreen(page, 'shared')
  return page
}

test('a carer sees how it is now, the last check-in and what to watch for, as it changes; ended, they see nothing', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await serve()
  const owner = await profile(browser, server)
  await turnOn(owner)
  await beginLowBack(owner)
  await answerNothing(owner)
  const link = await makeCode(owner, server, ['My report for the clinician'])
  expect(link).toMatch(new RegExp(`^${server.url}/shared#[\\w-]+$`))

  const carer = await reader(owner, link)
  const asked: string[] = []
  carer.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await expect(carer.getByRole('heading', { level: 1, name: 'How Bea is' })).toBeVisible()
  expect(carer.url()).toBe(`${server.url}/shared`)
  await expect(carer.getByText('Low back spasm', { exact: true })).toBeVisible()
  await expect(carer.getByText('They have not rated the pain yet.')).toBeVisible()
  await expect(carer.getByRole('heading', { name: 'What to watch for' })).toBeVisible()
  expect(await carer.locator('.ticks > li').count()).toBeGreaterThan(1)
  await carer.getByText('Their report for the clinician').click()
  await expect(carer.getByText(/^Unknot report, made/)).toBeVisible()

  await owner.goto('/plan')
  await owner.locator('a[href^="/rate/"]').click()
  await onScreen(owner, 'rate')
  await owner.getByText('7', { exact: true }).click()
  await untilKept(owner, () => next(owner))
  await expect(carer.getByText('Pain 7 of 10', { exact: true })).toBeVisible()
  expect(asked.filter(each => !each.startsWith('GET '))).toEqual([])
  // What was read is on the screen alone.
  const kept = await carer.evaluate(async () => {
    const databases = await indexedDB.databases()
    return JSON.stringify([{ ...localStorage }, databases.map(({ name }) => name)])
  })
  for (const word of ['back', 'spasm', 'Pain']) expect(kept).not.toContain(word)
  await carer.reload()
  await expect(carer.getByText('Pain 7 of 10', { exact: true })).toBeVisible()

  const stored = Buffer.concat(readdirSync(server.data).map(file => readFileSync(join(server.data, file))))
  for (const text of ['low back', 'spasm', 'Ada', 'Bea', 'checkIn']) expect(stored.includes(text), text).toBe(false)

  await owner.goto('/share')
  await expect(owner.getByRole('heading', { name: 'Ada' })).toBeVisible()
  await button(owner, 'End it').click()
  await expect(owner.getByText(/^Ada cannot read along any more/)).toBeVisible()
  await expect(owner.getByText('Nobody reads along.')).toBeVisible()
  await expect(carer.getByText(/^This code opens nothing any more/)).toBeVisible()
  await expect(carer.getByText('Low back spasm', { exact: true })).toHaveCount(0)
  await button(carer, 'Stop reading along').click()
  await expect(carer.getByLabel('The link, or the code')).toBeVisible()
  await server.stop()
})

test('with the whole diary shared, a carer reads its last days; the owner’s other device follows when it ends', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await serve()
  const owner = await profile(browser, server)
  const words = await turnOn(owner)
  const laptop = await profile(browser, server)
  await laptop.getByLabel('Your 24 words').fill(words)
  await button(laptop, 'Use this code').click()
  await isEqual(laptop)
  const link = await makeCode(owner, server, ['How I am now, and my last check-in', 'My whole diary'])
  const carer = await reader(owner, link)
  const note = async (page: Page, text: string) => {
    await page.goto('/add')
    await page.getByText('A note', { exact: true }).click()
    await page.getByLabel('What do you want to keep?').fill(text)
    await untilKept(page, () => button(page, 'Keep it').click())
  }
  await note(owner, 'Slept badly')
  await expect(carer.getByText('Slept badly')).toBeVisible()
  await owner.goto('/share')
  await button(owner, 'End it').click()
  await expect(carer.getByText(/^This code opens nothing any more/)).toBeVisible()
  await note(owner, 'After the end')
  await laptop.goto('/history')
  await expect(laptop.locator('main').getByText('After the end').first()).toBeVisible()
  await expect(carer.getByText('After the end')).toHaveCount(0)
  await server.stop()
})

test('a code whose time is over asks for nothing, and a broken one says so', async ({ browser }) => {
  const server = await serve()
  const owner = await profile(browser, server)
  await turnOn(owner)
  const link = await makeCode(owner, server)
  const carer = await reader(owner, link)
  await expect(carer.getByText('They have told of no spasm or cramp yet.')).toBeVisible()
  await carer.clock.setFixedTime(Date.now() + 8 * 86_400_000)
  const asked: string[] = []
  carer.on('request', request => asked.push(new URL(request.url()).pathname))
  await carer.reload()
  await expect(carer.getByText(/^The time of this code is over/)).toBeVisible()
  expect(asked.filter(path => path.startsWith('/sync/'))).toEqual([])

  const other = await reader(owner, link.slice(0, -9))
  await expect(other.getByRole('alert')).toHaveText('This is not a whole code. Ask for the link again.')
  await other.getByLabel('The link, or the code').fill(link)
  await button(other, 'Open it').click()
  await expect(other.getByRole('heading', { level: 1, name: 'How Bea is' })).toBeVisible()
  await server.stop()
})

test('a link for the clinic opens in the app’s viewer and in a client that somebody else wrote, with its passcode alone', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await serve()
  const owner = await profile(browser, server)
  await turnOn(owner)
  await beginLowBack(owner)
  await answerNothing(owner)
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  await owner.goto('/clinic')
  await owner.getByLabel('Your name, if you want it on the document').fill('Bea Kern')
  await button(owner, 'Make the link').click()
  await expect(owner.getByRole('img', { name: /SMART Health Link/ })).toBeVisible()
  const passcode = (await owner.locator('.passcode').textContent()) ?? ''
  expect(passcode).toMatch(/^\d{6}$/)
  await button(owner, 'Send the link').click()
  await expect(owner.getByText('The link is copied.')).toBeVisible()
  const link = await owner.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(new RegExp(`^${server.url}/view#shlink:/[\\w-]+$`))
  expect(link).not.toContain(passcode)

  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto(link)
  await onScreen(page, 'view')
  expect(page.url()).toBe(`${server.url}/view`)
  await page.getByLabel('Passcode, as the person told you').fill('wrong')
  await button(page, 'Open it').click()
  await expect(page.getByRole('alert')).toHaveText('That passcode is wrong. Tries left: 4.')
  await page.getByLabel('Passcode, as the person told you').fill(passcode)
  await button(page, 'Open it').click()
  await expect(page.getByRole('heading', { name: 'Spasms and cramps' })).toBeVisible()
  await expect(page.getByText('Bea Kern')).toBeVisible()

  const independent = new SHLViewer({ shlinkURI: link })
  const { fhirResources } = await independent.resolveSHL({ recipient: 'Ward 3', passcode })
  expect(fhirResources).toMatchObject([{ resourceType: 'Bundle', type: 'document' }])

  await button(owner, 'End it').click()
  await expect(owner.getByText('That link opens nothing any more.')).toBeVisible()
  await expect(owner.getByText('There is none.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByLabel('Passcode, as the person told you').fill(passcode)
  await button(page, 'Open it').click()
  await expect(page.getByText(/^This link opens nothing any more/)).toBeVisible()
  await server.stop()
})

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

test('axe finds nothing on the pages of sharing, and nothing scrolls sideways on a small screen', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const server = await serve()
  const owner = await profile(browser, server)
  const found: string[] = []
  const look = async (page: Page, state: string) => {
    await page.setViewportSize({ width: 320, height: 640 })
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
    found.push(...violations.map(each => `${state}: ${each}`), ...(over > 0 ? [`${state}: ${over} px wide`] : []))
    const folder = 'test-results/sharing'
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${folder}/${state}-${width}.png`, fullPage: true })
    }
  }
  await turnOn(owner)
  await beginLowBack(owner)
  await answerNothing(owner)
  await owner.goto('/share')
  await expect(owner.getByText('Nobody reads along.')).toBeVisible()
  await look(owner, 'share')
  const link = await makeCode(owner, server, ['My report for the clinician', 'My whole diary'])
  await look(owner, 'share-code')
  const carer = await reader(owner, link)
  await expect(carer.getByRole('heading', { name: 'Their last days' })).toBeVisible()
  await look(carer, 'shared')
  await owner.goto('/clinic')
  await expect(owner.getByText('There is none.')).toBeVisible()
  await look(owner, 'clinic')
  await button(owner, 'Make the link').click()
  await expect(owner.locator('.passcode')).toBeVisible()
  await look(owner, 'clinic-link')
  const passcode = (await owner.locator('.passcode').textContent()) ?? ''
  await button(owner, 'Send the link').click()
  await expect(owner.getByText('The link is copied.')).toBeVisible()
  await carer.goto(await owner.evaluate(() => navigator.clipboard.readText()))
  await expect(carer.getByLabel('Passcode, as the person told you')).toBeVisible()
  await look(carer, 'view-passcode')
  await carer.getByLabel('Passcode, as the person told you').fill(passcode)
  await button(carer, 'Open it').click()
  await expect(carer.getByRole('heading', { name: 'Spasms and cramps' })).toBeVisible()
  await look(carer, 'view')
  expect(found).toEqual([])
  await server.stop()
})
