/** Eight writers, each of which sends its next request when the last one is answered. */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { logKeys } from '../../src/sync/keys.ts'
import { logName } from '../../src/sync/seal.ts'

export const writers = 8
export const recordBytes = 1000

const agent = new Agent({ keepAlive: true })

export interface Sent {
  readonly status: number
  readonly body: string
}

export const send = (
  address: string,
  method: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const length =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(address, { agent, method, headers: { ...headers, ...length } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', piece => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** How many records a second were acknowledged. `write` sends `records` of them in one request, for one of the writers. */
export async function rateOf(
  seconds: number,
  records: number,
  write: (writer: number) => Promise<Sent>,
): Promise<number> {
  let acknowledged = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      while (performance.now() - began < seconds * 1000) {
        const { status, body } = await write(writer)
        if (status >= 300) throw new Error(`a push was answered with ${status}: ${body.slice(0, 200)}`)
        acknowledged += records
      }
    }),
  )
  return acknowledged / ((performance.now() - began) / 1000)
}

export const record = () => ({
  id: randomBytes(16).toString('hex'),
  sealed: randomBytes(recordBytes).toString('base64url'),
})

/** Writers of sync, each with a log of its own, over the servers in turn. */
export async function syncWriters(addresses: readonly string[]) {
  const logs = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const keys = logKeys(randomBytes(32), 'diary', 0)
      const at = `${addresses[writer % addresses.length]}sync/logs/${logName(keys)}`
      const headers = { authorization: `Bearer ${keys.writeToken}` }
      const { status } = await send(at, 'PUT', headers)
      if (status !== 200) throw new Error(`a log could not be begun: ${status}`)
      return { at: `${at}/events`, headers }
    }),
  )
  return (records: number) => (writer: number) => {
    const { at = '', headers = {} } = logs[writer] ?? {}
    return send(at, 'POST', headers, JSON.stringify({ envelopes: Array.from({ length: records }, record) }))
  }
}
