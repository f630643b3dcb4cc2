/** Requests that no honest client sends, by kind. Every one must be answered with 2xx or 4xx and one clear line. */
import fc from 'fast-check'
import { explanations } from '../../src/knowledge/explanations.gen.ts'
import { complaints, regions, sexes, sides } from '../../src/knowledge/vocabulary.ts'
import { toBase64 } from '../../src/sync/base64.ts'
import { logKeys } from '../../src/sync/keys.ts'
import { logName } from '../../src/sync/seal.ts'

export interface Attack {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const posts = ['/api/triage', '/api/plan'] as const
const json = { 'content-type': 'application/json' }
const findings = Object.keys(explanations.findings)

/** A body sent to one of the two addresses that accept one. */
const posted = (body: fc.Arbitrary<string | Uint8Array>, headers: Attack['headers'] = json): fc.Arbitrary<Attack> =>
  fc.record({ method: fc.constant('POST'), path: fc.constantFrom(...posts), headers: fc.constant(headers), body })

const ids = fc.uniqueArray(fc.constantFrom(...findings), { maxLength: 12 })

/** A case that the format allows. */
const honest = fc.record(
  {
    id: fc.string(),
    complaint: fc.constantFrom(...complaints),
    region: fc.constantFrom(...regions),
    side: fc.constantFrom(...sides),
    age: fc.option(fc.nat(120)),
    sex: fc.option(fc.constantFrom(...sexes)),
    pregnant: fc.option(fc.boolean()),
    present: ids,
    absent: ids,
    unsure: ids,
    context: fc.record({ hoursSinceOnset: fc.option(fc.nat(5000)), pregnancyWeeks: fc.option(fc.nat(45)) }),
    conditions: fc.constant([]),
    medicines: fc.constant([]),
  },
  { requiredKeys: ['complaint'] },
)

const keys = ['id', 'complaint', 'region', 'side', 'age', 'sex', 'pregnant', 'present', 'absent', 'unsure', 'context']
const unicode = fc.string({ unit: 'binary', maxLength: 200 })
const prototypeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
]
const numbers = [
  '1e309',
  '-1e309',
  '1e-400',
  '-0',
  '0.1',
  '121',
  '-1',
  '9007199254740993',
  '1'.repeat(400),
  'NaN',
  '0x10',
  '"41"',
]

/** One value of a valid case replaced by the text of another. */
const spoilt = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(honest, fc.constantFrom(...keys), text).map(([from, key, value]) => {
    const { [key as 'id']: _replaced, ...rest } = from
    return `${JSON.stringify(rest).slice(0, -1)},${JSON.stringify(key)}:${value}}`
  })

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

/** A log that some of the requests begin, and whose tokens some of them have. */
const ownLog = logKeys(new Uint8Array(32), 'diary', 0)
const base64 = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toBase64)
const envelope = fc.record({
  id: fc.oneof(fc.stringMatching(/^[0-9a-f]{32}$/), fc.string()),
  sealed: fc.oneof(fc.uint8Array({ minLength: 41, maxLength: 3000 }).map(toBase64), fc.string(), fc.jsonValue()),
})

/** Requests to sync, but for a stream of changes with its token, which has no end. */
const ofSync: fc.Arbitrary<Attack> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
  path: fc
    .tuple(
      fc.oneof(fc.constant(logName(ownLog)), base64(16), base64(15), fc.constantFrom(...prototypeKeys, '%00', '..')),
      fc.constantFrom('', '/events', '/ids', '/drop', '/other'),
      fc.oneof(
        fc.constantFrom('', '?after=0', '?at=1', '?after=-1', '?after=1e9', '?at='),
        fc.webQueryParameters().map(query => `?${query}`),
      ),
    )
    .map(([log, operation, query]) => `/sync/logs/${log}${operation}${query}`),
  headers: fc
    .oneof(fc.constantFrom(ownLog.writeToken, ownLog.readToken, '', 'x'), base64(32))
    .map(token => ({ ...json, authorization: `Bearer ${token}` })),
  body: fc.oneof(
    fc.array(envelope, { maxLength: 5 }).map(envelopes => JSON.stringify({ envelopes })),
    fc.json({ maxDepth: 4 }),
    fc.constant(''),
    fc.uint8Array({ maxLength: 2000 }),
  ),
})

