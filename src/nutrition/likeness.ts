/** How alike are a known word and a typed one? */
import { slipsBetween } from '../letter-slips.ts'

/**
 * 1 for the same word, less for a longer one, less still for one with a typing error, 0 for another word. `mayGoOn`: the
 * word may not be typed in full yet. `maySlip`: a typing error is possible; else only the word or a longer one counts.
 */
export function likeness(known: string, typed: string, mayGoOn: boolean, maySlip: boolean): number {
  if (known === typed) return 1
  if (known.startsWith(typed)) return (mayGoOn ? 0.74 : 0.6) + 0.16 * (typed.length / known.length)
  if (!maySlip || typed.length < 4) return 0
  // Hardly anyone mistypes the first letter, but two letters may be swapped.
  if (known[0] !== typed[0] && known[0] !== typed[1]) return 0
  const most = typed.length < 8 && !isShuffled(known, typed) ? 1 : 2
  const slips = slipsBetween(typed, known, most)
  if (slips <= most) return 0.8 - 0.12 * slips
  const begin =
    mayGoOn && known.length > typed.length ? slipsBetween(typed, known.slice(0, typed.length), most) : most + 1
  return begin <= most ? 0.56 - 0.1 * begin : 0
}

/** The same letters in another order: two swaps are one kind of slip, and not two. */
const isShuffled = (known: string, typed: string): boolean =>
  known.length === typed.length && typed.length > 5 && [...known].sort().join('') === [...typed].sort().join('')
