/** What a shape cannot say: every id that is named exists, and every entry is used as it must be. */
import { mentions } from '../../src/triage/condition.ts'
import { checkCauses } from './causes.ts'
import type { Entry, Faults, Path } from './files.ts'
import { checkMedicines, citedByMedicines } from './medicines.ts'
import type { Knowledge } from './read.ts'

/** Adds a fault for each broken reference and each rule of the knowledge that an entry breaks. */
export function checkReferences(knowledge: Knowledge, faults: Faults): void {
  const known = (entries: readonly Entry<unknown>[]) => new Set(entries.map(({ id }) => id))
  const sources = known(knowledge.sources)
  const findings = known(knowledge.findings)
  const facts = new Set([...findings, ...known(knowledge.facts)])
  const categories = known(knowledge.categories)
  const exercises = known(knowledge.exercises)
  const steps = new Set([...exercises, ...known(knowledge.remedies)])

  const expect = (
    entry: Entry<unknown>,
    ids: readonly string[],
    among: ReadonlySet<string>,
    what: string,
    path: Path,
  ) => {
    for (const id of ids) if (!among.has(id)) faults.add(entry.at(path), `${entry.id}: unknown ${what} "${id}"`)
  }

  for (const entry of [
    ...knowledge.findings,
    ...knowledge.redFlags,
    ...knowledge.facts,
    ...knowledge.remedies,
    ...knowledge.exercises,
    ...knowledge.plans,
  ])
    expect(entry, entry.value.sources, sources, 'source', ['sources'])

  for (const { id, at } of knowledge.facts)
    if (findings.has(id)) faults.add(at(), `duplicate id "${id}": a finding has it`)

  for (const entry of knowledge.findings) {
    const { category, resembles = [], tierAlone, simpler, say, kind, askedIn } = entry.value
    expect(entry, [category], categories, 'category', ['category'])
    expect(entry, resembles, findings, 'finding', ['resembles'])
    const alone = Object.values(tierAlone)
    const missing = (what: string) => faults.add(entry.at(), `${entry.id}: ${what}`)
    if (alone.includes('emergency') && !simpler) missing('an emergency finding needs "simpler"')
    if ((alone.includes('emergency') || alone.includes('same-day')) && !say) missing('needs "say", for the phone')
    const rules = [...knowledge.redFlags, ...knowledge.medicines.urgent]
    const moves = alone.some(Boolean) || rules.some(({ value }) => mentions(value.when).includes(entry.id))
    if (!moves && resembles.length === 0 && !askedIn) missing('moves no tier: needs "resembles" or "askedIn"')
    if (resembles.length > 0 && kind !== 'pattern') missing('only a pattern resembles a red flag')
  }

  for (const entry of knowledge.redFlags) {
    expect(entry, mentions(entry.value.when), findings, 'finding', ['when'])
    for (const { present } of entry.value.cases) expect(entry, present, findings, 'finding', ['cases'])
    if (['emergency', 'same-day'].includes(entry.value.tier) && !entry.value.say)
      faults.add(entry.at(), `${entry.id}: needs "say", for the phone`)
  }

  for (const entry of knowledge.categories) {
    expect(entry, Object.keys(entry.value.names ?? {}), findings, 'finding', ['names'])
    const words = `${entry.value.statement} ${entry.value.hint ?? ''}`.toLowerCase()
    for (const [finding, phrase] of Object.entries(entry.value.names ?? {}))
      if (!words.includes(phrase.toLowerCase()))
        faults.add(entry.at(['names', finding]), `${entry.id}: "${phrase}" is not in its statement or hint`)
  }

  const { interview, conditions, emergencyNumbers, painkillers } = knowledge
  if (interview) {
    const { emergency, emergencyByRegion, second, secondByRegion, groups } = interview.value
    for (const [page, lists] of Object.entries({ emergency, emergencyByRegion, second, secondByRegion }))
      for (const [key, ids] of Object.entries(lists)) expect(interview, ids, findings, 'finding', [page, key])
    for (const [id, group] of Object.entries(groups))
      expect(interview, group.findings, findings, 'finding', ['groups', id])
  }
  if (conditions)
    for (const list of ['conditions', 'medicines'] as const)
      for (const [word, meaning] of Object.entries(conditions.value[list])) {
        expect(conditions, meaning.findings, findings, 'finding', [list, word])
        expect(conditions, meaning.facts, facts, 'fact', [list, word])
      }
  for (const { sources: cited } of emergencyNumbers?.value.numbers ?? [])
    if (emergencyNumbers) expect(emergencyNumbers, cited, sources, 'source', ['numbers'])
  for (const [index, section] of (painkillers?.value.sections ?? []).entries())
    if (painkillers) expect(painkillers, section.sources, sources, 'source', ['sections', index])

  const used = new Set<string>()
  for (const entry of knowledge.remedies) {
    const { exercises: own = [], byRegion = {}, notFor } = entry.value
    expect(entry, own, exercises, 'exercise', ['exercises'])
    expect(entry, Object.values(byRegion), exercises, 'exercise', ['byRegion'])
    expect(
      entry,
      notFor.map(({ fact }) => fact),
      facts,
      'fact',
      ['notFor'],
    )
    for (const id of [...own, ...Object.values(byRegion)]) used.add(id)
  }
  const drawn = known(knowledge.frames)
  for (const entry of knowledge.exercises) {
    expect(
      entry,
      entry.value.notFor.map(({ fact }) => fact),
      facts,
      'fact',
      ['notFor'],
    )
    if (!used.has(entry.id)) faults.add(entry.at(), `${entry.id}: belongs to no remedy`)
    if (!drawn.has(entry.id)) faults.add(entry.at(), `${entry.id}: has no frames in knowledge/frames`)
  }
  for (const entry of knowledge.frames) expect(entry, [entry.id], exercises, 'exercise', [])
  for (const entry of knowledge.plans)
    for (const [tier, phases] of Object.entries(entry.value.cells))
      for (const [phase, cell] of Object.entries(phases)) {
        if (cell.length === 0) faults.add(entry.at(['cells', tier, phase]), `${entry.id}: the cell is empty`)
        expect(
          entry,
          cell.map(({ id }) => id),
          steps,
          'remedy or exercise',
          ['cells', tier, phase],
        )
      }
  checkMedicines(knowledge, faults)
  checkCauses(knowledge, faults)
  checkOrphans(knowledge, faults)
}

/** A source that nothing cites is a claim that was lost, or a leftover. */
function checkOrphans(knowledge: Knowledge, faults: Faults): void {
  const cited = new Set([...citedByMedicines(knowledge.medicines), ...citedByFindings(knowledge)])
  for (const { id, at } of knowledge.sources)
    if (at().includes('sources/medicines') && !cited.has(id)) faults.add(at(), `${id}: no entry cites this source`)
}

const citedByFindings = ({ findings }: Knowledge) => findings.flatMap(({ value }) => value.sources)
