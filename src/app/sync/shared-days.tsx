/** The last days of a diary that somebody shares, as its stories. */
import { useEffect } from 'preact/hooks'
import { dayStory } from '../../diary/day-story.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { counting, fold } from '../../diary/fold.ts'
import { lineSaid } from '../../diary/story-words.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { say } from '../ui/days.ts'

const words = { title: 'Their last days', none: 'Nothing is written yet.' }

/** The newest days with an entry. */
const mostDays = 14

export function SharedDays({ events }: { readonly events: readonly DiaryEvent[] }) {
  useEffect(() => void loadNames(), [])
  const diary = fold(events)
  const byDay = new Map<string, DiaryEvent[]>()
  for (const event of counting(events)) {
    const day = event.at.slice(0, 10)
    byDay.set(day, [...(byDay.get(day) ?? []), event])
  }
  const days = [...byDay].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, mostDays)
  return (
    <section class="card stack gap-3">
      <h2>{words.title}</h2>
      {days.length === 0 && <p>{words.none}</p>}
      {days.map(([day, told]) => (
        <div key={day} class="stack gap-2">
          <h3>{say.longDay(day)}</h3>
          <ul class="stack gap-1">
            {dayStory(told, diary).lines.map((line, place) => {
              const { title, detail } = lineSaid(line, { nameOf, time: say.time })
              return (
                <li key={`${line.kind} ${String(place)}`}>
                  <b>{title}</b>
                  {detail !== '' && `, ${detail}`}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
