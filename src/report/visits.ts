/** What was advised at visits, in the person's words, the newest first, from any period. */
import type { SectionInput } from './section-input.ts'

export interface VisitsSection {
  readonly kind: 'visits'
  readonly visits: readonly { readonly day: string; readonly who: string | undefined; readonly advised: string }[]
}

export const visitsSection = ({ diary, to }: SectionInput): VisitsSection => ({
  kind: 'visits',
  visits: diary.visits
    .flatMap(({ day, who, advised }) =>
      advised && day <= to ? [{ day, who, advised: advised.text.replace(/\s+/g, ' ') }] : [],
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1)),
})
