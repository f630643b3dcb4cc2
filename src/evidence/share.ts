/** A claim as text that can be passed on, with how sure it is and what it rests on. */
import type { Claim } from '../knowledge/claim-schema.ts'
import type { Source } from '../knowledge/schema.ts'
import type { Verdict } from '../knowledge/vocabulary.ts'

/** The verdicts as a reader meets them. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  wrong: 'Wrong',
  unsupported: 'Not supported',
  contested: 'Contested',
  partly: 'Partly true',
  supported: 'Supported',
}

type Cited = Readonly<Record<string, Pick<Source, 'title' | 'citation'>>>

/** Plain text, a line a part. A claim past its review date says so in its second line. */
export function shareText(claim: Claim, sources: Cited, today: string): string {
  const cited = claim.sources.map(id => sources[id]).filter(source => source !== undefined)
  return [
    `“${claim.says}”`,
    claim.nextReview < today ? `Needs review since ${claim.nextReview}. It said:` : '',
    `${verdictNames[claim.verdict]}. ${claim.correction}`,
    claim.matters ? `Why it matters: ${claim.matters}` : '',
    `${certaintyNames[claim.certainty]} certainty.`,
    ...cited.map(source => `Source: ${cite(source)}`),
    'From Unknot. No clinician has reviewed this yet. It is not medical advice.',
  ]
    .filter(line => line !== '')
    .join('\n')
}

/** Who, where and when, then the title: each ends with one mark. */
export const cite = ({ title, citation }: Pick<Source, 'title' | 'citation'>): string =>
  [citation, title].map(part => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ')

const certaintyNames = { 'very-low': 'Very low', low: 'Low', moderate: 'Moderate', high: 'High' } as const
