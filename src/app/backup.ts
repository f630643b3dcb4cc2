/**
 * A backup: one file in the age format, locked with a passphrase; the `age` program opens it too. What is inside is the
 * diary as JSON. The age library is loaded with the screen that needs it.
 */
import { Decrypter, Encrypter } from 'age-encryption'
import { fromJson, toJson } from '../diary/json.ts'
import type { KeptEvent } from '../diary/upgrade.ts'

/** Binary, so that the file is as small as can be; `age --decrypt` reads it as it is. */
export const seal = (events: readonly KeptEvent[], passphrase: string): Promise<Uint8Array> =>
  sealText(toJson(events), passphrase)

/** The shortest words that lock a file. */
export const leastLetters = 12

/** Locks any text. */
export async function sealText(text: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(text)
}

/** `wrong-passphrase` also stands for a file that was changed; nothing tells these apart. */
export type Opening =
  | { readonly kind: 'diary'; readonly events: readonly KeptEvent[]; readonly wrong: number }
  | { readonly kind: 'wrong-passphrase' | 'no-backup' }

/** What was exported without a lock is read as well, and needs no passphrase. */
export async function unseal(file: Uint8Array, passphrase: string): Promise<Opening> {
  if (!new TextDecoder().decode(file.slice(0, 21)).startsWith('age-encryption.org/v1'))
    return opened(new TextDecoder().decode(file))
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const text = await decrypter.decrypt(file, 'text').catch(() => undefined)
  if (text === undefined) return { kind: 'wrong-passphrase' }
  return opened(text)
}

function opened(text: string): Opening {
  const read = fromJson(text)
  return read.kind === 'diary'
    ? { kind: 'diary', events: read.events, wrong: read.wrong.length }
    : { kind: 'no-backup' }
}
