/**
 * The exact binomial interval (Clopper and Pearson, Biometrika 1934;26:404-413): it holds the true share at least as often
 * as it says, however rare the share.
 */
import { logChoose } from '../../src/trials/numbers/factorial.ts'

/** The 95 % interval of a share, of which `count` of `people` were seen; both ends from 0 to 1. */
export function exactInterval(count: number, people: number, level = 0.95): readonly [low: number, high: number] {
  const tail = (1 - level) / 2
  const low = count === 0 ? 0 : bisect(share => 1 - atMost(count - 1, people, share) < tail)
  const high = count === people ? 1 : bisect(share => atMost(count, people, share) > tail)
  return [low, high]
}

/** How likely `count` or fewer of `people` are, where each is counted with this chance. */
export function atMost(count: number, people: number, share: number): number {
  if (count >= people || share <= 0) return 1
  if (count < 0 || share >= 1) return 0
  // Summed from the larger tail's near end inwards, until a term no longer changes the sum.
  if (count > people * share) return 1 - atMost(people - count - 1, people, 1 - share)
  const odds = (1 - share) / share
  let term = Math.exp(logChoose(people, count) + count * Math.log(share) + (people - count) * Math.log1p(-share))
  let sum = 0
  for (let at = count; at >= 0; at--) {
    sum += term
    if (term <= sum * 1e-17) break
    term *= (at / (people - at + 1)) * odds
  }
  return Math.min(1, sum)
}

/** The last share from 0 to 1 at which the condition holds; it holds at 0 and no longer once it has failed. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
