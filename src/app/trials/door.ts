/** What other capabilities may use of this one. */
import type { beginOwn as begin } from './begin-own.ts'

export { openTrial } from './all-trials.ts'

/** Begins a trial of one's own words; loaded when it is asked for. */
export const beginOwn = async (...given: Parameters<typeof begin>): ReturnType<typeof begin> =>
  (await import('./begin-own.ts')).beginOwn(...given)
