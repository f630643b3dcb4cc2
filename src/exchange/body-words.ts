/** Recognises places of the body in a person's own words. Words without a region of the body map give no place. */
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

/**
 * The region with the longest name in the words; of equal ones the first that is named. What a name includes or
 * excludes is not a separate place: "Back structure, including back of neck" is the back, which is no one region.
 */
export function regionIn(words: string): Region | undefined {
  const named = words.replace(/[,(]?\s*\b(including|excluding|except|without)\b.*$/i, '')
  const found = patterns.flatMap(([pattern, region]) => {
    const match = pattern.exec(named)
    return match ? [{ region, length: match[0].length, at: match.index }] : []
  })
  return found.sort((a, b) => b.length - a.length || a.at - b.at)[0]?.region
}

export function sideIn(words: string): Side | undefined {
  const [left, right] = [/\bleft\b/i.test(words), /\bright\b/i.test(words)]
  return left === right ? undefined : left ? 'left' : 'right'
}
