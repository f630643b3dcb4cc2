/**
 * The postponed questions about a cramp at night: how bad it was, what set it off, medicines, and the rest of the
 * check.
 */
import { useEffect, useState } from 'preact/hooks'
import type { EventOf } from '../../diary/event.ts'
import { localDay, localIso } from '../../time.ts'
import { AboutEpisode } from '../diary/door.ts'
import { go } from '../shell/place.ts'
import { entryCount, readDay } from '../state/log.ts'
import { askAgain, diary, record } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Screen as Missing } from '../ui/missing-screen.tsx'
import { Top } from '../ui/top.tsx'
import { lasted } from './lasted.ts'
import '../ui/forms.css'

const words = {
  now: 'Now',
  title: (place: string, time: string) => `${place} cramp at ${time}`,
  lead: (long: string) => `It let go after ${long}. Say what you remember. Leave out what you like.`,
  medicines: 'Some medicines may cause cramps.',
  mine: 'Check what I take',
  check: 'Now the warning signs',
  enough: 'That is enough',
}

export function Screen({ id }: { readonly id: string }) {
  const over = diary.value.episodes.find(each => each.id === id)
  const began = useBegan(id, over?.beganAt ?? 0)
  if (over?.endedAt === undefined) return <Missing id={id} />
  const { region, beganAt, endedAt } = over
  const check = () => {
    askAgain(over)
    go('/check')
  }
  const enough = () => {
    record({ type: 'episode-ended', episode: id }, localIso(new Date(endedAt)))
    go('/')
  }
  return (
    <main id="main" class="page stack gap-5" data-screen="later" tabIndex={-1}>
      <Top back={['/', words.now]} />
      <h1>{words.title(titled(region), say.time(beganAt))}</h1>
      <p class="lead">{words.lead(lasted(endedAt - beganAt))}</p>
      {began && <AboutEpisode key={began.episode} began={began} />}
      <p>
        {words.medicines}{' '}
        <a class="btn plain" href="/medicines">
          {words.mine}
        </a>
      </p>
      <div class="dock">
        <button type="button" class="btn next" onClick={check}>
          {words.check}
          <Icon name="next" />
        </button>
        <button type="button" class="btn plain" onClick={enough}>
          {words.enough}
        </button>
      </div>
    </main>
  )
}

/** The first event of the episode, with later corrections. */
function useBegan(id: string, beganAt: number): EventOf<'episode-began'> | undefined {
  const [began, setBegan] = useState<EventOf<'episode-began'> | undefined>(undefined)
  const count = entryCount.value
  useEffect(() => {
    void Promise.all([readDay(localDay(beganAt)), readStrikes()]).then(([events, { struck }]) =>
      setBegan(
        events.find(
          (event): event is EventOf<'episode-began'> =>
            event.type === 'episode-began' && event.episode === id && !struck.has(event.id),
        ),
      ),
    )
  }, [id, beganAt, count])
  return began
}
