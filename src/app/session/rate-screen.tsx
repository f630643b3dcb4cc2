/**
 * How is it now? Asked after a session and at check-ins; after that, the gates that name an emergency are asked again.
 */
import { useState } from 'preact/hooks'
import { go } from '../shell/place.ts'
import { diary, record } from '../state/store.ts'
import { Screen as Missing } from '../ui/missing-screen.tsx'
import { Top } from '../ui/top.tsx'
import { ratedAs } from './started-as.ts'

const words = {
  title: 'How is it now?',
  lead: '0 is no pain. 10 is the worst you can think of.',
  now: 'Now',
  chosen: (pain: number) => `${pain} of 10`,
  before: (pain: number) => `Last time you said ${pain}.`,
  better: {
    '/plan': 'Better than before. Go on with the plan.',
    '/course': 'Better than before. Go on with the course.',
  },
  same: {
    '/plan': 'About the same. Go on with the plan, and look again later.',
    '/course': 'About the same. Go on with the course.',
  },
  worse: 'Worse than before. Answer the warning signs again.',
  home: { '/plan': 'Back to the plan', '/course': 'Back to the course' },
  check: 'Ask the warning signs again',
  over: 'It is over',
  save: 'Keep this',
}

export function Screen({ id: address }: { readonly id: string }) {
  const { episode: id, home } = ratedAs(address)
  const open = diary.value.episodes.find(episode => episode.id === id)
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const [kept, setKept] = useState<number | undefined>(undefined)
  // The episode was deleted in another tab, or the address is old.
  if (!open) return <Missing id={id} />
  const before = open.ratings.at(kept === undefined ? -1 : -2)?.pain
  const change = kept === undefined || before === undefined ? 0 : kept - before
  const keep = () => {
    if (chosen === undefined) return
    record({ type: 'episode-rated', episode: id, pain: chosen })
    setKept(chosen)
  }
  const checkAgain = () => {
    record({ type: 'asked-again', episode: id })
    go('/check')
  }
  return (
    <main id="main" class="page stack" data-screen="rate" tabIndex={-1}>
      <Top back={home.path === '/course' ? [home.path, home.name] : ['/', words.now]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <fieldset class="scale" disabled={kept !== undefined}>
        <legend class="hide">{words.title}</legend>
        {Array.from({ length: 11 }, (_, pain) => (
          <label key={pain} class="chip pick">
            <input type="radio" name="pain" checked={chosen === pain} onChange={() => setChosen(pain)} />
            {pain}
          </label>
        ))}
      </fieldset>
      {before !== undefined && kept === undefined && <p class="quiet">{words.before(before)}</p>}
      {kept === undefined ? (
        <div class="dock">
          <button type="button" class="btn next" disabled={chosen === undefined} onClick={keep}>
            {words.save}
          </button>
        </div>
      ) : (
        <>
          <p class="lead" role="status">
            {words.chosen(kept)}. {change > 0 ? words.worse : (change < 0 ? words.better : words.same)[home.path]}
          </p>
          <div class="dock">
            {change > 0 ? (
              <button type="button" class="btn next" onClick={checkAgain}>
                {words.check}
              </button>
            ) : (
              <a class="btn next" href={home.path}>
                {words.home[home.path]}
              </a>
            )}
            {change <= 0 && (
              <button type="button" class="btn big" onClick={checkAgain}>
                {words.check}
              </button>
            )}
            {home.path === '/plan' && (
              <button
                type="button"
                class="btn plain"
                onClick={() => {
                  record({ type: 'episode-ended', episode: id })
                  go('/')
                }}
              >
                {words.over}
              </button>
            )}
          </div>
        </>
      )}
    </main>
  )
}
