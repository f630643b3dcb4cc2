/** The whole day on one line: a filled mark for what was done, an open one for what is to come, a stroke for now. */
import type { PlanDay } from '../../plan/day.ts'
import { dayLong, hourLong } from '../../time.ts'

const words = {
  label: (done: number, left: number) => `Today: ${done} done, ${left} to come.`,
}

const [firstHour, lastHour] = [6, 24]

export function DayLine({ times, now }: { readonly times: PlanDay['times']; readonly now: number }) {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const x = (at: number) => {
    const hour = Math.min(dayLong, at - midnight) / hourLong
    return 8 + (304 * Math.max(0, hour - firstHour)) / (lastHour - firstHour)
  }
  const done = times.filter(({ isDone }) => isDone).length
  return (
    <figure class="day-line">
      <svg viewBox="0 0 320 38" role="img" aria-label={words.label(done, times.length - done)}>
        <line class="rail" x1="8" y1="14" x2="312" y2="14" />
        <line class="now" x1={x(now)} y1="4" x2={x(now)} y2="24" />
        {times.map(({ at, isDone }, index) => (
          <circle key={index} class={isDone ? 'done' : 'todo'} cx={x(at)} cy="14" r="5" />
        ))}
        {[6, 12, 18, 24].map(hour => (
          <text key={hour} x={x(midnight + hour * hourLong)} y="36">
            {hour}
          </text>
        ))}
      </svg>
      <figcaption class="note">{words.label(done, times.length - done)}</figcaption>
    </figure>
  )
}
