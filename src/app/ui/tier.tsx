/** The tier: a shape, a word, a sentence and the ladder, so that it never depends on colour alone. */
import type { ComponentChildren } from 'preact'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { type Tier, tiers } from '../../knowledge/vocabulary.ts'

const words = {
  ladder: (label: string, place: number) => `${label} is level ${place} of 5, from emergency to self-care`,
}

/** Octagon, triangle, diamond, square, circle. */
const shapes: Readonly<Record<Tier, string>> = {
  emergency: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z',
  'same-day': 'M12 2.5 23 21H1z',
  soon: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
  routine: 'M3 3h18v18H3z',
  'self-care': 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
}

export function TierCard({ tier, children }: { readonly tier: Tier; readonly children?: ComponentChildren }) {
  const advice = tierAdvice[tier]
  const ordered = tiers.toReversed()
  return (
    <section class="tier" data-tier={tier}>
      <TierName tier={tier} />
      <h1>{advice?.heading}</h1>
      {children}
      <ul class="ladder" aria-label={words.ladder(advice?.label ?? tier, ordered.indexOf(tier) + 1)}>
        {ordered.map(each => (
          <li key={each} {...(each === tier ? { 'aria-current': 'true' as const } : {})} />
        ))}
      </ul>
      <p class="ladder-ends note" aria-hidden="true">
        <span>{tierAdvice.emergency?.label}</span>
        <span>{tierAdvice['self-care']?.label}</span>
      </p>
    </section>
  )
}

export const TierName = ({ tier }: { readonly tier: Tier }) => (
  <p class="tier-name" data-tier={tier}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[tier]} />
    </svg>
    {tierAdvice[tier]?.label}
  </p>
)
