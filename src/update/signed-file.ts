/**
 * A signed file of knowledge: newer content for a build that is already installed. The content is a text inside the
 * file, so that the signature covers exact bytes and no canonical form of JSON is needed.
 */

export interface SignedFile {
  readonly unknot: 'signed-knowledge'
  readonly v: 1
  /** The code of the key: the first 32 hexadecimal digits of the SHA-256 of the public key. */
  readonly key: string
  /** The public key, 32 bytes as base64, for a person who has only the code. Being in the file does not make it trusted. */
  readonly publicKey: string
  /** Ed25519 over the UTF-8 of `content`, base64. */
  readonly signature: string
  /** JSON of `Content`. */
  readonly content: string
}

/** What is signed: every topic in full, in the shape in which the build keeps it. */
export interface Content {
  readonly format: typeof contentFormat
  /** The version of Unknot that wrote it. */
  readonly by: string
  /** The day on which it was signed, YYYY-MM-DD. */
  readonly made: string
  readonly topics: Readonly<Record<string, unknown>>
}

/** Raise it when the shape of a topic changes, so that no build takes content that it cannot read. */
export const contentFormat = 2

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

/** Reads the file. The error is one line: what is wrong, and how to mend it. */
export function readSignedFile(text: string): Read<SignedFile> {
  const from = objectIn(text)
  if (from?.unknot !== 'signed-knowledge')
    return refuse('this is no signed knowledge of Unknot: choose a file that "unknot knowledge sign" wrote')
  const { v, key, publicKey, signature, content } = from
  if (v !== 1) return refuse('the file is of a newer kind: update Unknot itself')
  const texts = [key, publicKey, signature, content]
  if (!texts.every(each => typeof each === 'string')) return refuse('the file is not whole: get it again')
  return { ok: true, value: from as unknown as SignedFile }
}

/** Reads content whose signature was verified. */
export function readContent(text: string): Read<Content> {
  const from = objectIn(text)
  const { format, by, made, topics } = from ?? {}
  if (typeof by !== 'string' || typeof made !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(made))
    return refuse('the signed content says neither when nor by what it was made: sign it again')
  if (format !== contentFormat)
    return refuse(`the knowledge is for another version of Unknot (${by}): update Unknot itself`)
  if (typeof topics !== 'object' || topics === null || Array.isArray(topics))
    return refuse('the signed content has no topics: sign it again')
  return { ok: true, value: { format, by, made, topics: topics as Content['topics'] } }
}

const refuse = (error: string) => ({ ok: false, error }) as const

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
