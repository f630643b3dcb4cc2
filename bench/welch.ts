/** The rules that peers use on daily data: Welch's t-test (Biometrika 1947), and Pearson's correlation with the remedy. */

/** Two-sided p; NaN if a group has fewer than two values or nothing varies. */
export function welchP(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [momentsOf(a), momentsOf(b)]
  const [va, vb] = [first.variance / a.length, second.variance / b.length]
  const t = (first.mean - second.mean) / Math.sqrt(va + vb)
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
}

export function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [momentsOf(x), momentsOf(y)]
  const shared = x.reduce((sum, value, i) => sum + (value - mx.mean) * ((y[i] ?? 0) - my.mean), 0) / (x.length - 1)
  return shared / Math.sqrt(mx.variance * my.variance)
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) }
}

/** The regularised incomplete beta function by Lentz's continued fraction (Numerical Recipes 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0 && x < 1)) return Math.min(x, 1)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-30 ? 1e-30 : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 300; m += 1) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + step * d)
      c = away(1 + step / c)
      h *= c * d
    }
    if (Math.abs(c * d - 1) < 1e-12) break
  }
  return h
}

/** Lanczos's approximation, g = 7. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  const sum = terms.reduce((total, term, i) => total + term / (x + i), 0.9999999999998099)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}
