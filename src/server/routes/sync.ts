/**
 * `/sync/logs/:log`: the sealed logs of diaries. Each request carries a token; who has the wrong one, or asks for a log
 * that is not there, gets the same answer. Nothing here can read an event. The protocol: docs/sync-protocol.md.
 */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { fromBase64, toBase64 } from '../../sync/base64.ts'
import type { Envelope } from '../../sync/seal.ts'
import { answers, readQuery, refuses, takes } from '../body.ts'
import type { SyncService } from '../sync/service.ts'
import type { Ask, Result } from '../sync/store.ts'
import { asTrouble } from '../sync/trouble.ts'
import { changesOf } from './sync-changes.ts'
import { readBody, tokenOf, Until } from './sync-token.ts'

/** The largest body: an event may name some ten thousand others. */
export const mostSyncBytes = 4 * 1024 * 1024
const mostSealedLetters = 3_000_000
const mostEnvelopes = 500
/** The note of a log that moved has a line for each of those who may still read. */
const mostNoteLetters = 30_000
const mostReaders = 50

const Id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the id of an envelope has 32 hex digits'))
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Base64 = v.pipe(v.string(), v.regex(/^[\w-]+$/, 'bytes are base64url without padding'))
const Sealed = v.pipe(Base64, v.minLength(54), v.maxLength(mostSealedLetters))
const EnvelopeBody = v.strictObject({ id: Id, sealed: Sealed })
const AppendBody = v.strictObject({
  envelopes: v.pipe(v.array(EnvelopeBody), v.minLength(1), v.maxLength(mostEnvelopes)),
})
const DropBody = v.strictObject({ note: v.pipe(Base64, v.minLength(54), v.maxLength(mostNoteLetters)) })

const ReaderBody = v.strictObject({
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a hash is SHA-256 in 64 hex digits')),
  until: Until,
})
const ReadersBody = v.strictObject({ readers: v.pipe(v.array(ReaderBody), v.maxLength(mostReaders)) })

const HeadBody = v.strictObject({ count: Count, fingerprint: Id })
const ReceiptBody = v.strictObject({ log: v.string(), count: Count, droppedAt: v.string(), signature: Base64 })
const CreatedBody = v.strictObject({ isNew: v.boolean(), serverKey: Base64 })
const FingerprintBody = v.strictObject({ head: HeadBody, before: v.nullable(HeadBody), serverKey: Base64 })
const AppendedBody = v.strictObject({ appended: Count, head: HeadBody })
const EventsBody = v.strictObject({ items: v.array(EnvelopeBody), end: Count, head: HeadBody })
const IdsBody = v.strictObject({ items: v.array(Id), end: Count, head: HeadBody })
const SetBody = v.strictObject({ readers: Count })
const DroppedBody = v.strictObject({ receipt: ReceiptBody })

const place = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'a place is a whole number'), v.transform(Number)),
  '0',
)
const AtQuery = v.strictObject({ at: place })
const AfterQuery = v.strictObject({ after: place })

const log = { name: 'log', in: 'path', required: true, schema: { type: 'string' } } as const
const placeOf = (name: string) => ({ name, in: 'query', schema: { type: 'integer', minimum: 0 } }) as const
const refusals = {
  401: refuses('There is no token: send Authorization: Bearer'),
  403: refuses('The token is for a time that is over'),
  404: refuses('No such log, or not its token'),
  410: refuses('The log was dropped: with the sealed note and the receipt'),
  429: refuses('More than one client may ask for in a minute: ask again after Retry-After'),
  503: refuses('The database does not answer: ask again after Retry-After'),
}
const writes = { 507: refuses('The log, or the disk, is full') }
const { requestBody: appendBody, refusals: bodyRefusals } = takes(AppendBody)
const { requestBody: dropBody } = takes(DropBody)
const { requestBody: readersBody } = takes(ReadersBody)
const security = [{ token: [] }]

