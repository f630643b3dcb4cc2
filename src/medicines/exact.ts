/** A name as it was typed, or without the words that do not identify the medicine. */
import type { IndexedName, NameIndex } from './name-index.ts'
import { oncePerAnswer } from './nearest.ts'
import { compact, saysNoName, singular, type Typed } from './typed.ts'

/** All meanings of the typed name; none if it is not a name. The less was left out, the earlier it counts. */
export function exactNames(index: NameIndex, { beginnings, steps }: Typed): readonly IndexedName[] {
  for (const step of [...beginnings, ...steps]) {
    const names = index.byKey.get(compact(step)) ?? inPlural(index, step) ?? withoutSalt(index, step)
    if (names && !isOtherShape(names, step, steps)) return names
  }
  for (const step of steps.filter(each => !saysNoName(index.words, each))) {
    // The short name of a group matches only where a form was typed: "water" is not "water tablet".
    const names = (index.byShortKey().get(compact(step)) ?? []).filter(
      ({ kind, name }) =>
        kind === 'brand' || kind === 'ingredient' || (step !== steps[0] && shapeOf(steps[0] ?? '') === shapeOf(name)),
    )
    const [first] = oncePerAnswer([...names].sort((a, b) => a.rank - b.rank))
    if (first && oncePerAnswer(names).length === 1) return [first]
  }
  return []
}

/** A "steroid inhaler" is none of the steroid tablets. */
const isOtherShape = (names: readonly IndexedName[], step: string, steps: readonly string[]): boolean =>
  names[0]?.kind === 'group' && step !== steps[0] && /\binhalers?\b/.test(steps[0] ?? '') && !/inhaler/.test(step)

/** "water pills" are water tablets, and a "blue tablet" is no blue inhaler. */
const shapeOf = (text: string): string =>
  /\b(?:inhalers?|puffers?)\b/i.exec(text)
    ? 'inhaler'
    : /\b(?:injections?|jabs?|shots?)\b/i.exec(text)
      ? 'injection'
      : 'tablet'

/** A group or an ingredient is also found by its plural. */
function inPlural(index: NameIndex, step: string): readonly IndexedName[] | undefined {
  const words = step.split(' ')
  // "diabetes tablets" is one group: only the last word is a plural.
  const lastOnly = [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ')
  const found = index.byKey.get(compact(lastOnly)) ?? index.byKey.get(compact(singular(step)))
  return found?.every(({ kind }) => kind !== 'brand') ? found : undefined
}

/** "Metoprololsuccinat": a salt that other languages write in one word with its ingredient. */
function withoutSalt({ byKey }: NameIndex, step: string): readonly IndexedName[] | undefined {
  const [, base] = joinedSalt.exec(compact(step)) ?? []
  const found = base === undefined ? undefined : byKey.get(base)
  return found?.every(({ kind }) => kind === 'ingredient') ? found : undefined
}

const joinedSalt =
  /^(.{5,}?)(?:(?:di|mono)?hydrochloride?|succinate?|tartrate?|besilate?|maleate?|fumarate?|mesilate?|natrium|kalium|cilexetil|medoxomil)$/

/** The one meaning of the typed name; undefined where it is a group, or means different things. */
export function sureName(index: NameIndex, typed: Typed): IndexedName | undefined {
  const [first, ...others] = exactNames(index, typed)
  return others.length === 0 && first?.kind !== 'group' ? first : undefined
}
