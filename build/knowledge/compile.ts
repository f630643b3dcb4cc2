/** The complete build of the knowledge in one call: read, check, and write only if there is no error. */
import { Faults } from './files.ts'
import { writeModules } from './modules.ts'
import { readNutrition } from './nutrition.ts'
import { staleReach } from './reach.ts'
import { readKnowledge } from './read.ts'
import { checkReferences } from './references.ts'
import { urgentTable } from './urgent-table.ts'
import { checkWording } from './wording.ts'

export interface Compiled {
  /** Each error on one line, with its file and line. If there is one, nothing was written. */
  readonly faults: readonly string[]
  /** Entries past their review date, each with its file and line. They do not fail the build. */
  readonly pastReview: readonly string[]
  /** Rows of the crowd's table without an entry, each with its line. They do not fail the build. */
  readonly staleReach: readonly string[]
  /** The number of entries of each topic. */
  readonly counts: string
  /** The page that publishes the urgent combinations of medicines and signs. */
  readonly urgentPage: string
}

/**
 * Compiles the folder `from` into typed modules in the folder `to`. `today` is YYYY-MM-DD. References and words are
 * checked only if every file has its shape, because an unreadable entry would cause errors wherever it is named.
 */
export function compileKnowledge(from: string, to: string, today: string): Compiled {
  const faults = new Faults()
  const knowledge = readKnowledge(from, faults)
  const nutrition = readNutrition(from, knowledge, faults)
  if (faults.lines.length === 0) {
    checkReferences(knowledge, faults)
    checkWording(knowledge, faults)
  }
  if (faults.lines.length === 0) {
    writeModules(knowledge, to)
    nutrition.write(to)
  }
  const pastReview = knowledge.reviewed
    .filter(({ value }) => value.nextReview < today)
    .map(({ id, at }) => `${at(['nextReview'])}  ${id} is past its review date`)
  return {
    faults: faults.lines,
    pastReview,
    staleReach: staleReach(knowledge),
    counts: `${knowledge.counts}, ${nutrition.counts}`,
    urgentPage: urgentTable(knowledge),
  }
}
