/** The plan: what to do in the next 48 hours, what was left out and why, and when Unknot asks again. */
import { useEffect } from 'preact/hooks'
import type { CheckIn } from '../../plan/plan.ts'
import { download } from '../download.ts'
import { PlanPassport } from '../parts/plan-passport.tsx'
import { Steps } from '../parts/steps.tsx'
import { TierName } from '../parts/tier.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { planNow } from '../planning.ts'
import { episode, openedAt, today } from '../store.ts'
import { Fold } from './result.tsx'

const words = {
  title: 'Your next 48 hours',
  empty: 'There is nothing to offer now. Ask a pharmacist or doctor.',
  left: 'Left out for you',
  review: 'It is being checked again, so it is not advised now.',
  limits: 'It is past a safe limit.',
  avoid: 'Avoid for now',
  seek: 'Get help if',
  checkIns: 'Check-ins',
  checkInsHint: (hours: readonly number[]) =>
    `Unknot asks the warning signs again at ${hours.join(', ')} hours, when you open it.`,
  calendar: 'Put them in my calendar',
  painkillers: 'About painkillers',
  again: 'How is it now?',
  result: 'Result',
}

export function Screen(_props: { readonly id: string }) {
  const open = episode.value
  const plan = planNow.value
  const isPlan = plan?.kind === 'plan'
  useEffect(() => {
    if (!open) go('/', 'replace')
    else if (!isPlan) go(plan?.kind === 'too-young' ? '/result' : '/check', 'replace')
  }, [open, isPlan])
  if (!open || plan?.kind !== 'plan') return null
  return (
    <main id="main" class="page" data-screen="plan" tabIndex={-1}>
      <Top back={['/result', words.result]} />
      <div class="cols">
        <section class="stack gap-5">
          <div class="stack gap-2">
            <TierName tier={plan.tier} />
            <h1>{words.title}</h1>
            {plan.nextReview >= today() && <p class="lead">{plan.opening}</p>}
            <PlanPassport plan={plan} />
          </div>
          {plan.steps.length > 0 ? <Steps steps={plan.steps} /> : <p class="empty">{words.empty}</p>}
        </section>
        <aside class="stack gap-5">
          <section class="card stack gap-3">
            <h2>{words.checkIns}</h2>
            <p class="quiet">{words.checkInsHint(plan.checkIns.map(({ hours }) => hours))}</p>
            <p class="chips">
              <button
                type="button"
                class="chip"
                onClick={() => void saveCalendar(open.id, open.onsetAt ?? open.beganAt, plan.checkIns)}
              >
                {words.calendar}
              </button>
              <a class="chip" href={`/rate/${open.id}`}>
                {words.again}
              </a>
            </p>
          </section>
          <Fold title={words.seek} points={plan.seekHelp} isOpen />
          <Fold title={words.avoid} points={plan.avoid} />
          {plan.leftOut.length > 0 && (
            <Fold
              title={words.left}
              points={plan.leftOut.map(({ name, reason, because }) =>
                reason === 'caution'
                  ? `${name}: ${because.map(({ text }) => text).join(' ')}`
                  : `${name}: ${reason === 'limits' ? words.limits : words.review}`,
              )}
            />
          )}
          <a class="btn big" href="/painkillers">
            {words.painkillers}
          </a>
        </aside>
      </div>
    </main>
  )
}

async function saveCalendar(id: string, onset: number, checkIns: readonly CheckIn[]): Promise<void> {
  const { checkInCalendar } = await import('../calendar.ts')
  download('unknot-check-ins.ics', checkInCalendar(id, onset, openedAt.value, checkIns), 'text/calendar')
}
