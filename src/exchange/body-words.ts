/** Places of the body in a person's own words. What names no place of the body map is no place. */
import type { Region, Side } from '../knowledge/vocabulary.ts'

const patterns: readonly (readonly [RegExp, Region])[] = [
  [/\bneck\b/i, 'neck'],
  [/\bupper back\b|\bback \(upper\)/i, 'upper back'],
  [/\bmid(dle)?[ -]back\b|\bback \(middle\)/i, 'mid back'],
  [/\blow(er)?[ -]?back\b|\bback \(lower\)|\blumba(r|go)\b/i, 'low back'],
  [/\bbuttocks?\b/i, 'buttock'],
  [/\bribs?\b/i, 'ribs'],
  [/\b(abdomen|belly)\b/i, 'abdomen'],
  [/\b(hands?|fingers?)\b/i, 'hand'],
  [/\bforearms?\b/i, 'forearm'],
  [/\b(front thighs?|quads?|quadriceps)\b/i, 'front thigh'],
  [/\bhamstrings?\b/i, 'hamstring'],
  [/\b(inner thighs?|groin)\b/i, 'inner thigh'],
  [/\b(calf|calves)\b/i, 'calf'],
  [/\bshins?\b/i, 'shin'],
  [/\b(foot|feet|toes?)\b/i, 'foot'],
]

export const regionIn = (words: string): Region | undefined => patterns.find(([pattern]) => pattern.test(words))?.[1]

export function sideIn(words: string): Side | undefined {
  const [left, right] = [/\bleft\b/i.test(words), /\bright\b/i.test(words)]
  return left === right ? undefined : left ? 'left' : 'right'
}
