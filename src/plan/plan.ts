/**
 * The plan for the next 48 hours: which remedies and exercises, in which order, what to avoid, when to seek help.
 *
 * How it is composed is knowledge (a table of tier x complaint x region x phase), not code. The code keeps the promises:
 * no remedy before the check is settled, none in an emergency, none under 16, only what is marked safe while waiting for
 * same-day care, and nothing past its review date or excluded for this person.
 */
import type { Caution, Exercise, PlanStep, PlanTable, Remedy } from '../knowledge/remedy-schema.ts'
import type { Certainty, Complaint, Phase, Region, Tier } from '../knowledge/vocabulary.ts'
import { type Offer, offer, type PersonFacts } from '../remedies/cautions.ts'
import { limits, mayShowDrinkTarget } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import type { Page } from '../triage/page.ts'
import type { Reason } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { checkInHours } from './check-ins.ts'
import { type OwnVerdict, orderByOwn } from './own-verdicts.ts'
import { factsOf } from './person-facts.ts'

export interface PlanKnowledge {
  readonly triage: TriageKnowledge
  readonly remedies: Readonly<Record<string, Remedy>>
  readonly exercises: Readonly<Record<string, Exercise>>
  readonly plans: Readonly<Record<string, PlanTable>>
}

/** A remedy or exercise of the plan, and whether it may be started. */
export interface Step {
  readonly kind: 'remedy' | 'exercise'
  readonly id: string
  readonly name: string
  readonly when: string
  readonly how?: string
  /** `ask`: these facts must be answered before it may be started. */
  readonly status: 'offered' | 'ask'
  readonly ask: readonly string[]
  /** Limits and other ways to do it, for this person. */
  readonly changes: readonly Caution[]
  readonly certainty: Certainty | null
  readonly sources: readonly string[]
  readonly nextReview: string
  /** A trial of this person's own found it better than another. */
  readonly own?: OwnVerdict
}

/** A remedy or exercise that the table holds and this person is not offered, and why. */
export interface LeftOut {
  readonly kind: 'remedy' | 'exercise'
  readonly id: string
  readonly name: string
  readonly reason: 'caution' | 'past-review' | 'limits'
  readonly because: readonly Caution[]
}

export interface CheckIn {
  readonly hours: number
}

export type Plan =
  | { readonly kind: 'emergency'; readonly tier: 'emergency'; readonly because: readonly Reason[] }
  | { readonly kind: 'check-first'; readonly tier: Tier; readonly because: readonly Reason[]; readonly ask: Page }
  /** Made for adults: a clinician should look at anyone under 16. */
  | { readonly kind: 'too-young'; readonly tier: Tier; readonly because: readonly Reason[] }
  | {
      readonly kind: 'plan'
      readonly tier: Exclude<Tier, 'emergency'>
      readonly because: readonly Reason[]
      readonly complaint: Complaint
      readonly region: Region
      readonly phase: Phase
      readonly opening: string
      readonly steps: readonly Step[]
      readonly leftOut: readonly LeftOut[]
      readonly avoid: readonly string[]
      readonly seekHelp: readonly string[]
      readonly checkIns: readonly CheckIn[]
      readonly sources: readonly string[]
      readonly nextReview: string
    }

/**
 * `today` is YYYY-MM-DD. Hours since onset come with the case; unknown hours count as the first, the most careful phase.
 * `verdicts` of this person's own trials order remedies of equal evidence.
 */
export function plan(knowledge: PlanKnowledge, from: Case, today: string, verdicts: readonly OwnVerdict[] = []): Plan {
  const { tier, because, settled, ask } = assess(knowledge.triage, from)
  if (tier === 'emergency') return { kind: 'emergency', tier, because }
  if (from.age !== undefined && from.age < limits.leastAge) return { kind: 'too-young', tier, because }
  if (!settled && ask !== null) return { kind: 'check-first', tier, because, ask }

  const table = tableFor(knowledge.plans, from.complaint, from.region ?? defaultRegion[from.complaint])
  const phase = phaseOf(from.context.hoursSinceOnset)
  const person = factsOf(knowledge.triage, from)
  const found = table.cells[tier][phase]
    .map(step => judge(knowledge, step, table, person, today))
    .filter(judged => tier !== 'same-day' || judged.isSafeWhileWaiting)
  const isPastReview = table.nextReview < today
  return {
    kind: 'plan',
    tier,
    because,
    complaint: table.complaint,
    region: table.region,
    phase,
    opening: table.opening[phase],
    steps: isPastReview
      ? []
      : orderByOwn(
          found.flatMap(({ step }) => (step ? [step] : [])),
          verdicts,
        ),
    leftOut: found.flatMap(({ leftOut }) => (leftOut ? [leftOut] : [])),
    avoid: table.avoid,
    seekHelp: table.seekHelp,
    checkIns: checkInHours.filter(hours => hours > (from.context.hoursSinceOnset ?? 0)).map(hours => ({ hours })),
    sources: table.sources,
    nextReview: table.nextReview,
  }
}

