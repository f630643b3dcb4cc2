/** The days of the course that are still to come, put into the phone's own calendar. */
import { useState } from 'preact/hooks'
import { checkInDay } from '../../course/care.ts'
import { courseDays } from '../../course/so-far.ts'
import type { CourseLog } from '../../diary/diary.ts'
import { addDays, daysBetween } from '../../time.ts'
import { today } from '../state/store.ts'
import { download } from '../ui/download.ts'
import { Field } from '../ui/field.tsx'

const words = {
  title: 'Remind me each day',
  lead: 'Your phone’s calendar rings at this time until the course is over. No account is needed.',
  install: 'On a phone, add Unknot to your home screen. Then it opens in one tap.',
  time: 'At what time?',
  save: 'Put it in my calendar',
}

export function CourseCalendar({ log }: { readonly log: CourseLog }) {
  const [time, setTime] = useState('18:00')
  const from = [today(), log.firstDay].toSorted().at(-1) ?? today()
  const left = daysBetween(from, addDays(log.firstDay, courseDays))
  if (left <= 0) return null
  const save = async () => {
    const { courseCalendar } = await import('../ui/calendar-file.ts')
    const checkIns = Object.values(checkInDay)
      .map(day => addDays(log.firstDay, day - 1))
      .filter(day => day >= from)
    download('unknot-course.ics', courseCalendar(log.id, time, from, left, checkIns), 'text/calendar')
  }
  return (
    <details class="fold card">
      <summary>
        <h2 class="fold-name">{words.title}</h2>
      </summary>
      <div class="stack gap-3">
        <p class="quiet">{words.lead}</p>
        <Field label={words.time} type="time" class="text" required value={time} onType={setTime} />
        <button type="button" class="btn big" disabled={time === ''} onClick={() => void save()}>
          {words.save}
        </button>
        <p class="note">{words.install}</p>
      </div>
    </details>
  )
}
