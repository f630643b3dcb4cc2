/** Kinds of things, each drawn, with what the evidence says, what does the same for nothing, and whom it is not for. */
import { drawThing, type Thing, things } from '../../figure/things.ts'
import { type KindAnswer, productKinds, tierSaid } from '../../library/products.ts'
import { draw } from '../ui/drawing.tsx'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { NotForYou } from './not-for-you.tsx'

const words = {
  title: 'Kinds of things',
}

export function Kinds({ kinds }: { readonly kinds: readonly KindAnswer[] }) {
  if (kinds.length === 0) return null
  return (
    <section class="card kinds" data-part="kinds">
      <h2>{words.title}</h2>
      {kinds.map(kind => (
        <Kind key={kind.id} kind={kind} />
      ))}
    </section>
  )
}

function Kind({ kind: { id, name, tier, evidence, instead, because, notIf } }: { readonly kind: KindAnswer }) {
  const entry = productKinds[id]
  return (
    <details class="fold" data-kind={id} data-tier={tier ?? 'none'}>
      <summary>
        {isDrawn(id) && draw(drawThing(id))}
        <span>
          <b>{name}</b>
          <br />
          <span class="note">{tierSaid(tier)}</span>
        </span>
        <Icon name="next" />
      </summary>
      <div class="stack gap-3">
        <p>{evidence}</p>
        {because.map(why => (
          <p key={why}>
            <b>{why}</b>
          </p>
        ))}
        {instead && (
          <p class="row">
            <Icon name="tick" />
            <span>{instead}</span>
          </p>
        )}
        <NotForYou facts={notIf} />
        {entry && (
          <Passport
            entries={[`/reference/product-kinds/${id}`]}
            certainty={null}
            sources={entry.sources}
            compiled={entry.compiled}
            nextReview={entry.nextReview}
          />
        )}
      </div>
    </details>
  )
}

const isDrawn = (id: string): id is Thing => things.some(thing => thing === id)
