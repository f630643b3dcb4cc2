/**
 * Compiles `knowledge/` into typed modules, one per topic, at `src/knowledge/*.gen.ts`.
 *
 * First every file is checked against its shape, then everything that a shape cannot express: references, duplicates,
 * words. Any error stops the build and is reported with its file and line. Entries past their review date do not stop
 * it: they are listed here, and at run time they are no longer recommended.
 */
import { compileKnowledge } from './knowledge/compile.ts'
import { writeIfChanged } from './knowledge/module-file.ts'

const today = new Date().toISOString().slice(0, 10)
const { faults, pastReview, staleReach, counts, urgentPage } = compileKnowledge('knowledge', 'src/knowledge', today)

for (const line of pastReview) console.warn(`${line}: it loses its recommendation until it is reviewed`)
for (const line of staleReach) console.warn(`${line}: npm run bench -- crowd -- --write`)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  console.error(`\nknowledge: ${faults.length} fault${faults.length === 1 ? '' : 's'}, nothing was written`)
  process.exit(1)
}
writeIfChanged('docs/urgent-combinations.md', urgentPage)
console.log(`knowledge: ${counts}`)
