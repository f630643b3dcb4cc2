/**
 * The interview: which page comes next. The gates and their order are data; the code only leaves out what is answered
 * and what can no longer change the tier.
 *
 * Pages: each gate, and what it holds once it is opened; the details of the person, before the first gate that depends
 * on the sex; at last the partners. "None" at a gate says no to what the gate names. What else it holds counts as no too,
 * but a partner of something present is asked outright: a direct question counts for more than an implied no.
 */
import { type Contact, isAbove, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { isAskedOf, suits } from './askable.ts'
import { type IsOpen, lacking, type PersonDetail } from './condition.ts'
import { gatesFor, linesFor } from './gates.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { gateIdOf, type Page, type Statement } from './page.ts'
import { isAnswered, type Known } from './person.ts'
import { tierAlone } from './tier-alone.ts'

export type { Page } from './page.ts'

/** What the answers have reached so far. */
export interface Reached {
  readonly tier: Tier
  /** Whom the reasons of that tier send the person to, where it is not the usual doctor. */
  readonly contacts: ReadonlySet<Contact>
}

/** The next page for what is known, or null when nothing that is left to ask could add to what is reached. */
export function nextPage(knowledge: TriageKnowledge, person: Known, now: Reached): Page | null {
  const isNeeded = neededBy(knowledge, person, now)
  const gates = gatesFor(knowledge, person).filter(
    gate => isAnswered(person, gateIdOf(gate)) || isGateNeeded(knowledge, person, gate, isNeeded),
  )
  const isOfSex = (gate: string) => !isAnswered(person, gateIdOf(gate)) && dependsOnSex(knowledge, gate)
  const details = detailNames.filter(detail => {
    if (detail === 'age') return person.age === undefined
    if (detail === 'sex') return person.sex === undefined && (isNeeded(detail) || gates.some(isOfSex))
    return isNeeded(detail) && (detail !== 'pregnancyWeeks' || person.present.has('pregnant'))
  })
  for (const gate of gates) {
    const page = isAnswered(person, gateIdOf(gate))
      ? openedGate(knowledge, person, gate, isNeeded)
      : details.includes('sex') && dependsOnSex(knowledge, gate)
        ? compose(knowledge, person, 'details', [], details)
        : gatePage(knowledge, person, gate)
    if (page !== null) return { ...page, progress: progressAt(gates, gate) }
  }
  return (
    compose(knowledge, person, 'details', [], details) ??
    compose(knowledge, person, 'partners', partners(knowledge, person, now), [])
  )
}

/** Would this add to what is reached: a higher tier, or somebody else to turn to at the same one? */
export const adds = (tier: Tier, contact: Contact | undefined, now: Reached): boolean =>
  isAbove(tier, now.tier) || (tier === now.tier && contact !== undefined && !now.contacts.has(contact))

/** The age is asked of everybody, whatever the tier: below 16 no remedy is shown, and a remedy follows the check. */
const detailNames: readonly PersonDetail[] = ['sex', 'age', 'hoursSinceOnset', 'pregnancyWeeks']

const progressAt = (gates: readonly string[], gate: string) => ({ gate: gates.indexOf(gate) + 1, of: gates.length })

/**
 * Could a finding or a detail, answered yes, still add to what is reached, alone or with others? Worked out only for what
 * a page would ask: most people are asked one page at a time.
 */
function neededBy(knowledge: TriageKnowledge, person: Known, now: Reached): (id: string) => boolean {
  const { findings, prepared } = knowledge
  // What a gate only implied is still open: it is asked outright as a partner.
  const isOpen: IsOpen = id => !isAnswered(person, id) && suits(knowledge, person, id)
  return id => {
    const finding = findings[id]
    const alone = finding && tierAlone(finding, person)
    if (alone && adds(alone, finding.contact, now) && isOpen(id)) return true
    const rules = prepared.rulesWith[person.complaint].get(id) ?? []
    return rules.some(rule => adds(rule.tier, rule.contact, now) && lacking(rule.when, person, isOpen).includes(id))
  }
}

/** Does the gate hold anything that is needed, and name anything that is not answered? */
const isGateNeeded = (
  knowledge: TriageKnowledge,
  person: Known,
  gate: string,
  isNeeded: (id: string) => boolean,
): boolean =>
  (knowledge.prepared.heldBy.get(gate) ?? []).some(isNeeded) && openLines(knowledge, person, gate).length > 0

/** The lines that name something the person has not answered. */
const openLines = (knowledge: TriageKnowledge, person: Known, gate: string) =>
  linesFor(knowledge, person, gate).filter(({ names }) => names.some(id => !isAnswered(person, id)))

const dependsOnSex = ({ gates, prepared }: TriageKnowledge, gate: string): boolean =>
  gates[gate]?.lines.some(({ names }) => names.every(id => prepared.onlyOfSex.has(id))) ?? false

function gatePage(knowledge: TriageKnowledge, person: Known, gate: string): Page {
  const { title = gate, asks: text = gate } = knowledge.gates[gate] ?? {}
  const lines = openLines(knowledge, person, gate).map(({ text, names }) => ({ text, names }))
  const opens = lines.flatMap(({ names }) => names).filter(id => !isAnswered(person, id))
  return { page: 'gate', title, statements: [{ id: gateIdOf(gate), text, lines, opens }], details: [] }
}

/** "Not sure" opens a gate as "yes" does. A line of which everything is answered no is not opened. */
function openedGate(
  knowledge: TriageKnowledge,
  person: Known,
  gate: string,
  isNeeded: (id: string) => boolean,
): Page | null {
  const id = gateIdOf(gate)
  if (!person.present.has(id) && !person.unsure.has(id)) return null
  const opened = linesFor(knowledge, person, gate)
    .filter(({ names }) => names.some(each => !person.absent.has(each)))
    .flatMap(({ names, also }) => [...names, ...also])
  return compose(knowledge, person, id, [...new Set(opened)].filter(isNeeded), [])
}

/**
 * Findings that could complete a rule of which a part is present, the most urgent rule first. Here the place no longer
 * matters: with a sharp pain on breathing a swollen leg counts wherever the pain is.
 */
function partners(knowledge: TriageKnowledge, person: Known, now: Reached): readonly string[] {
  const isOpen: IsOpen = id => !isAnswered(person, id) && suits(knowledge, person, id)
  const { rules, rulesWith } = knowledge.prepared
  const given = [...person.present].filter(id => !person.said.has(id))
  const near = new Set(given.flatMap(id => rulesWith[person.complaint].get(id) ?? []))
  const found = rules[person.complaint]
    .filter(rule => near.has(rule) && adds(rule.tier, rule.contact, now))
    .sort((a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
    .flatMap(({ when }) => lacking(when, person, isOpen))
  return [...new Set(found)].filter(id => Object.hasOwn(knowledge.findings, id))
}

function compose(
  knowledge: TriageKnowledge,
  person: Known,
  page: string,
  ids: readonly string[],
  details: readonly PersonDetail[],
): Page | null {
  if (ids.length === 0 && details.length === 0) return null
  const { statements, lookAlikes } = knowledge.prepared
  const composed = new Map<string, Statement>()
  const add = (statement: Statement | undefined) => {
    if (statement && !composed.has(statement.id)) composed.set(statement.id, statement)
  }
  for (const id of ids) {
    add(statements.get(id))
    for (const alike of lookAlikes.get(id) ?? [])
      if (!ids.includes(alike.id) && isAskable(knowledge, person, alike.id)) add(alike)
  }
  return { page, title: titleOf(knowledge, page), statements: [...composed.values()], details }
}

const isAskable = (knowledge: TriageKnowledge, person: Known, id: string): boolean =>
  !isAnswered(person, id) && isAskedOf(knowledge, person, id)

function titleOf({ interview, gates }: TriageKnowledge, page: string): string {
  if (page === 'details' || page === 'partners') return interview.titles[page]
  return gates[page.slice('gate-'.length)]?.title ?? page
}
