/** One day of the diary: what was told, and what may still be added to an episode. */
import { useEffect, useState } from 'preact/hooks'
import type { DiaryEvent, EventOf } from '../../diary/event.ts'
import { placeOf } from '../../diary/fold.ts'
import { addDays, say } from '../days.ts'
import { draftOf } from '../draft.ts'
import { entryCount, readDay } from '../log.ts'
import { episodeName, told } from '../parts/entry.ts'
import { Icon } from '../parts/icon.tsx'
import { PainPick } from '../parts/pain-pick.tsx'
import { toast } from '../parts/toast.tsx'
import { Top } from '../parts/top.tsx'
import { loadNames, nameOf } from '../remedy-names.ts'
import { correct, diary, record, strikeOut, today } from '../store.ts'
import { readStrikes, type Strikes } from '../struck.ts'
import '../styles/diary.css'

const words = {
  back: 'Diary',
  before: 'Day before',
  after: 'Day after',
  empty: 'Nothing was told on this day.',
  add: 'Add to this',
  pain: 'How bad was it?',
  side: 'Which side?',
  sides: { left: 'Left', middle: 'Middle', right: 'Right' },
  setOff: 'What set it off?',
  causes: ['lifting', 'bending', 'sitting long', 'exercise', 'in my sleep', 'cold', 'heat'],
  note: 'A note',
  keep: 'Keep the note',
  over: 'It is over',
  strike: 'Strike out',
  struck: 'Struck out. You can restore it in History.',
  kept: 'Kept.',
}

export function Screen({ id }: { readonly id: string }) {
  const day = /^\d{4}-\d\d-\d\d$/.test(id) ? id : today()
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
  const { episode, complaint, region, side, at } = began
  const own = diary.value.episodes.find(each => each.id === episode)
  const [note] = useState(() => draftOf(`note-${episode}`, { text: '' }))
  const [isBare] = useState(own?.ratings.length === 0)
  const isOpen = own?.endedAt === undefined
  const say = (event: DiaryEvent) => {
    toast.value = { text: words.kept, undo: () => void strikeOut(event) }
  }
  /** What is said of an episode that is over is said of the time it was there. */
  const then = isOpen ? undefined : at
  const amend = (part: Partial<Pick<EventOf<'episode-began'>, 'side' | 'setOffBy'>>) => {
    const { id: _id, v: _v, at: _at, instead: _instead, ...body } = began
    correct(began, { ...body, ...part })
  }
  const keepNote = () => {
    const text = note.value().text.trim()
    if (text === '') return
    say(record({ type: 'noted', text, episode }, then))
    note.clear()
  }
  return (
    <details class="fold" open={isBare}>
      <summary aria-label={`${words.add}: ${episodeName(complaint, region, side)}`}>{words.add}</summary>
      <div class="stack">
        <PainPick
          legend={words.pain}
          name={`pain-${episode}`}
          chosen={own?.ratings.at(-1)?.pain}
          onPick={pain => say(record({ type: 'episode-rated', episode, pain }, then))}
        />
        <fieldset class="chips">
          <legend class="group">{words.side}</legend>
          {(['left', 'middle', 'right'] as const).map(each => (
            <label key={each} class="chip pick">
              <input
                type="radio"
                name={`side-${episode}`}
                checked={side === each}
                onChange={() => amend({ side: each })}
              />
              {words.sides[each]}
            </label>
          ))}
        </fieldset>
        <fieldset class="chips">
          <legend class="group">{words.setOff}</legend>
          {words.causes.map(cause => (
            <label key={cause} class="chip pick">
              <input
                type="radio"
                name={`cause-${episode}`}
                checked={began.setOffBy === cause}
                onChange={() => amend({ setOffBy: cause })}
              />
              {cause}
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{words.note}</span>
          <textarea
            rows={2}
            maxLength={4000}
            value={note.value().text}
            onInput={event => note.type({ text: event.currentTarget.value })}
          />
        </label>
        <p class="chips">
          <button type="button" class="btn" onClick={keepNote}>
            {words.keep}
          </button>
          {isOpen && (
            <button type="button" class="btn" onClick={() => say(record({ type: 'episode-ended', episode }))}>
              {words.over}
            </button>
          )}
        </p>
      </div>
    </details>
  )
}
