/** On Now, when it is due: the cramp whose questions were postponed. */
import { localIso } from '../../time.ts'
import { askedLater, record } from '../state/store.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { lasted } from './lasted.ts'

const words = {
  cramp: (place: string) => `${place} cramp`,
  when: (time: string, long: string) => `${time}, ${long}, over`,
  ask: 'Questions',
  skip: 'Skip',
}

export function LaterCard() {
  const over = askedLater.value
  if (over?.endedAt === undefined) return null
  const { id, region, beganAt, endedAt } = over
  return (
    <section class="card strip" aria-label={words.cramp(titled(region))}>
      <p>
        <b>{words.cramp(titled(region))}</b>
        <br />
        <span class="note">{words.when(say.time(beganAt), lasted(endedAt - beganAt))}</span>
      </p>
      <a class="chip due" href={`/later/${id}`}>
        {words.ask}
      </a>
      <button
        type="button"
        class="chip"
        onClick={() => record({ type: 'episode-ended', episode: id }, localIso(new Date(endedAt)))}
      >
        {words.skip}
      </button>
    </section>
  )
}