/** The phase a number of hours since onset falls in. */
export function phaseOf(hours: number | undefined): Phase {
  if (hours === undefined || hours < 6) return '0-6'
  if (hours < 24) return '6-24'
  return hours < limits.restHours ? '24-48' : '48+'
}

/**
 * The table for a complaint at a place. Some pairs have none (a cramp in the low back is a back spasm; a back complaint
 * in the calf is a cramp): they use the table the place has, so that every case has a plan.
 */
export function tableFor(plans: PlanKnowledge['plans'], complaint: Complaint, region: Region): PlanTable {
  const tables = Object.values(plans).filter(table => table.region === region)
  const table = tables.find(each => each.complaint === complaint) ?? tables[0]
  if (table === undefined) throw new Error(`no plan table for ${region}`)
  return table
}

const defaultRegion: Readonly<Record<Complaint, Region>> = { back: 'low back', cramp: 'calf' }

/** A remedy or exercise with all that keeps it from a person: one done by region has the cautions of its exercise too. */
function itemFor({ remedies, exercises }: PlanKnowledge, id: string, region: Region): Remedy | Exercise | undefined {
  const remedy = remedies[id]
  const exercise = exercises[remedy?.byRegion?.[region] ?? '']
  if (remedy === undefined || exercise === undefined) return remedy ?? exercises[id]
  return { ...remedy, notFor: [...remedy.notFor, ...exercise.notFor] }
}

/**
 * May this remedy or exercise be started now? The plan's own promises, for one that is opened by its address.
 * Undefined: nothing of that id may be offered to this person now, whatever its cautions say.
 */
export function offerNow(knowledge: PlanKnowledge, from: Case, id: string, today: string): Offer | undefined {
  const item = itemFor(knowledge, id, from.region ?? defaultRegion[from.complaint])
  const { tier, settled } = assess(knowledge.triage, from)
  if (item === undefined || !settled || tier === 'emergency') return undefined
  if (from.age === undefined || from.age < limits.leastAge) return undefined
  if (tier === 'same-day' && !item.safeWhileWaiting) return undefined
  return offer(item, factsOf(knowledge.triage, from), today)
}

interface Judged {
  readonly isSafeWhileWaiting: boolean
  readonly step?: Step
  readonly leftOut?: LeftOut
}

function judge(
  knowledge: PlanKnowledge,
  { id, when, how }: PlanStep,
  { complaint, region }: PlanTable,
  person: PersonFacts,
  today: string,
): Judged {
  const remedy = knowledge.remedies[id]
  const exercise = knowledge.exercises[id]
  const item = itemFor(knowledge, id, region)
  if (item === undefined) throw new Error(`the plan names ${id}, which is no remedy or exercise`)
  const kind = remedy ? 'remedy' : 'exercise'
  const answer: Offer = offer(item, person, today)
  const { name, safeWhileWaiting: isSafeWhileWaiting, sources, nextReview } = item
  if (answer.status === 'left-out') {
    const because = answer.reason === 'caution' ? answer.because : []
    return { isSafeWhileWaiting, leftOut: { kind, id, name, reason: answer.reason, because } }
  }
  const isAmountHidden = remedy?.kind === 'drink' && !mayShowDrinkTarget(new Set([...person.present, ...person.unsure]))
  const certainty = remedy ? remedy.certainty[complaint] : (exercise?.certainty ?? null)
  return {
    isSafeWhileWaiting,
    step: {
      kind,
      id,
      name,
      when,
      ...(how === undefined || isAmountHidden ? {} : { how }),
      status: answer.status,
      ask: answer.status === 'ask' ? answer.facts : [],
      changes: answer.status === 'offered' ? answer.changes : [],
      certainty,
      sources,
      nextReview,
    },
  }
}
