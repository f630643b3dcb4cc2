/** May this build take that knowledge? Signed by a pinned key, not older, sound, and nowhere lower without a verdict. */
import type { Lowered } from './compared.ts'
import { type Deciding, loweredWithoutVerdict } from './lowered.ts'
import { type Content, type Read, readContent, readSignedFile } from './signed-file.ts'
import { unsound } from './sound.ts'

/** A key that this build trusts. */
export interface PinnedKey {
  /** Its code: the first 32 hexadecimal digits of the SHA-256 of the key. */
  readonly id: string
  /** 32 bytes, base64. */
  readonly publicKey: string
}

/** Ed25519. The host passes it in: Node's or the browser's. */
export type Verify = (key: PinnedKey, signature: string, content: string) => Promise<boolean>

/** Everything that the build has now, ready for the engines. */
export interface Held extends Deciding {
  /** The newest day on which an entry was written. */
  readonly compiled: string
}

export type Accepted =
  | { readonly ok: true; readonly content: Content; readonly after: Held }
  /** One line: what, where, how to mend. */
  | {
      readonly ok: false
      readonly error: string
      readonly lowered?: readonly Lowered[]
      /** The file says that this key signed it, which is not trusted here. */
      readonly stranger?: PinnedKey
    }

/** `heldOf` makes the topics of a file ready, or names the one that is missing. */
export async function accept(
  text: string,
  now: Held,
  keys: readonly PinnedKey[],
  verify: Verify,
  drawn: (exercise: string) => boolean,
  heldOf: (topics: Content['topics']) => Read<Held>,
): Promise<Accepted> {
  const file = readSignedFile(text)
  if (!file.ok) return file
  const key = keys.find(({ id }) => id === file.value.key)
  if (key === undefined)
    return {
      ...refuse(`the file is signed by key ${file.value.key.slice(0, 40)}, which this build does not trust`),
      stranger: { id: file.value.key, publicKey: file.value.publicKey },
    }
  if (!(await verify(key, file.value.signature, file.value.content)))
    return refuse('the signature is not right: the file was changed after it was signed. Get it again')
  const content = readContent(file.value.content)
  if (!content.ok) return content
  const held = heldOf(content.value.topics)
  if (!held.ok) return held
  const after = held.value
  if (after.compiled < now.compiled)
    return refuse(`the file is older (${after.compiled}) than what is here (${now.compiled}): get a newer one`)
  const lowered = loweredWithoutVerdict(now, after)
  const [first] = lowered
  if (first !== undefined)
    return {
      ...refuse(
        `${first.entry} ${first.because}, and no clinician has agreed to it (${lowered.length} such ${lowered.length === 1 ? 'change' : 'changes'}): it is not taken`,
      ),
      lowered,
    }
  const problem = unsound(after, drawn)
  if (problem !== undefined) return refuse(`the knowledge does not hold together: ${problem}`)
  return { ok: true, content: content.value, after }
}

const refuse = (error: string) => ({ ok: false, error }) as const
