/** Finds the entry of a verdict in a checkout of the project, and writes the verdict there. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Reviewed } from '../knowledge/schema.ts'
import type { Harm } from '../knowledge/vocabulary.ts'
import { type ReviewKind, reviewEntries, reviewPlace } from '../library/review.ts'
import { BadInput } from './input.ts'
import { withVerdict } from './yaml-verdict.ts'

export interface ToRecord {
  readonly kind: ReviewKind
  readonly id: string
  readonly reviewed: Reviewed
  /** May it replace somebody else's verdict? */
  readonly replaces: boolean
  /** A folder of the checkout. */
  readonly from: string
  /** YYYY-MM-DD. */
  readonly today: string
}

export interface Recorded {
  readonly kind: ReviewKind
  readonly id: string
  readonly reviewed: Reviewed
  /** Until when the entry may now be shown; null unless the reviewer agreed. */
  readonly nextReview: string | null
  /** From the root of the checkout. */
  readonly file: string
}

/** Writes nothing if the entry does not exist, was reviewed by somebody else, or was written after the review. */
export function record({ kind, id, reviewed, replaces, from, today }: ToRecord): Recorded {
  const place = reviewPlace(kind, id)
  const harm = reviewEntries.find(entry => entry.kind === kind && entry.id === id)?.harm
  if (!place || !harm)
    throw new BadInput(`there is no ${kind} ${JSON.stringify(id)}: unknot review --kind ${kind} shows them`)
  const root = checkoutOf(from)
  if (!root)
    throw new BadInput('this is no checkout of Unknot: clone the project, and record the verdict inside its folder')
  const file = join(root, place.file)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const entry = entryIn(text, place.path)
  if (!entry) throw new BadInput(`${place.file} has no ${kind} "${id}": npm run knowledge, then record it again`)
  if (reviewed.on > today) throw new BadInput(`--on ${reviewed.on} is still to come: give the day of the review`)
  if (reviewed.on < entry.compiled)
    throw new BadInput(`${kind} ${id} was written on ${entry.compiled}, after ${reviewed.on}: review it as it now is`)
  const earlier = entry.reviewed
  if (earlier && earlier.by !== reviewed.by && !replaces)
    throw new BadInput(
      `${kind} ${id} has the verdict of ${earlier.by} (${earlier.verdict}, ${earlier.on}): --replace puts yours in its place`,
    )
  const nextReview = reviewed.verdict === 'agree' ? later(entry.nextReview, nextReviewOf(reviewed.on, harm)) : null
  const written = withVerdict(text, place.path, nextReview ? { reviewed, nextReview } : { reviewed })
  if (written === undefined)
    throw new BadInput(`${place.file}: ${kind} "${id}" is not a table of its own there: write "reviewed" in by hand`)
  // Written completely or not at all.
  writeFileSync(`${file}.part`, written)
  renameSync(`${file}.part`, file)
  return { kind, id, reviewed, nextReview, file: place.file }
}

/**
 * The nearest parent folder that can build the knowledge. The published package contains `knowledge/` but cannot build
 * it.
 */
function checkoutOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'knowledge')) && existsSync(join(folder, 'build', 'knowledge.ts'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : checkoutOf(parent)
}

interface Written {
  readonly compiled: string
  readonly nextReview: string
  readonly reviewed?: Reviewed
}

/** The fields of an entry, including those that its table sets for all rows. */
function entryIn(text: string, path: readonly (string | number)[]): Written | undefined {
  const root: unknown = parse(text)
  const found = path.reduce<unknown>((part, key) => (isTable(part) ? part[key] : undefined), root)
  return isTable(root) && isTable(found) ? ({ ...root, ...found } as unknown as Written) : undefined
}

const isTable = (part: unknown): part is Readonly<Record<string, unknown>> => typeof part === 'object' && part !== null

/** One year ahead; two if the entry can do little harm. */
function nextReviewOf(on: string, harm: Harm): string {
  const next = new Date(`${on}T00:00:00Z`)
  next.setUTCFullYear(next.getUTCFullYear() + (harm === 'high' || harm === 'medium' ? 1 : 2))
  return next.toISOString().slice(0, 10)
}

const later = (one: string, other: string): string => (one > other ? one : other)
