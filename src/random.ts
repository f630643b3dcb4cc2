/**
 * Random numbers from a stored seed: the same seed always gives the same draw, so a trial's order can be checked later.
 *
 * xoshiro128** 1.1 (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), public
 * domain), its state filled from the seed by a 32-bit counter through MurmurHash3's finaliser. A change of either
 * changes the name.
 */
export const generator = 'xoshiro128**-1.1/murmur3-32'

export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  readonly bits: () => number
  /** From 0 up to, not including, 1, with 53 bits. */
  readonly uniform: () => number
  /** A whole number from 0 to n - 1, each equally likely. */
  readonly below: (n: number) => number
}

/** `seed` is a whole number from 0 to 2^32 - 1. */
export function randomFrom(seed: number): Random {
  const [a = 0, b = 0, c = 0, d = 0] = stateFrom(seed)
  return fromState(a, b, c, d)
}

/** The generator from its bare state, four 32-bit numbers not all 0. */
export function fromState(s0: number, s1: number, s2: number, s3: number): Random {
  const bits = () => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0
    const kept = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= kept
    s3 = rotate(s3, 11)
    return result
  }
  return {
    bits,
    uniform: () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53,
    below: n => {
      // Numbers past the last whole multiple of n are drawn again, so that none is favoured.
      const limit = 2 ** 32 - (2 ** 32 % n)
      for (;;) {
        const value = bits()
        if (value < limit) return value % n
      }
    },
  }
}

/** The items in random order (Fisher and Yates, as in Knuth, TAOCP 2, 3.4.2 P). */
export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items]
  const drawn: Item[] = []
  while (left.length > 0) drawn.push(...left.splice(random.below(left.length), 1))
  return drawn
}

/** A standard normal number (Box and Muller 1958). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()))
  return radius * Math.cos(2 * Math.PI * random.uniform())
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

function stateFrom(seed: number): readonly number[] {
  return [1, 2, 3, 4].map(step => {
    let z = (seed + Math.imul(step, 0x9e3779b9)) | 0
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  })
}
