/**
 * A backup: one file in the age format, locked with a passphrase; the `age` program opens it too. What is inside is the
 * diary as JSON. The age library is loaded with the screen that needs it.
 */
import { Encrypter } from 'age-encryption'
import { toJson } from '../../diary/json.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'

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
