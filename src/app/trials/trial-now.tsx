/** The open trial on the first screen: one card, or the answer that waits. */

import { allTrials, openTrial } from './all-trials.ts'
import { TrialCard } from './trial-card.tsx'

const words = { ready: 'Your trial is over', see: 'See the answer' }

export function TrialNow() {
  const open = openTrial.value
  if (open) return <TrialCard progress={open} />
  const done = allTrials.value[0]
  if (done?.state !== 'finished' || done.log.followed) return null
  return (
    <section class="card stack gap-3">
      <p class="note">{done.frozen.protocol.question}</p>
      <h2>{words.ready}</h2>
      <p>
        <a class="btn big" href={`/trials/${done.log.id}`}>
          {words.see}
        </a>
      </p>
    </section>
  )
}
