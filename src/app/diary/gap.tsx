/** One thing of the day before: two bars, each as long as the share of its days, with the counts in words. */
import type { Counted, Difference } from '../../diary/day-before.ts'

const words = {
  before: 'Before a bad day',
  other: 'Other days',
  of: (had: number, of: number) => `${had} of ${of}`,
}

export function Gap({ title, difference }: { readonly title: string; readonly difference: Difference }) {
  return (
    <div class="gap">
      <p>
        <b>{title}</b>
      </p>
      <Bar label={words.before} counted={difference.before} isBefore />
      <Bar label={words.other} counted={difference.other} />
    </div>
  )
}

interface BarProps {
  readonly label: string
  readonly counted: Counted
  readonly isBefore?: boolean
}

const Bar = ({ label, counted: { had, of }, isBefore = false }: BarProps) => (
  <p class="gap-row">
    <span class="note">{label}</span>
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="gap-all" width="100" height="10" />
      <rect class={isBefore ? 'bar-key' : 'gap-other'} width={(100 * had) / of} height="10" />
    </svg>
    <span class="num">{words.of(had, of)}</span>
  </p>
)
