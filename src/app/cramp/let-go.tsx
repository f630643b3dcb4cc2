/** A cramp that is over: how long it took, which questions are left, and what may keep it away tonight. */
import { useEffect } from 'preact/hooks'
import { isNight } from '../../diary/current.ts'
import type { Episode } from '../../diary/diary.ts'
import { isLimb, openCrampSigns } from '../../plan/cramp-now.ts'
import { localIso } from '../../time.ts'
import { afterCramp } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { askAgain, record } from '../state/store.ts'
import { caseOfEpisode } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { say } from '../ui/senses.ts'
import { Top } from '../ui/top.tsx'
import { CrampSigns } from './cramp-signs.tsx'
import { canUndo, undoLetGo } from './end-cramp.ts'
import { lasted } from './lasted.ts'

const words = {
  now: 'Now',
  title: 'It let go',
  kind: 'You did well.',
  sore: 'It may be sore for a day. That is common.',
  after: (time: string) => `After ${time}`,
  undo: 'Undo',
  when: 'When did it let go?',
  first: 'First: is one of these true?',
  tonight: 'To help keep it away',
  untested: 'Common advice. Nobody has tested it.',
  morning: 'Ask me in the morning',
  later: 'Ask me later',
  all: 'Answer all questions now',
}

/** A person who fell asleep says so hours later. */
const watchedMinutes = 30
const minuteLong = 60_000

export function LetGo({ over, endedAt }: { readonly over: Episode; readonly endedAt: number }) {
  const { id, beganAt, region } = over
  useEffect(() => say(`${words.title}. ${words.kind}`), [])
  const minutes = (endedAt - beganAt) / minuteLong
  const given = caseOfEpisode(over)
  const open = isLimb(region) ? openCrampSigns(given, region, minutes) : []
  const advice = afterCramp(given, minutes)
  const [first] = advice
  const endAfter = (count: number) =>
    record({ type: 'episode-ended', episode: id, askLater: true }, localIso(new Date(beganAt + count * minuteLong)))
  const checkNow = () => {
    askAgain(over)
    go('/check', 'replace')
  }
  return (
    <main id="main" class="page tall" data-screen="let-go" tabIndex={-1}>
      <Top back={['/', words.now]} withVoice />
      <div class="fill slim stack gap-4">
        <div class="stack gap-2">
          <h1>{words.title}</h1>
          {minutes > watchedMinutes ? (
            <>
              <h2>{words.when}</h2>
              <p class="chips">
                {[1, 2, 5, 10].map(count => (
                  <button key={count} type="button" class="chip" onClick={() => endAfter(count)}>
                    {words.after(lasted(count * minuteLong))}
                  </button>
                ))}
              </p>
            </>
          ) : (
            <p class="lead">
              {words.after(lasted(endedAt - beganAt))}. {words.kind}
            </p>
          )}
          {canUndo(id) && (
            <p>
              <button type="button" class="chip" onClick={() => undoLetGo(id)}>
                {words.undo}
              </button>
            </p>
          )}
        </div>
        <CrampSigns episodeId={id} open={open} title={words.first} onDanger={() => askAgain(over)} />
        {first && (
          <section class="card stack gap-3">
            <h2>{words.tonight}</h2>
            <ul class="ticks">
              {advice.map(line => (
                <li key={line.id}>{line.text}</li>
              ))}
            </ul>
            <p class="quiet">{words.sore}</p>
            <Passport
              entries={['/reference/plan-lines']}
              certainty={null}
              sources={[...new Set(advice.flatMap(({ sources }) => sources))]}
              nextReview={first.nextReview}
              effect={words.untested}
            />
          </section>
        )}
        <div class="dock">
          <a class="btn next" href="/">
            <Icon name="moon" />
            {isNight(endedAt) ? words.morning : words.later}
          </a>
          <button type="button" class="btn big" onClick={checkNow}>
            {words.all}
          </button>
        </div>
      </div>
    </main>
  )
}
