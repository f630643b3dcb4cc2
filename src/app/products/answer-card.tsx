/** What one needs to buy, in a sentence, and what costs nothing. */
import { drawThing, type Thing } from '../../figure/things.ts'
import { needs, type Ranking } from '../../library/products.ts'
import { ofItem } from '../plan/door.ts'
import { draw } from '../ui/drawing.tsx'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'

/** What is at home already, by the remedy that it serves. */
const atHome: Readonly<Record<string, Thing>> = { heat: 'hot-water-bottle', 'self-massage-cane': 'ball' }

export function AnswerCard({ need, ranking }: { readonly need: string; readonly ranking: Ranking }) {
  const found = needs[need]
  if (!found) return null
  return (
    <section class="card stack gap-3" data-part="answer">
      <h2>{ranking.answer}</h2>
      <p>{found.why}</p>
      {ranking.buyNothing.map(({ text, remedy }) => {
        const passport = ofItem(remedy, found.complaint)
        const thing = atHome[remedy]
        return (
          <div key={text} class="free">
            {thing ? draw(drawThing(thing)) : <Icon name="tick" />}
            <div>
              <p>{text}</p>
              {passport && <Passport {...passport} />}
            </div>
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
  )
}
