/** The frame of every screen: the four places, the way to emergency help, and messages of the app. */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { updateReady } from '../state/newer-version.ts'
import { isNightTheme, toggleNight } from '../state/settings.ts'
import { openSession } from '../state/store.ts'
import { focusHeading, titleTab } from '../ui/announce.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Toast, toast } from '../ui/toast.tsx'
import { beginAtTop } from './place.ts'
import { StorageNotice } from './storage-notice.tsx'

const words = {
  skip: 'Skip to content',
  main: 'Main',
  update: 'A new version of Unknot is ready.',
  load: 'Load it',
  night: 'Night',
  settings: 'Settings',
  emergency: 'Emergency',
}

const tabs: readonly (readonly [path: string, name: string, icon: IconName])[] = [
  ['/', 'Now', 'person'],
  ['/diary', 'Diary', 'calendar'],
  ['/prevent', 'Prevent', 'shield'],
  ['/learn', 'Learn', 'book'],
]

/** The place that each screen belongs to; by default Now. */
const inPlace: Readonly<Record<string, string>> = {
  food: 'prevent',
  eat: 'prevent',
  own: 'prevent',
  menu: 'prevent',
  rich: 'prevent',
  usual: 'prevent',
  change: 'prevent',
  meals: 'prevent',
  week: 'prevent',
  diary: 'diary',
  add: 'diary',
  day: 'diary',
  history: 'diary',
  patterns: 'diary',
  reminders: 'diary',
  backup: 'diary',
  import: 'diary',
  report: 'diary',
  visit: 'diary',
  prevent: 'prevent',
  causes: 'prevent',
  medicines: 'prevent',
  hydration: 'prevent',
  trials: 'prevent',
  learn: 'learn',
  painkillers: 'learn',
  evidence: 'learn',
  reference: 'learn',
  products: 'learn',
  knowledge: 'learn',
  professionals: 'learn',
}

/** Screens of one task: the only ways are on, back, or stop. */
const focused = /^\/(check|emergency|session|hurts|cramp|start|rate)(\/|$)/

export function Frame({ path, children }: { readonly path: string; readonly children: ComponentChildren }) {
  const isFocused = focused.test(path)
  const body = useRef<HTMLDivElement>(null)
  const isFirst = useRef(true)
  // Before the paint: the class decides the layout, which must not jump.
  useLayoutEffect(() => {
    document.body.className = isFocused ? `focus s-${path.split('/')[1]}` : `placed s-${path.split('/')[1] || 'now'}`
    beginAtTop()
  }, [path])
  // After the paint: what a screen reader announces, which is not visible.
  useEffect(() => {
    const heading = body.current?.querySelector('h1')
    titleTab(heading)
    if (!isFirst.current) focusHeading(heading)
    isFirst.current = false
  }, [path])
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <div ref={body} class="screen">
        <StorageNotice />
        {children}
        {updateReady.value && openSession.value === undefined && (
          <p class="notice" role="status">
            {words.update}{' '}
            <button type="button" class="btn plain" onClick={updateReady.value}>
              {words.load}
            </button>
          </p>
        )}
        {toast.value && <Toast />}
      </div>
      <Bar path={path} />
    </>
  )
}

function Bar({ path }: { readonly path: string }) {
  const here = `/${inPlace[path.split('/')[1] ?? ''] ?? ''}`
  const isHere = (to: string) => to === here
  return (
    <nav class="bar" aria-label={words.main}>
      <Mark />
      {tabs.map(([to, name, icon]) => (
        <a key={to} href={to} {...(isHere(to) ? { 'aria-current': 'page' as const } : {})}>
          <Icon name={icon} />
          <span>{name}</span>
        </a>
      ))}
      <div class="rail-tools">
        <button type="button" class="tool" aria-pressed={isNightTheme.value} onClick={toggleNight}>
          <Icon name="moon" />
          {words.night}
        </button>
        <a class="tool" href="/settings">
          <Icon name="gear" />
          {words.settings}
        </a>
        <a class="tool danger" href="/emergency">
          <Icon name="alert" />
          {words.emergency}
        </a>
      </div>
    </nav>
  )
}
