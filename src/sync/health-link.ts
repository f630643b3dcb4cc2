/**
 * A SMART Health Link (HL7 SMART Health Cards and Links IG 1.0.0): a FHIR document for a clinic, encrypted with a key that
 * only the link holds. The server gives the file to whoever has the address, and the passcode where there is one.
 */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { fromBase64, toBase64 } from './base64.ts'
import type { Fetch } from './http.ts'
import type { Random } from './seal.ts'

/** As the owner's devices keep it. */
export interface HealthLink {
  /** base64url of 32 random bytes each: its name on the server, its key, and the token that changes or ends it. */
  readonly id: string
  readonly key: string
  readonly token: string
  readonly label: string
  /** ISO 8601 in UTC. */
  readonly until: string
  readonly hasPasscode: boolean
}

/** What the link itself holds, as the IG names it. */
export interface LinkPayload {
  readonly url: string
  readonly key: string
  readonly exp?: number
  readonly flag?: string
  readonly label?: string
}

export const mostLabelLetters = 80
const contentType = 'application/fhir+json'

export function newHealthLink(wanted: Pick<HealthLink, 'label' | 'until' | 'hasPasscode'>, random: Random): HealthLink {
  const [id, key, token] = [1, 2, 3].map(() => toBase64(random(new Uint8Array(32))))
  return { id: id ?? '', key: key ?? '', token: token ?? '', ...wanted }
}

/** Puts the document behind the link, or a newer one. `passcode` is given where the link has one. */
export async function putDocument(
  server: string,
  fetch: Fetch,
  link: HealthLink,
  document: object,
  passcode?: string,
): Promise<{ readonly kind: 'done' } | { readonly kind: 'failed'; readonly why: string }> {
  const file = await encrypted(link.key, JSON.stringify(document))
  const body = { file, until: link.until, ...(link.hasPasscode && passcode !== undefined ? { passcode } : {}) }
  return asked(server, fetch, link, 'PUT', body)
}

/** After this the link opens nothing. One that is not there any more is ended too. */
export const endHealthLink = (server: string, fetch: Fetch, link: HealthLink) => asked(server, fetch, link, 'DELETE')

/** The link as text. A viewer in front of it lets any camera open it in a browser. */
export function healthLinkText(server: string, link: HealthLink, viewer?: string): string {
  const payload: LinkPayload = {
    url: `${server}/sync/links/${link.id}`,
    key: link.key,
    exp: Math.floor(Date.parse(link.until) / 1000),
    flag: link.hasPasscode ? 'P' : 'U',
    ...(link.label === '' ? {} : { label: link.label }),
  }
  const text = `shlink:/${toBase64(utf8ToBytes(JSON.stringify(payload)))}`
  return viewer === undefined ? text : `${viewer}#${text}`
}

