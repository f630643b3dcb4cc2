/**
 * The fingerprint of a set of envelopes: how many there are, and all their ids combined by exclusive or. It does not
 * depend on the order, and grows by one id at a time. It notices a server that was wiped, set back or replaced.
 */

/** `fingerprint` is 32 hex digits; of an empty set all zeros. */
export interface Head {
  readonly count: number
  readonly fingerprint: string
}

export const emptyHead: Head = { count: 0, fingerprint: '0'.repeat(32) }

/** The head of a set with one id more, which must not be in it yet. */
export function headWith({ count, fingerprint }: Head, id: string): Head {
  let next = ''
  for (let at = 0; at < 32; at += 8) {
    const eight = Number.parseInt(fingerprint.slice(at, at + 8), 16) ^ Number.parseInt(id.slice(at, at + 8), 16)
    next += (eight >>> 0).toString(16).padStart(8, '0')
  }
  return { count: count + 1, fingerprint: next }
}

export const isSameHead = (a: Head, b: Head): boolean => a.count === b.count && a.fingerprint === b.fingerprint
