/** One product at its place: the warning in its title, why it stands there, how to use it inside the limits. */
import { products, type Ranked, statementOf } from '../../library/products.ts'
import { Icon } from '../ui/icon.tsx'
import { Points } from '../ui/points.tsx'
import { ProductPassport } from './product-passport.tsx'

const words = {
  place: (place: number, isTie: boolean) => (isTie ? `Place ${place}, tied` : `Place ${place}`),
  own: 'Your own',
  stars: (lower: number, upper: number) => `True stars likely ${lower.toFixed(1)} to ${upper.toFixed(1)} of 5`,
  noStars: 'No rating of its own',
  safety: 'Use it with care',
  look: 'Look for',
  not: 'Not for you if one is true',
  compare: 'Compare',
}

export interface ProductCardProps {
  readonly place: number
  readonly isTie: boolean
  readonly ranked: Ranked
  readonly isPicked: boolean
  readonly onPick: () => void
}

export function ProductCard({ place, isTie, ranked, isPicked, onPick }: ProductCardProps) {
  const { id, title, why, rating, ask, name } = ranked
  const product = products[id]
  return (
    <article class="card stack gap-3" data-product={id}>
      <p class="note num">
        {words.place(place, isTie)}
        {!product && ` · ${words.own}`}
      </p>
      <h3 class={title === name ? '' : 'warned'}>
        {title !== name && <Icon name="alert" />}
        <span>{title}</span>
      </h3>
      {why.map(text => (
        <p key={text}>{text}</p>
      ))}
      <p class="quiet num">{rating ? words.stars(rating.lower5, rating.upper95) : words.noStars}</p>
      {product && (
        <>
          <Points title={words.safety} points={product.safety} />
          <Points title={words.look} points={product.lookFor} />
        </>
      )}
      {ask.length > 0 && <Points title={words.not} points={ask.map(statementOf)} />}
      <div class="claim-foot row wrap">
        {product && <ProductPassport id={id} />}
        <label class="chip pick">
          <input type="checkbox" checked={isPicked} onChange={onPick} />
          {words.compare}
          <span class="hide"> {name}</span>
        </label>
      </div>
    </article>
  )
}
