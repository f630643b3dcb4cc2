import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { utimesSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { freePort } from '../../build/free-port.ts'
import { onScreen } from './steps.ts'

test('npm run dev serves the app from its sources, its API too, and brings each change to the open page', async ({
  page,
}) => {
  test.slow()
  const port = await freePort()
  const address = `http://localhost:${port}`
  const dev = spawn(process.execPath, [...endWithParent, '--import', 'tsx', 'build/dev.ts', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(dev, 'exit')
  try {
    const triage = () =>
      fetch(`${address}/api/triage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"complaint":"back","present":["saddle-numbness"]}',
      }).then(
        response => response.text(),
        () => 'nothing yet',
      )
    await expect.poll(triage, { timeout: 60_000 }).toContain('"tier":"emergency"')

    const problems: string[] = []
    const updated: string[] = []
    page.on('pageerror', problem => problems.push(problem.message))
    page.on('websocket', socket => socket.on('framereceived', ({ payload }) => updated.push(String(payload))))
    await page.goto(address)
    await expect(page.locator('[data-screen="now"]')).toBeVisible({ timeout: 60_000 })
    const file = 'src/app/shell/now-screen.tsx'
    utimesSync(file, new Date(), new Date())
    await expect.poll(() => updated.join()).toContain('/shell/now-screen.tsx')
    await onScreen(page, 'now')
    expect(problems).toEqual([])
  } finally {
    dev.kill('SIGTERM')
    await ended
  }
  await expect(fetch(address)).rejects.toThrow()
})
