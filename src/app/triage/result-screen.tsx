/** The result: the tier in the heading, why, and the first thing to do. */

import { useEffect } from 'preact/hooks'
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { emergencyCalls } from '../../plan/emergency-numbers.ts'
import { isGateId } from '../../triage/page.ts'
import { CourseLink } from '../course/door.ts'
import { FirstStep, PlanPassport, planNow } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { countryNow } from '../state/settings.ts'
import { askAgain, episode } from '../state/store.ts'
import { Fold } from '../ui/fold.tsx'
import { Icon } from '../ui/icon.tsx'
import { TierCard } from '../ui/tier.tsx'
import { Top } from '../ui/top.tsx'
import { triageNow } from './check-now.ts'
import { Contacts } from './contacts.tsx'
import { explanationOf, Reasons } from './reasons.tsx'
import { TierPassport } from './tier-passport.tsx'

const words = {
  none: (named: number) => `You ticked none of ${named} signs.`,
  ticked: 'Because of what you ticked:',
  young: 'Unknot is made for adults. Ask a clinician what to do. It shows no remedies under 16.',
  more: 'A few more questions can show if it is more urgent.',
  goOn: 'Answer them',
  first: 'Do this now',
  plan: 'See the whole plan',
  call: 'Say this on the phone',
  callOn: (name: string) => `Call ${name}, or your doctor, and say this`,
  number: (call: string) => `Call ${call}`,
  avoid: 'Avoid for now',
  seek: 'Get help if',
  wrong: 'Answer again',
  notDevice: 'Unknot is not a medical device. No clinician has reviewed it yet.',
}

export function Screen(_props: { readonly id: string }) {
  const open = episode.value
  const result = triageNow.value
  // Same-day is shown at once; the questions that are left could only make it more urgent.
  const settled = result?.settled === true || result?.tier === 'same-day'
  useEffect(() => {
    if (!open) go('/', 'replace')
    else if (!settled) go('/check', 'replace')
    else if (result?.tier === 'emergency') go('/emergency', 'replace')
  }, [open, settled, result?.tier])
  if (!open || !result || !settled || result.tier === 'emergency') return null

  const plan = planNow.value
  const asked = new Set(
    open.answered
      .filter(({ page }) => !page.startsWith('causes'))
      .flatMap(({ present, absent, unsure }) => [...present, ...absent, ...unsure])
      .filter(id => !isGateId(id)),
  )
  const line = emergencyCalls(emergencyNumbers, countryNow()).country?.advice
  const say = [...new Set(result.because.flatMap(reason => explanationOf(reason)?.say ?? []))]
  return (
    <main id="main" class="page" data-screen="result" data-tier={result.tier} tabIndex={-1}>
      <Top />
      <div class="cols">
        <div class="stack gap-5">
          <TierCard tier={result.tier}>
            <p>{tierAdvice[result.tier]?.action}</p>
            <p class="quiet">{result.because.length === 0 ? words.none(asked.size) : words.ticked}</p>
            <TierPassport tier={result.tier} />
          </TierCard>
          <Contacts because={result.because} />
          {result.because.length > 0 && <Reasons because={result.because} />}
          {result.tier === 'same-day' && (
            <section class="card stack gap-3">
              <h2>{line ? words.callOn(line.name) : words.call}</h2>
              {line && (
                <a class="btn next" href={`tel:${line.call}`}>
                  <Icon name="phone" />
                  {words.number(line.call)}
                </a>
              )}
              {say.map(sentence => (
                <p key={sentence} class="quote">
                  “{sentence}”
                </p>
              ))}
            </section>
          )}
          {!result.settled && (
            <p class="card stack gap-3">
              <span>{words.more}</span>
              <a class="btn big" href="/check">
                {words.goOn}
              </a>
            </p>
          )}
          {result.tier !== 'same-day' && <CourseLink />}
          {plan?.kind === 'too-young' && <p class="card">{words.young}</p>}
          {plan?.kind === 'plan' && plan.steps[0] && (
            <section class="stack gap-3">
              <FirstStep step={plan.steps[0]} title={words.first} isNext={result.tier !== 'same-day'} />
              <a class="btn big" href="/plan">
                {words.plan}
                <Icon name="next" />
              </a>
            </section>
          )}
        </div>
        {plan?.kind === 'plan' && (
          <aside class="stack gap-5">
            <Fold title={words.seek} points={plan.seekHelp} isOpen />
            <Fold title={words.avoid} points={plan.avoid} />
            <PlanPassport plan={plan} />
            <button type="button" class="btn plain" onClick={() => askAgain(open)}>
              {words.wrong}
            </button>
            <p class="note">{words.notDevice}</p>
          </aside>
        )}
      </div>
    </main>
  )
}
