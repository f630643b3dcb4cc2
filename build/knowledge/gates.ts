/**
 * What the build requires of the gates of the check, so that nobody passes a danger unread: each finding is in one
 * gate, and each sign that needs help by itself is in its words.
 */
import type { GateLine } from '../../src/knowledge/schema.ts'
import { complaints, type Region, regions } from '../../src/knowledge/vocabulary.ts'
import { mentions } from '../../src/triage/condition.ts'
import { tierAlone } from '../../src/triage/tier-alone.ts'
import type { Faults } from './files.ts'
import type { Knowledge } from './read.ts'
import { type Expect, factIdsOf, idsOf } from './references.ts'
import { textsAt } from './texts.ts'

/** More lines than this do not fit on a small phone without scrolling. */
const mostLines = 6

type GateEntry = Knowledge['gates'][number]

export function checkGates(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { gates, findings, interview } = knowledge
  for (const gate of gates) {
    expect(gate, textsAt(gate.value, 'lines.*.names'), factIdsOf(knowledge), 'finding or fact')
    expect(gate, textsAt(gate.value, 'lines.*.also', 'needs'), idsOf(findings), 'finding')
    checkLength(gate, knowledge, faults)
  }
  checkOneGate(knowledge, faults)
  checkDangersNamed(knowledge, faults)
  if (!interview) return
  expect(interview, textsAt(interview.value, 'order', 'firstAt'), idsOf(gates), 'gate')
  expect(interview, textsAt(interview.value, 'said.*.finding'), idsOf(findings), 'finding')
  for (const { id, value, at } of gates)
    for (const complaint of complaints)
      if ((value.complaint ?? complaint) === complaint && !interview.value.order[complaint].includes(id))
        faults.add(at(), `${id}: is not in the order of the interview for ${complaint}`)
}

function checkLength({ id, value, at }: GateEntry, { findings }: Knowledge, faults: Faults): void {
  const placesOf = new Map(findings.map(finding => [finding.id, finding.value.regions]))
  const isAt = (finding: string, region: Region) => placesOf.get(finding)?.includes(region) ?? true
  for (const complaint of complaints)
    for (const region of regions) {
      const shown = linesAt(value, complaint, region).filter(({ names }) => names.some(each => isAt(each, region)))
      if (shown.length <= mostLines) continue
      faults.add(at(['lines']), `${id}: ${shown.length} lines for a ${complaint} at ${region}: at most ${mostLines}`)
      return
    }
}

/** At each place, every finding that can change a tier is in one gate there; a look-alike is beside its finding. */
function checkOneGate({ findings, gates, redFlags }: Knowledge, faults: Faults): void {
  const inRules = new Set(redFlags.flatMap(({ value }) => mentions(value.when)))
  const held = new Set(gates.flatMap(({ value }) => value.lines.flatMap(heldBy)))
  for (const { id, value, at } of findings) {
    if (value.askedIn !== undefined) {
      // The causes do not ask again what a gate has named.
      if (held.has(id) && value.askedIn !== 'causes')
        faults.add(at(), `${id}: is in a gate, but "askedIn" says that it is asked elsewhere`)
      continue
    }
    if (!held.has(id) && inRules.has(id)) faults.add(at(), `${id}: is part of a rule, but is in no gate`)
    const isBeside = value.resembles !== undefined && !held.has(id)
    const wrong = complaints.flatMap(complaint =>
      (value.regions ?? regions).flatMap(region => {
        const within = gates.filter(gate =>
          linesAt(gate.value, complaint, region).some(line => heldBy(line).includes(id)),
        )
        const isLost = within.length === 0 && !isBeside && tierAlone(value, { complaint, region }) !== null
        if (!isLost && within.length < 2) return []
        return [
          `${id}: for a ${complaint} at ${region} it is in ${within.map(gate => gate.id).join(' and ') || 'no gate'}`,
        ]
      }),
    )
    if (wrong[0] !== undefined) faults.add(at(), wrong[0])
  }
}

const heldBy = ({ names, also }: GateLine): readonly string[] => [...names, ...also]

/** A person who answers "None" has read the name of every sign of the place that needs help by itself. */
function checkDangersNamed({ findings, gates }: Knowledge, faults: Faults): void {
  for (const { id, value, at } of findings) {
    if (value.askedIn !== undefined) continue
    const unnamed = complaints.flatMap(complaint =>
      (value.regions ?? regions)
        .filter(region => tierAlone(value, { complaint, region }) !== null)
        .filter(
          region => !gates.some(gate => linesAt(gate.value, complaint, region).some(line => line.names.includes(id))),
        )
        .map(region => `a ${complaint} at ${region}`),
    )
    if (unnamed.length > 0) faults.add(at(), `${id}: needs help by itself, but no line names it for ${unnamed[0]}`)
  }
}

const linesAt = (gate: GateEntry['value'], complaint: (typeof complaints)[number], region: Region) =>
  (gate.complaint ?? complaint) !== complaint
    ? []
    : gate.lines.filter(line => (line.complaint ?? complaint) === complaint && (line.regions?.includes(region) ?? true))
