/** Prints an entry that needs a review on one line, with all that is needed to judge it. */
import { Help } from 'commander'
import { casesText } from '../evidence/review-sheet.ts'
import { verdictSentence } from '../evidence/review-verdict.ts'
import type { ReviewSheet } from '../library/review.ts'

/** The names of the parts, in their order. */
export const reviewHead =
  'harm if wrong | tier | entry | what it says | rule | action | cases | sources | met by (people of the crowd) | marks'

/** Every part has a fixed position, so that a line can be split at ` | `; a missing part is a dash. */
export function reviewLine(sheet: ReviewSheet): string {
  const { harm, tier, kind, id, title, rule, action, cases, cited, met } = sheet
  return [
    harm,
    tier ?? '-',
    `${kind} ${id}`,
    title,
    `rule: ${rule || '-'}`,
    `action: ${action || '-'}`,
    `cases: ${casesText(cases) || '-'}`,
    `sources: ${cited.map(source => `${source.title} (${source.verified})`).join('; ') || '-'}`,
    `met by: ${met ?? 'not known'}`,
    marksOf(sheet).join('; '),
  ].join(' | ')
}

/** Wraps a line at spaces for a terminal that is `columns` wide; the following rows are indented. */
export function wrapped(line: string, columns: number): string {
  const indent = '    '
  const [first = '', ...rest] = new Help().boxWrap(line, Math.max(columns - indent.length, 40)).split('\n')
  return [first, ...rest.map(row => indent + row)].join('\n')
}

function marksOf(sheet: ReviewSheet): readonly string[] {
  const verdict = verdictSentence(sheet)
  return [
    ...(sheet.decidesEmergency ? ['emergency or not'] : []),
    ...(sheet.fromMemory ? ['from memory'] : []),
    sheet.isPastReview ? `PAST REVIEW of ${sheet.nextReview}` : `review by ${sheet.nextReview}`,
    ...(verdict ? [verdict] : []),
    ...(sheet.reviewed?.note ? [`“${sheet.reviewed.note}”`] : []),
  ]
}
