/** A separate real Chromium that can be killed, and the page of the drill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromiumFlags, chromiumPath } from '../../build/chromium.ts'
import type { Drill } from './diary-page.ts'

export interface Served {
  readonly address: string
  readonly close: () => void
}

/** Builds the page with the app's own tools and serves it with the app's own worker policy. */
export async function serveDrillPage(): Promise<Served> {
  const outDir = mkdtempSync(join(tmpdir(), 'unknot-drill-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'test/drills',
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: 'test/drills/page.html' } },
  })
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const file = readFileSync(join(outDir, path))
      const headers = {
        'content-type': types[extname(path)] ?? 'text/plain',
        'content-security-policy': "default-src 'none'; script-src 'self'; worker-src 'self'",
      }
      response.writeHead(200, headers).end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    address: `http://localhost:${port}/page.html`,
    close: () => {
      server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

export interface Running {
  readonly page: Page
  /** SIGKILL to the browser and all its processes at once. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts Chromium with a persistent profile, and opens the page. */
export async function startChromium(folder: string, address: string): Promise<Running> {
  const child = spawn(
    chromiumPath(),
    [
      ...chromiumFlags,
      '--headless=new',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  // In a separate process group, it would outlive an interrupted drill.
  process.once('exit', () => killGroup(child, 'SIGKILL'))
  const browser = await chromium.connectOverCDP(await debuggingAddress(child))
  const context = browser.contexts()[0] ?? (await browser.newContext())
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'drill' in globalThis)
  return { page, kill: () => end(child, browser, 'SIGKILL'), close: () => end(child, browser, 'SIGTERM') }
}

function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), 60_000)
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
  })
}

async function end(child: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  killGroup(child, signal)
  await gone
  await browser.close().catch(() => undefined)
  // The process with the database may outlive the browser briefly, and the next browser could not open it then.
  const patience = Date.now() + 10_000
  while (child.pid !== undefined && isGroupAlive(child.pid)) {
    if (Date.now() > patience) throw new Error(`Chromium (${child.pid}) does not end`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined && isGroupAlive(pid)) process.kill(-pid, signal)
}

/** Is a process of the group still running? A zombie is not. */
function isGroupAlive(group: number): boolean {
  return readdirSync('/proc').some(name => {
    if (!/^\d+$/.test(name)) return false
    try {
      const [state, , itsGroup] = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ')
      return Number(itsGroup) === group && state !== 'Z' && state !== 'X'
    } catch {
      return false
    }
  })
}

/** Calls a function of the page. */
export const call = <Name extends keyof Drill>(
  page: Page,
  name: Name,
  ...given: Parameters<Drill[Name]>
): Promise<Awaited<ReturnType<Drill[Name]>>> =>
  page.evaluate(
    ([called, args]) =>
      (globalThis as unknown as { drill: Record<string, (...args: readonly unknown[]) => unknown> }).drill[called]?.(
        ...args,
      ) as never,
    [name, given] as const,
  )
