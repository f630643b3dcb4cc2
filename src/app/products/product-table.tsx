/** Two to four products side by side. What nobody states says so. */
import { productKinds, products, type Ranking, ratingSaid } from '../../library/products.ts'
import { limits } from '../../remedies/limits.ts'
import { sizeText, temperatureSpan, weightText } from '../../units.ts'
import { settings } from '../state/settings.ts'
import { diary } from '../state/store.ts'

const words = {
  caption: 'Products side by side',
  rows: {
    kind: 'Kind',
    place: 'Place for this need',
    stars: 'Rating',
    heat: 'Hottest setting',
    time: 'Longest time',
    size: 'Size',
    weight: 'Weight',
    stated: 'What is stated',
    missing: 'Not stated',
  },
  notStated: 'not stated',
  seeStated: 'only if stated below',
  own: 'your own',
  out: 'not suggested',
  only: 'no place: only with a setting',
  over: (limit: string) => `over our limit of ${limit}`,
  minutes: (minutes: number) => `${minutes} minutes`,
}

export function ProductTable({ ids, ranking }: { readonly ids: readonly string[]; readonly ranking: Ranking }) {
  const columns = ids.map(id => ({ id, ...detailsOf(id, ranking) }))
  return (
    <div class="side-by-side">
      <table>
        <caption class="hide">{words.caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.rows).map(([key, title]) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {columns.map(({ id, cells }) => (
                <td key={id}>{cells[key as keyof typeof words.rows]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function detailsOf(id: string, ranking: Ranking) {
  const product = products[id]
  const own = diary.value.products[Number(id.replace('own-', '')) - 1]
  const at = ranking.places.find(({ products: group }) => group.some(each => each.id === id))
  const only = ranking.onlyWith.find(each => each.id === id)
  const ranked = only ?? at?.products.find(each => each.id === id)
  const degrees = (c: number) => temperatureSpan([c, c], settings.value.units)
  const heat = product?.maxTemperatureC ?? own?.maxTemperatureC
  const minutes = product?.maxMinutes ?? own?.maxMinutes
  const { units } = settings.value
  const size = [own?.lengthCm, own?.widthCm].filter(each => each !== undefined)
  const over = (isOver: boolean, limit: string) => (isOver ? `, ${words.over(limit)}` : '')
  const cells: Readonly<Record<keyof typeof words.rows, string>> = {
    kind: (product && productKinds[product.kind]?.name) ?? words.own,
    place: only ? words.only : at ? String(at.place) : words.out,
    stars: ranked ? ratingSaid(ranked.rating) : words.notStated,
    heat:
      heat === undefined
        ? words.notStated
        : degrees(heat) + over(heat > limits.heat.mostDegrees, degrees(limits.heat.mostDegrees)),
    time:
      minutes === undefined
        ? words.notStated
        : words.minutes(minutes) + over(minutes > limits.heat.mostMinutes, words.minutes(limits.heat.mostMinutes)),
    size: size.length > 0 ? sizeText(size, units) : product ? words.seeStated : words.notStated,
    weight:
      own?.weightKg === undefined ? (product ? words.seeStated : words.notStated) : weightText(own.weightKg, units),
    stated: product ? product.stated.join(' ') : words.notStated,
    missing: product ? product.notStated.join(', ') : '',
  }
  return { name: product?.name ?? own?.name ?? id, cells }
}
