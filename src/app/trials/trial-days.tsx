/** Day by day where a trial stands: which remedy, rated or missed, and what is to come. No rating is shown. */
import { daysOfTrial, type TrialDay, type TrialProgress } from '../../plan/trial-progress.ts'
import { today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  title: 'Where it stands',
  sum: (rated: number, missed: number, left: number) =>
    [
      `${rated} rated`,
      ...(missed > 0 ? [`${missed} missed`] : []),
      left > 0 ? `${left} to go` : 'all days have come',
    ].join(', '),
  spasms: (rated: number, left: number) => `${rated} rated, ${left} to go`,
  states: { rated: 'rated', missed: 'missed', today: 'not rated yet', 'to-come': 'to come' },
  day: (place: number) => `Day ${place}`,
  spasm: (place: number) => `Spasm ${place}`,
  missed: 'A missed day is no harm. It stays open, and the rest counts.',
}

export function TrialDays({ progress }: { readonly progress: TrialProgress }) {
  const { protocol } = progress.frozen
  const isBySpasm = protocol.layout.kind === 'episodes'
  const days = daysOfTrial(progress, today())
  const count = (state: TrialDay['state']) => days.filter(day => day.state === state).length
  const left = count('to-come') + count('today')
  const labels = protocol.arms.map(({ label }) => label)
  const textOf = ({ place, day, state, arm }: TrialDay) =>
    [
      isBySpasm ? words.spasm(place) : `${words.day(place)}, ${say.day(day)}`,
      ...(arm === undefined ? [] : [labels[arm] ?? '']),
      words.states[state],
    ].join(': ')
  return (
    <section class="card stack gap-3" data-days>
      <h2>{words.title}</h2>
      <p>
        <b>{isBySpasm ? words.spasms(count('rated'), left) : words.sum(count('rated'), count('missed'), left)}</b>
      </p>
      <ul class="trial-key" aria-hidden="true">
        {labels.map((label, arm) => (
          <li key={label}>
            <span class="trial-day" data-arm={arm}>
              {letterOf(labels, arm)}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <ol class="trial-days">
        {days.map(day => (
          <li key={day.place} class="trial-day" data-arm={day.arm} data-state={day.state} title={textOf(day)}>
            <span class="hide">{textOf(day)}</span>
            <span aria-hidden="true">{day.arm === undefined ? day.place : letterOf(labels, day.arm)}</span>
            {day.state === 'rated' && <Icon name="tick" />}
            {day.state === 'missed' && <Icon name="cross" />}
          </li>
        ))}
      </ol>
      {count('missed') > 0 && <p class="quiet">{words.missed}</p>}
    </section>
  )
}

/** The first letter, where no two arms share it; else their number. */
function letterOf(labels: readonly string[], arm: number): string {
  const letters = labels.map(label => label.charAt(0).toUpperCase())
  return new Set(letters).size === letters.length ? (letters[arm] ?? '') : String.fromCharCode(65 + arm)
}
