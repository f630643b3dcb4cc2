/** The clock of a session: a ring that empties, and the seconds in it. */
const words = { left: 'Time left', seconds: 'seconds', minutes: 'min', paused: 'Paused' }

export interface ClockProps {
  readonly remaining: number
  /** 0 to 1 of the phase that has passed. */
  readonly progress: number
  readonly isPaused: boolean
  readonly size: string
}

export function Clock({ remaining, progress, isPaused, size }: ClockProps) {
  const seconds = Math.max(0, Math.ceil(remaining))
  const isLong = seconds >= 100
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
        <b class="num">{isLong ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : seconds}</b>
        <span>{isPaused ? words.paused : isLong ? words.minutes : words.seconds}</span>
      </div>
    </div>
  )
}
