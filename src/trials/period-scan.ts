/** Step 1 of the quadrature of M2 and M3: where the dispersion has its mass, and where delta is located over it. */
import { jointModes } from './period-mode.ts'
import type { PeriodModel } from './period-model.ts'

export interface Scan {
  readonly range: readonly [number, number]
  readonly mean: number
  readonly sd: number
}

/** Log units below the best at which a dispersion is negligible. */
const depth = 14

/** Where the dispersion has its mass, and the mean and sd of delta over it, by the mode and the curvature there. */
export function scanDispersion(model: PeriodModel, count: number): Scan {
  const isFixed = model.fixedDispersion !== undefined
  const modeAt = jointModes(model)
  let range: readonly [number, number] = [0, isFixed ? 0 : model.mostDispersion]
  for (let round = 0; ; round += 1) {
    const gap = (range[1] - range[0]) / (count - 1)
    const places = isFixed ? [0] : Array.from({ length: count }, (_, i) => range[0] + i * gap)
    const found = places.map(dispersion => {
      const mode = modeAt(dispersion)
      return { ...mode, dispersion, log: mode.log + (isFixed ? 0 : model.logPriorDispersion(dispersion)) }
    })
    const best = Math.max(...found.map(({ log }) => log))
    const kept = found.filter(({ log }) => log > best - depth)
    const low = Math.max(range[0], (kept[0]?.dispersion ?? 0) - gap)
    const high = Math.min(range[1], (kept.at(-1)?.dispersion ?? 0) + gap)
    // A narrow posterior covers few points of the first scan, so scan it once more, more finely.
    if (!isFixed && kept.length < 9 && round < 3) {
      range = [low, high]
      continue
    }
    const total = kept.reduce((sum, { log }) => sum + Math.exp(log - best), 0)
    const mean = kept.reduce((sum, { log, delta }) => sum + (Math.exp(log - best) / total) * delta, 0)
    const variance = kept.reduce(
      (sum, { log, delta, variance: own }) => sum + (Math.exp(log - best) / total) * (own + (delta - mean) ** 2),
      0,
    )
    return { range: [low, high], mean, sd: Math.sqrt(variance) }
  }
}
