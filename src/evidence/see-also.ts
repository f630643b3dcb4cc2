/**
 * Other entries that answer these words: a remedy, a medicine, a food, or a sign that the check asks about. They are
 * offered beside the claims ("quinine: see medicines").
 */
import type { ReviewEntry, ReviewKind } from './review-entry.ts'
import { type SeeKind, seeKindNames } from './see-kinds.ts'
import { indexTexts, matchTexts, type Synonyms, type TextIndex } from './text-index.ts'
import { everyday, stemsOf } from './words.ts'

export interface See {
  readonly kind: SeeKind
  readonly id: string
  readonly title: string
}

/** Signs are sentences: a synonym in one seldom makes it an answer, so they match by their own words only. */
export interface SeeIndex {
  readonly names: SeeTexts
  readonly signs: SeeTexts
}

interface SeeTexts {
  readonly entries: readonly See[]
  readonly texts: TextIndex
}

/** For a page, by its id: the words under which it is offered. */
export type PageWords = Readonly<Record<string, readonly string[]>>

/** The most entries that are offered, and the part of the words that each must have. */
const most = 4
const enough = 0.6

/** `foods` are the names of everyday foods, each with its id. */
export function indexSee(
  entries: readonly Pick<ReviewEntry, 'kind' | 'id' | 'title'>[],
  foods: readonly Omit<See, 'kind'>[],
  pageWords: PageWords,
  synonyms: Synonyms,
): SeeIndex {
  const seen: readonly See[] = [
    ...entries.flatMap(({ kind, id, title }) =>
      isSeeKind(kind) && (kind !== 'page' || pageWords[id]) ? [{ kind, id, title }] : [],
    ),
    ...foods.map(({ id, title }) => ({ kind: 'food' as const, id, title })),
  ]
  const isSign = ({ kind }: See) => kind === 'finding'
  const textsOf = (those: readonly See[], means: Synonyms): SeeTexts => ({
    entries: those,
    texts: indexTexts(
      those.map(({ kind, id, title }) => [[`${title} ${kind === 'page' ? pageWords[id]?.join(' ') : ''}`, 3]]),
      means,
    ),
  })
  return {
    names: textsOf(
      seen.filter(each => !isSign(each)),
      synonyms,
    ),
    signs: textsOf(seen.filter(isSign), []),
  }
}

/** The entries that the words name, best first, at most one food; then signs. */
export function seeAlso({ names, signs }: SeeIndex, words: string): readonly See[] {
  if (stemsOf(words).every(stem => everyday.has(stem))) return []
  const found = [names, signs].flatMap(({ entries, texts }) =>
    matchTexts(texts, words, { beginnings: false, slips: texts === names.texts })
      .filter(({ covers }) => covers >= enough)
      .flatMap(({ at }) => entries[at] ?? []),
  )
  const [food] = found.filter(({ kind }) => kind === 'food').toSorted((a, b) => a.title.length - b.title.length)
  return found.filter(each => each.kind !== 'food' || each === food).slice(0, most)
}

const isSeeKind = (kind: ReviewKind | SeeKind): kind is SeeKind => Object.hasOwn(seeKindNames, kind)
