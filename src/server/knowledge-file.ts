/** Signed knowledge from a file: keys, signatures and taking it, with Node's own cryptography. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Accepted, mayTake, type PinnedKey, take, type Verify } from '../library/update.ts'
import { pinnedKeys, readKeys } from '../update/pinned-keys.ts'
import type { Content, SignedFile } from '../update/signed-file.ts'

/** What stands before the 32 bytes of an Ed25519 key in its standard form (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

export const verifySignature: Verify = async ({ publicKey }, signature, content) => {
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  return verifyWith(null, Buffer.from(content), key, Buffer.from(signature, 'base64'))
}

/** A new private key as PEM, and the line that pins its public half. */
export function newKey(): { readonly pem: string; readonly line: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), line: lineOf(pinOf(publicKey)) }
}

export const lineOf = ({ id, publicKey }: PinnedKey): string => `${id}:${publicKey}`

function pinOf(key: KeyObject): PinnedKey {
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
  return { id: createHash('sha256').update(raw).digest('hex').slice(0, 16), publicKey: raw.toString('base64') }
}

/** The content, signed with a private key in PEM. Undefined if that is no Ed25519 key. */
export function signContent(
  content: Content,
  pem: string,
): { readonly text: string; readonly pin: PinnedKey } | undefined {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    return undefined
  }
  if (key.asymmetricKeyType !== 'ed25519') return undefined
  const pin = pinOf(createPublicKey(key))
  const text = JSON.stringify(content)
  const signature = signWith(null, Buffer.from(text), key).toString('base64')
  const file: SignedFile = { unknot: 'signed-knowledge', v: 1, key: pin.id, signature, content: text }
  return { text: `${JSON.stringify(file)}\n`, pin }
}

/** Looks at a file with the pinned keys and those of `more` (`id:key`). Nothing is changed. */
export async function lookAtKnowledge(file: string, more = ''): Promise<Accepted> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { ok: false, error: 'it cannot be read: is the name right?' }
  }
  return mayTake(text, [...pinnedKeys, ...readKeys(more)], verifySignature)
}

/** Looks at a file and takes it, before anything is answered. */
export async function takeKnowledge(file: string, more = ''): Promise<Accepted> {
  const found = await lookAtKnowledge(file, more)
  if (found.ok) take(found)
  return found
}

/** Where a process tells its threads which knowledge it has taken. */
export const knowledgeFor = { file: 'UNKNOT_TAKEN_KNOWLEDGE', trust: 'UNKNOT_TAKEN_KNOWLEDGE_KEY' }

/** In a thread: takes what the process has taken. A thread that cannot must not answer with other knowledge. */
export async function takeAsTheProcess(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const file = environment[knowledgeFor.file]
  if (file === undefined) return
  const found = await takeKnowledge(file, environment[knowledgeFor.trust])
  if (!found.ok) throw new Error(`${file}: ${found.error}`)
}
