/**
 * The lines of the plans and the tables of what is withheld together: everything that they name exists, and each line
 * has its own id.
 */
import { situationWords } from '../../src/plan/situation.ts'
import type { Faults } from './files.ts'
import type { Knowledge } from './read.ts'
import { type Expect, factIdsOf, idsOf, namedIn } from './references.ts'
import { textsAt } from './texts.ts'

/** The terms that a condition may use besides findings and facts, with their meaning. */
export const wordsOf = ({ redFlags, medicines }: Knowledge): ReadonlyMap<string, string> =>
  situationWords([...idsOf(redFlags)], [...idsOf(medicines.urgent)])

/** Adds an error for each unknown id, and for two lines with one id. */
export function checkPlanLines(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { openings, avoid, seekHelp, afterCramp, withheld, remedies, exercises } = knowledge
  const lines = [...openings, ...avoid, ...seekHelp, ...afterCramp]
  const facts = factIdsOf(knowledge)
  const conditions = new Set([...facts, ...wordsOf(knowledge).keys()])
  const steps = new Set([...idsOf(remedies), ...idsOf(exercises)])
  const kinds = new Set(['exercises', ...[...remedies, ...exercises].map(({ value }) => value.kind)])
  const seen = new Set<string>()
  for (const entry of lines) {
    if (seen.has(entry.id)) faults.add(entry.at(), `duplicate id "${entry.id}": another line of a plan has it`)
    seen.add(entry.id)
  }
  for (const entry of lines) {
    expect(entry, namedIn(entry.value.for, 'for'), conditions, 'finding, fact or word of a situation')
    expect(entry, textsAt(entry.value, 'names', 'signs.*.names'), facts, 'finding or fact')
  }
  checkRhythms(knowledge, faults)
  const named = new Map<string, string>()
  for (const entry of seekHelp)
    for (const [index, { text, names = [] }] of entry.value.signs.entries()) {
      const now = names.toSorted().join(', ')
      if ((named.get(text) ?? now) !== now)
        faults.add(entry.at(['signs', index]), `${entry.id}: "${text}" names other findings in another line`)
      named.set(text, now)
    }
  for (const entry of seekHelp)
    for (const [index, sign] of entry.value.signs.entries())
      expect(entry, namedIn(sign.for, 'signs', index, 'for'), conditions, 'finding, fact or word of a situation')
  for (const entry of withheld) {
    expect(entry, namedIn(entry.value.because, 'because'), conditions, 'finding, fact or word of a situation')
    expect(entry, textsAt(entry.value, 'asks'), facts, 'finding or fact')
    expect(entry, textsAt(entry.value, 'withholds.*.ids', 'instead.*.id'), steps, 'remedy or exercise')
    expect(entry, textsAt(entry.value, 'withholds.*.kinds'), kinds, 'kind')
  }
}

/** Each time of a plan has its rhythm, once, and no rhythm is left over. */
function checkRhythms({ plans, withheld, rhythms }: Knowledge, faults: Faults): void {
  const said = new Set<string>()
  for (const entry of [...plans, ...withheld])
    for (const { text } of textsAt(entry.value, 'cells.*.*.*.when', 'cells.*.*.*.whenOver', 'instead.*.when'))
      said.add(text)
  const read = (rhythms?.value.rhythms ?? []).map(({ when }) => when)
  for (const when of said)
    if (read.filter(each => each === when).length !== 1)
      faults.add(`${rhythms?.at(['rhythms']) ?? 'rhythms.yaml:1'}`, `"${when}" of a plan needs one rhythm here`)
  for (const [index, when] of read.entries())
    if (!said.has(when)) faults.add(rhythms?.at(['rhythms', index]) ?? '', `no plan says "${when}"`)
}