export function syncRoutes(service: SyncService) {
  const { store, changes, counts } = service
  return new Hono()
    .put(
      '/:log',
      describeRoute({
        summary: 'Begins a log; a log that is there stays as it is. Write token',
        parameters: [log],
        security,
        responses: { 200: answers('It is there', CreatedBody), ...refusals, ...writes },
      }),
      async c => sent(c, await store.create(askOf(c)).catch(asTrouble)),
    )
    .get(
      '/:log',
      describeRoute({
        summary: 'The fingerprint of the set, now and with its first envelopes. Read token',
        parameters: [log, placeOf('at')],
        security,
        responses: { 200: answers('The fingerprint', FingerprintBody), 400: refuses('A bad query'), ...refusals },
      }),
      async c => {
        const { at } = readQuery(c, AtQuery)
        const result = await store.fingerprint(askOf(c), at).catch(asTrouble)
        return sent(c, result.kind === 'done' ? { ...result, before: result.before ?? null } : result)
      },
    )
    .post(
      '/:log/events',
      describeRoute({
        summary: 'Appends the envelopes whose ids are absent. Write token',
        parameters: [log],
        security,
        requestBody: appendBody,
        responses: { 200: answers('What was appended', AppendedBody), ...bodyRefusals, ...refusals, ...writes },
      }),
      async c => {
        const ask = askOf(c)
        const { envelopes } = await readBody(c, AppendBody, 'send {"envelopes":[{"id":...,"sealed":...}]}')
        const result = await store.append(ask, envelopes.map(unpacked)).catch(asTrouble)
        if (result.kind === 'done' && result.appended > 0) {
          counts.appended(result.appended)
          changes.tell(ask.log)
        }
        return sent(c, result)
      },
    )
    .get(
      '/:log/events',
      describeRoute({
        summary: 'The envelopes after the first ones, some at a time. Read token',
        parameters: [log, placeOf('after')],
        security,
        responses: { 200: answers('A page', EventsBody), 400: refuses('A bad query'), ...refusals },
      }),
      async c => {
        const result = await store.readAfter(askOf(c), readQuery(c, AfterQuery).after).catch(asTrouble)
        return sent(c, result.kind === 'done' ? { ...result, items: result.items.map(packed) } : result)
      },
    )
    .get(
      '/:log/ids',
      describeRoute({
        summary: 'The ids of the envelopes after the first ones. Read token',
        parameters: [log, placeOf('after')],
        security,
        responses: { 200: answers('A page', IdsBody), 400: refuses('A bad query'), ...refusals },
      }),
      async c => sent(c, await store.idsAfter(askOf(c), readQuery(c, AfterQuery).after).catch(asTrouble)),
    )
    .put(
      '/:log/readers',
      describeRoute({
        summary: 'Who else may read, and until when: exactly these. Write token',
        parameters: [log],
        security,
        requestBody: readersBody,
        responses: { 200: answers('How many there are now', SetBody), ...bodyRefusals, ...refusals, ...writes },
      }),
      async c => {
        const ask = askOf(c)
        const { readers } = await readBody(c, ReadersBody, 'send {"readers":[{"hash":...,"until":...}]}')
        return sent(c, await store.setReaders(ask, readers).catch(asTrouble))
      },
    )
    .post(
      '/:log/drop',
      describeRoute({
        summary: 'Deletes every envelope for good, and leaves a tombstone. Write token',
        parameters: [log],
        security,
        requestBody: dropBody,
        responses: { 200: answers('The signed receipt', DroppedBody), ...bodyRefusals, ...refusals },
      }),
      async c => {
        const ask = askOf(c)
        const { note } = await readBody(c, DropBody, 'send {"note":...}')
        const result = await store.drop(ask, bytesOf(note, 'note')).catch(asTrouble)
        if (result.kind === 'done') changes.tell(ask.log)
        return sent(c, result)
      },
    )
    .get(
      '/:log/changes',
      describeRoute({
        summary: 'Server-sent events: the count of the log, now and each time that it has changed. Read token',
        parameters: [log],
        security,
        responses: {
          200: { description: 'A stream of {"count":number}', content: { 'text/event-stream': {} } },
          ...refusals,
        },
      }),
      c => changesOf(c, askOf(c), service, result => sent(c, result)),
    )
}

/** The log of the path and the token of the header. */
function askOf(c: Context): Ask {
  const token = tokenOf(c)
  const name = c.req.param('log') ?? ''
  // A log of another length cannot be there; it gets the same answer as one that is not.
  return { log: fromBase64(name)?.length === 16 ? name : '', token }
}

const unpacked = ({ id, sealed }: v.InferOutput<typeof EnvelopeBody>): Envelope => ({
  id,
  sealed: bytesOf(sealed, 'sealed'),
})
const packed = ({ id, sealed }: Envelope) => ({ id, sealed: toBase64(sealed) })

function bytesOf(text: string, name: string): Uint8Array {
  const bytes = fromBase64(text)
  if (bytes === undefined)
    throw new HTTPException(400, { message: `${name}: not base64url without padding: encode it so` })
  return bytes
}

/** A refusal says no more of a log to who has no token for it. */
function sent<Found extends object>(c: Context, result: Result<Found>): Response {
  if (result.kind === 'done') {
    const { kind: _kind, ...found } = result
    return c.json(found)
  }
  if (result.kind === 'unknown')
    return c.json({ error: 'no such log, or this token is not for it: turn sync on here first' }, 404)
  if (result.kind === 'expired') return c.json({ error: 'this code has expired: ask for a new one' }, 403)
  if (result.kind === 'full')
    return c.json({ error: 'this log is as large as one may be: nothing was kept, use a server of your own' }, 507)
  const { note, receipt } = result
  return c.json({ error: 'this log was dropped', note: toBase64(note), receipt }, 410)
}
