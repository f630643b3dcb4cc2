/** Newer knowledge in the app: checked when it is offered, and again at every start, before anything is shown. */

import { type Accepted, mayTake, take, type Verify } from '../../library/update.ts'
import { pinnedKeys } from '../../update/pinned-keys.ts'
import { forget, keep, readTaken } from './kept.ts'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))

const verify: Verify = async ({ publicKey }, signature, content) => {
  const algorithm = { name: 'Ed25519' }
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(content))
}

const look = (text: string): Promise<Accepted> => mayTake(text, pinnedKeys, verify)

/** Keeps a file for the next start, if it may be taken. The error is one line. */
export async function offer(text: string): Promise<{ readonly error?: string }> {
  try {
    const found = await look(text)
    if (!found.ok) return { error: found.error }
    await keep(text)
    return {}
  } catch {
    return { error: 'this browser cannot check signatures, or keeps nothing: a newer one can' }
  }
}

/** The day on which the taken file was signed; undefined while the built knowledge is used. */
export let signedOn: string | undefined

/** At the start. What is no longer right, or older than the app by now, is forgotten, and the built knowledge stays. */
export async function takeKept(): Promise<void> {
  const text = await readTaken()
  const found = text === undefined ? undefined : await look(text)
  if (!found?.ok) return forget()
  take(found)
  signedOn = found.content.made
}
