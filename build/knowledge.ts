/**
 * Compiles `knowledge/` into typed modules, one a topic, at `src/knowledge/*.gen.ts`.
 *
 * First every file meets its shape, then everything a shape cannot say is checked: references, duplicates, words.
 * Any fault stops the build, each named with its file and line. Entries past their review date do not: they are
 * listed here, and at run time they lose their recommendation.
 */
import { compileKnowledge } from './knowledge/compile.ts'
import { writeIfChanged } from './knowledge/modules.ts'

const today = new Date().toISOString().slice(0, 10)
const { faults, pastReview, counts, urgentPage } = compileKnowledge('knowledge', 'src/knowledge', today)

for (const line of pastReview) console.warn(`${line}: it loses its recommendation until it is reviewed`)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  console.error(`\nknowledge: ${faults.length} fault${faults.length === 1 ? '' : 's'}, nothing was written`)
  process.exit(1)
}
writeIfChanged('docs/urgent-combinations.md', urgentPage)
console.log(`knowledge: ${counts}`)
