/**
 * Where newer knowledge may end at a lower tier than before. It looks at what decides, not at words: anything that a
 * finding, rule or combination needs in order to count, and whether it is still asked. A change whose effect is not plain
 * counts as lower. Only a clinician's recorded verdict lets it pass.
 */

import { isAgreed, type WithVerdict } from '../evidence/review-verdict.ts'
import type { AdviceByTier } from '../knowledge/schema.ts'
import { complaints, regions, tiers } from '../knowledge/vocabulary.ts'
import { linesFor } from '../triage/gates.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { byId, isSame, type Lowered, tiered } from './compared.ts'
import { type Advising, loweredAdvice } from './lowered-advice.ts'

/** The part of the knowledge that determines a tier or a piece of advice. */
export interface Deciding extends Advising {
  readonly triage: TriageKnowledge
  readonly tiers: AdviceByTier
  /** Verdicts by kind and id: `finding saddle-numbness`. */
  readonly reviewed: Readonly<Record<string, WithVerdict>>
}

/** Everything that may require less than before and that no clinician has agreed to. */
export function loweredWithoutVerdict(before: Deciding, after: Deciding): readonly Lowered[] {
  const found = [
    ...tiered('finding', before.triage.findings, after.triage.findings, ofFinding),
    ...tiered('red-flag', byId(before.triage.redFlags), byId(after.triage.redFlags), ofRule),
    ...tiered('combination', byId(before.triage.combinations), byId(after.triage.combinations), ofCombination),
    ...asked(before.triage, after.triage),
    ...words(before.tiers, after.tiers),
    ...loweredAdvice(before, after),
  ]
  return found.filter(({ entry }) => !isNewlyAgreed(before.reviewed[entry], after.reviewed[entry]))
}

/** A verdict from before the change is about the earlier version of the entry. */
const isNewlyAgreed = (was: WithVerdict | undefined, is: WithVerdict | undefined): boolean =>
  is !== undefined && isAgreed(is) && !isSame(was?.reviewed, is.reviewed)

/** The fields on which the tier of a finding depends, besides its own. */
const ofFinding = [
  ...(['except', 'regions', 'sex', 'resembles', 'askedIn', 'answeredBy', 'impliedBy', 'ruledOutBy'] as const),
  'pregnancyWeeks',
] as const
const ofRule = ['complaint', 'when'] as const
const ofCombination = ['takes', 'count', 'alongside', 'together', 'since', 'when'] as const

/** Findings that the gates named, or held, for a complaint at a place, and no longer do; and words of a case that mean less. */
function asked(before: TriageKnowledge, after: TriageKnowledge): readonly Lowered[] {
  const [was, is] = [heldEverywhere(before), heldEverywhere(after)]
  const gone = [...was].filter(each => !is.has(each))
  const ids = new Set(gone.map(each => each.split('|')[0] ?? ''))
  const said = isSame(before.interview.said, after.interview.said)
    ? []
    : [{ entry: 'page interview', because: 'takes other things as said' }]
  return [
    ...[...ids].map(id => ({ entry: `finding ${id}`, because: 'is not asked everywhere it was' })),
    ...said,
    ...(['conditions', 'medicines'] as const).flatMap(list =>
      Object.entries(before[list]).flatMap(([word, { findings: old, facts }]) => {
        const now = after[list][word]
        const isKept = now && [...old, ...facts].every(id => [...now.findings, ...now.facts].includes(id))
        return isKept ? [] : [{ entry: `${list} ${word}`, because: 'means less than before' }]
      }),
    ),
  ]
}

/** `finding|complaint|region|needs`: everything that a gate could ask of somebody of whom nothing else is known. */
function heldEverywhere(knowledge: TriageKnowledge): ReadonlySet<string> {
  const found = new Set<string>()
  for (const complaint of complaints)
    for (const region of [undefined, ...regions])
      for (const gate of knowledge.prepared.gateOrder[complaint].get(region) ?? []) {
        const person = { complaint, region, sex: undefined, present: new Set<string>(), pregnancyWeeks: undefined }
        const needs = JSON.stringify(knowledge.gates[gate]?.needs ?? null)
        for (const { names, also } of linesFor(knowledge, person, gate)) {
          for (const id of names) found.add(`${id}|${complaint}|${region}|${needs}|named`)
          for (const id of also) found.add(`${id}|${complaint}|${region}|${needs}|also`)
        }
      }
  return found
}

/** What is said for a tier. Its words are the advice itself. */
const words = (before: AdviceByTier, after: AdviceByTier): readonly Lowered[] =>
  tiers
    .filter(tier => {
      const [was, is] = [before[tier], after[tier]]
      return is?.heading !== was.heading || is.action !== was.action || is.within !== was.within
    })
    .map(tier => ({ entry: `tier ${tier}`, because: 'says something else' }))
