/** The open episode on the first screen: how long it has lasted, and the way on. */
import { checkInHours } from '../../plan/check-ins.ts'
import { triageNow } from '../checking.ts'
import { episode, openedAt, record } from '../store.ts'
import { titled } from './body-map.tsx'

const words = {
  open: 'Under way',
  justNow: 'since just now',
  lasting: (amount: number, unit: string) => `for ${amount} ${unit}`,
  check: 'Go on with the check',
  plan: 'See your plan',
  help: 'Get help now',
  due: 'Check-in is due',
  again: 'How is it now?',
  over: 'It is over',
}

export function EpisodeNow() {
  const open = episode.value
  if (!open) return null
  const result = triageNow.value
  const since = open.onsetAt ?? open.beganAt
  const rechecked = open.askedAgainAt ?? open.beganAt
  const isDue = checkInHours.some(hours => {
    const at = since + hours * 3_600_000
    return at <= openedAt.value && at > rechecked
  })
  return (
    <section class="card stack gap-3" aria-label={words.open}>
      <p>
        <b>
          {titled(open.region)}
          {open.side && open.side !== 'middle' ? `, ${open.side}` : ''}
        </b>{' '}
        <span class="quiet">{lasting(openedAt.value - since)}</span>
      </p>
      {result?.settled ? (
        <p class="chips">
          {result.tier === 'emergency' ? (
            <a class="chip due" href="/emergency">
              {words.help}
            </a>
          ) : (
            <a class="chip" href="/plan">
              {words.plan}
            </a>
          )}
          <a class={isDue ? 'chip due' : 'chip'} href={`/rate/${open.id}`}>
            {isDue ? words.due : words.again}
          </a>
          <button type="button" class="chip" onClick={() => record({ type: 'episode-ended', episode: open.id })}>
            {words.over}
          </button>
        </p>
      ) : (
        <a class="btn big" href="/check">
          {words.check}
        </a>
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
