/** A device that can pass our limits has no place: the setting that keeps it inside is its heading. */
import { atMostSaid, type OnlyWith, ratingSaid } from '../../library/products.ts'
import { temperatureSpan } from '../../units.ts'
import { settings } from '../state/settings.ts'
import { Icon } from '../ui/icon.tsx'
import { Care, Foot, type PickProps } from './product-card.tsx'

const words = {
  warned: (name: string, warning: string) => `${name}: ${warning}.`,
}

export function OnlyWithSetting({ product, ...pick }: PickProps & { readonly product: OnlyWith }) {
  const { id, name, warning, setting, atMost, why, rating } = product
  const degrees = (c: number) => temperatureSpan([c, c], settings.value.units)
  return (
    <details class="fold" data-product={id} data-place="none">
      <summary>
        <span>
          <h2 class="warned">
            <Icon name="alert" />
            <span>{atMostSaid(atMost, degrees)}</span>
          </h2>
          <span class="note">{name}</span>
        </span>
        <Icon name="next" />
      </summary>
      <div class="stack gap-3">
        <p>{words.warned(name, warning)}</p>
        <p>{setting}</p>
        <p class="quiet num">{ratingSaid(rating)}</p>
        {why.map(text => (
          <p key={text}>{text}</p>
        ))}
        <Care product={product} />
        <Foot id={id} name={name} {...pick} />
      </div>
    </details>
  )
}
