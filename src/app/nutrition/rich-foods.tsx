/** The ranked foods as bars; each opens with all five nutrients, its portion and its source. Then the article's foods. */
import { nutrients } from '../../knowledge/vocabulary.ts'
import type { RichListed } from '../../nutrition/rich-answer.ts'
import type { RichFood } from '../../nutrition/rich-in.ts'
import { figure, nutrientNames, units } from './nutrient-bars.tsx'

const words = {
  share: (percent: number) => `${percent} % of a day`,
  in: (grams: string) => `In ${grams} g:`,
  usual: (portion: string, grams: string) => `A usual portion: ${portion}, ${grams} g.`,
  unknown: 'unknown',
  energy: 'Energy',
  source: (name: string) => `Source: U.S. Department of Agriculture. ${name}.`,
  own: (name: string) => `${name}.`,
  eat: 'Add to what I ate',
  more: 'Show more',
  none: 'No food passes. Take off a filter.',
  left: (count: number) => `${count} more may be rich: the table has no figure for them.`,
  article: 'The article’s own foods',
  place: (place: number) => `place ${place}`,
  notThere: 'not in the list',
  claim: 'More about this claim',
}

export interface RichFoodsProps {
  readonly list: RichListed
  readonly isMore: boolean
  readonly onMore: () => void
}

export function RichFoods({ list, isMore, onMore }: RichFoodsProps) {
  const most = Math.max(...list.foods.map(food => rankedBy(list, food)))
  return (
    <>
      {list.foods.length === 0 && <p>{words.none}</p>}
      <ol class="rich">
        {list.foods.map(food => (
          <li key={food.food}>
            <Food list={list} food={food} bar={(100 * rankedBy(list, food)) / most} />
          </li>
        ))}
      </ol>
      {isMore && (
        <button type="button" class="btn" onClick={onMore}>
          {words.more}
        </button>
      )}
      {list.unknown > 0 && <p class="note">{words.left(list.unknown)}</p>}
      {list.article.length > 0 && <Article list={list} />}
    </>
  )
}

/** What the list is sorted by: the amount, or with two nutrients the smaller share. */
const rankedBy = ({ richIn: [only, second] }: RichListed, { brings, shares }: RichFood): number =>
  second === undefined ? (brings[only] ?? 0) : Math.min(...shares.map(share => share ?? 0))

interface FoodProps {
  readonly list: RichListed
  readonly food: RichFood
  /** Per cent of the longest. */
  readonly bar: number
}

const Food = ({ list, food, bar }: FoodProps) => (
  <details>
    <summary>
      <span class="num quiet">{food.place}</span>
      <b>{food.name}</b>
      <span class="meter" aria-hidden="true">
        <i ref={element => element?.style.setProperty('--have', String(bar))} />
      </span>
      <span class="note num">
        {list.richIn
          .map((nutrient, at) => {
            const share = food.shares[at]
            const told = `${figure(food.brings[nutrient] ?? 0)} ${units[nutrient]}`
            return share ? `${told}, ${words.share(Math.round(100 * share))}` : told
          })
          .join('; ')}
      </span>
    </summary>
    <div class="stack gap-2">
      <p>{words.usual(food.portion.words, figure(food.portion.grams))}</p>
      <p>{words.in(figure(food.grams))}</p>
      <dl>
        {nutrients.map(nutrient => {
          const amount = food.brings[nutrient]
          return (
            <div key={nutrient}>
              <dt>{nutrientNames[nutrient]}</dt>
              <dd class="num">{amount === null ? words.unknown : `${figure(amount)} ${units[nutrient]}`}</dd>
            </div>
          )
        })}
        <div>
          <dt>{words.energy}</dt>
          <dd class="num">{food.brings.energy === null ? words.unknown : `${figure(food.brings.energy)} kcal`}</dd>
        </div>
      </dl>
      <p class="note">{food.food >= 9_000_000 ? words.own(food.usda) : words.source(food.usda)}</p>
      <p>
        <a class="btn" href={`/eat/${food.food}`}>
          {words.eat}
        </a>
      </p>
    </div>
  </details>
)

const Article = ({ list: { article, richIn } }: { readonly list: RichListed }) => (
  <section class="card stack gap-3">
    <h2>{words.article}</h2>
    <ul class="entry-list">
      {article.map(({ named, place, amount, claim, word }) => (
        <li key={named}>
          <p>
            <b>{named}</b>: {place === null ? words.notThere : words.place(place)}
            {amount === null ? '' : `, ${figure(amount)} ${units[richIn[0]]}`}
          </p>
          {word && <p>{word}</p>}
          <a href={`/evidence/${claim}`} aria-label={`${words.claim}: ${named}`}>
            {words.claim}
          </a>
        </li>
      ))}
    </ul>
  </section>
)
