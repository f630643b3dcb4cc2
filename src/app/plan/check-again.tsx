/** When Unknot asks the danger signs again: the next time, a reminder in one tap, and the way to do it now. */
import type { Episode } from '../../diary/diary.ts'
import type { CheckIn } from '../../plan/plan.ts'
import { hourLong, localDay } from '../../time.ts'
import { openedAt } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { download } from '../ui/download.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  title: (time: string) => `Check again at ${time}`,
  tomorrow: (time: string) => `Check again tomorrow at ${time}`,
  day: (day: string) => `Check again on ${day}`,
  any: 'How is it now?',
  hint: 'Open Unknot then. It asks the warning signs again.',
  remind: 'Remind me',
  rate: 'Rate it now',
}

export function CheckAgain({ open, checkIns }: { readonly open: Episode; readonly checkIns: readonly CheckIn[] }) {
  const onset = open.onsetAt ?? open.beganAt
  const [next] = checkIns.map(({ hours }) => onset + hours * hourLong).filter(at => at > openedAt.value)
  return (
    <section class="card stack gap-3">
      <h2>{next === undefined ? words.any : titleOf(next)}</h2>
      {next !== undefined && <p class="quiet">{words.hint}</p>}
      <p class="chips">
        {next !== undefined && (
          <button type="button" class="chip" onClick={() => void saveCalendar(open.id, onset, checkIns)}>
            <Icon name="calendar" />
            {words.remind}
          </button>
        )}
        <a class="chip" href={`/rate/${open.id}`}>
          {words.rate}
        </a>
      </p>
    </section>
  )
}

function titleOf(at: number): string {
  const days = [0, 1].findIndex(ahead => localDay(at) === localDay(openedAt.value + ahead * 24 * hourLong))
  if (days < 0) return words.day(say.dayAndTime(at))
  return days === 0 ? words.title(say.time(at)) : words.tomorrow(say.time(at))
}

async function saveCalendar(id: string, onset: number, checkIns: readonly CheckIn[]): Promise<void> {
  const { checkInCalendar } = await import('../ui/calendar-file.ts')
  download('unknot-check-ins.ics', checkInCalendar(id, onset, openedAt.value, checkIns), 'text/calendar')
}
