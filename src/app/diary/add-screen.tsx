/** Adds to the diary: last night's cramps or an episode with one tap, anything else with a short form. */
import { useState } from 'preact/hooks'
import type { DiaryEvent, EventBody } from '../../diary/event.ts'
import { complaintAt, type Region, regions } from '../../knowledge/vocabulary.ts'
import { localIso } from '../../time.ts'
import { nameOf } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { draftOf } from '../state/drafts.ts'
import { isNumber, isText, oneOf } from '../state/local-storage.ts'
import { newId, record, strikeOut, today } from '../state/store.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { PainPick } from '../ui/pain-pick.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { episodeName, told } from './event-words.ts'
import { places } from './overview.ts'
import '../ui/forms.css'
import './diary.css'

const words = {
  title: 'What happened?',
  back: 'Diary',
  night: 'Last night’s cramps',
  nightHelp: 'How often did it cramp?',
  none: 'None',
  cramp: 'A cramp that is over',
  spasm: 'A back spasm',
  spasmHelp: 'It stays open until you say that it is over.',
  more: 'More places',
  when: 'When?',
  now: 'Just now',
  other: 'Something else',
  kinds: { noted: 'A note', 'remedy-done': 'A remedy', drank: 'A drink', 'medicine-taken': 'A medicine' },
  text: 'What do you want to keep?',
  remedy: 'What did you do?',
  drink: 'What did you drink?',
  ml: 'How much, in ml?',
  medicine: 'Which medicine did you take?',
  dose: 'How much? You may leave this out.',
  before: 'Pain before',
  after: 'Pain after',
  keep: 'Keep it',
  missing: 'Write what it was first.',
  added: (what: string, at: number) => `${what} at ${say.time(at)} added`,
  nightAdded: (count: number) => (count === 1 ? '1 cramp added' : `${count} cramps added`),
}

const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const shownFirst = 4

interface Typed {
  readonly when: string
  readonly kind: keyof typeof words.kinds
  readonly text: string
  readonly ml: string
  readonly dose: string
  readonly before: number | undefined
  readonly after: number | undefined
}
const nothing: Typed = { when: '', kind: 'noted', text: '', ml: '', dose: '', before: undefined, after: undefined }
const typed = draftOf<Typed>('add', nothing, {
  when: isText,
  kind: oneOf(...Object.keys(words.kinds)),
  text: isText,
  ml: isText,
  dose: isText,
  before: isNumber,
  after: isNumber,
})

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack gap-5" data-screen="add" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <h1>{words.title}</h1>
      <div class="grid-2 stack gap-5">
        <section class="card stack gap-3">
          <h2>{words.night}</h2>
          <p class="quiet">{words.nightHelp}</p>
          <p class="counts">
            {counts.map(count => (
              <button key={count} type="button" class="chip" onClick={() => countNight(count)}>
                {count === 0 ? words.none : count}
              </button>
            ))}
          </p>
        </section>
        <section class="card stack gap-3">
          <h2>{words.cramp}</h2>
          <Places complaint="cramp" />
          <h2>{words.spasm}</h2>
          <p class="quiet">{words.spasmHelp}</p>
          <Places complaint="back" />
          <Field
            label={words.when}
            type="datetime-local"
            max={localIso(new Date()).slice(0, 16)}
            value={typed.value().when}
            onType={text => typed.type({ when: text })}
          />
        </section>
        <section class="card stack gap-3">
          <h2>{words.other}</h2>
          <Other />
        </section>
      </div>
    </main>
  )
}

/** The most frequent places come first; the others are folded. */
function Places({ complaint }: { readonly complaint: 'back' | 'cramp' }) {
  const own = regions.filter(region => complaintAt(region) === complaint)
  const usual =
    complaint === 'back'
      ? (['low back', 'neck', 'mid back'] as const)
      : (['calf', 'foot', 'hamstring', 'front thigh'] as const)
  const order = [...new Set([...places.value.filter(region => own.includes(region)), ...usual, ...own])]
  const chips = (of: readonly Region[]) => (
    <p class="chips">
      {of.map(region => (
        <button key={region} type="button" class="chip" onClick={() => addEpisode(complaint, region)}>
          {titled(region)}
        </button>
      ))}
    </p>
  )
  return (
    <>
      {chips(order.slice(0, shownFirst))}
      {order.length > shownFirst && (
        <details class="fold">
          <summary>{words.more}</summary>
          {chips(order.slice(shownFirst))}
        </details>
      )}
    </>
  )
}

