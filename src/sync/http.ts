/** The operations of a server over HTTP, with the `fetch` of the browser or of Node. docs/sync-protocol.md has the routes. */
import { fromBase64, toBase64 } from './base64.ts'
import type { Head } from './fingerprint.ts'
import type { ReadKeys } from './keys.ts'
import type { Receipt } from './receipt.ts'
import type { Answer, Appended, Fingerprint, Page, Refusal, Remote } from './remote.ts'
import { type Envelope, logName } from './seal.ts'

/** The part of `fetch` that is used, since this code runs in browsers and in Node. */
export type Fetch = (
  url: string,
  init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<{
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly json: () => Promise<unknown>
}>

/** `server` is the address at which `unknot serve --sync` answers. */
export function httpRemote(server: string, fetch: Fetch): Remote {
  const base = server.replace(/\/+$/, '')
  const ask = async <Result>(
    keys: Pick<ReadKeys, 'logId'>,
    method: string,
    path: string,
    token: string,
    read: (body: Fields) => Result | undefined,
    body?: unknown,
  ): Promise<Answer<Result>> => {
    const address = `${base}/sync/logs/${logName(keys)}${path}`
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const sent = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const response = await fetch(address, sent).catch(() => undefined)
    if (response === undefined) return failed(`${base} does not answer: check the address and the network`)
    const answer = await response.json().then(fieldsOf, () => ({}))
    if (response.status !== 200)
      return refusalOf(response.status, answer, base, Number(response.headers.get('retry-after') ?? 0))
    const result = read(answer)
    return result === undefined
      ? failed(`${base} does not answer as unknot serve --sync does: check the address`)
      : { kind: 'done', ...result }
  }
  return {
    create: keys =>
      ask(keys, 'PUT', '', keys.writeToken, ({ isNew, serverKey }) =>
        typeof isNew === 'boolean' && typeof serverKey === 'string' ? { isNew, serverKey } : undefined,
      ),
    fingerprint: (keys, at) => ask(keys, 'GET', `?at=${at}`, keys.readToken, readFingerprint),
    append: (keys, envelopes) =>
      ask(keys, 'POST', '/events', keys.writeToken, readAppended, {
        envelopes: envelopes.map(({ id, sealed }) => ({ id, sealed: toBase64(sealed) })),
      }),
    readAfter: (keys, after) =>
      ask(keys, 'GET', `/events?after=${after}`, keys.readToken, body => readPage(body, envelopeOf)),
    idsAfter: (keys, after) => ask(keys, 'GET', `/ids?after=${after}`, keys.readToken, body => readPage(body, idOf)),
    setReaders: (keys, readers) =>
      ask(
        keys,
        'PUT',
        '/readers',
        keys.writeToken,
        ({ readers: count }) => (isCount(count) ? { readers: count } : undefined),
        { readers },
      ),
    drop: (keys, note) =>
      ask(
        keys,
        'POST',
        '/drop',
        keys.writeToken,
        body => {
          const receipt = receiptOf(body.receipt)
          return receipt && { receipt }
        },
        { note: toBase64(note) },
      ),
  }
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

const failed = (why: string, retryAfter = 0): Refusal => ({
  kind: 'failed',
  why,
  ...(retryAfter > 0 ? { retryAfter } : {}),
})

function refusalOf(status: number, { error, note, receipt }: Fields, base: string, retryAfter: number): Refusal {
  const isOurs = typeof error === 'string'
  if (status === 404 && isOurs && error.startsWith('no such log')) return { kind: 'unknown-log' }
  const [why, sealed] = [receiptOf(receipt), typeof note === 'string' ? fromBase64(note) : undefined]
  if (status === 410 && why && sealed) return { kind: 'dropped', note: sealed, receipt: why }
  if (status === 403 && isOurs && error.startsWith('this code has expired'))
    return { kind: 'failed', why: `${base}: ${error}`, isExpired: true }
  if (isOurs) return failed(`${base}: ${error.replace(/\s+/g, ' ').slice(0, 300)}`, retryAfter)
  return failed(`${base} answers with ${status}: check that unknot serve --sync runs there`, retryAfter)
}

function readFingerprint(body: Fields): Fingerprint | undefined {
  const [head, before] = [headOf(body.head), headOf(body.before)]
  const { serverKey } = body
  return head && typeof serverKey === 'string' ? { head, before, serverKey } : undefined
}

function readAppended({ appended, head }: Fields): Appended | undefined {
  const now = headOf(head)
  return now && isCount(appended) ? { appended, head: now } : undefined
}

function readPage<Item>(
  { items, end, head }: Fields,
  itemOf: (value: unknown) => Item | undefined,
): Page<Item> | undefined {
  const now = headOf(head)
  if (!now || !isCount(end) || !Array.isArray(items)) return undefined
  const read = items.map(itemOf)
  const known = read.filter(item => item !== undefined)
  return known.length === read.length ? { items: known, end, head: now } : undefined
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

const idOf = (value: unknown): string | undefined => (isId(value) ? value : undefined)

function envelopeOf(value: unknown): Envelope | undefined {
  const { id, sealed } = fieldsOf(value)
  const bytes = typeof sealed === 'string' ? fromBase64(sealed) : undefined
  return isId(id) && bytes ? { id, sealed: bytes } : undefined
}

function headOf(value: unknown): Head | undefined {
  const { count, fingerprint } = fieldsOf(value)
  return isCount(count) && isId(fingerprint) ? { count, fingerprint } : undefined
}

function receiptOf(value: unknown): Receipt | undefined {
  const { log, count, droppedAt, signature } = fieldsOf(value)
  return typeof log === 'string' && isCount(count) && typeof droppedAt === 'string' && typeof signature === 'string'
    ? { log, count, droppedAt, signature }
    : undefined
}
