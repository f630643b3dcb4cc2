/** What a device waits for: reading a diary of 10,000 events from a server, and sealing and opening it in Chromium. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { CDPSession } from 'playwright-core'
import { httpRemote } from '../../src/sync/http.ts'
import { logKeys } from '../../src/sync/keys.ts'
import { newMemory } from '../../src/sync/memory.ts'
import { push } from '../../src/sync/push.ts'
import { lifeOf } from '../../test/support/life.ts'
import { type Figure, median } from '../measure.ts'
import { inChromium } from '../served.ts'
import { startSync } from './servers.ts'

const events = 10_000
const rounds = 5
const most = { pull: 300, sealing: 500 }

export const deviceFigures = async (): Promise<readonly Figure[]> => [await pullFigure(), await sealFigure()]

async function pullFigure(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  const server = await startSync('--data', folder)
  try {
    const [secret, remote] = [randomBytes(32), httpRemote(server.address, fetch)]
    const keys = logKeys(secret, 'diary', 0)
    const diary = lifeOf(5, events, Date.UTC(2026, 10, 30))
    await push({ remote, secret, part: 'diary', memory: newMemory }, diary, bytes => randomBytes(bytes.length))
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      let read = 0
      bytes = 0
      while (read < diary.length) {
        const page = await remote.readAfter(keys, read)
        if (page.kind !== 'done') throw new Error(`the log cannot be read: ${page.kind}`)
        for (const { sealed } of page.items) bytes += sealed.length
        read = page.end
      }
      times.push(performance.now() - began)
    }
    return {
      what: `pull of ${events} sealed events of ${(bytes / events).toFixed(0)} bytes from libSQL, median of ${rounds}`,
      figure: `${median(times).toFixed(0)} ms`,
      target: `at most ${most.pull} ms`,
      isMet: median(times) <= most.pull,
      against: `the fastest ${Math.min(...times).toFixed(0)} ms`,
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function sealFigure(): Promise<Figure> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { open, seal } from './src/sync/seal.ts'; export { logKeys } from './src/sync/keys.ts'`,
      resolveDir: '.',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'sync',
  })
  const code = outputFiles[0]?.text ?? ''
  const diary = JSON.stringify(lifeOf(5, events, Date.UTC(2026, 10, 30)))
  const measure = `(() => {
    const events = ${diary}
    const keys = sync.logKeys(crypto.getRandomValues(new Uint8Array(32)), 'diary', 0)
    const began = performance.now()
    const envelopes = events.map(event => sync.seal(keys, event, bytes => crypto.getRandomValues(bytes)))
    const sealed = performance.now()
    const opened = envelopes.filter(envelope => sync.open(keys, envelope) !== undefined).length
    return { opened, sealing: sealed - began, opening: performance.now() - sealed }
  })()`
  return inChromium(async browser => {
    const seen: (Sealing & { readonly used: number })[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage()
      await page.addScriptTag({ content: code })
      // What the page's thread has used, beside the time that passed: other programs cost the second alone.
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable', { timeDomain: 'threadTicks' })
      const before = await scriptMilliseconds(session)
      seen.push({ ...(await page.evaluate<Sealing>(measure)), used: (await scriptMilliseconds(session)) - before })
      await page.close()
    }
    if (seen.some(({ opened }) => opened !== events)) throw new Error('an event did not open')
    const both = median(seen.map(({ sealing, opening }) => sealing + opening))
    return {
      what: `sealing and opening ${events} events in Chromium, in a new page each time, median of ${rounds}`,
      figure: `${both.toFixed(0)} ms`,
      target: `at most ${most.sealing} ms`,
      isMet: both <= most.sealing,
      against: `sealing ${median(seen.map(({ sealing }) => sealing)).toFixed(0)} ms, opening ${median(seen.map(({ opening }) => opening)).toFixed(0)} ms; of a processor ${median(seen.map(({ used }) => used)).toFixed(0)} ms`,
    }
  })
}

interface Sealing {
  readonly opened: number
  readonly sealing: number
  readonly opening: number
}

async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000
}
