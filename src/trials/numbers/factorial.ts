import { at } from './at.ts'

/** log n!, by the sum of logarithms up to 255, and from there by Stirling's series (error below 1e-16 there). */
export function logFactorial(n: number): number {
  if (n < table.length) return at(table, n)
  const x = n + 1
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}

const table = new Float64Array(256)
for (let n = 2; n < table.length; n += 1) table[n] = at(table, n - 1) + Math.log(n)

/** log of the number of ways to choose `k` of `n`. */
export const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
