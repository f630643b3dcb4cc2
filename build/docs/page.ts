/** The parts that all pages share. */
import type { ReviewEntry } from '../../src/evidence/review-entry.ts'
import { isAgreed, isRewritten, type WithVerdict } from '../../src/evidence/review-verdict.ts'
import { type Certainty, type Complaint, complaints } from '../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../knowledge/read.ts'

/** A page with its title and a header that says that it is generated and how much of the knowledge was reviewed. */
export const page = (knowledge: Knowledge, title: string, lead: string, ...parts: readonly string[]): string =>
  `${[
    '<!-- Generated from knowledge/ by build/docs.ts. Edit there, then: npm run docs -->',
    `# ${title}`,
    `${lead} ${reviewedSoFar(knowledge)} It is not medical advice.`,
    ...parts.filter(part => part !== ''),
  ].join('\n\n')}\n`

function reviewedSoFar({ reviewed }: Knowledge): string {
  const count = reviewed.filter(({ value }) => isAgreed(value)).length
  if (count === 0) return 'No clinician has reviewed it yet.'
  return `A reviewer has agreed with ${count} of the ${reviewed.length} entries of the knowledge.`
}

export const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

export const numbered = (items: readonly string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join('\n')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Links to the sources' own entries. */
export const cited = (ids: readonly string[]): string => ids.map(id => `[${id}](sources.md#${id})`).join(', ')

const pageOf: Readonly<Record<string, string>> = {
  finding: 'red-flags.md',
  'red-flag': 'red-flags.md',
  remedy: 'remedies.md',
  exercise: 'exercises.md',
  'plan-line': 'plan-lines.md',
  withheld: 'plan-lines.md',
  course: 'courses.md',
  'course-question': 'courses.md',
  claim: 'claims.md',
  cause: 'causes.md',
  mimic: 'causes.md',
  pointer: 'causes.md',
  medicine: 'medicines.md',
  'known-medicine': 'medicines.md',
  combination: 'medicines.md',
  source: 'sources.md',
}

/** An entry by its kind and id, with a link if a page shows it. */
export function entryLink({ kind, id }: Pick<ReviewEntry, 'kind' | 'id'>): string {
  const at = pageOf[kind]
  return at ? `${kind} [${id}](${at}#${id})` : `${kind} ${id}`
}

/** A heading with the entry's id as its anchor. */
export const heading = (level: 2 | 3, id: string, title: string): string =>
  `${'#'.repeat(level)} <a id="${id}"></a>${title}`

/** When it was written, the verdict on it, and until when it may be relied on. */
export const reviewed = (value: WithVerdict & { readonly nextReview: string }): string =>
  `Written ${value.compiled}. Reviewed by: ${verdictText(value) || 'none'}. Next review: ${value.nextReview}.`

/** The reviewer, the verdict and the note; empty without a review. */
export function verdictText(entry: WithVerdict): string {
  if (!entry.reviewed) return ''
  const { by, role, on, verdict, note } = entry.reviewed
  const rewritten = isRewritten(entry) ? ', rewritten since' : ''
  return `${by}, ${role}: ${verdict} (${on}${rewritten})${note ? `, “${note}”` : ''}`
}

/** A cell of a table, with the verdict on its entry. */
export const withVerdict = (text: string, entry: WithVerdict): string =>
  [text, verdictText(entry)].filter(part => part !== '').join('; ')

export const certaintyText = (certainty: Readonly<Record<Complaint, Certainty | null>>): string =>
  complaints.map(complaint => `${complaint}: ${certainty[complaint]?.replace('-', ' ') ?? 'not for this'}`).join('; ')
