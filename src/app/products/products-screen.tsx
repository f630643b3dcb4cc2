/** Do I need to buy something? The answer in a sentence, what costs nothing, kinds of things, and only then products. */
import { useState } from 'preact/hooks'
import { needs, ownProducts, products, type Ranking, rankProducts, statementOf } from '../../library/products.ts'
import { personNow } from '../state/person.ts'
import { diary, today } from '../state/store.ts'
import { Choices } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { AnswerCard } from './answer-card.tsx'
import { Kinds } from './kinds.tsx'
import { OnlyWithSetting } from './only-with-setting.tsx'
import { OwnProducts } from './own-products.tsx'
import { ProductCard } from './product-card.tsx'
import { ProductPassport } from './product-passport.tsx'
import { ProductTable } from './product-table.tsx'
import './products.css'

const words = {
  back: 'Learn',
  title: 'Do I need to buy something?',
  need: 'What is it for?',
  facts: 'What is true of you?',
  factsLead: 'Tap what is true. What is not for you is left out.',
  places: (count: number) =>
    count === 1 ? 'If you still want one: 1 product' : `If you still want one: ${count} products`,
  none: 'No product is suggested for this.',
  tie: 'A tie: none is clearly better.',
  out: 'Not suggested',
  compare: 'Side by side',
  pick: 'Pick two to four products to see them side by side.',
  article: 'The article’s order, and ours',
  articleWhy:
    'The article went by how many reviews there were. That counts sales. We ask what is safe, then what helps.',
  outPlace: 'not suggested',
  onlyPlace: 'only with a setting',
  version: (version: string) =>
    `Ranking version ${version}. No clinician has reviewed it. There are no links to shops.`,
}

const most = 4

export function Screen(_props: { readonly id: string }) {
  const [need, setNeed] = useState('fresh-back-spasm')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [picked, setPicked] = useState<readonly string[]>([])
  const own = ownProducts(diary.value.products)
  const known = personNow()
  const person = { ...known, present: new Set([...known.present, ...ticked]) }
  const ranking = rankProducts({ need, person, own }, today())
  const found = needs[need]
  if (!ranking || !found) return null
  const ranked = ranking.places.flatMap(({ products: group }) => group)
  const asked = new Set([...ticked, ...[...ranked, ...ranking.onlyWith].flatMap(({ ask }) => ask)])
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter(each => each !== id) : [...picked, id].slice(-most))
  const pickOf = (id: string) => ({ isPicked: picked.includes(id), onPick: () => toggle(id) })
  return (
    <main id="main" class="page stack gap-5" data-screen="products" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{words.title}</h1>
      <label class="field for-what">
        <span>{words.need}</span>
        <select value={need} onChange={event => setNeed(event.currentTarget.value)}>
          {Object.entries(needs).map(([id, { name }]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="shop">
        <div class="stack">
          <AnswerCard need={need} ranking={ranking} />
          {asked.size > 0 && (
            <details class="fold card">
              <summary>
                <h2>{words.facts}</h2>
                <Icon name="next" />
              </summary>
              <p class="quiet">{words.factsLead}</p>
              <Choices
                choices={[...asked].map(id => ({ id, text: statementOf(id) }))}
                answers={Object.fromEntries([...ticked].map(id => [id, 'yes' as const]))}
                withUnsure={false}
                onAnswer={(id, answer) =>
                  setTicked(new Set(answer === 'yes' ? [...ticked, id] : [...ticked].filter(each => each !== id)))
                }
              />
            </details>
          )}
          <Kinds kinds={ranking.kinds} />
        </div>
        <section class="card folds">
          {ranked.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <details class="fold" data-part="places">
              <summary>
                <h2>{words.places(ranked.length)}</h2>
                <Icon name="next" />
              </summary>
              {ranking.places.map(({ place, products: group }) => (
                <div key={place} class="place">
                  {group.length > 1 && <p class="note">{words.tie}</p>}
                  {group.map(each => (
                    <ProductCard
                      key={each.id}
                      place={place}
                      isTie={group.length > 1}
                      product={each}
                      {...pickOf(each.id)}
                    />
                  ))}
                </div>
              ))}
            </details>
          )}
          {ranking.onlyWith.map(each => (
            <OnlyWithSetting key={each.id} product={each} {...pickOf(each.id)} />
          ))}
          {ranking.notSuggested.length > 0 && <NotSuggested ranking={ranking} />}
          <OwnProducts />
          <ArticleOrder ranking={ranking} />
        </section>
      </div>
      <Compared ranking={ranking} picked={picked} />
      <p class="note">{words.version(ranking.version)}</p>
    </main>
  )
}

const NotSuggested = ({ ranking }: { readonly ranking: Ranking }) => (
  <details class="fold">
    <summary>
      <h2>{words.out}</h2>
      <Icon name="next" />
    </summary>
    <ul class="entry-list">
      {ranking.notSuggested.map(({ id, name, why }) => (
        <li key={id}>
          <b>{name}.</b> {why.join(' ')}
          {products[id] && <ProductPassport id={id} />}
        </li>
      ))}
    </ul>
  </details>
)

/** On a desk the first ones stand side by side without being picked. */
function Compared({ ranking, picked }: { readonly ranking: Ranking; readonly picked: readonly string[] }) {
  const isPicked = picked.length >= 2
  const first = [...ranking.onlyWith, ...ranking.places.flatMap(({ products: group }) => group)]
  const ids = isPicked ? picked : first.slice(0, most).map(({ id }) => id)
  if (ids.length < 2) return null
  return (
    <section class={isPicked ? 'stack gap-3' : 'on-desk stack gap-3'}>
      <h2>{words.compare}</h2>
      {!isPicked && <p class="quiet">{words.pick}</p>}
      <ProductTable ids={ids} ranking={ranking} />
    </section>
  )
}

const ArticleOrder = ({ ranking }: { readonly ranking: Ranking }) => (
  <details class="fold">
    <summary>
      <h2>{words.article}</h2>
      <Icon name="next" />
    </summary>
    <p>{words.articleWhy}</p>
    <ul class="entry-list order">
      {ranking.article.map(({ id, articlePlace, place, isOnlyWith }) => (
        <li key={id}>
          <span class="num">{articlePlace}</span> {products[id]?.name}{' '}
          <b class="num">{isOnlyWith ? words.onlyPlace : (place ?? words.outPlace)}</b>
        </li>
      ))}
    </ul>
  </details>
)
