/** Input that is not HTTP: the program refuses it with 4xx or disconnects, quickly, and continues. */
import { connect } from 'node:net'
import fc from 'fast-check'
import type { Outcome } from '../drill.ts'

const times = 300
const mostSeconds = 5

const lines = [
  'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`,
  'POST /api/triage HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n',
  'POST /api/triage HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\n{}',
  'POST /api/triage HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'POST /api/triage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"complaint":',
  'GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
]

export async function garble(port: number, seed: number): Promise<Outcome> {
  const bytes = fc.oneof(
    fc.constantFrom(...lines).map(text => Buffer.from(text, 'latin1')),
    fc.uint8Array({ minLength: 1, maxLength: 2000 }).map(each => Buffer.from(each)),
  )
  const problems: string[] = []
  let slowest = 0
  for (const each of fc.sample(bytes, { seed, numRuns: times })) {
    const began = performance.now()
    const answer = await exchange(port, each)
    slowest = Math.max(slowest, performance.now() - began)
    if (answer !== '' && !/^HTTP\/1\.1 [24]\d\d /.test(answer))
      problems.push(`${JSON.stringify(each.toString('latin1').slice(0, 80))}: ${JSON.stringify(answer.slice(0, 80))}`)
  }
  return { name: 'what is not HTTP', problems, note: `${times} times; slowest ${slowest.toFixed(0)} ms` }
}

/** The response until either side disconnects; the sender sends nothing after `bytes`. */
function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1')
    socket.setTimeout(mostSeconds * 1000, () => {
      answer = `no end after ${mostSeconds} s`
      socket.destroy()
    })
    socket.on('data', text => {
      answer += text
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}
