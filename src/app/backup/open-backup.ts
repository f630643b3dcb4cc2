/**
 * Opens a backup: locked in the age format, binary or armoured (`age -p -a`), or exported without a lock. What is inside is
 * looked at event by event, as an import is.
 */
import { armor, Decrypter } from 'age-encryption'
import { fromJson, type WrongEvent } from '../../diary/from-json.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'

/** `wrong-passphrase` also stands for a file that was changed; nothing tells these apart. */
export type Opening =
  | { readonly kind: 'diary'; readonly events: readonly KeptEvent[]; readonly wrong: readonly WrongEvent[] }
  | { readonly kind: 'wrong-passphrase' | 'no-backup' | 'newer-backup' }

const armouredBegins = '-----BEGIN AGE ENCRYPTED FILE-----'
const binaryBegins = 'age-encryption.org/v1'

/** What was exported without a lock needs no passphrase. */
export async function openBackup(file: Uint8Array, passphrase: string): Promise<Opening> {
  const head = new TextDecoder().decode(file.slice(0, 100)).trimStart()
  const isArmoured = head.startsWith(armouredBegins)
  if (!isArmoured && !head.startsWith(binaryBegins)) return opened(new TextDecoder().decode(file))
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    const binary = isArmoured ? armor.decode(new TextDecoder().decode(file)) : file
    return opened(await decrypter.decrypt(binary, 'text'))
  } catch {
    return { kind: 'wrong-passphrase' }
  }
}

function opened(text: string): Opening {
  const read = fromJson(text)
  if (read.kind === 'diary') return read
  return { kind: read.kind === 'newer-diary' ? 'newer-backup' : 'no-backup' }
}
