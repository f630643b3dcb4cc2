/** A claim as shareable text, with its certainty and sources. */
import type { Claim } from '../knowledge/claim-schema.ts'
import type { Source } from '../knowledge/schema.ts'
import type { Verdict } from '../knowledge/vocabulary.ts'
import { verdictSentence } from './review-verdict.ts'

/** The wording of the verdicts for readers. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  wrong: 'Wrong',
  unsupported: 'Not supported',
  contested: 'Contested',
  partly: 'Partly true',
  supported: 'Supported',
}

type Cited = Readonly<Record<string, Pick<Source, 'title' | 'citation'>>>

/** Plain text, one line per part: the answer, how sure it is, then why. A claim past its review date says so in its second line. */
export function shareText(claim: Claim, sources: Cited, today: string): string {
  const cited = claim.sources.map(id => sources[id]).filter(source => source !== undefined)
  return [
    claim.answer ?? '',
    `“${claim.says}”`,
    claim.nextReview < today ? `Needs review since ${claim.nextReview}. It said:` : '',
    `${verdictNames[claim.verdict]}. ${certaintyNames[claim.certainty]} certainty.`,
    claim.correction,
    claim.instead ? `Instead: ${claim.instead}` : '',
    claim.matters ? `Why it matters: ${claim.matters}` : '',
    ...cited.map(source => `Source: ${cite(source)}`),
    `From Unknot. ${verdictSentence(claim) ?? 'No clinician has reviewed this yet.'} It is not medical advice.`,
  ]
    .filter(line => line !== '')
    .join('\n')
}

/** Authors, place and date, then the title, each ending with one punctuation mark. */
export const cite = ({ title, citation }: Pick<Source, 'title' | 'citation'>): string =>
  [citation, title].map(part => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ')

const certaintyNames = { 'very-low': 'Very low', low: 'Low', moderate: 'Moderate', high: 'High' } as const
