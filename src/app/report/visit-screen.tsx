/** The visit: when it is, what to ask, what to say, the page, a reminder; afterwards what was advised. */
import { useEffect, useState } from 'preact/hooks'
import type { Visit } from '../../diary/diary.ts'
import { professionals } from '../../knowledge/professionals.gen.ts'
import { mostSpokenWords, suggestedQuestions, twentySeconds } from '../../report/visit.ts'
import { addDays } from '../../time.ts'
import { draftOf } from '../state/drafts.ts'
import { isText } from '../state/local-storage.ts'
import { entryCount } from '../state/log.ts'
import { diary, newId, record, strikeOut, today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { download } from '../ui/download.ts'
import { Field } from '../ui/field.tsx'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { Pick } from '../ui/pick.tsx'
import { shareWords } from '../ui/share.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { readMedicineNames, reportNow } from './report-now.ts'
import '../ui/forms.css'
import './report.css'

const words = {
  back: 'Diary',
  title: 'My visit',
  lead: 'A few taps now, so that nothing is forgotten in the room.',
  when: 'When is your appointment?',
  days: { today: 'Today', tomorrow: 'Tomorrow', other: 'Another day' },
  day: 'Day',
  time: 'Time, if you know',
  who: 'Whom do you see?',
  keep: 'Keep the appointment',
  kept: 'Appointment kept.',
  at: (day: string, time: string | undefined) => (time === undefined ? day : `${day}, ${time}`),
  change: 'Change',
  cancel: 'Cancel it',
  cancelled: 'Appointment cancelled.',
  ask: 'What will you ask?',
  askLead: 'Tap up to three. Three are what fits into a visit.',
  own: 'A question of my own',
  add: 'Add it',
  enough: 'Three are chosen. Remove one to take another.',
  remove: 'Remove',
  sayTitle: 'Say this first',
  sayLead: (count: number) => `It takes about ${Math.max(5, Math.round((count / mostSpokenWords) * 20))} seconds.`,
  copy: 'Pass it on as words',
  copied: 'The words are copied.',
  failed: 'It could not be passed on.',
  shared: '',
  saved: '',
  page: 'See the page: PDF, code or text',
  pageLead: 'One page for the person you see. They read it in half a minute.',
  remind: 'Put it in my calendar',
  remindLead: 'Your phone’s calendar rings the day before, and an hour before. It says nothing about your health.',
  been: 'I have been there already',
  after: 'What did they advise?',
  afterLead: 'In your own words, while you still know. It is kept in your diary and shown on the next page.',
  told: 'Keep the advice',
  toldKept: 'Advice kept.',
  before: 'What was advised before',
  nothing: 'The page is made from your diary. Add a cramp or spasm first.',
}

const draft = draftOf(
  'visit',
  { day: '', time: '', who: '', question: '', advised: '' },
  { day: isText, time: isText, who: isText, question: isText, advised: isText },
)

/** The newest appointment without advice, if it is recent or still to come. */
const openVisit = (): Visit | undefined =>
  diary.value.visits
    .filter(({ advised, day, isCancelled }) => !isCancelled && advised === undefined && day >= addDays(today(), -30))
    .at(-1)

export function Screen(_props: { readonly id: string }) {
  useEffect(() => void readMedicineNames(), [entryCount.value])
  const visit = openVisit()
  const isDue = visit !== undefined && visit.day <= today()
  return (
    <main id="main" class="page report-screen" data-screen="visit" tabIndex={-1}>
      <div class="stack gap-5">
        <Top back={['/diary', words.back]} />
        <Heading title={words.title} lead={words.lead} />
        {isDue && <Advice visit={visit} />}
        <When visit={visit} />
        {reportNow.value ? (
          <>
            <Ask who={visit?.who ?? draft.value().who} />
            <Say />
            <section class="card stack gap-3">
              <p class="quiet">{words.pageLead}</p>
              <a class="btn next" href="/report">
                {words.page}
              </a>
            </section>
          </>
        ) : (
          <p class="empty">{words.nothing}</p>
        )}
        {visit && !isDue && <Remind visit={visit} />}
        {visit && !isDue && (
          <details class="fold card">
            <summary>
              <h2 class="fold-name">{words.been}</h2>
              <Icon name="next" />
            </summary>
            <Advice visit={visit} />
          </details>
        )}
        <Before />
      </div>
    </main>
  )
}

const names = Object.fromEntries(Object.entries(professionals).map(([id, { name }]) => [id, name]))

function When({ visit }: { readonly visit: Visit | undefined }) {
  const [isOpen, setOpen] = useState(false)
  const { day, time, who } = draft.value()
  const chosen = day === today() ? 'today' : day === addDays(today(), 1) ? 'tomorrow' : day === '' ? '' : 'other'
  const [isOther, setOther] = useState(false)
  if (visit && !isOpen)
    return (
      <section class="card stack gap-3" data-visit={visit.day}>
        <h2>{words.at(say.longDay(visit.day), visit.time)}</h2>
        {visit.who !== undefined && <p>{names[visit.who] ?? visit.who}</p>}
        <p class="chips">
          <button
            type="button"
            class="chip"
            onClick={() => {
              draft.type({ day: visit.day, time: visit.time ?? '', who: visit.who ?? '' })
              setOpen(true)
            }}
          >
            {words.change}
          </button>
          <button
            type="button"
            class="chip"
            onClick={() => {
              const event = record({ type: 'visit-planned', visit: visit.id, day: visit.day, cancelled: true })
              toast.value = { text: words.cancelled, undo: () => void strikeOut(event) }
            }}
          >
            {words.cancel}
          </button>
        </p>
      </section>
    )
  const keep = () => {
    const event = record({
      type: 'visit-planned',
      visit: visit?.id ?? newId(),
      day,
      ...(time === '' ? {} : { time }),
      ...(who === '' ? {} : { who }),
    })
    draft.type({ day: '', time: '', who: '' })
    setOpen(false)
    toast.value = { text: words.kept, undo: () => void strikeOut(event) }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.when}</h2>
      <Pick
        legend={words.day}
        name="visit-day"
        options={words.days}
        chosen={isOther ? 'other' : chosen}
        onPick={which => {
          setOther(which === 'other')
          draft.type({ day: which === 'today' ? today() : which === 'tomorrow' ? addDays(today(), 1) : '' })
        }}
      />
      {(isOther || chosen === 'other') && (
        <Field label={words.day} type="date" value={day} min={today()} onType={text => draft.type({ day: text })} />
      )}
      <Field label={words.time} type="time" value={time} onType={text => draft.type({ time: text })} />
      <Pick
        legend={words.who}
        name="visit-who"
        options={names}
        chosen={who}
        onPick={which => draft.type({ who: which })}
      />
      <button type="button" class="btn big" disabled={day === ''} onClick={keep}>
        {words.keep}
      </button>
    </section>
  )
}

