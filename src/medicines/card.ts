/**
 * What our sources say about an ingredient, in sentences: how often, how strong the link, compared with what, from
 * when, why.
 */
import type { ListedIngredient, MedicineKnowledge } from './knowledge.ts'

export interface Card {
  readonly id: string
  readonly name: string
  readonly class: string
  readonly strength: ListedIngredient['strength']
  readonly reactions: readonly string[]
  readonly howStrong: string
  readonly howOften: string
  /** Compared with a placebo or another treatment, if a source says so. */
  readonly compared?: string
  readonly starts: string
  readonly why: readonly string[]
  readonly detail?: string
  readonly note?: string
  readonly market?: string
  /** Was the listing seen in a source for this ingredient, or is it from memory? */
  readonly confidence: ListedIngredient['confidence']
  readonly sources: ListedIngredient['sources']
}

/** The card of a listed ingredient; undefined for others. */
export function cardOf({ ingredients, texts }: MedicineKnowledge, id: string): Card | undefined {
  const found = Object.hasOwn(ingredients, id) ? ingredients[id] : undefined
  if (!found) return undefined
  const { name, class: group, strength, reactions, band, share, starts, why, confidence, sources } = found
  return {
    id,
    name,
    class: group,
    strength,
    reactions,
    howStrong: texts.strengths[strength] ?? strength,
    howOften: texts.bands[band] ?? band,
    ...(share === undefined ? {} : { compared: filled(texts.advice.compared, share) }),
    starts: (starts && texts.starts[starts]) ?? texts.advice['start-unknown'],
    why: why.flatMap(reason => texts.why[reason] ?? []),
    ...only(found, 'detail'),
    ...only(found, 'note'),
    ...only(found, 'market'),
    confidence,
    sources,
  }
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))

const only = <K extends 'detail' | 'note' | 'market'>(
  from: ListedIngredient,
  key: K,
): { readonly [key in K]?: string } =>
  (from[key] === undefined ? {} : { [key]: from[key] }) as { readonly [key in K]?: string }
