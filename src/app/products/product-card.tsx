/** One product at its place: its rating in words, why it stands there, how to use it inside the limits. */
import { products, type Ranked, ratingSaid } from '../../library/products.ts'
import { Points } from '../ui/points.tsx'
import { NotForYou } from './not-for-you.tsx'
import { ProductPassport } from './product-passport.tsx'

const words = {
  place: (place: number, isTie: boolean) => (isTie ? `Place ${place}, tied` : `Place ${place}`),
  own: 'Your own',
  safety: 'Use it with care',
  look: 'Look for',
  compare: 'Compare',
}

export interface PickProps {
  readonly isPicked: boolean
  readonly onPick: () => void
}

export interface ProductCardProps extends PickProps {
  readonly place: number
  readonly isTie: boolean
  readonly product: Ranked
}

export function ProductCard({ place, isTie, product, ...pick }: ProductCardProps) {
  const { id, title, why, rating } = product
  return (
    <article class="stack gap-3" data-product={id}>
      <p class="note num">
        {words.place(place, isTie)}
        {!products[id] && ` · ${words.own}`}
      </p>
      <h3>{title}</h3>
      <p class="quiet num">{ratingSaid(rating)}</p>
      {why.map(text => (
        <p key={text}>{text}</p>
      ))}
      <Care product={product} />
      <Foot id={id} name={title} {...pick} />
    </article>
  )
}

/** How to use it, what to look for, and whom it is not for; each folded. */
export function Care({ product: { id, notIf } }: { readonly product: Pick<Ranked, 'id' | 'notIf'> }) {
  const known = products[id]
  return (
    <>
      {known && (
        <>
          <Points title={words.safety} points={known.safety} />
          <Points title={words.look} points={known.lookFor} />
        </>
      )}
      <NotForYou facts={notIf} />
    </>
  )
}

interface FootProps extends PickProps {
  readonly id: string
  readonly name: string
}

export const Foot = ({ id, name, isPicked, onPick }: FootProps) => (
  <div class="claim-foot row wrap">
    {products[id] && <ProductPassport id={id} />}
    <label class="chip pick">
      <input type="checkbox" checked={isPicked} onChange={onPick} />
      {words.compare}
      <span class="hide"> {name}</span>
    </label>
  </div>
)
