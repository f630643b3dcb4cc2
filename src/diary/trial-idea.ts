/**
 * The fair trial that could test a difference of the day before: two things to compare, in the person's words. None where
 * the difference points the other way; none for a medicine, which is never changed for a trial; for how much one drinks, which some hearts and kidneys limit; for water; and
 * for alcohol, which must not be left out at once by those who depend on it.
 */
import { type Difference, gapOf } from './day-before.ts'

const words = {
  leftOut: (name: string) => `${name} left out`,
  asUsual: (name: string) => `${name} as usual`,
  early: 'Bed an hour earlier',
  bed: 'Bed as usual',
  fewer: 'Fewer steps',
  steps: 'Steps as usual',
  without: 'Without it',
}

/** `nameOf` returns the name of a remedy; `remedy` is its id, if the first arm is one. */
export interface TrialIdea {
  readonly arms: readonly [string, string]
  readonly remedy?: string
}

/** The two arms that would test a difference fairly; undefined if there is no such trial. `nameOf` returns the name of a remedy. */
export function trialIdea(thing: Difference, nameOf: (remedy: string) => string): TrialIdea | undefined {
  const isMoreBefore = gapOf(thing) > 0
  // What was less frequent before a bad day is tested by doing it, and only remedies are offered for that.
  if (isMoreBefore === (thing.kind === 'remedy')) return undefined
  switch (thing.kind) {
    case 'short-sleep':
      return { arms: [words.early, words.bed] }
    case 'many-steps':
      return { arms: [words.fewer, words.steps] }
    case 'food':
    case 'drink': {
      if (isWater.test(thing.name) || isAlcohol.test(thing.name)) return undefined
      const name = `${thing.name.charAt(0).toUpperCase()}${thing.name.slice(1, mostLetters)}`
      return { arms: [words.leftOut(name), words.asUsual(name)] }
    }
    case 'remedy':
      return { arms: [nameOf(thing.name).slice(0, 40), words.without], remedy: thing.name }
    case 'medicine':
    case 'little-drink':
      return undefined
  }
}

/** An arm has at most 40 letters. */
const mostLetters = 28
const isWater = /^(?:tap |sparkling |mineral |still )?water$/i
const isAlcohol =
  /\b(?:alcohol|beers?|lager|ale|wine|cider|spirits?|whisk(?:e?y)|vodka|gin|rum|brandy|liqueur|cocktails?|sake|port|sherry|prosecco|champagne|schnapps|drinks? with alcohol)\b/i