function addEpisode(complaint: 'back' | 'cramp', region: Region): void {
  const episode = newId()
  const at = whenTyped()
  const began = record({ type: 'episode-began', episode, complaint, region }, at)
  const isOver = complaint === 'cramp'
  const events = isOver ? [began, record({ type: 'episode-ended', episode }, at)] : [began]
  leave(words.added(episodeName(complaint, region), Date.parse(at)), events)
}

function countNight(count: number): void {
  leave(words.nightAdded(count), [record({ type: 'cramps-counted', night: today(), count })])
}

function leave(text: string, events: readonly DiaryEvent[]): void {
  typed.clear()
  go('/diary')
  toast.value = { text, undo: () => void strikeOut(...events) }
}

/** The time that was typed, or now. */
function whenTyped(): string {
  const { when } = typed.value()
  const at = when === '' ? Number.NaN : new Date(when).getTime()
  return localIso(new Date(Number.isNaN(at) ? Date.now() : at))
}

function Other() {
  const own = typed.value()
  const [isMissing, setMissing] = useState(false)
  const keep = () => {
    const body = bodyOf(own)
    setMissing(body === undefined)
    if (body === undefined) return
    const at = whenTyped()
    const kept = (bodies: readonly EventBody[]) => {
      const events = bodies.map(each => record(each, at))
      const [first] = events
      const title = first && events.length === 1 ? told(first, nameOf).title : own.text.trim()
      leave(words.added(title, Date.parse(at)), events)
    }
    if (body.type !== 'medicine-taken') return kept([body])
    // The names are loaded only here, so that the screen does not wait for them.
    import('../medicines/door.ts')
      .then(({ usesOf }) => usesOf(body.medicine))
      .then(
        uses => kept(uses.map(use => ({ ...body, ...use }))),
        () => kept([body]),
      )
  }
  const typeText = (event: { currentTarget: { value: string } }) => typed.type({ text: event.currentTarget.value })
  const labels = {
    noted: words.text,
    'remedy-done': words.remedy,
    drank: words.drink,
    'medicine-taken': words.medicine,
  }
  return (
    <form
      class="stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <fieldset class="chips">
        <legend class="hide">{words.other}</legend>
        {Object.entries(words.kinds).map(([kind, name]) => (
          <label key={kind} class="chip pick">
            <input
              type="radio"
              name="kind"
              checked={own.kind === kind}
              onChange={() => typed.type({ kind: kind as Typed['kind'] })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="told">{labels[own.kind]}</label>
        {own.kind === 'noted' ? (
          <textarea id="told" rows={3} maxLength={4000} value={own.text} onInput={typeText} />
        ) : (
          <input id="told" type="text" maxLength={200} value={own.text} onInput={typeText} />
        )}
      </div>
      {own.kind === 'drank' && (
        <Field
          label={words.ml}
          type="number"
          min="0"
          max="10000"
          value={own.ml}
          onType={text => typed.type({ ml: text })}
        />
      )}
      {own.kind === 'medicine-taken' && (
        <Field label={words.dose} maxLength={200} value={own.dose} onType={text => typed.type({ dose: text })} />
      )}
      {own.kind === 'remedy-done' && (
        <>
          <PainPick legend={words.before} name="before" chosen={own.before} onPick={before => typed.type({ before })} />
          <PainPick legend={words.after} name="after" chosen={own.after} onPick={after => typed.type({ after })} />
        </>
      )}
      {isMissing && <p role="alert">{words.missing}</p>}
      <button type="submit" class="btn big">
        {words.keep}
      </button>
    </form>
  )
}

function bodyOf({ kind, text, ml, dose, before, after }: Typed): EventBody | undefined {
  const name = text.trim()
  if (name === '') return undefined
  switch (kind) {
    case 'noted':
      return { type: kind, text: name }
    case 'remedy-done':
      return {
        type: kind,
        remedy: name,
        ...(before === undefined ? {} : { painBefore: before }),
        ...(after === undefined ? {} : { painAfter: after }),
      }
    case 'drank':
      return { type: kind, drink: name, ml: Math.max(0, Math.min(10_000, Number(ml) || 0)) }
    case 'medicine-taken':
      return { type: kind, medicine: name, ...(dose.trim() === '' ? {} : { dose: dose.trim() }) }
  }
}
