/** Newer knowledge in the app, built with a key file: taken from a file and from the own server, refused, and gone with one tap. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { expect, type Page, test } from '@playwright/test'
import { contentNow } from '../../src/library/update.ts'
import { newKey, signContent } from '../../src/server/knowledge-keys.ts'
import { createServer } from '../../src/server/server.ts'
import { axeFindings } from './axe.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'unknot-knowledge-'))
const appFolder = join(folder, 'app')
const { pem, line } = newKey()
let server: ServerType
let address = ''

/** The knowledge of this build, with new dates, signed. */
function signed(name: string, key = pem, change: (topics: Record<string, never>) => void = () => undefined): string {
  const content = JSON.parse(JSON.stringify(contentNow('1.2.3', '2028-05-01')))
  for (const entry of [...content.topics.review, ...Object.values<Record<string, string>>(content.topics.remedies)])
    entry.nextReview = '2031-01-01'
  const { cautions } = content.topics.nutrition
  for (const caution of Object.values<{ text: string }>(cautions)) caution.text = `Renewed. ${caution.text}`
  change(content.topics)
  const file = join(folder, name)
  writeFileSync(file, signContent(content, key)?.text ?? '')
  return file
}

test.beforeAll(async () => {
  const keyFile = join(folder, 'keys.txt')
  writeFileSync(keyFile, `# A test.\n${line}\n`)
  execFileSync('npx', ['vite', 'build', '--outDir', appFolder, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, UNKNOT_KEY_FILE: keyFile },
  })
  const deps = { version: 'test', today: () => '2028-06-01', appFolder, knowledgeFile: signed('newer.json') }
  server = serve({ fetch: createServer(deps).fetch, port: 0 })
  address = `http://localhost:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** A day on which what came with the app is past its review. */
async function openLater(page: Page, path: string): Promise<void> {
  await page.clock.setFixedTime(new Date('2028-06-01T10:00:00'))
  await page.goto(`${address}${path}`)
}
const isPast = (page: Page) => page.getByText('Past its review date', { exact: false }).first()

test('content past its date is renewed by a signed file, at every start, until one tap takes it back', async ({
  page,
}) => {
  await openLater(page, '/reference/remedies/heat')
  await expect(isPast(page)).toBeVisible()
  await page.goto(`${address}/learn`)
  await page.getByRole('link', { name: 'How new is it?' }).click()
  await expect(page.getByText('It came with the app.')).toBeVisible()
  await page.getByLabel('Open a file').setInputFiles(signed('opened.json'))
  await expect(page.getByText('It came from a file signed on')).toBeVisible()
  await page.goto(`${address}/reference/remedies/heat`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(isPast(page)).toBeHidden()
  await page.goto(`${address}/learn`)
  await expect(page.getByText('from a file signed on')).toBeVisible()
  // The worker of food has tables of its own.
  await page.goto(`${address}/rich/potassium`)
  await page
    .getByRole('group', { name: /kidney disease/ })
    .getByRole('button', { name: 'Yes' })
    .click()
  await expect(page.getByText('Renewed. Your kidneys clear potassium')).toBeVisible()

  await page.goto(`${address}/knowledge`)
  await page.getByRole('button', { name: 'Go back to what came with the app' }).click()
  await expect(page.getByText('It came with the app.')).toBeVisible()
  await page.goto(`${address}/reference/remedies/heat`)
  await expect(isPast(page)).toBeVisible()
  await page.goto(`${address}/learn`)
  await expect(page.getByText('What it knows is of')).not.toContainText('signed')
})

test('the own server is asked only when the person says so', async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => request.url().includes('signed.json') && asked.push(request.url()))
  await openLater(page, '/knowledge')
  await expect(page.getByText('It came with the app.')).toBeVisible()
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Ask this server' }).click()
  await expect(page.getByText('It came from a file signed on')).toBeVisible()
  expect(asked).toHaveLength(1)
})

test('a file of an unknown signer is taken once their code is typed, which the app never shows', async ({ page }) => {
  await openLater(page, '/knowledge')
  const other = newKey()
  const [code = ''] = other.line.split(':')
  await page.getByLabel('Open a file').setInputFiles(signed('unknown.json', other.pem))
  await expect(page.getByRole('alert')).toContainText('does not know who signed this file')
  await expect(page.locator('main')).not.toContainText(code.slice(0, 4))
  expect(await axeFindings(page)).toEqual([])
  for (const wrong of ['', code.slice(1), newKey().line.split(':')[0] ?? '']) {
    await page.getByLabel('Code of the signer').fill(wrong)
    await page.getByRole('button', { name: 'Trust this signer' }).click()
    await expect(page.getByText('That is not the code')).toBeVisible()
  }
  await page.getByLabel('Code of the signer').fill(code.toUpperCase().replaceAll(/(.{4})/g, '$1 '))
  await page.getByRole('button', { name: 'Trust this signer' }).click()
  await expect(page.getByText('It came from a file signed on')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.reload()
  await expect(page.getByText('It came from a file signed on')).toBeVisible()

  // A softer file of the same signer is refused all the same, and going back forgets the code too.
  await page.getByLabel('Open a file').setInputFiles(signed('softer-unknown.json', other.pem, soften))
  await expect(page.getByRole('alert')).toContainText('no clinician has agreed')
  await page.getByRole('button', { name: 'Go back to what came with the app' }).click()
  await expect(page.getByText('It came with the app.')).toBeVisible()
  await page.getByLabel('Open a file').setInputFiles(signed('unknown-again.json', other.pem))
  await expect(page.getByRole('alert')).toContainText('does not know who signed this file')
})

test('a file that was changed, and one that lowers a tier, change nothing and say why', async ({ page }) => {
  await openLater(page, '/knowledge')
  const changed = join(folder, 'changed.json')
  writeFileSync(changed, readFileSync(signed('whole.json'), 'utf8').replace('Renewed.', 'Ignored.'))
  for (const [file, why] of [
    [changed, 'the file was changed after it was signed'],
    [signed('softer.json', pem, soften), 'no clinician has agreed'],
  ] as const) {
    await page.getByLabel('Open a file').setInputFiles(file)
    await expect(page.getByRole('alert')).toContainText(why)
    await page.reload()
    await expect(page.getByText('It came with the app.')).toBeVisible()
  }
})

function soften({ triage }: { readonly triage?: { readonly redFlags: { id: string; tier: string }[] } }): void {
  for (const rule of triage?.redFlags ?? []) if (rule.id === 'adrenal-crisis') rule.tier = 'soon'
}
