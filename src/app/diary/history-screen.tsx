/** The days of the diary, the newest first, each in a few lines; below, every entry. */
import { useEffect, useState } from 'preact/hooks'
import { type DayStory, dayStory } from '../../diary/day-story.ts'
import { loadNames } from '../plan/door.ts'
import { entryCount, readDay } from '../state/log.ts'
import { diary } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { EveryEntry } from './every-entry.tsx'
import { PutBack } from './put-back.tsx'
import { Story } from './story.tsx'
import './diary.css'

const words = {
  title: 'History',
  back: 'Diary',
  entries: 'Search every entry',
  empty: 'Nothing here yet.',
  more: 'Show more days',
  change: 'Change',
  changeDay: (day: string) => `Change what was told on ${day}`,
}

const daysShown = 10

export function Screen({ id }: { readonly id: string }) {
  return id === 'entries' ? <EveryEntry /> : <Days />
}

interface Told extends DayStory {
  readonly day: string
}

function Days() {
  const [wanted, setWanted] = useState(daysShown)
  const { told, isAll } = useDays(wanted)
  useEffect(() => void loadNames(), [])
  return (
    <main id="main" class="page stack gap-5" data-screen="history" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <div class="row between head">
        <h1>{words.title}</h1>
        <a class="btn plain" href="/history/entries">
          {words.entries}
        </a>
      </div>
      <PutBack />
      {entryCount.value === 0 && <p class="quiet">{words.empty}</p>}
      <div class="days">
        {told.map(({ day, ...story }) => (
          <section key={day} class="card stack gap-3" data-day={day}>
            <div class="row between">
              <h2>{say.longDay(day)}</h2>
              <a class="btn plain" href={`/day/${day}`} aria-label={words.changeDay(say.longDay(day))}>
                {words.change}
              </a>
            </div>
            <Story story={story} />
          </section>
        ))}
      </div>
      {!isAll && (
        <button type="button" class="btn big" onClick={() => setWanted(wanted + daysShown)}>
          <Icon name="plus" />
          {words.more}
        </button>
      )}
    </main>
  )
}

/** The newest days with an entry of the person, up to a number. */
function useDays(wanted: number): { readonly told: readonly Told[]; readonly isAll: boolean } {
  const [told, setTold] = useState<readonly Told[]>([])
  const count = entryCount.value
  const days = diary.value.days.map(({ day }) => day).sort((a, b) => (a < b ? 1 : -1))
  useEffect(() => {
    let isMine = true
    const read = async () => {
      const { struck } = await readStrikes()
      const stories = await Promise.all(
        days.slice(0, wanted).map(async day => {
          const events = (await readDay(day))
            .filter(({ id }) => !struck.has(id))
            .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
          return { day, ...dayStory(events, diary.peek()) }
        }),
      )
      if (isMine) setTold(stories.filter(({ lines, others }) => lines.length + others > 0))
    }
    void read()
    return () => {
      isMine = false
    }
  }, [wanted, count])
  return { told, isAll: days.length <= wanted }
}
