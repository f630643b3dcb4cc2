/** A month of cramps and pain: a dot a cramp, a bar for the worst pain; each day is a button, moved through by arrows. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Day } from '../../diary/diary.ts'
import { crampsOf, worstPain } from '../../diary/views.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import { addDays } from '../../time.ts'
import { go } from '../shell/place.ts'
import { Twin } from '../ui/chart-table.tsx'
import { addMonths, daysOfMonth, say, weekdayOf } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  before: 'Month before',
  after: 'Month after',
  none: 'no cramp',
  cramps: (count: number) => (count === 1 ? '1 cramp' : `${count} cramps`),
  pain: (value: number) => `worst pain ${value} of 10`,
  later: 'still to come',
  keyDot: 'One dot, one cramp',
  keyBar: 'Bar: worst pain',
  head: ['Day', 'Cramps', 'Worst pain'],
  empty: 'Nothing was told this month.',
}

export interface MonthProps {
  readonly days: ReadonlyMap<string, Day>
  readonly region: Region | undefined
  readonly today: string
}

export function Month({ days, region, today }: MonthProps) {
  const [month, setMonth] = useState(today.slice(0, 7))
  const [focused, setFocused] = useState(today)
  const grid = useRef<HTMLDivElement>(null)
  const all = daysOfMonth(month)
  const current = all.includes(focused) ? focused : (all[0] ?? today)
  const told = (day: string) => ({
    cramps: crampsOf(days.get(day), region),
    pain: worstPain(days.get(day), region),
  })
  /** The day that the keys have reached; with fast key presses it is ahead of the drawing. */
  const reached = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (reached.current) grid.current?.querySelector<HTMLElement>(`[data-day="${reached.current}"]`)?.focus()
  }, [focused])
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = addDays(reached.current ?? current, step)
    if (to > today) return
    reached.current = to
    setMonth(to.slice(0, 7))
    setFocused(to)
  }
  const turn = (months: number) => {
    reached.current = undefined
    setMonth(addMonths(month, months))
  }
  return (
    <>
      <div class="row between month-head">
        <Turn icon="back" label={words.before} onTurn={() => turn(-1)} />
        <p aria-live="polite">
          <b>{say.month(month)}</b>
        </p>
        <Turn icon="next" label={words.after} isOff={month >= today.slice(0, 7)} onTurn={() => turn(1)} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form */}
      <div class="cal" role="group" aria-label={say.month(month)} ref={grid} onKeyDown={move}>
        {words.weekdays.map((name, index) => (
          <span key={`${name}${String(index)}`} aria-hidden="true">
            {name}
          </span>
        ))}
        {Array.from({ length: weekdayOf(all[0] ?? today) }, (_, index) => (
          <span key={`gap${String(index)}`} />
        ))}
        {all.map(day => (
          <DayButton
            key={day}
            day={day}
            {...told(day)}
            isToday={day === today}
            isLater={day > today}
            isReached={day === current}
          />
        ))}
      </div>
      <p class="key">
        <span>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <circle class="dot-key" cx="9" cy="9" r="4" />
          </svg>
          {words.keyDot}
        </span>
        <span>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect class="bar-key" x="1" y="7" width="16" height="4" rx="2" />
          </svg>
          {words.keyBar}
        </span>
      </p>
      <Twin head={words.head}>
        {all
          .map(day => ({ day, ...told(day) }))
          .filter(({ cramps, pain }) => cramps > 0 || pain !== undefined)
          .map(({ day, cramps, pain }) => (
            <tr key={day}>
              <td>{say.day(day)}</td>
              <td>{cramps}</td>
              <td>{pain ?? ''}</td>
            </tr>
          ))}
      </Twin>
    </>
  )
}

interface DayButtonProps {
  readonly day: string
  readonly cramps: number
  readonly pain: number | undefined
  readonly isToday: boolean
  readonly isLater: boolean
  readonly isReached: boolean
}

function DayButton({ day, cramps, pain, isToday, isLater, isReached }: DayButtonProps) {
  const said = isLater
    ? words.later
    : [cramps === 0 ? words.none : words.cramps(cramps), pain === undefined ? '' : words.pain(pain)]
        .filter(Boolean)
        .join(', ')
  const has = cramps > 0 || pain !== undefined
  return (
    <button
      type="button"
      data-day={day}
      class={[has && 'has', isLater && 'later'].filter(Boolean).join(' ')}
      disabled={isLater}
      tabIndex={isReached ? 0 : -1}
      aria-label={`${say.longDay(day)}: ${said}`}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      onClick={() => go(`/day/${day}`)}
    >
      {Number(day.slice(8))}
      {has && (
        <i>{cramps > 3 ? <small>{cramps}</small> : Array.from({ length: cramps }, (_, dot) => <b key={dot} />)}</i>
      )}
      {pain !== undefined && <PainBar pain={pain} />}
    </button>
  )
}

const PainBar = ({ pain }: { readonly pain: number }) => (
  <svg class="pain-bar" viewBox="0 0 40 4" aria-hidden="true">
    <rect class="bar-key" width={Math.max(2, pain * 4)} height="4" rx="2" />
  </svg>
)

interface TurnProps {
  readonly icon: 'back' | 'next'
  readonly label: string
  readonly isOff?: boolean
  readonly onTurn: () => void
}

const Turn = ({ icon, label, isOff = false, onTurn }: TurnProps) => (
  <button type="button" class="tool" aria-label={label} disabled={isOff} onClick={onTurn}>
    <Icon name={icon} />
  </button>
)
