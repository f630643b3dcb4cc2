/**
 * Drinks and the colour of urine: what may be said to this person? What limits drinking is asked first. Beside a colour
 * that may be a danger, and above the tier `soon`, no word on drinking stands.
 */
import type { Remedy, UrineColours } from '../knowledge/remedy-schema.ts'
import { type Certainty, isAbove, type Tier } from '../knowledge/vocabulary.ts'
import { offer, type PersonFacts } from '../remedies/cautions.ts'
import { drinkCeiling, hidesUrineColours, limits, mayShowUrineColours } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import type { Reason } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { factsOf } from './person-facts.ts'
import { statementOf } from './statement.ts'

export interface HydrationKnowledge {
  readonly triage: TriageKnowledge
  /** The remedy `hydration`. */
  readonly drinks: Remedy
  readonly colours: UrineColours
}

/** What changes the advice, or keeps it back, and which fact does so. */
interface Because {
  readonly fact: string
  readonly text: string
}

/** The chart, or why it is not for this person: what it is kept for, and whether the age is 65 or over. */
export type Chart =
  | { readonly isShown: true; readonly colours: readonly string[]; readonly chosen?: string; readonly text?: string }
  | { readonly isShown: false; readonly because: readonly Because[]; readonly age?: 'from-65' }

interface Sourced {
  readonly sources: readonly string[]
  readonly nextReview: string
}

export type Hydration =
  /** The tier is above soon, or a fact needs help at once: help comes first. */
  | { readonly kind: 'help-first'; readonly tier: Tier; readonly because: readonly (Reason | Because)[] }
  | { readonly kind: 'too-young' }
  /** What has to be answered first. */
  | { readonly kind: 'ask'; readonly age: boolean; readonly facts: readonly Asked[] }
  /** No amount and no way to drink may be advised. */
  | ({ readonly kind: 'no-advice'; readonly because: readonly Because[]; readonly chart: Chart } & Sourced)
  | ({
      readonly kind: 'drinks'
      /** The most in an hour; absent with a limit of the person's own, which `changes` then names. */
      readonly millilitresPerHour?: number
      readonly steps: readonly string[]
      readonly points: readonly string[]
      readonly changes: readonly Because[]
      readonly stop: readonly string[]
      readonly certainty: Certainty | null
      readonly effect: string
      readonly chart: Chart
    } & Sourced)

interface Asked {
  readonly id: string
  readonly text: string
}

/** `colour` is the name of a step of the chart; `today` is YYYY-MM-DD. */
export function hydration(
  knowledge: HydrationKnowledge,
  given: Case,
  colour: string | undefined,
  today: string,
): Hydration {
  const { triage, drinks, colours } = knowledge
  const danger = colours.colours.find(({ name }) => name === colour)?.finding
  const told = danger === undefined ? given : { ...given, present: [...new Set([...given.present, danger])] }
  const { tier, because } = assess(triage, told)
  if (isAbove(tier, 'soon')) return { kind: 'help-first', tier, because }
  if (given.age !== undefined && given.age < limits.leastAge) return { kind: 'too-young' }

  const person = factsOf(triage, given)
  const urgent = urgentIn(drinks, person)
  if (urgent.length > 0) return { kind: 'help-first', tier: 'emergency', because: urgent }
  const unknown = asksBefore(drinks).filter(id => !isKnown(person, id))
  if (given.age === undefined || unknown.length > 0)
    return {
      kind: 'ask',
      age: given.age === undefined,
      facts: unknown.map(id => ({ id, text: statementOf({ triage }, id) ?? id })),
    }

  const chart = chartFor(colours, given.age, new Set([...person.present, ...person.unsure]), colour)
  const sourced: Sourced = {
    sources: [...new Set([...drinks.sources, ...colours.sources])],
    nextReview: [drinks.nextReview, colours.nextReview].toSorted()[0] ?? drinks.nextReview,
  }
  const answer = offer(drinks, withoutUrgent(drinks, person), today)
  if (answer.status !== 'offered')
    return {
      kind: 'no-advice',
      because: answer.status === 'left-out' && answer.reason === 'caution' ? answer.because.map(reasonOf) : [],
      chart,
      ...sourced,
    }
  const ceiling = drinkCeiling(person)
  return {
    kind: 'drinks',
    ...(ceiling === undefined ? {} : { millilitresPerHour: ceiling }),
    steps: ceiling === undefined ? [] : drinks.methods.flatMap(({ steps }) => steps),
    points: ceiling === undefined ? [] : (drinks.points ?? []),
    changes: answer.changes.map(reasonOf),
    stop: drinks.stop,
    certainty: drinks.certainty.cramp,
    effect: drinks.effect,
    chart,
    ...sourced,
  }
}

/** What makes the colour mislead, and what changes how to drink; an emergency is asked by the check. */
export const asksBefore = ({ notFor }: Pick<Remedy, 'notFor'>): readonly string[] => [
  ...new Set<string>([
    ...hidesUrineColours,
    ...notFor.flatMap(({ fact, action }) => (action === 'emergency' ? [] : [fact])),
  ]),
]

const isKnown = ({ present, absent, unsure }: PersonFacts, id: string): boolean =>
  present.has(id) || absent.has(id) || unsure.has(id)

const reasonOf = ({ fact, text }: Because): Because => ({ fact, text })

/** What needs help at once, such as feeling ill after a lot of water; not sure counts. */
const urgentIn = ({ notFor }: Remedy, { present, unsure }: PersonFacts): readonly Because[] =>
  notFor.flatMap(({ fact, action, text }) =>
    action === 'emergency' && (present.has(fact) || unsure.has(fact)) ? [{ fact, text }] : [],
  )

/** What needs help at once is named among the signs to stop for, so it is not asked before. */
const withoutUrgent = ({ notFor }: Remedy, person: PersonFacts): PersonFacts => ({
  ...person,
  absent: new Set([...person.absent, ...notFor.flatMap(({ fact, action }) => (action === 'emergency' ? [fact] : []))]),
})

function chartFor(
  { colours, notFor }: UrineColours,
  age: number,
  facts: ReadonlySet<string>,
  colour: string | undefined,
): Chart {
  if (!mayShowUrineColours(age, facts))
    return {
      isShown: false,
      because: notFor.filter(({ fact }) => facts.has(fact)).map(reasonOf),
      ...(age >= limits.urineColourBelowAge ? { age: 'from-65' as const } : {}),
    }
  const step = colours.find(({ name }) => name === colour)
  return {
    isShown: true,
    colours: colours.map(({ name }) => name),
    ...(step === undefined ? {} : { chosen: step.name }),
    ...(step?.text === undefined ? {} : { text: step.text }),
  }
}
