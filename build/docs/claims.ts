/** Every claim by topic: the claim, what the evidence says, how sure that is, and why it matters. */
import { byDanger } from '../../src/evidence/order.ts'
import { verdictNames } from '../../src/evidence/share.ts'
import { claimTopics } from '../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, page, table, withVerdict } from './page.ts'

export function claimsPage(knowledge: Knowledge): string {
  const { claims } = knowledge
  const parts = claimTopics.flatMap(topic => {
    const rows = claims
      .filter(({ value }) => value.topic === topic)
      .toSorted((a, b) => byDanger(a.value, b.value))
      .map(({ id, value, value: { says, verdict, certainty, correction, detail, harm, matters, sources } }) => [
        `<a id="${id}"></a>“${says}”`,
        verdictNames[verdict],
        [correction, detail, matters && `Why it matters: ${matters}`].filter(Boolean).join(' '),
        certainty.replace('-', ' '),
        harm,
        cited(sources),
        withVerdict(value.nextReview, value),
      ])
    return [
      heading(2, topic, `${topic.replaceAll('-', ' ')} (${rows.length})`),
      table(['what people say', 'verdict', 'what the evidence says', 'certainty', 'harm', 'sources', 'review'], rows),
    ]
  })
  return page(
    knowledge,
    'Claims',
    `${claims.length} claims of popular writing, in our words. Certainty is of the answer, harm is of acting on the claim.`,
    ...parts,
  )
}
