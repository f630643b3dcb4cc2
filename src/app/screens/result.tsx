/** The result: the answer in the heading, why, and the first thing to do. */
import { useEffect } from 'preact/hooks'
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { emergencyCalls } from '../../plan/emergency-numbers.ts'
import { triageNow } from '../checking.ts'
import { Icon } from '../parts/icon.tsx'
import { PlanPassport } from '../parts/plan-passport.tsx'
import { explanationOf, Reasons } from '../parts/reasons.tsx'
import { FirstStep } from '../parts/steps.tsx'
import { TierCard } from '../parts/tier.tsx'
import { TierPassport } from '../parts/tier-passport.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { planNow } from '../planning.ts'
import { countryNow } from '../settings.ts'
import { episode, record } from '../store.ts'

const words = {
  none: (asked: number, topics: number) =>
    topics > 0
      ? `You ticked none of ${asked} signs and none of ${topics} other topics, so those were not asked one by one.`
      : `You ticked none of ${asked} signs.`,
  ticked: 'Because of what you ticked:',
  young: 'Unknot is made for adults. Ask a clinician what to do. It shows no remedies under 16.',
  more: 'A few more questions tell if it is even more urgent.',
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
  // Same-day is shown at once; what is left to ask could only make it more urgent.
  const settled = result?.settled === true || result?.tier === 'same-day'
  useEffect(() => {
    if (!open) go('/', 'replace')
    else if (!settled) go('/check', 'replace')
    else if (result?.tier === 'emergency') go('/emergency', 'replace')
  }, [open, settled, result?.tier])
  if (!open || !result || !settled || result.tier === 'emergency') return null

  const plan = planNow.value
  const asked = open.answered
    .filter(({ page }) => page !== 'categories' && !page.startsWith('causes'))
    .flatMap(({ present, absent, unsure }) => [...present, ...absent, ...unsure])
  const skipped = open.answered.filter(({ page }) => page === 'categories').flatMap(({ absent }) => absent)
  const line = emergencyCalls(emergencyNumbers, countryNow()).country?.advice
  const say = [...new Set(result.because.flatMap(reason => explanationOf(reason)?.say ?? []))]
  return (
    <main id="main" class="page" data-screen="result" data-tier={result.tier} tabIndex={-1}>
      <Top />
      <div class="cols">
        <div class="stack gap-5">
          <TierCard tier={result.tier}>
            <p>{tierAdvice[result.tier]?.action}</p>
            <p class="quiet">
              {result.because.length === 0 ? words.none(new Set(asked).size, new Set(skipped).size) : words.ticked}
            </p>
            <TierPassport tier={result.tier} />
          </TierCard>
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
            <button type="button" class="btn plain" onClick={() => record({ type: 'asked-again', episode: open.id })}>
              {words.wrong}
            </button>
            <p class="note">{words.notDevice}</p>
          </aside>
        )}
      </div>
    </main>
  )
}

export function Fold({
  title,
  points,
  isOpen = false,
}: {
  readonly title: string
  readonly points: readonly string[]
  readonly isOpen?: boolean
}) {
  return (
    <details class="fold card" open={isOpen}>
      <summary>
        <h2>{title}</h2>
        <Icon name="next" />
      </summary>
      <ul class="ticks">
        {points.map(point => (
          <li key={point}>
            <Icon name="dot" />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
