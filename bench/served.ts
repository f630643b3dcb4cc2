/** The built app as it is served, and a Chromium of its own to look at it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium } from 'playwright-core'
import { freePort } from '../test/support/free-port.ts'

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const chromiumFlags = [
  '--no-sandbox',
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Serves the last build while `act` runs. */
export async function whileServed<T>(act: (address: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => server.kill())
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])
  if (server.exitCode !== null) throw new Error('unknot serve does not start: was it built (npm run build)?')
  try {
    return await act(`http://localhost:${port}/`)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

export async function inChromium<T>(act: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })
  try {
    return await act(browser)
  } finally {
    await browser.close()
  }
}
