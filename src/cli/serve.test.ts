/** The really served process: it answers, says nothing of what it was asked, and stops without cutting anybody off. */
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ended, freePort, startUnknot, unknot, withCommand } from '../../test/support/command.ts'

withCommand()

async function served() {
  const port = await freePort()
  const child = startUnknot(['serve', '--port', String(port)])
  const end = ended(child)
  await once(child.stdout, 'data')
  return { port, child, end, url: `http://127.0.0.1:${port}` }
}

it('answers over HTTP, and prints nothing but where it is', async () => {
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

describe('stopped', () => {
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

  it('it does not wait for ever for a client that says nothing more', async () => {
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

describe('where it cannot listen it says so in one line, and ends with 2', () => {
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

  it('an address that is not of this machine', async () => {
    const { code, stderr } = await unknot(['serve', '--host', '192.0.2.1', '--port', String(await freePort())])
    expect(code).toBe(2)
    expect(stderr).toBe('unknot: 192.0.2.1 is no address of this machine: choose another with --host\n')
  })
})
