/** The cautions shown before any advice on food: holds, questions, spacing and notes, in this order. */
import { foodCautions } from '../../knowledge/food-cautions.gen.ts'
import type { Caution } from '../../nutrition/cautions.ts'
import { Passport } from '../ui/passport.tsx'

const words = {
  title: 'First',
  hold: 'On hold',
  ask: 'Ask first',
  space: 'Keep apart',
  note: 'Good to know',
  more: 'Sources were read only in part. No pharmacist has reviewed this.',
} as const

export function FoodCautions({ cautions }: { readonly cautions: readonly Caution[] }) {
  const own = cautions.filter(({ because, id }) => because.length > 0 || id.endsWith('-not-answered'))
  if (own.length === 0) return null
  const cited = [...new Set(own.flatMap(({ sources }) => sources))]
  return (
    <section class="card stack gap-3 food-cautions" aria-label={words.title}>
      {own.map(({ id, action, text }) => (
        <p key={id} class={action === 'hold' || action === 'ask' ? 'caution' : ''}>
          <b>{words[action]}.</b> {text}
        </p>
      ))}
      <p class="note">{words.more}</p>
      <Passport
        entries={['/reference/pages/food-cautions']}
        certainty={null}
        sources={cited.length > 0 ? cited : foodCautions.sources}
        compiled={foodCautions.compiled}
        nextReview={foodCautions.nextReview}
      />
    </section>
  )
}
