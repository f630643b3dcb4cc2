/** The words of the lock: what is stored in their place, and whether typed words are the same. */
import { fromBase64, toBase64 } from '../../sync/base64.ts'
import type { Lock } from '../state/lock.ts'

/** The shortest words that lock. */
export const leastLetters = 6

/** PBKDF2 with HMAC-SHA-256: the least that OWASP's "Password Storage Cheat Sheet" names. */
const rounds = 600_000

/** False on a page that was not loaded over HTTPS: there the browser has no cryptography. */
export const canLock = (): boolean => globalThis.crypto?.subtle !== undefined

export async function lockWith(words: string): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt: toBase64(salt), digest: await digestOf(words, salt, rounds), rounds }
}

export const areRight = async (words: string, { salt, digest, rounds: times }: Lock): Promise<boolean> =>
  (await digestOf(words, fromBase64(salt) ?? new Uint8Array(), times)) === digest

async function digestOf(words: string, salt: Uint8Array, iterations: number): Promise<string> {
  const typed = new TextEncoder().encode(sameSpelling(words))
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as Uint8Array<ArrayBuffer>, iterations }
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}

/** Keyboards differ in capitals, spaces and how they write an accent. */
export const sameSpelling = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
