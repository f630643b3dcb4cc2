/**
 * Writes `docs/reference/`: every red flag, rule, remedy, exercise, line of a plan, course, cause, medicine, claim and source
 * as pages that a clinician can read without the app. With `--check` it writes nothing and exits with 1 if a page is
 * out of date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { causesPage } from './docs/causes.ts'
import { claimsPage } from './docs/claims.ts'
import { coursesPage } from './docs/courses.ts'
import { exercisePages } from './docs/exercises.ts'
import { indexPage } from './docs/index.ts'
import { medicinesPage } from './docs/medicines.ts'
import { planLinesPage } from './docs/plan-lines.ts'
import { redFlagsPage } from './docs/red-flags.ts'
import { remediesPage } from './docs/remedies.ts'
import { reviewPages } from './docs/review.ts'
import { sourcesPage } from './docs/sources.ts'
import { Faults } from './knowledge/files.ts'
import { readKnowledge } from './knowledge/read.ts'

export const folder = 'docs/reference'

/** Every page by its path inside the folder. */
export function pages(): ReadonlyMap<string, string> {
  const knowledge = readKnowledge('knowledge', new Faults())
  return new Map([
    ['README.md', indexPage(knowledge)],
    ['red-flags.md', redFlagsPage(knowledge)],
    ['remedies.md', remediesPage(knowledge)],
    ...exercisePages(knowledge),
    ['plan-lines.md', planLinesPage(knowledge)],
    ['courses.md', coursesPage(knowledge)],
    ['causes.md', causesPage(knowledge)],
    ['medicines.md', medicinesPage(knowledge)],
    ['claims.md', claimsPage(knowledge)],
    ['sources.md', sourcesPage(knowledge)],
    ...reviewPages(knowledge),
  ])
}

/** The differences between the pages and the folder, one per line. */
export function outOfDate(wanted: ReadonlyMap<string, string> = pages()): readonly string[] {
  const found = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : []
  const changed = [...wanted].flatMap(([path, text]) => {
    if (!found.includes(path)) return [`${path} is missing`]
    return readFileSync(join(folder, path), 'utf8') === text ? [] : [`${path} is out of date`]
  })
  return [...changed, ...found.filter(path => !wanted.has(path)).map(path => `${path} is no page any more`)]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = pages()
  const stale = outOfDate(wanted)
  if (process.argv.includes('--check')) {
    for (const line of stale) console.error(`${folder}/${line}: npm run docs`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    if (stale.length > 0) rmSync(folder, { recursive: true, force: true })
    for (const [path, text] of wanted) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  console.log(`docs: ${wanted.size} files, ${stale.length} out of date`)
}
