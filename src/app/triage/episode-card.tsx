/** The open episode on the first screen: how long it has lasted, and the way on. */

import { checkInHours } from '../../plan/check-ins.ts'
import { hourLong } from '../../time.ts'
import { episode, openedAt, record } from '../state/store.ts'
import { titled } from '../ui/body-map.tsx'
import { Icon } from '../ui/icon.tsx'
import { triageNow } from './check-now.ts'

const words = {
  open: 'Under way',
  past: 'is over',
  justNow: 'just now',
  lasting: (amount: number, unit: string) => `for ${amount} ${unit}`,
  check: 'Finish the check',
  plan: 'Plan',
  help: 'Get help now',
  due: 'Check-in',
  rate: 'Rate it',
  over: 'It is over',
  close: 'Done',
}

export function EpisodeNow() {
  const open = episode.value
  if (!open) return null
  const result = triageNow.value
  const since = open.onsetAt ?? open.beganAt
  const rechecked = open.askedAgainAt ?? open.beganAt
  const isOver = open.endedAt !== undefined
  const isDue =
    !isOver &&
    checkInHours.some(hours => {
      const at = since + hours * hourLong
      return at <= openedAt.value && at > rechecked
    })
  return (
    <section class="card strip" aria-label={words.open}>
      <p>
        <b>
          {titled(open.region)}
          {open.side && open.side !== 'middle' ? `, ${open.side}` : ''}
        </b>
        <br />
        <span class="note">{isOver ? words.past : lasting(openedAt.value - since)}</span>
      </p>
      {!result?.settled ? (
        <a class="chip due" href="/check">
          {words.check}
        </a>
      ) : result.tier === 'emergency' ? (
        <a class="chip due" href="/emergency">
          {words.help}
        </a>
      ) : (
        <a class="chip" href="/plan">
          {words.plan}
        </a>
      )}
      {result?.settled && !isOver && (
        <a class={isDue ? 'chip due' : 'chip'} href={`/rate/${open.id}`}>
          {isDue ? words.due : words.rate}
        </a>
      )}
      {result?.settled && (
        <button
          type="button"
          class="chip"
          aria-label={isOver ? words.close : words.over}
          onClick={() => record({ type: 'episode-ended', episode: open.id })}
        >
          {isOver ? words.close : <Icon name="tick" />}
        </button>
      )}
    </section>
  )
}

function lasting(milliseconds: number): string {
  const minutes = milliseconds / 60_000
  if (minutes < 2) return words.justNow
  if (minutes < 120) return words.lasting(Math.floor(minutes), 'minutes')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? words.lasting(hours, 'hours') : words.lasting(Math.floor(hours / 24), 'days')
}
