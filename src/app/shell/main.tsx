/** The app: opens the diary, shows the screen of the place, and always shows a way to emergency help. */

import { registerSW } from 'virtual:pwa-register'
import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import './styles.css'
import { isRollingDue } from '../state/backup-due.ts'
import { watchLock } from '../state/lock.ts'
import { startLog } from '../state/log.ts'
import { updateReady } from '../state/newer-version.ts'
import { episode, openedAt } from '../state/store.ts'
import { isSyncOn } from '../state/sync-on.ts'
import { takenDates } from '../state/taken-knowledge.ts'
import { ahead, drawAhead } from './draw-ahead.ts'
import { loadEpisodeCard } from './episode-card.ts'
import { Failed } from './failed.tsx'
import { Frame } from './frame.tsx'
import { place } from './place.ts'
import { prefetch, type Shown, screenAt } from './screens.ts'
import { trustOwnScripts } from './trusted-scripts.ts'

/** Added after the first screen, because a browser would fetch them before the app itself if they were in the page. */
const installLinks = [
  ['manifest', '/manifest.webmanifest'],
  ['apple-touch-icon', '/icon-192.png'],
] as const

// First, because a worker that starts before it is refused.
trustOwnScripts()
watchLock()

const shown = signal<Shown | undefined>(undefined)

/** What was asked for last; a screen that loads after it is not shown. */
let newest: object

/** The screen follows the place and the lock; a loaded screen is shown in the same frame as the tap. */
effect(() => {
  const path = place.value
  const at = screenAt(path)
  const { ready, load, id } = at
  newest = at
  const show = ({ Screen }: Pick<Shown, 'Screen'>) => {
    if (newest !== at) return
    openedAt.value = Date.now()
    shown.value = { path, id, Screen }
  }
  if (ready) show(ready)
  else load().then(show, () => show({ Screen: Failed }))
})

function App() {
  const [problem] = useErrorBoundary()
  const now = shown.value
  const isShown = now !== undefined
  useEffect(() => {
    if (isShown) afterFirst()
  }, [isShown])
  if (problem) return <Failed id="" />
  if (now === undefined) return null
  const next = ahead.value
  const screens = next === undefined || next.path === now.path ? [now] : [now, next]
  return (
    <Frame path={now.path}>
      {screens.map(each => (
        <Guarded key={each.path} screen={each} isAhead={each !== now} />
      ))}
    </Frame>
  )
}

/** A screen that fails while it is drawn ahead does not affect the visible screen. */
function Guarded({ screen: { Screen, id }, isAhead }: { readonly screen: Shown; readonly isAhead: boolean }) {
  const [problem] = useErrorBoundary()
  if (problem && !isAhead) throw problem
  return problem ? null : <Screen id={id} isAhead={isAhead} />
}

/** What can wait until the first screen is visible: the font, the install links, the next screens, the offline copy. */
function afterFirst(): void {
  document.documentElement.dataset.font = ''
  for (const [rel, href] of installLinks)
    document.head.append(Object.assign(document.createElement('link'), { rel, href }))
  prefetch()
  drawAhead()
  effect(() => {
    if (isRollingDue.value) void import('../backup/rolling-backup.ts').then(({ roll }) => roll(false))
  })
  effect(() => {
    if (isSyncOn.value) void import('../sync/live.ts').then(({ startSync }) => startSync())
  })
  // A new version waits until the person agrees.
  const update = registerSW({
    onNeedRefresh() {
      updateReady.value = () => void update(true)
    },
  })
}

/**
 * A function that the module does not await: a file that loads later imports from this one, and each would wait for the
 * other.
 */
async function open(): Promise<void> {
  // Before anything is answered; without a taken file nothing is loaded for it.
  if (takenDates()) await import('../update/newer.ts').then(({ takeKept }) => takeKept()).catch(() => undefined)
  await startLog()
  // A person with an open episode sees it at once.
  if (episode.peek()) await loadEpisodeCard()
  const app = document.getElementById('app')
  if (!app) return
  app.replaceChildren()
  render(<App />, app)
}

void open()
