/** Reminders: for what and when, added to the calendar of the phone. */
import { useState } from 'preact/hooks'
import { draftOf } from '../state/drafts.ts'
import { isNumber, isText, listOf, oneOf } from '../state/local-storage.ts'
import { readType } from '../state/log.ts'
import { diary, newId, record, strikeOut, today } from '../state/store.ts'
import { download } from '../ui/download.ts'
import { Field } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { reminderNames } from './event-words.ts'
import '../ui/forms.css'
import './diary.css'

const words = {
  title: 'Reminders',
  back: 'Diary',
  lead: 'Your phone’s calendar rings, even when Unknot is closed. Set a time, then put the file into your calendar.',
  empty: 'No reminder is set yet.',
  about: 'Remind me of',
  time: 'At what time?',
  days: 'On which days?',
  dayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  every: 'every day',
  add: 'Add this reminder',
  added: 'Reminder added.',
  remove: 'Remove',
  removed: 'Reminder removed. Delete it in your calendar too.',
  save: 'Put them in my calendar',
}

type About = keyof typeof reminderNames

interface Typed {
  readonly about: About
  readonly time: string
  readonly weekdays: readonly number[]
}
const typed = draftOf<Typed>(
  'reminder',
  { about: 'night-rating', time: '07:30', weekdays: [] },
  { about: oneOf(...Object.keys(reminderNames)), time: isText, weekdays: listOf(isNumber) },
)

export function Screen(_props: { readonly id: string }) {
  const { reminders } = diary.value
  return (
    <main id="main" class="page stack gap-5" data-screen="reminders" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {reminders.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <ul class="card entries">
          {reminders.map(({ id, about, time, weekdays }) => (
            <li key={id}>
              <p class="told">
                <b>{capital(reminderNames[about])}</b>
                <br />
                <span class="note">
                  {time}, {weekdays?.map(day => words.dayNames[day - 1]).join(', ') ?? words.every}
                </span>
              </p>
              <button
                type="button"
                class="btn plain"
                aria-label={`${words.remove}: ${reminderNames[about]}`}
                onClick={() => void remove(id)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddReminder />
      {reminders.length > 0 && (
        <div class="dock">
          <button type="button" class="btn next" onClick={() => void save()}>
            {words.save}
          </button>
        </div>
      )}
    </main>
  )
}

function AddReminder() {
  const { about, time, weekdays } = typed.value()
  const [isMissing, setMissing] = useState(false)
  const add = () => {
    setMissing(time === '')
    if (time === '') return
    const some = weekdays.length === 0 || weekdays.length === 7 ? {} : { weekdays: [...weekdays].sort() }
    const event = record({ type: 'reminder-set', reminder: newId(), about, time, ...some })
    typed.clear()
    toast.value = { text: words.added, undo: () => void strikeOut(event) }
  }
  return (
    <section class="card stack gap-3">
      <fieldset class="chips">
        <legend class="group">{words.about}</legend>
        {Object.entries(reminderNames).map(([value, name]) => (
          <label key={value} class="chip pick">
            <input
              type="radio"
              name="about"
              checked={about === value}
              onChange={() => typed.type({ about: value as About })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Field
        label={words.time}
        type="time"
        required
        value={time}
        aria-invalid={isMissing}
        onType={text => typed.type({ time: text })}
      />
      <fieldset class="chips">
        <legend class="group">{words.days}</legend>
        {words.dayNames.map((name, index) => (
          <label key={name} class="chip pick">
            <input
              type="checkbox"
              checked={weekdays.includes(index + 1)}
              onChange={event =>
                typed.type({
                  weekdays: event.currentTarget.checked
                    ? [...weekdays, index + 1]
                    : weekdays.filter(day => day !== index + 1),
                })
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <button type="button" class="btn big" onClick={add}>
        {words.add}
      </button>
    </section>
  )
}

async function remove(id: string): Promise<void> {
  const set = (await readType('reminder-set')).filter(event => event.type === 'reminder-set' && event.reminder === id)
  const act = strikeOut(...set)
  toast.value = { text: words.removed, undo: () => void strikeOut(act) }
}

async function save(): Promise<void> {
  const { reminderCalendar } = await import('../ui/calendar-file.ts')
  download('unknot-reminders.ics', reminderCalendar(diary.value.reminders, today()), 'text/calendar')
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
