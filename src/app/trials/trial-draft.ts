/** A new trial as it is typed, kept until it starts, and the design that follows from it. */
import { answeredByArms } from '../../plan/trial-arms.ts'
import { baselineOf } from '../../plan/trial-baseline.ts'
import { type Design, type DesignRequest, defaultLayout, design } from '../../trials/design.ts'
import { type OutcomeModel, outcomeModels } from '../../trials/options.ts'
import type { Protocol } from '../../trials/protocol.ts'
import { type TrialFact, type TrialFacts, trialFacts } from '../../trials/refusal.ts'
import type { Layout } from '../../trials/schedule.ts'
import type { Baseline } from '../../trials/simulate.ts'
import { exercises, remedies } from '../plan/door.ts'
import { draftOf } from '../state/drafts.ts'
import { isNumber, isText, listOf, objectOf, oneOf, shapedAs } from '../state/local-storage.ts'
import { diary, episode } from '../state/store.ts'
import { triageNow } from '../triage/door.ts'
import type { ChoiceAnswer } from '../ui/choices.tsx'

interface Typed {
  readonly step: 'question' | 'facts' | 'show' | 'start'
  readonly question: string
  readonly arms: Protocol['arms']
  readonly model: OutcomeModel
  readonly layout: Layout
  readonly facts: Readonly<Record<string, ChoiceAnswer>>
  readonly looks: 'none' | 'each-cycle'
  readonly expectation: number | undefined
}

const empty: Typed = {
  step: 'question',
  question: '',
  arms: [],
  model: 'rating',
  layout: defaultLayout('rating', 2),
  facts: {},
  looks: 'none',
  expectation: undefined,
}

const isArm = shapedAs<Protocol['arms'][number]>({ label: isText, remedy: isText }, ['remedy'])
const isPeriods = shapedAs({ kind: oneOf('periods'), cycles: isNumber, periodDays: isNumber, leaveOut: isNumber })
const isEpisodes = shapedAs({ kind: oneOf('episodes'), episodes: isNumber })

export const typed = draftOf<Typed>('trial', empty, {
  step: oneOf('question', 'facts', 'show', 'start'),
  question: isText,
  arms: listOf(isArm),
  model: oneOf(...outcomeModels),
  layout: value => isPeriods(value) || isEpisodes(value),
  facts: objectOf(oneOf('yes', 'unsure')),
  looks: oneOf('none', 'each-cycle'),
  expectation: isNumber,
})

/** The trial as typed, planned from the person's own diary where it has enough days. */
export function designOf(value: Typed, seed: number): Design {
  const baseline = ownBaseline(value)
  return design({ ...requestOf(value, seed), ...(baseline ? { baseline } : {}) })
}

export const ownBaseline = ({ model, layout }: Typed): Baseline | undefined =>
  model === 'rating' && layout.kind === 'periods' ? baselineOf(diary.value.days) : undefined

function requestOf({ question, arms, model, layout, facts, looks, expectation }: Typed, seed: number): DesignRequest {
  return {
    question,
    arms,
    outcome: { model, question: questions[model] },
    facts: factsOf(facts),
    layout,
    looks,
    seed,
    powerTrials: 0,
    ...(expectation === undefined ? {} : { expectation }),
  }
}

const questions: Readonly<Record<OutcomeModel, string>> = {
  rating: 'Average pain of the last 24 hours, 0 to 10',
  count: 'How many cramps last night?',
  'yes-no': 'A cramp last night?',
}

function factsOf(answers: Typed['facts']): TrialFacts {
  return Object.fromEntries(trialFacts.map(fact => [fact, answers[fact] !== undefined || isKnown(fact)])) as Record<
    TrialFact,
    boolean
  >
}

/** Told elsewhere: a warning sign of the open check, and a pregnancy under About me. */
const isKnown = (fact: TrialFact): boolean =>
  (fact === 'red-flag' && hasOpenSign()) ||
  (fact === 'pregnant' && diary.value.person.sex !== 'male' && diary.value.person.pregnant === true)

/** What has to be asked: neither the remedies themselves nor About me answer it. */
export function factsToAsk({ arms }: Typed): readonly TrialFact[] {
  const { sex, pregnant } = diary.value.person
  const kindOf = (id: string) => (exercises[id] ? ('movement' as const) : remedies[id]?.kind)
  const known = new Set<TrialFact>(answeredByArms(arms, kindOf))
  if (sex === 'male' || pregnant === true) known.add('pregnant')
  return trialFacts.filter(fact => !known.has(fact))
}

/** A warning sign of the open check counts whatever is ticked here. */
export function hasOpenSign(): boolean {
  const result = triageNow.value
  return (
    episode.value !== undefined &&
    result !== undefined &&
    (!result.settled || !['self-care', 'routine'].includes(result.tier))
  )
}
