/**
 * Compiles `knowledge/` into typed modules, one a topic, at `src/knowledge/*.gen.ts`.
 *
 * First every file meets its shape, then everything a shape cannot say is checked: references, duplicates, words.
 * Any fault stops the build, each named with its file and line. Entries past their review date do not: they are
 * listed here and withheld at run time.
 */
import { Faults } from './knowledge/files.ts'
import { writeIfChanged, writeModules } from './knowledge/modules.ts'
import { readKnowledge } from './knowledge/read.ts'
import { checkReferences } from './knowledge/references.ts'
import { urgentTable } from './knowledge/urgent-table.ts'
import { checkWording } from './knowledge/wording.ts'

const faults = new Faults()
const knowledge = readKnowledge('knowledge', faults)
checkReferences(knowledge, faults)
checkWording(knowledge, faults)

if (faults.lines.length > 0) {
  console.error(faults.lines.join('\n'))
  console.error(`\nknowledge: ${faults.lines.length} fault${faults.lines.length === 1 ? '' : 's'}, nothing was written`)
  process.exit(1)
}
const today = new Date().toISOString().slice(0, 10)
for (const { id, at } of knowledge.reviewed.filter(({ value }) => value.nextReview < today))
  console.warn(`${at()}  ${id} is past its review date: it is withheld until it is reviewed`)
writeModules(knowledge, 'src/knowledge')
writeIfChanged('docs/urgent-combinations.md', urgentTable(knowledge))
console.log(`knowledge: ${knowledge.counts}`)
