/**
 * Tests the server as a real process: it answers, prints nothing about requests, and stops without cutting off answers.
 */
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../build/free-port.ts'
import { ended, startUnknot, unknot, withCommand } from '../../test/support/command.ts'
import { longDesign } from '../../test/support/dear-requests.ts'

withCommand()

async function served(environment: Readonly<Record<string, string>> = {}) {
  const port = await freePort()
  const child = startUnknot(['serve', '--port', String(port)], environment)
  const end = ended(child)
  await once(child.stdout, 'data')
  return { port, child, end, url: `http://127.0.0.1:${port}` }
}

it('answers over HTTP, and prints nothing but its address', async () => {
  const { url, child, end, port } = await served()
  const response = await fetch(`${url}/api/triage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"complaint":"back","present":["saddle-numbness"]}',
  })
  expect(await response.json()).toMatchObject({ tier: 'emergency' })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/secret-place`)).status).toBe(404)
  child.kill('SIGTERM')
  const { code, stdout, stderr } = await end
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(stdout).toMatch(new RegExp(`^Unknot is at http://localhost:${port}\n[^\n]*\n?$`))
  expect(stdout).not.toMatch(/saddle|secret|POST/)
})

const json = { 'content-type': 'application/json' }
const danger = { method: 'POST', headers: json, body: '{"complaint":"back","present":["saddle-numbness"]}' }

describe('while other clients run slow requests', () => {
  const design = (url: string, body: string, signal?: AbortSignal) =>
    fetch(`${url}/api/trials/design`, { method: 'POST', headers: json, body, ...(signal ? { signal } : {}) })

  it('the check for danger answers before any of them', { timeout: 120_000 }, async () => {
    const { url } = await served()
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const leaving = new AbortController()
    let isAnySlowDone = false
    const slow = [1, 2, 3].map(() =>
      design(url, longDesign(108), leaving.signal).then(() => {
        isAnySlowDone = true
      }),
    )
    for (let time = 0; time < 5; time++) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      expect(await (await fetch(`${url}/api/triage`, danger)).json()).toMatchObject({ tier: 'emergency' })
    }
    expect(isAnySlowDone).toBe(false)
    leaving.abort()
    await Promise.allSettled(slow)
  })

  it('refuses a design that needs too much work, and says what the limit is', async () => {
    const { url } = await served()
    const response = await design(url, longDesign(400))
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'powerTrials: 400 for a trial of 392 days is too much work: ask for at most 108',
    })
  })

  it('stops the work of a client that disconnects', { timeout: 120_000 }, async () => {
    const { url } = await served()
    const leaving = new AbortController()
    // More requests than may wait: as soon as one is refused, the queue is full.
    const left = Array.from({ length: 20 }, () => design(url, longDesign(108), leaving.signal))
    await Promise.any(left.map(async each => expect((await each).status).toBe(503)))
    leaving.abort()
    await Promise.allSettled(left)
    await fetch(`${url}/healthz`)
    const again = await Promise.all([1, 2, 3, 4, 5].map(() => design(url, longDesign(1))))
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })
})

it('listens on PORT and HOST, and flags override them', async () => {
  const port = await freePort()
  const child = startUnknot(['serve'], { PORT: String(port), HOST: '127.0.0.1' })
  await once(child.stdout, 'data')
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  const { url } = await served({ PORT: '1' })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const { code, stderr } = await unknot(['serve'], '', { PORT: 'http' })
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^unknot: option '--port <number>' value 'http' from env 'PORT' is invalid. Give a port from 1 to 65535/,
  )
})

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s it finishes the answer under way, takes no new one, and ends with 0',
    async signal => {
      const { port, child, end } = await served()
      const body = '{"complaint":"back","present":["saddle-numbness"]}'
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.setEncoding('utf8').on('data', (text: string) => {
        answer += text
      })
      await once(socket, 'connect')
      const head = `POST /api/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
      socket.write(head + body.slice(0, 20))
      await wait(200)
      child.kill(signal)
      await wait(300)
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
      socket.write(body.slice(20))
      const { code, stderr } = await end
      expect(answer).toContain('HTTP/1.1 200')
      expect(answer).toContain('"tier":"emergency"')
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    },
  )

  it('does not wait forever for an idle client', async () => {
    const { port, child, end } = await served()
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    await once(socket, 'connect')
    socket.write('POST /api/triage HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{')
    await wait(200)
    const asked = Date.now()
    child.kill('SIGTERM')
    expect((await end).code).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
  })
})

describe('when it cannot listen, prints one line and exits with 2', () => {
  it('a port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, stdout, stderr } = await unknot(['serve', '--port', String(port)])
    taken.close()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(`unknot: port ${port} is in use: choose another with --port\n`)
  })

  it('an address that does not belong to this machine', async () => {
    const { code, stderr } = await unknot(['serve', '--host', '192.0.2.1', '--port', String(await freePort())])
    expect(code).toBe(2)
    expect(stderr).toBe('unknot: 192.0.2.1 is no address of this machine: choose another with --host\n')
  })
})
