/** The whole build of the knowledge as one call: read, check, and only when nothing is wrong, write. */
import { Faults } from './files.ts'
import { writeModules } from './modules.ts'
import { readNutrition } from './nutrition.ts'
import { readKnowledge } from './read.ts'
import { checkReferences } from './references.ts'
import { urgentTable } from './urgent-table.ts'
import { checkWording } from './wording.ts'

export interface Compiled {
  /** Each fault on one line, with its file and line. With one, nothing was written. */
  readonly faults: readonly string[]
  /** Entries past their review date, each with its file and line. They do not fail the build. */
  readonly pastReview: readonly string[]
  /** How many entries of each topic. */
  readonly counts: string
  /** The page that publishes the urgent combinations of medicines and signs. */
  readonly urgentPage: string
}

/**
 * Compiles the folder `from` into typed modules in the folder `to`. `today` is YYYY-MM-DD.
 * References and words are checked once every file has its shape: an entry that could not be read would be missed by
 * everything that names it.
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
    counts: `${knowledge.counts}, ${nutrition.counts}`,
    urgentPage: urgentTable(knowledge),
  }
}
