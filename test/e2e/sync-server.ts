/** A sync server as a real process, and browser profiles that meet at it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { freePort } from '../../build/free-port.ts'
import { onScreen } from './steps.ts'

export interface Served {
  readonly url: string
  readonly data: string
  /** Empties the server, as a lost disk would, and starts it again. */
  readonly wipe: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function serve(): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'unknot-sync-'))
  const port = String(await freePort())
  let server: ChildProcess
  const start = async () => {
    const args = [...endWithParent, 'dist/cli/main.js', 'serve', '--sync', '--data', data, '--port', port]
    server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    if (server.stdout) await once(server.stdout, 'data')
  }
  const end = async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  await start()
  return {
    url: `http://localhost:${port}`,
    data,
    wipe: async () => {
      await end()
      for (const file of readdirSync(data)) rmSync(join(data, file))
      await start()
    },
    stop: async () => {
      await end()
      rmSync(data, { recursive: true })
    },
  }
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const isEqual = (page: Page) =>
  expect(page.getByText(/^All is in both places|^Your diary is still empty/)).toBeVisible()
/** A browser profile of its own. */
export async function profile(browser: Browser, { url }: Served): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, locale: 'en-GB' })).newPage()
  await page.goto('/sync')
  await onScreen(page, 'sync')
  return page
}

export async function turnOn(page: Page): Promise<string> {
  await button(page, 'Turn it on').click()
  const list = page.locator('.code-words > li')
  await expect(list).toHaveCount(24)
  const words = await list.allTextContents()
  await expect(page.getByRole('img', { name: /^Code to scan/ })).toBeVisible()
  await button(page, 'I have them safe').click()
  await isEqual(page)
  return words.join(' ')
}
