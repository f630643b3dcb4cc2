/** A reminder for each day of a trial that is still to come, put into the phone's own calendar. */
import { useState } from 'preact/hooks'
import { daysToCome, type TrialProgress } from '../../plan/trial-progress.ts'
import { today } from '../state/store.ts'
import { download } from '../ui/download.ts'
import { Field } from '../ui/field.tsx'

const words = {
  title: 'Remind me each day',
  lead: 'Your phone’s calendar rings at this time until the trial is over. It does not say which remedy is drawn.',
  time: 'At what time?',
  save: 'Put it in my calendar',
}

/** Nights are counted in the morning, days are rated in the evening. */
const usualTime = { rating: '20:00', count: '08:00', 'yes-no': '08:00' } as const

export function TrialReminder({ progress }: { readonly progress: TrialProgress }) {
  const [time, setTime] = useState<string>(usualTime[progress.frozen.protocol.outcome.model])
  const coming = daysToCome(progress, today())
  if (coming === undefined) return null
  const save = async () => {
    const { trialCalendar } = await import('../ui/calendar-file.ts')
    const text = trialCalendar(progress.log.id, time, coming.firstDay, coming.days)
    download('unknot-trial.ics', text, 'text/calendar')
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
      </div>
    </details>
  )
}
