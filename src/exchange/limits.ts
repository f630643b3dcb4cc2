/** Limits that no real entry exceeds: a larger value is a typing error or a bug of a program, so it is listed. */
import type { FoundEvent } from './importer.ts'

const firstYear = 1900

/** A day at most, for one entry or one day's total. The minerals: far above any tablet or meal. */
const most = {
  steps: [200_000, 'more than 200,000 steps in a day'],
  'sleep-minutes': [1440, 'more than 24 hours of sleep in a day'],
  'magnesium-mg': [20_000, 'more than 20 g in a day'],
  'potassium-mg': [50_000, 'more than 50 g in a day'],
  'calcium-mg': [50_000, 'more than 50 g in a day'],
  'sodium-mg': [100_000, 'more than 100 g in a day'],
  'zinc-mg': [5000, 'more than 5 g in a day'],
  'vitamin-d-ug': [50_000, 'more than 50 mg in a day'],
} as const

/** Why the value cannot be right; undefined if it can. */
export function implausible({ at, body }: Pick<FoundEvent, 'at' | 'body'>): string | undefined {
  if (Number(at.slice(0, 4)) < firstYear) return `its year is ${at.slice(0, 4)}, before ${firstYear}`
  if (body.type === 'measured') {
    const [limit, why] = most[body.what]
    return body.value > limit ? why : undefined
  }
  if (body.type === 'drank' && body.ml > 10_000) return 'more than 10 litres at a time'
  if (body.type === 'ate' && (body.grams ?? 0) > 10_000) return 'more than 10 kg at a time'
  if (body.type === 'cramps-counted' && (body.count < 0 || body.count > 99)) return 'more than 99 cramps in a night'
  if (body.type === 'episode-began' && body.pain !== undefined && (body.pain < 0 || body.pain > 10))
    return 'a pain score goes from 0 to 10'
  return undefined
}
