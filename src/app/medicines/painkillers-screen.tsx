/** Painkillers: what people ask, who must not take what without asking, what does not mix. No doses. */
import { painkillers } from '../../knowledge/painkillers.gen.ts'
import { today } from '../state/store.ts'
import { Passport } from '../ui/passport.tsx'
import { Top } from '../ui/top.tsx'

const words = {
  back: 'Learn',
  past: 'This page is past its review date. Do not rely on it. Ask a pharmacist.',
}

export function Screen(_props: { readonly id: string }) {
  const isPast = painkillers.nextReview < today()
  return (
    <main id="main" class="page stack gap-5" data-screen="painkillers" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{painkillers.title}</h1>
      {isPast ? <p class="caution">{words.past}</p> : <p class="lead">{painkillers.lead}</p>}
      {(isPast ? [] : painkillers.sections).map(({ title, points, sources }) => (
        <section key={title} class="card stack gap-3">
          <h2>{title}</h2>
          <ul class="ticks">
            {points.map(point => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <Passport
            entries={['/reference/pages/painkillers']}
            certainty={null}
            sources={sources}
            compiled={painkillers.compiled}
            nextReview={painkillers.nextReview}
          />
        </section>
      ))}
    </main>
  )
}
