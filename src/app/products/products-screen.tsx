/** Compare products for a need: what costs nothing first, then what is left, with why, and the article's order beside it. */
import { useState } from 'preact/hooks'
import { needs, ownProducts, products, type Ranking, rankProducts, statementOf } from '../../library/products.ts'
import { ofItem } from '../plan/door.ts'
import { personNow } from '../state/person.ts'
import { diary, today } from '../state/store.ts'
import { Choices } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { Top } from '../ui/top.tsx'
import { OwnProducts } from './own-products.tsx'
import { ProductCard } from './product-card.tsx'
import { ProductPassport } from './product-passport.tsx'
import { ProductTable } from './product-table.tsx'
import './products.css'

const words = {
  back: 'Learn',
  title: 'Do I need to buy something?',
  need: 'What is it for?',
  nothing: 'Buy nothing first',
  facts: 'What is true of you?',
  factsLead: 'Tap what is true. What is not for you is left out.',
  places: 'If you still want one',
  none: 'No product is suggested for this.',
  tie: 'A tie: none is clearly better.',
  out: 'Not suggested',
  compare: 'Side by side',
  pick: 'Pick two to four above to see them side by side.',
  article: 'The article’s order, and ours',
  articleWhy:
    'The article went by how many reviews there were. That counts sales. We ask what is safe, then what helps.',
  outPlace: 'not suggested',
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
  const asked = new Set([...ticked, ...ranking.places.flatMap(each => each.products.flatMap(({ ask }) => ask))])
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter(each => each !== id) : [...picked, id].slice(-most))
  return (
    <main id="main" class="page stack gap-5" data-screen="products" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{words.title}</h1>
      <fieldset class="field">
        <legend>{words.need}</legend>
        <span class="chips">
          {Object.entries(needs).map(([id, { name }]) => (
            <label key={id} class="chip pick">
              <input type="radio" name="need" checked={need === id} onChange={() => setNeed(id)} />
              {name}
            </label>
          ))}
        </span>
      </fieldset>
      {ranking.buyNothing.length > 0 && (
        <section class="card stack gap-3">
          <h2>{words.nothing}</h2>
          <p>{found.why}</p>
          {ranking.buyNothing.map(({ text, remedy }) => {
            const passport = ofItem(remedy, found.complaint)
            return (
              <div key={text} class="free">
                <p>
                  <Icon name="tick" /> {text}
                </p>
                {passport && <Passport {...passport} />}
              </div>
            )
          })}
          <Passport
            entries={[`/reference/needs/${need}`]}
            certainty={null}
            sources={found.sources}
            compiled={found.compiled}
            nextReview={found.nextReview}
          />
        </section>
      )}
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
      <section class="stack gap-4">
        <h2>{ranking.places.length > 0 ? words.places : words.none}</h2>
        {ranking.places.map(({ place, products: group }) => (
          <div key={place} class="place stack gap-3">
            {group.length > 1 && <p class="note">{words.tie}</p>}
            {group.map(ranked => (
              <ProductCard
                key={ranked.id}
                place={place}
                isTie={group.length > 1}
                ranked={ranked}
                isPicked={picked.includes(ranked.id)}
                onPick={() => toggle(ranked.id)}
              />
            ))}
          </div>
        ))}
      </section>
      {ranking.notSuggested.length > 0 && (
        <section class="card stack gap-3">
          <h2>{words.out}</h2>
          <ul class="entry-list">
            {ranking.notSuggested.map(({ id, name, why }) => (
              <li key={id}>
                <b>{name}.</b> {why.join(' ')}
                {products[id] && <ProductPassport id={id} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack gap-3">
        <h2>{words.compare}</h2>
        {picked.length >= 2 ? <ProductTable ids={picked} ranking={ranking} /> : <p class="quiet">{words.pick}</p>}
      </section>
      <OwnProducts />
      <ArticleOrder ranking={ranking} />
      <p class="note">{words.version(ranking.version)}</p>
    </main>
  )
}

const ArticleOrder = ({ ranking }: { readonly ranking: Ranking }) => (
  <section class="card stack gap-3">
    <h2>{words.article}</h2>
    <p>{words.articleWhy}</p>
    <ul class="entry-list order">
      {ranking.article.map(({ id, articlePlace, place }) => (
        <li key={id}>
          <span class="num">{articlePlace}</span> {products[id]?.name} <b class="num">{place ?? words.outPlace}</b>
        </li>
      ))}
    </ul>
  </section>
)
