/**
 * Replaces fast-check during mutation testing: the same properties, each with few runs and always the same seed. A
 * mutant that is detected in one of thousands of runs needs its own plain test.
 */
import { createRequire } from 'node:module'

const fc = createRequire(import.meta.url)('fast-check').default as typeof import('fast-check').default
const mostRuns = 100

const assert = (property: Parameters<typeof fc.assert>[0], parameters: { readonly numRuns?: number } = {}) =>
  fc.assert(property, { ...parameters, numRuns: Math.min(mostRuns, parameters.numRuns ?? mostRuns), seed: 1 })

// biome-ignore lint/style/noDefaultExport: as fast-check exports it
export default { ...fc, assert }
