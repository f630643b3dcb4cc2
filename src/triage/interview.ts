/**
 * The interview: which page comes next.
 *
 * The gates and their order are data; the code only leaves out what is answered and what can no longer change the tier.
 *
 * Pages: each gate, and its findings once it is opened; the details of the person, before the first gate that depends
 * on the sex; last the partners. "None" at a gate says no to the findings that the gate names. Its other findings count
 * as no too, but as a partner of something present they are still asked: a direct question counts for more than an
 * implied no.
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

/** The result of the answers so far. */
export interface Reached {
  readonly tier: Tier
  /** The contacts that the reasons of that tier name, if it is not the usual doctor. */
  readonly contacts: ReadonlySet<Contact>
}

/** The next page for what is known; null if no question that is left could change the result. */
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

/** Would this change the result: a higher tier, or another contact at the same tier? */
export const adds = (tier: Tier, contact: Contact | undefined, now: Reached): boolean =>
  isAbove(tier, now.tier) || (tier === now.tier && contact !== undefined && !now.contacts.has(contact))

/** The age is asked of everybody, at every tier: below 16 no remedy is shown, and remedies follow the check. */
const detailNames: readonly PersonDetail[] = ['sex', 'age', 'hoursSinceOnset', 'pregnancyWeeks']

const progressAt = (gates: readonly string[], gate: string) => ({ gate: gates.indexOf(gate) + 1, of: gates.length })

/**
 * Could a yes to a finding or a detail still change the result, alone or with others? Computed only for what a page
 * would ask, because most people are asked one page at a time.
 */
function neededBy(knowledge: TriageKnowledge, person: Known, now: Reached): (id: string) => boolean {
  const { findings, prepared } = knowledge
  // A no that is only implied by a gate leaves the finding open: it is asked as a partner.
  const isOpen: IsOpen = id => !isAnswered(person, id) && suits(knowledge, person, id)
  return id => {
    const finding = findings[id]
    const alone = finding && tierAlone(finding, person)
    if (alone && adds(alone, finding.contact, now) && isOpen(id)) return true
    const rules = prepared.rulesWith[person.complaint].get(id) ?? []
    return rules.some(rule => adds(rule.tier, rule.contact, now) && lacking(rule.when, person, isOpen).includes(id))
  }
}

/** Does the gate have a finding that is needed, and name one that is not answered? */
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

/** "Not sure" opens a gate as "yes" does. A line is not opened if everything in it was answered no. */
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
 * Findings that could complete a rule of which a part is present, the most urgent rule first. The place does not matter
 * here: with a sharp pain on breathing, a swollen leg counts wherever the pain is.
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