/** Reads a link, with or without a viewer in front. Undefined when it is none, or of a later version. */
export function readHealthLink(text: string): LinkPayload | undefined {
  const [, packed] = /(?:^|#)shlink:\/([\w-]+)=*$/.exec(text.trim()) ?? []
  const bytes = packed === undefined ? undefined : fromBase64(packed)
  if (bytes === undefined) return undefined
  try {
    const fields = JSON.parse(bytesToUtf8(bytes)) as Readonly<Record<string, unknown>>
    const { url, key, exp, flag, label, v = 1 } = fields
    if (v !== 1 || typeof url !== 'string' || !/^https?:\/\//.test(url) || typeof key !== 'string') return undefined
    if (fromBase64(key)?.length !== 32) return undefined
    return {
      url,
      key,
      ...(typeof exp === 'number' ? { exp } : {}),
      ...(typeof flag === 'string' ? { flag } : {}),
      ...(typeof label === 'string' ? { label: label.slice(0, mostLabelLetters) } : {}),
    }
  } catch {
    return undefined
  }
}

export type OpenedLink =
  | { readonly kind: 'opened'; readonly documents: readonly unknown[] }
  /** `left`: how many wrong passcodes remain, where the server says so. */
  | { readonly kind: 'wrong-passcode'; readonly left: number | undefined }
  | { readonly kind: 'inactive' }
  | { readonly kind: 'failed'; readonly why: string }

/** Opens a link as a viewer does. `fetch` gives text, since a file is no JSON. */
export async function openHealthLink(
  link: LinkPayload,
  recipient: string,
  fetch: TextFetch,
  passcode?: string,
): Promise<OpenedLink> {
  const isDirect = link.flag?.includes('U') === true
  const direct = `${link.url}${link.url.includes('?') ? '&' : '?'}recipient=${encodeURIComponent(recipient)}`
  const body = JSON.stringify({ recipient, ...(passcode === undefined ? {} : { passcode }) })
  const answer = isDirect
    ? await fetch(direct, { method: 'GET', headers: {} }).catch(() => undefined)
    : await fetch(link.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
        () => undefined,
      )
  if (answer === undefined) return { kind: 'failed', why: 'the server does not answer' }
  const text = await answer.text()
  if (answer.status === 404) return { kind: 'inactive' }
  if (answer.status === 401) return { kind: 'wrong-passcode', left: attemptsIn(text) }
  if (answer.status !== 200) return { kind: 'failed', why: `the server answers with ${answer.status}` }
  try {
    const files = isDirect ? [text] : await filesOf(text, fetch)
    return { kind: 'opened', documents: await Promise.all(files.map(file => decrypted(link.key, file))) }
  } catch {
    return { kind: 'failed', why: 'what the server sent does not open with the key of this link' }
  }
}

export type TextFetch = (
  url: string,
  init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<{ readonly status: number; readonly text: () => Promise<string> }>

async function encrypted(key: string, text: string): Promise<string> {
  return new CompactEncrypt(utf8ToBytes(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: contentType, zip: 'DEF' })
    .encrypt(fromBase64(key) ?? new Uint8Array())
}

async function decrypted(key: string, file: string): Promise<unknown> {
  const { plaintext, protectedHeader } = await compactDecrypt(file, fromBase64(key) ?? new Uint8Array(), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  if (protectedHeader.cty !== contentType) throw new Error('a file of another kind')
  return JSON.parse(bytesToUtf8(plaintext)) as unknown
}

async function filesOf(manifest: string, fetch: TextFetch): Promise<readonly string[]> {
  const { files } = JSON.parse(manifest) as {
    readonly files: readonly { readonly contentType: string; readonly embedded?: string; readonly location?: string }[]
  }
  const readable = files.filter(file => file.contentType === contentType)
  return Promise.all(
    readable.map(async ({ embedded, location = '' }) => {
      if (embedded !== undefined) return embedded
      const answer = await fetch(location, { method: 'GET', headers: {} })
      return answer.text()
    }),
  )
}

function attemptsIn(text: string): number | undefined {
  try {
    const { remainingAttempts } = JSON.parse(text) as { readonly remainingAttempts?: unknown }
    return typeof remainingAttempts === 'number' ? remainingAttempts : undefined
  } catch {
    return undefined
  }
}

async function asked(server: string, fetch: Fetch, link: HealthLink, method: string, body?: object) {
  const headers = { authorization: `Bearer ${link.token}`, 'content-type': 'application/json' }
  const sent = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  const response = await fetch(`${server}/sync/links/${link.id}`, sent).catch(() => undefined)
  if (response === undefined) return { kind: 'failed', why: `${server} does not answer` } as const
  if (response.status === 200 || (method === 'DELETE' && response.status === 404)) return { kind: 'done' } as const
  const { error } = (await response.json().catch(() => ({}))) as { readonly error?: unknown }
  return { kind: 'failed', why: typeof error === 'string' ? error.slice(0, 300) : `answer ${response.status}` } as const
}
