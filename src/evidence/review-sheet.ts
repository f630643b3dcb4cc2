/** An entry that needs a review, with all that is needed to judge it: the rule, the action, the cases, the sources. */
import type { Source } from '../knowledge/schema.ts'
import { type ReviewItem, reviewList } from './review.ts'
import type { ReviewEntry } from './review-entry.ts'
import { restingOn, type Sources } from './review-sources.ts'

/** An example stored with a rule: what is known about a person, and whether the rule then fires. */
export interface ReviewCase {
  readonly known: string
  readonly fires: boolean
}

/** What the build writes for each entry, by kind and id. */
export interface ReviewText {
  /** When it counts, or for whom it is not, in words. */
  readonly rule: string
  /** What the person is told. */
  readonly action: string
  readonly cases: readonly ReviewCase[]
  /** The YAML file, and the keys that lead to the entry in it; empty when the file is the entry. */
  readonly file: string
  readonly path: readonly (string | number)[]
}

export interface ReviewSheet extends ReviewItem {
  /** When it counts, or for whom it is not, in words; for a source, what rests on it. */
  readonly rule: string
  /** What the person is told; empty for a source. */
  readonly action: string
  readonly cases: readonly ReviewCase[]
  /** Its sources, and how far each was read. */
  readonly cited: readonly (Pick<Source, 'title' | 'verified'> & { readonly id: string })[]
  /** Its location in `knowledge/`; null for a source, which has no verdict. */
  readonly place: Pick<ReviewText, 'file' | 'path'> | null
}

/** In the order of the list. `today` is YYYY-MM-DD. */
export function reviewSheets(
  entries: readonly ReviewEntry[],
  texts: Readonly<Record<string, ReviewText>>,
  sources: Sources,
  today: string,
): readonly ReviewSheet[] {
  const resting = restingOn(entries)
  return reviewList(entries, sources, today).map(item => {
    const isSource = item.kind === 'source'
    const text = texts[`${item.kind} ${item.id}`]
    const onIt = (resting.get(item.id) ?? []).map(({ kind, id }) => `${kind} ${id}`)
    return {
      ...item,
      rule: isSource ? `Rests on it: ${onIt.join(', ')}` : (text?.rule ?? ''),
      ...{ action: text?.action ?? '', cases: text?.cases ?? [] },
      cited: citedBy(isSource ? [item.id] : item.sources, sources),
      place: text ? { file: text.file, path: text.path } : null,
    }
  })
}

const citedBy = (ids: readonly string[], sources: Sources): ReviewSheet['cited'] =>
  ids.flatMap(id => {
    const source = sources[id]
    return source ? [{ id, title: source.title, verified: source.verified }] : []
  })

/** The cases in words: those that fire, then those that do not. */
export function casesText(cases: readonly ReviewCase[]): string {
  const known = (way: boolean) => cases.filter(({ fires }) => fires === way).map(each => each.known)
  const said = (what: string, texts: readonly string[]) => (texts.length > 0 ? [`${what}: ${texts.join('; ')}`] : [])
  return [...said('fires', known(true)), ...said('does not fire', known(false))].join('. ')
}
