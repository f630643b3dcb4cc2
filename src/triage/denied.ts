/** A topic of the check that was not ticked says no to what is filed under it; the page that asks says so. */
import type { TriageKnowledge } from './knowledge.ts'
import { categoryIdOf } from './page.ts'

/** Is this finding filed under a topic that was answered no? A direct answer counts for more: look at that first. */
export function isDenied({ prepared }: TriageKnowledge, absent: ReadonlySet<string>, id: string): boolean {
  const category = prepared.categoryOf.get(id)
  return category !== undefined && absent.has(category)
}

/** What the words of the topics that were answered no name: the person has read it, and said no to it. */
export const namedAndDenied = ({ categories }: TriageKnowledge, absent: ReadonlySet<string>): readonly string[] =>
  Object.entries(categories).flatMap(([id, { names }]) => (absent.has(categoryIdOf(id)) ? names : []))
