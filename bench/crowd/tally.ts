/** Holds the check with a whole crowd and counts: who goes to which tier, and what demanded it. */
import type { Crowd } from '../../src/knowledge/crowd-schema.ts'
import { type Complaint, complaints, type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import type { Reason } from '../../src/triage/triage.ts'
import { checker } from './check.ts'
import { peopleOf } from './draw.ts'

/** What an entry of the knowledge did in the crowd; `id` names a finding, a red flag or a combination. */
export interface Met {
  readonly kind: 'finding' | 'red-flag' | 'combination'
  readonly id: string
  /** People of whom it was known to be true, or for whom it fired, when the check ended. */
  readonly met: number
  /** People whose tier it demanded, by that tier. */
  readonly demanded: Readonly<Partial<Record<Tier, number>>>
  /** Of those, the people for whom nothing else demanded that tier by the time the check ended. */
  readonly alone: Readonly<Partial<Record<Tier, number>>>
}

export interface Tally {
  readonly people: number
  readonly seed: number
  readonly tiers: Readonly<Record<Complaint, Readonly<Record<Tier, number>>>>
  /** Everything that was met, and every rule and combination. */
  readonly entries: readonly Met[]
  /** Mean pages and statements of a check. */
  readonly pages: number
  readonly statements: number
}

const noTiers = () => Object.fromEntries(tiers.map(tier => [tier, 0])) as Record<Tier, number>

export function tallyOf(knowledge: TriageKnowledge, crowd: Crowd, people: number, seed: number): Tally {
  const check = checker(knowledge, crowd)
  const byTier = { back: noTiers(), cramp: noTiers() }
  const entries = entriesOf(knowledge)
  let [pages, statements] = [0, 0]
  for (const person of peopleOf(crowd, people, seed)) {
    const { result, known, ...asked } = check(person)
    byTier[person.complaint][result.tier] += 1
    pages += asked.pages
    statements += asked.statements
    for (const id of known.present) entries.finding(id).met += 1
    const deciding = result.because.filter(({ tier }) => tier === result.tier)
    for (const reason of result.because) if (reason.kind !== 'finding') entries.of(reason).met += 1
    for (const reason of deciding) {
      const entry = entries.of(reason)
      entry.demanded[result.tier] = (entry.demanded[result.tier] ?? 0) + 1
      if (deciding.length === 1) entry.alone[result.tier] = (entry.alone[result.tier] ?? 0) + 1
    }
  }
  return { people, seed, tiers: byTier, entries: entries.all(), pages: pages / people, statements: statements / people }
}

interface Counting extends Met {
  met: number
  readonly demanded: Partial<Record<Tier, number>>
  readonly alone: Partial<Record<Tier, number>>
}

/** A count for every finding, rule and combination, so that what was never met is counted too. */
function entriesOf({ findings, redFlags, combinations }: TriageKnowledge) {
  const counts = new Map<string, Counting>()
  const entry = (kind: Met['kind'], id: string): Counting => {
    const key = `${kind} ${id}`
    const found = counts.get(key) ?? { kind, id, met: 0, demanded: {}, alone: {} }
    counts.set(key, found)
    return found
  }
  for (const id of Object.keys(findings)) entry('finding', id)
  for (const { id } of redFlags) entry('red-flag', id)
  for (const { id } of combinations) entry('combination', id)
  const unlisted: Counting = { kind: 'finding', id: '', met: 0, demanded: {}, alone: {} }
  return {
    finding: (id: string) => counts.get(`finding ${id}`) ?? unlisted,
    of: ({ kind, id }: Pick<Reason, 'kind' | 'id'>) => entry(kindOf[kind], id),
    all: (): readonly Met[] => [...counts.values()],
  }
}

const kindOf = { finding: 'finding', unsure: 'finding', rule: 'red-flag', combination: 'combination' } as const

/** Of all complaints, or of one. */
export const countOf = (
  { tiers: by }: Pick<Tally, 'tiers'>,
  tier: Tier,
  of: readonly Complaint[] = complaints,
): number => of.reduce((sum, complaint) => sum + by[complaint][tier], 0)

/** People with these complaints. */
export const sizeOf = (tally: Pick<Tally, 'tiers'>, of: readonly Complaint[] = complaints): number =>
  tiers.reduce((sum, tier) => sum + countOf(tally, tier, of), 0)
