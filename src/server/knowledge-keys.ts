/** Keys of signed knowledge, with Node's own cryptography. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto'
import type { PinnedKey, Verify } from '../update/accept.ts'
import { readKeyLine } from '../update/pinned-keys.ts'
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

/** The key of a line that `keygen` printed, if the code is that of the key. */
export function keyOfLine(line: string): PinnedKey | undefined {
  const key = readKeyLine(line)
  return key && codeOf(Buffer.from(key.publicKey, 'base64')) === key.id ? key : undefined
}

/** The keys of a key file: a line for each, with comments after #. A line that is no key is returned alone. */
export function keysOfFile(text: string): readonly PinnedKey[] | { readonly bad: string } {
  const lines = text.split('\n').map(line => line.replace(/#.*/, '').trim())
  const keys: PinnedKey[] = []
  for (const line of lines.filter(each => each !== '')) {
    const key = keyOfLine(line)
    if (key === undefined) return { bad: line }
    keys.push(key)
  }
  return keys
}

const codeOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 32)

function pinOf(key: KeyObject): PinnedKey {
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
  return { id: codeOf(raw), publicKey: raw.toString('base64') }
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
  const { id, publicKey } = pin
  const file: SignedFile = { unknot: 'signed-knowledge', v: 1, key: id, publicKey, signature, content: text }
  return { text: `${JSON.stringify(file)}\n`, pin }
}
