/** The diary's place: what is kept so far, said plainly; the calendar and the report come later. */
import { titled } from '../parts/body-map.tsx'
import { Top } from '../parts/top.tsx'
import { diary } from '../store.ts'

const words = {
  title: 'Diary',
  empty: 'Each spasm or cramp you work through is kept here, on this device. Nothing is kept yet.',
  coming: 'A calendar, charts and a page for your clinician are being built. They are not here yet.',
  ongoing: 'under way',
  rated: 'Pain',
  first: 'Where does it hurt?',
}

export function Screen(_props: { readonly id: string }) {
  const episodes = diary.value.episodes.toReversed()
  return (
    <main id="main" class="page stack gap-5" data-screen="diary" tabIndex={-1}>
      <Top />
      <h1>{words.title}</h1>
      {episodes.length === 0 ? (
        <div class="empty stack">
          <p>{words.empty}</p>
          <a class="btn big" href="/">
            {words.first}
          </a>
        </div>
      ) : (
        <ul class="stack">
          {episodes.map(({ id, region, side, beganAt, endedAt, ratings }) => (
            <li key={id} class="card stack gap-2">
              <h2>
                {titled(region)}
                {side && side !== 'middle' ? `, ${side}` : ''}
              </h2>
              <p class="quiet">
                {new Date(beganAt).toLocaleString()}
                {endedAt === undefined ? `, ${words.ongoing}` : ''}
              </p>
              {ratings.length > 0 && (
                <p>
                  {words.rated}: {ratings.map(({ pain }) => pain).join(' → ')}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{words.coming}</p>
    </main>
  )
}