export const attacks: Readonly<Record<string, { readonly share: number; readonly attack: fc.Arbitrary<Attack> }>> = {
  'honest cases': { share: 10, attack: posted(honest.map(from => JSON.stringify(from))) },
  'any JSON': { share: 10, attack: posted(fc.json({ maxDepth: 6 })) },
  'values of the wrong type': { share: 18, attack: posted(spoilt(fc.json({ maxDepth: 3 }))) },
  'huge and odd numbers': { share: 8, attack: posted(spoilt(fc.constantFrom(...numbers))) },
  'unknown ids': {
    share: 8,
    attack: posted(
      spoilt(
        fc
          .array(fc.oneof(unicode, fc.constantFrom(...prototypeKeys)), { minLength: 1 })
          .map(list => JSON.stringify(list)),
      ),
    ),
  },
  'keys of the prototype': {
    share: 8,
    attack: posted(
      fc
        .tuple(honest, fc.constantFrom(...prototypeKeys), fc.json({ maxDepth: 2 }))
        .map(([from, key, value]) => `${JSON.stringify(from).slice(0, -1)},${JSON.stringify(key)}:${value}}`),
    ),
  },
  unicode: { share: 6, attack: posted(spoilt(unicode.map(text => JSON.stringify(text)))) },
  'JSON cut short': {
    share: 8,
    attack: posted(fc.tuple(honest, fc.nat(400)).map(([from, at]) => JSON.stringify(from).slice(0, at))),
  },
  'random bytes': { share: 6, attack: posted(fc.uint8Array({ maxLength: 4000 })) },
  'deep nesting': {
    share: 2,
    attack: posted(
      fc
        .tuple(
          fc.integer({ min: 100, max: 60_000 }),
          fc.constantFrom(['[', ']'], ['{"all":', '1}'], ['{"present":[', ']}']),
        )
        .map(([depth, [open = '', close = '']]) =>
          nested(Math.min(depth, 90_000 / (open.length + close.length)), open, close),
        ),
    ),
  },
  'bodies of 10 MB': {
    share: 0.4,
    attack: posted(fc.constantFrom('x', ' ', '[').map(character => character.repeat(10_000_000))),
  },
  'long lists': {
    share: 0.6,
    attack: posted(
      fc.constantFrom(...findings).map(id => JSON.stringify({ complaint: 'back', present: Array(2000).fill(id) })),
    ),
  },
  'wrong content types': {
    share: 5,
    attack: fc
      .constantFrom(
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'application/json; charset=latin1',
        '',
        'json',
      )
      .chain(type =>
        posted(
          honest.map(from => JSON.stringify(from)),
          type === '' ? {} : { 'content-type': type },
        ),
      ),
  },
  'wrong methods': {
    share: 4,
    attack: fc.record({
      method: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PURGE'),
      path: fc.constantFrom(...posts, '/api/exercises/calf-release', '/healthz', '/openapi.json'),
      headers: fc.constant({}),
      body: fc.constant(''),
    }),
  },
  'sync with wrong tokens, logs and bodies': { share: 100, attack: ofSync },
  'odd addresses': {
    share: 6,
    attack: fc.record({
      method: fc.constantFrom('GET', 'POST'),
      path: fc.oneof(
        fc.webPath().map(path => `/${path}`.replace(/^\/+/, '/')),
        fc
          .constantFrom(
            ...prototypeKeys,
            '%',
            '%00',
            '%ff',
            '..%2f..%2fetc%2fpasswd',
            '../../etc/passwd',
            'x'.repeat(4000),
          )
          .chain(name => fc.constantFrom(`/api/exercises/${name}`, `/api/${name}`, `/assets/${name}`, `/${name}`)),
      ),
      headers: fc.constant(json),
      body: fc.constant(''),
    }),
  },
}
