/** The parts every page is made of. */
import { type Certainty, type Complaint, complaints } from '../../src/knowledge/vocabulary.ts'

/** A page with its title and, in its head, that it is generated and who reviewed it. */
export const page = (title: string, lead: string, ...parts: readonly string[]): string =>
  `${[
    '<!-- Generated from knowledge/ by build/docs.ts. Edit there, then: npm run docs -->',
    `# ${title}`,
    `${lead} No clinician has reviewed it yet. It is not medical advice.`,
    ...parts.filter(part => part !== ''),
  ].join('\n\n')}\n`

export const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

export const numbered = (items: readonly string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join('\n')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Links to the sources' own entries. */
export const cited = (ids: readonly string[]): string => ids.map(id => `[${id}](sources.md#${id})`).join(', ')

/** A heading that can be linked to by the entry's id. */
export const heading = (level: 2 | 3, id: string, title: string): string =>
  `${'#'.repeat(level)} <a id="${id}"></a>${title}`

export const reviewed = ({
  compiled,
  reviewedBy,
  nextReview,
}: {
  readonly compiled: string
  readonly reviewedBy: string
  readonly nextReview: string
}): string => `Written ${compiled}. Reviewed by: ${reviewedBy}. Next review: ${nextReview}.`

export const certaintyText = (certainty: Readonly<Record<Complaint, Certainty | null>>): string =>
  complaints.map(complaint => `${complaint}: ${certainty[complaint]?.replace('-', ' ') ?? 'not for this'}`).join('; ')
