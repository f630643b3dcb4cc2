/** The plan: what to do in the next 48 hours, what was left out and why, and when Unknot asks again. */
import { useEffect } from 'preact/hooks'
import { CourseLink } from '../course/door.ts'
import { go } from '../shell/place.ts'
import { episode, today } from '../state/store.ts'
import { Contacts } from '../triage/door.ts'
import { Fold } from '../ui/fold.tsx'
import { TierName } from '../ui/tier.tsx'
import { Top } from '../ui/top.tsx'
import { CheckAgain } from './check-again.tsx'
import { dayNow } from './day-now.ts'
import { planNow } from './plan-now.ts'
import { PlanPassport } from './plan-passport.tsx'
import { Story } from './story.tsx'

const words = {
  title: 'Your next 48 hours',
  later: 'Your plan',
  empty: 'There is nothing to offer now. Ask a pharmacist or doctor.',
  left: 'Left out for you',
  review: 'It is being checked again, so it is not advised now.',
  limits: 'It goes beyond a safe limit.',
  avoid: 'Avoid for now',
  seek: 'Get help if',
  painkillers: 'About painkillers',
  result: 'Result',
}

export function Screen(_props: { readonly id: string }) {
  const open = episode.value
  const plan = planNow.value
  const day = dayNow.value
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
            <h1>{plan.checkIns.length > 0 ? words.title : words.later}</h1>
            {plan.nextReview >= today() && <p class="lead">{plan.opening}</p>}
            <PlanPassport plan={plan} />
          </div>
          <Contacts because={plan.because} />
          {plan.steps.length > 0 && day ? <Story day={day} region={plan.region} /> : <p class="empty">{words.empty}</p>}
        </section>
        <aside class="stack gap-5">
          <CheckAgain open={open} checkIns={plan.checkIns} />
          <CourseLink isOffer />
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
