/** One day of the diary: its entries, and what can still be added to an episode. */
import { useEffect, useState } from 'preact/hooks'
import type { DiaryEvent, EventOf } from '../../diary/event.ts'
import { placeOf } from '../../diary/fold.ts'
import { addDays, isDay } from '../../time.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { entryCount, readDay } from '../state/log.ts'
import { diary, strikeOut, today } from '../state/store.ts'
import { readStrikes, type Strikes } from '../state/strikes.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { AboutEpisode } from './about-episode.tsx'
import { episodeName, told } from './event-words.ts'
import '../ui/forms.css'
import './diary.css'

const words = {
  back: 'Diary',
  before: 'Day before',
  after: 'Day after',
  empty: 'Nothing was told on this day.',
  add: 'Add to this',
  strike: 'Strike out',
  struck: 'Struck out. Every entry in History can bring it back.',
}

export function Screen({ id }: { readonly id: string }) {
  const day = isDay(id) ? id : today()
  const [read, setRead] = useState<readonly [readonly DiaryEvent[], Strikes] | undefined>(undefined)
  const count = entryCount.value
  useEffect(() => void loadNames(), [])
  useEffect(() => void Promise.all([readDay(day), readStrikes()]).then(setRead), [day, count])
  const [events, strikes] = read ?? []
  const counting = (events ?? []).filter(
    event => !strikes?.struck.has(event.id) && event.type !== 'struck-out' && event.type !== 'merged',
  )
  return (
    <main id="main" class="page stack gap-5" data-screen="day" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <div class="row between month-head">
        <a class="tool" href={`/day/${addDays(day, -1)}`} aria-label={words.before}>
          <Icon name="back" />
        </a>
        <h1>{say.longDay(day)}</h1>
        {day < today() ? (
          <a class="tool" href={`/day/${addDays(day, 1)}`} aria-label={words.after}>
            <Icon name="next" />
          </a>
        ) : (
          <span class="tool" />
        )}
      </div>
      {events !== undefined && counting.length === 0 && <p class="empty">{words.empty}</p>}
      {counting.length > 0 && (
        <ol class="card entries">
          {counting
            .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (placeOf(a) < placeOf(b) ? -1 : 1))
            .map(event => (
              <Entry key={event.type === 'episode-began' ? event.episode : event.id} event={event} />
            ))}
        </ol>
      )}
    </main>
  )
}

function Entry({ event }: { readonly event: DiaryEvent }) {
  const { title, detail } = told(event, nameOf)
  const strike = () => {
    const act = strikeOut(event)
    toast.value = { text: words.struck, undo: () => void strikeOut(act) }
  }
  return (
    <li>
      <p class="told">
        <b>{title}</b>
        <br />
        <span class="note">
          {say.time(Date.parse(event.at))}
          {detail && `, ${detail}`}
        </span>
      </p>
      <button type="button" class="btn plain" aria-label={`${words.strike}: ${title}`} onClick={strike}>
        {words.strike}
      </button>
      {event.type === 'episode-began' && <AddTo began={event} />}
    </li>
  )
}

function AddTo({ began }: { readonly began: EventOf<'episode-began'> }) {
  const { episode, complaint, region, side } = began
  const [isBare] = useState(diary.value.episodes.find(({ id }) => id === episode)?.ratings.length === 0)
  return (
    <details class="fold" open={isBare}>
      <summary aria-label={`${words.add}: ${episodeName(complaint, region, side)}`}>{words.add}</summary>
      <AboutEpisode began={began} />
    </details>
  )
}
