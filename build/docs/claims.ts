/** Every claim by topic: what people say, what the evidence says, how sure, why it matters. */
import { byDanger } from '../../src/evidence/order.ts'
import { verdictNames } from '../../src/evidence/share.ts'
import { claimTopics } from '../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, page, table } from './page.ts'

export function claimsPage({ claims }: Knowledge): string {
  const parts = claimTopics.flatMap(topic => {
    const rows = claims
      .filter(({ value }) => value.topic === topic)
      .toSorted((a, b) => byDanger(a.value, b.value))
      .map(({ id, value: { says, verdict, certainty, correction, detail, harm, matters, sources, nextReview } }) => [
        `<a id="${id}"></a>“${says}”`,
        verdictNames[verdict],
        [correction, detail, matters && `Why it matters: ${matters}`].filter(Boolean).join(' '),
        certainty.replace('-', ' '),
        harm,
        cited(sources),
        nextReview,
      ])
    return [
      heading(2, topic, `${topic.replaceAll('-', ' ')} (${rows.length})`),
      table(['what people say', 'verdict', 'what the evidence says', 'certainty', 'harm', 'sources', 'review'], rows),
    ]
  })
  return page(
    'Claims',
    `${claims.length} claims of popular writing, in our words. Certainty is of the answer, harm is of acting on the claim.`,
    ...parts,
  )
}
