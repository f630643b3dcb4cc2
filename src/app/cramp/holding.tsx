/** The release under way: the drawing, the clock, the signs, and one large button for when it lets go. */
import { useEffect, useState } from 'preact/hooks'
import type { SessionRecord } from '../../diary/diary.ts'
import { type Limb, longMinutes, openCrampSigns } from '../../plan/cramp-now.ts'
import { exercises, ofItem } from '../plan/door.ts'
import { Body, Clock, scriptOf, useMoment } from '../session/door.ts'
import { episode, newId, record } from '../state/store.ts'
import { caseNow, together } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { Top } from '../ui/top.tsx'
import { CrampSigns } from './cramp-signs.tsx'
import { letGo } from './end-cramp.ts'

const words = {
  other: 'Elsewhere',
  stop: 'Stop if any is true.',
  noRub: 'Do not rub it yet.',
  mayRub: 'Now you may rub it gently.',
  still: 'Still tight: hold again',
  gone: 'It let go',
  again: 'Hold again. If it lasts over 10 minutes, get help.',
}

interface HoldingProps {
  readonly session: SessionRecord
  readonly region: Limb
}

export function Holding({ session, region }: HoldingProps) {
  const script = scriptOf(session.script, undefined)
  return script ? <Release key={session.id} {...{ session, region, script }} /> : null
}

function Release({
  session: { id, startedAt, marks, script: exercise },
  region,
  script,
}: HoldingProps & { readonly script: NonNullable<ReturnType<typeof scriptOf>> }) {
  const [timed] = useState({ script, startedAt, marks })
  const moment = useMoment(timed)
  const open = episode.value
  const minutes = useMinutes(open?.beganAt ?? startedAt)
  const own = exercises[exercise]
  if (!own || !open || !caseNow.value) return null
  const signs = openCrampSigns(caseNow.value, region, minutes)
  const isDone = moment.status === 'done'
  const end = (status: 'done' | 'stopped') => record({ type: 'session-ended', session: id, status })
  const holdAgain = () => {
    end('done')
    record({ type: 'session-began', session: newId(), episode: open.id, script: exercise })
  }
  const passport = together([ofItem(exercise, 'cramp'), ofItem('cramp-release', 'cramp')])
  return (
    <main id="main" class="page tall" data-screen="cramp" tabIndex={-1}>
      <Top back={['/cramp/other', words.other]} withVoice />
      <div class="cols even">
        <section class="stack">
          <h1>{own.now ?? own.name}</h1>
          <div class="stage hold">
            <div class="stage-fig">
              <Body
                exercise={exercise}
                script={script}
                moment={isDone ? { ...moment, elapsed: 99 } : moment}
                title={own.steps.join(' ')}
              />
            </div>
            <div class="hold-clock">
              <Clock
                remaining={moment.remaining}
                progress={isDone ? 1 : moment.progress}
                isPaused={false}
                size="5.5rem"
              />
              <p>
                <b>{own.steps[1]}</b>
                {signs.length === 0 && (
                  <>
                    <br />
                    <span class="quiet">{words.mayRub}</span>
                  </>
                )}
              </p>
            </div>
          </div>
          {isDone && <p class="caution">{words.again}</p>}
        </section>
        <section class="fill">
          <CrampSigns
            episodeId={open.id}
            open={signs}
            title={words.stop}
            note={words.noRub}
            onDanger={() => end('stopped')}
          />
          {passport && <Passport {...passport} />}
          <div class="dock">
            {isDone && (
              <button type="button" class="btn big" onClick={holdAgain}>
                {words.still}
              </button>
            )}
            <button type="button" class="btn next" onClick={() => letGo(open.id, id)}>
              <Icon name="tick" />
              {words.gone}
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}

/** Minutes since the cramp began, updated when it becomes a long one. */
function useMinutes(beganAt: number): number {
  const [now, setNow] = useState(Date.now)
  const left = beganAt + longMinutes * 60_000 - now
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setNow(Date.now()), left)
    return () => clearTimeout(timer)
  }, [left])
  return (now - beganAt) / 60_000
}
