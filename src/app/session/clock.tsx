/** The clock of a session: a ring that empties, with the minutes or seconds in it. */
import { timeLeft } from '../../units.ts'

const words = { left: 'Time left', paused: 'Paused' }

export interface ClockProps {
  /** Seconds. */
  readonly remaining: number
  /** The part of the phase that has passed, 0 to 1. */
  readonly progress: number
  readonly isPaused: boolean
  readonly size: string
}

export function Clock({ remaining, progress, isPaused, size }: ClockProps) {
  const { value, unit } = timeLeft(remaining)
  return (
    <div class={isPaused ? 'clock paused' : 'clock'} role="timer" aria-label={words.left} style={{ '--d': size }}>
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle class="track" cx="60" cy="60" r="54" pathLength="100" />
        <circle
          class="run"
          cx="60"
          cy="60"
          r="54"
          pathLength="100"
          style={{ strokeDashoffset: String(progress * 100) }}
        />
      </svg>
      <div class="in">
        <b class="num">{value}</b>
        <span>{isPaused ? words.paused : unit}</span>
      </div>
    </div>
  )
}