const mostChosen = 3
/** More would be too long to read. */
const mostSuggested = 5

/** The person's questions, and those that the diary suggests, each added with one tap. */
function Ask({ who }: { readonly who: string }) {
  const report = reportNow.value
  const { question } = draft.value()
  const mine = diary.value.questions
  const isFull = mine.length >= mostChosen
  const suggested = report && !isFull ? suggestedQuestions(report, professionals[who]?.ask) : []
  const add = (text: string) => {
    const event = record({ type: 'question-added', text })
    toast.value = { text: words.ask, undo: () => void strikeOut(event) }
  }
  return (
    <section class="card stack gap-3" data-ask={mine.length}>
      <h2>{words.ask}</h2>
      <p class="quiet">{isFull ? words.enough : words.askLead}</p>
      {mine.length > 0 && (
        <ol class="numbered">
          {mine.map(({ id, text }) => (
            <li key={id}>
              <b>{text}</b>{' '}
              <button
                type="button"
                class="btn plain"
                aria-label={`${words.remove}: ${text}`}
                onClick={() => record({ type: 'struck-out', events: [id] })}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ol>
      )}
      {suggested.length > 0 && (
        <ul class="stack gap-2">
          {suggested.slice(0, mostSuggested).map(text => (
            <li key={text}>
              <button type="button" class="btn big suggested" onClick={() => add(text)}>
                <Icon name="plus" />
                <span>{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isFull && (
        <>
          <Field label={words.own} maxLength={300} value={question} onType={text => draft.type({ question: text })} />
          <p class="chips">
            <button
              type="button"
              class="chip"
              disabled={question.trim() === ''}
              onClick={() => {
                add(question.trim())
                draft.type({ question: '' })
              }}
            >
              {words.add}
            </button>
          </p>
        </>
      )}
    </section>
  )
}

function Say() {
  const report = reportNow.value
  if (!report) return null
  const text = twentySeconds(report)
  const share = async () => {
    const outcome = await shareWords(text)
    if (words[outcome] !== '') toast.value = { text: words[outcome] }
  }
  return (
    <section class="card stack gap-3" data-say>
      <h2>{words.sayTitle}</h2>
      <p class="quiet">{words.sayLead(text.split(' ').length)}</p>
      <p class="quote">{text}</p>
      <p class="chips">
        <button type="button" class="chip" onClick={() => void share()}>
          {words.copy}
        </button>
      </p>
    </section>
  )
}

function Remind({ visit }: { readonly visit: Visit }) {
  const save = async () => {
    const { visitCalendar } = await import('../ui/calendar-file.ts')
    download('unknot-visit.ics', visitCalendar(visit.id, visit.day, visit.time), 'text/calendar')
  }
  return (
    <section class="card stack gap-3">
      <p class="quiet">{words.remindLead}</p>
      <button type="button" class="btn big" onClick={() => void save()}>
        {words.remind}
      </button>
    </section>
  )
}

function Advice({ visit }: { readonly visit: Visit }) {
  const { advised } = draft.value()
  const keep = () => {
    const { id, who } = visit
    // Advice entered before the planned day means that the visit has taken place.
    const [day = visit.day] = [visit.day, today()].sort()
    const text = advised.trim().slice(0, 4000)
    const event = record({ type: 'visit-told', visit: id, day, advised: text, ...(who === undefined ? {} : { who }) })
    draft.type({ advised: '' })
    toast.value = { text: words.toldKept, undo: () => void strikeOut(event) }
  }
  return (
    <section class="card stack gap-3" data-advice>
      <h2>{words.after}</h2>
      <p class="quiet">{words.afterLead}</p>
      <label class="field">
        <span class="hide">{words.after}</span>
        <textarea
          rows={3}
          maxLength={4000}
          value={advised}
          onInput={event => draft.type({ advised: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="btn big" disabled={advised.trim() === ''} onClick={keep}>
        {words.told}
      </button>
    </section>
  )
}

function Before() {
  const told = diary.value.visits.filter(({ advised }) => advised !== undefined).toReversed()
  if (told.length === 0) return null
  return (
    <section class="card stack gap-3" data-before>
      <h2>{words.before}</h2>
      <ul class="entries">
        {told.map(({ id, day, who, advised }) => (
          <li key={id}>
            <p class="note">
              {say.date(day)}
              {who === undefined ? '' : `, ${names[who] ?? who}`}
            </p>
            <p class="told">{advised?.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
