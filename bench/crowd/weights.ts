/** One of several things, each as often as its weight says. */

/** Takes a number from 0 up to 1 and gives the key in whose part it falls. */
export function chooser(weights: Readonly<Record<string, number>>): (uniform: number) => string {
  const keys = Object.keys(weights)
  const ends: number[] = []
  let total = 0
  for (const key of keys) {
    total += weights[key] ?? 0
    ends.push(total)
  }
  const last = keys.at(-1)
  if (last === undefined || total <= 0) throw new Error('there is nothing to choose from')
  return uniform => {
    let [low, high] = [0, keys.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (uniform * total < (ends[middle] ?? 0)) high = middle
      else low = middle + 1
    }
    return keys[low] ?? last
  }
}
