/** Newer knowledge in the app: checked when it is offered, and again at every start, before anything is shown. */
import { type Accepted, mayTake, type PinnedKey, take, type Verify } from '../../library/update.ts'
import { pinnedKeys, readCode } from '../../update/pinned-keys.ts'
import { readTaken } from '../state/worker/taken-file.ts'
import { forget, keep, readTypedKey } from './kept.ts'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))

const verify: Verify = async ({ publicKey }, signature, content) => {
  const algorithm = { name: 'Ed25519' }
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(content))
}

const look = (text: string, typed: PinnedKey | undefined): Promise<Accepted> =>
  mayTake(text, typed ? [...pinnedKeys, typed] : pinnedKeys, verify)

export interface Offered {
  /** Why it was not taken, in one line. */
  readonly error?: string
  /** The key that signed it, which this app does not trust. */
  readonly stranger?: PinnedKey
}

/** Keeps a file for the next start, if it may be taken. `typed` is a key whose code the person has typed. */
export async function offer(text: string, typed?: PinnedKey): Promise<Offered> {
  try {
    const key = typed ?? (await readTypedKey())
    const found = await look(text, key)
    if (!found.ok) return found
    await keep(text, { signedOn: found.content.made, compiled: found.after.compiled }, key)
    return {}
  } catch {
    return { error: 'this browser cannot check signatures, or keeps nothing: a newer one can' }
  }
}

/** Is this the code of the key? The code is worked out from the key itself, never read from the file. */
export async function isCodeOf({ publicKey }: PinnedKey, typed: string): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(publicKey)))
  const code = Array.from(hash.slice(0, 16), byte => byte.toString(16).padStart(2, '0')).join('')
  return readCode(typed) === code
}

/** At the start. What is no longer right, or older than the app by now, is forgotten, and the built knowledge stays. */
export async function takeKept(): Promise<void> {
  const text = await readTaken()
  const found = text === undefined ? undefined : await look(text, await readTypedKey())
  if (!found?.ok) return forget()
  take(found)
}
