/** A set of event ids that stays small for a million ids: 16 bytes each, with open addressing. */

export interface IdSet {
  /** False if the id was in the set already. Ids must be UUIDs. */
  readonly add: (id: string) => boolean
  readonly has: (id: string) => boolean
}

export function idSet(): IdSet {
  let room = 1 << 12
  let words = new Uint32Array(room * 4)
  let count = 0
  const wanted = new Uint32Array(4)

  const read = (id: string) => {
    wanted[0] = Number.parseInt(id.slice(0, 8), 16)
    wanted[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
    wanted[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
    wanted[3] = Number.parseInt(id.slice(28, 36), 16)
  }
  /** The slot of the id, or the free slot for it. An id is never all zeros, because its version is 7. */
  const placeOf = (table: Uint32Array, [a = 0, b = 0, c = 0, d = 0]: Uint32Array): number => {
    const most = table.length / 4 - 1
    let place = (Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b) ^ a ^ (b << 7)) & most
    for (;;) {
      const at = place * 4
      const isFree = table[at + 1] === 0
      if (isFree || (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d)) return at
      place = (place + 1) & most
    }
  }
  const grow = () => {
    room *= 2
    const bigger = new Uint32Array(room * 4)
    for (let at = 0; at < words.length; at += 4) {
      const each = words.subarray(at, at + 4)
      if (each[1] !== 0) bigger.set(each, placeOf(bigger, each))
    }
    words = bigger
  }
  return {
    add: id => {
      read(id)
      const at = placeOf(words, wanted)
      if (words[at + 1] !== 0) return false
      words.set(wanted, at)
      count += 1
      if (count * 2 > room) grow()
      return true
    },
    has: id => {
      if (id.length !== 36) return false
      read(id)
      return words[placeOf(words, wanted) + 1] !== 0
    },
  }
}
