/** The diary at a glance: cramps and pain by day, pain over time, what was tried, and the episodes. */

import { computed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { painSaid } from '../../diary/sentences.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import { daysBetween, localDay } from '../../time.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { backupReminder } from '../state/backup-due.ts'
import { entryCount } from '../state/log.ts'
import { diary, today } from '../state/store.ts'
import { openTrial } from '../trials/door.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { episodeName } from './event-words.ts'
import { Month } from './month.tsx'
import {
  crampsLately,
  dayByName,
  episodeCount,
  episodes,
  filter,
  painChanged,
  painSeen,
  places,
  region,
  results,
  type Span,
  span,
} from './overview.ts'
import { PainChart } from './pain-chart.tsx'
import { Spread } from './spread.tsx'
import '../ui/forms.css'
import './diary.css'

const words = {
  title: 'Diary',
  add: 'Add a cramp or spasm',
  history: 'History',
  report: 'Make a report',
  visit: 'My visit',
  visitComes: (day: string) => `Your appointment is on ${day}.`,
  visitOver: 'What did they advise?',
  reminders: 'Reminders',
  backup: 'Backup',
  emptyTitle: 'Nothing here yet',
  empty: 'Your cramps, your pain and what you tried will appear here, day by day. It stays on this device.',
  lately: (count: number) =>
    count === 0 ? 'No cramps in the last 14 days' : `${crampCount(count)} in the last 14 days`,
  before: (count: number) => (count === 0 ? 'None in the 14 days before.' : `${count} in the 14 days before.`),
  place: 'Place',
  everyPlace: 'Every place',
  period: 'Period',
  spans: { '30': '30 days', '90': '3 months', '365': '1 year', all: 'All' } as Readonly<Record<Span, string>>,
  part: (place: string, said: string) => `${place}: ${said}`,
  parts: 'Each place',
  patterns: 'What goes together?',
  painHelp: (isWeekly: boolean) =>
    `Each dot is the worst pain of a ${isWeekly ? 'week' : 'day'}. Most fresh spasms ease by themselves.`,
  painEmpty: 'Rate your pain after a session or on a day, and it is drawn here.',
  tried: 'What you tried',
  triedHelp: 'Each dot is one time. This is no proof: pain often eases by itself.',
  triedEmpty: 'What you do in a session, or tell here, is set beside your pain before and after.',
  more: (count: number) => `and ${count} more tried less often`,
  timeline: 'Episodes',
  timelineEmpty: 'No episode in this period.',
  ongoing: 'under way',
  all: 'See every entry',
  painOf: (ratings: readonly number[]) => `Pain ${ratings.join(', then ')}`,
}

const crampCount = (count: number) => (count === 1 ? '1 cramp' : `${count} cramps`)
/** An appointment within two days, or a past one whose advice was not entered. */
const visitHint = computed<string | undefined>(() => {
  const visit = diary.value.visits.filter(({ advised, isCancelled }) => !isCancelled && advised === undefined).at(-1)
  if (visit === undefined) return undefined
  const days = daysBetween(today(), visit.day)
  if (days < -30 || days > 2) return undefined
  return days < 0 ? words.visitOver : words.visitComes(say.longDay(visit.day))
})
const mostRemedies = 4
const mostEpisodes = 8

/** Whether there are entries, apart from their number, which changes with each entry. */
const isEmpty = computed(() => entryCount.value === 0)

export function Screen(_props: { readonly id: string }) {
  useEffect(() => void loadNames(), [])
  return (
    <main id="main" class="page" data-screen="diary" tabIndex={-1}>
      <Top />
      <div class="row between head">
        <h1>{words.title}</h1>
        {!isEmpty.value && (
          <a class="btn plain" href="/report">
            {words.report}
          </a>
        )}
      </div>
      {isEmpty.value ? <Empty /> : <Seen />}
      <p class="ways">
        {!isEmpty.value && <Way to="/patterns" name={words.patterns} />}
        <Way to="/visit" name={words.visit} hint={visitHint.value} />
        <Way to="/history" name={words.history} />
        <Way to="/reminders" name={words.reminders} />
        <Way to="/backup" name={words.backup} hint={backupReminder.value} />
      </p>
      <div class="dock">
        <a class="btn next" href="/add">
          <Icon name="plus" />
          {words.add}
        </a>
      </div>
    </main>
  )
}

interface WayProps {
  readonly to: string
  readonly name: string
  readonly hint?: string | undefined
}

const Way = ({ to, name, hint }: WayProps) => (
  <a class={hint ? 'btn tall due' : 'btn tall'} href={to}>
    <span>
      {name}
      {hint && <small>{hint}</small>}
    </span>
    <Icon name="next" />
  </a>
)

const Empty = () => (
  <div class="empty stack">
    <h2>{words.emptyTitle}</h2>
    <p>{words.empty}</p>
  </div>
)

const Seen = () => (
  <div class="stack gap-5">
    <Filters />
    <div class="grid-2 stack gap-5">
      <section class="card cal-card">
        <h2>{words.lately(crampsLately.value.now)}</h2>
        <p class="quiet">{words.before(crampsLately.value.before)}</p>
        <Month days={dayByName.value} region={region.value} today={today()} />
      </section>
      <Pain />
      <Tried />
      <Timeline />
    </div>
  </div>
)

const Filters = () => (
  <div class="filters">
    <label>
      <span class="hide">{words.place}</span>
      <select
        value={region.value ?? ''}
        onChange={event => {
          region.value = (event.currentTarget.value || undefined) as Region | undefined
        }}
      >
        <option value="">{words.everyPlace}</option>
        {places.value.map(place => (
          <option key={place} value={place}>
            {titled(place)}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span class="hide">{words.period}</span>
      <select
        value={span.value}
        onChange={event => {
          span.value = event.currentTarget.value as Span
        }}
      >
        {Object.entries(words.spans).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  </div>
)

function Pain() {
  const { points, isWeekly } = painSeen.value
  const { all, parts } = painChanged.value
  const { title, sentences } = painSaid(all)
  const marked = results.value.slice(0, mostRemedies).map(({ remedy }) => remedy)
  return (
    <section class="card chart">
      <h2>{title}</h2>
      <div class="stack gap-2">
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p class="quiet">{points.length === 0 ? words.painEmpty : words.painHelp(isWeekly)}</p>
      <PainChart
        key={`${filter.value.from} ${region.value ?? ''}`}
        points={points}
        isWeekly={isWeekly}
        remedies={marked.filter(remedy => points.some(({ done }) => done.includes(remedy)))}
        nameOf={nameOf}
      />
      {parts.length > 0 && (
        <details class="fold">
          <summary>
            <h3 class="fold-name">{words.parts}</h3>
          </summary>
          <div class="stack">
            {parts.map(({ region: at, change }) => {
              const own = painSaid(change)
              return (
                <div key={at} class="stack gap-2">
                  <h4>{words.part(titled(at), own.title.charAt(0).toLowerCase() + own.title.slice(1))}</h4>
                  {own.sentences.map(sentence => (
                    <p key={sentence} class="note">
                      {sentence}
                    </p>
                  ))}
                </div>
              )
            })}
          </div>
        </details>
      )}
    </section>
  )
}

function Tried() {
  const all = results.value
  return (
    <section class="card chart stack">
      <div>
        <h2>{words.tried}</h2>
        <p class="quiet">{all.length === 0 ? words.triedEmpty : words.triedHelp}</p>
      </div>
      {all.slice(0, mostRemedies).map(each => (
        <Spread key={each.remedy} results={each} name={nameOf(each.remedy)} mayTry={openTrial.value === undefined} />
      ))}
      {all.length > mostRemedies && <p class="note">{words.more(all.length - mostRemedies)}</p>}
    </section>
  )
}

function Timeline() {
  const shown = episodes.value.slice(0, mostEpisodes)
  return (
    <section class="card stack gap-3">
      <h2>{words.timeline}</h2>
      {shown.length === 0 && <p class="quiet">{words.timelineEmpty}</p>}
      <ol class="timeline">
        {shown.map(({ id, complaint, region: at, side, beganAt, endedAt, ratings }) => (
          <li key={id}>
            <a href={`/day/${localDay(beganAt)}`}>
              <b>{episodeName(complaint, at, side)}</b>
              <span class="note">
                {say.dayAndTime(beganAt)}
                {endedAt === undefined ? `, ${words.ongoing}` : ''}
              </span>
              {ratings.length > 0 && <span class="note">{words.painOf(ratings.map(({ pain }) => pain))}</span>}
            </a>
          </li>
        ))}
      </ol>
      {episodeCount.value > shown.length && (
        <p>
          <a class="btn plain" href="/history">
            {words.all}
          </a>
        </p>
      )}
    </section>
  )
}
