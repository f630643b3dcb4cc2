/**
 * Which screen stands at which place. The first comes with the app, because another round trip is what a first visit
 * feels most; each other loads by itself, and the next ones are fetched once the first has been seen.
 */
import type { ComponentType } from 'preact'
import { whenIdle } from './idle.ts'
import { Screen as Now } from './screens/now.tsx'
import { makeReady } from './storage.ts'

interface Loaded {
  readonly Screen: ComponentType<{ readonly id: string; readonly isAhead?: boolean }>
}
type Load = () => Promise<Loaded>

/** A screen at its place. */
export interface Shown extends Loaded {
  readonly path: string
  readonly id: string
}

const screens: Readonly<Record<string, Load>> = {
  check: () => import('./screens/triage.tsx'),
  result: () => import('./screens/result.tsx'),
  emergency: () => import('./screens/emergency.tsx'),
  plan: () => import('./screens/plan.tsx'),
  start: () => import('./screens/start.tsx'),
  session: () => import('./screens/session.tsx'),
  cramp: () => import('./screens/cramp-now.tsx'),
  rate: () => import('./screens/rate.tsx'),
  settings: () => import('./screens/settings.tsx'),
  'about-me': () => import('./screens/about-me.tsx'),
  diary: () => import('./screens/diary.tsx'),
  add: () => import('./screens/add.tsx'),
  day: () => import('./screens/day.tsx'),
  history: () => import('./screens/history.tsx'),
  reminders: () => import('./screens/reminders.tsx'),
  backup: () => import('./screens/backup.tsx'),
  import: () => import('./screens/import.tsx'),
  report: () => import('./screens/report.tsx'),
  causes: () => import('./screens/causes.tsx'),
  medicines: () => import('./screens/medicines.tsx'),
  hydration: () => import('./screens/hydration.tsx'),
  prevent: () => import('./screens/prevent.tsx'),
  food: () => import('./screens/nutrition.tsx'),
  eat: () => import('./screens/eat.tsx'),
  own: () => import('./screens/own.tsx'),
  menu: () => import('./screens/menu.tsx'),
  week: () => import('./screens/week.tsx'),
  trials: () => import('./screens/trials.tsx'),
  learn: () => import('./screens/learn.tsx'),
  painkillers: () => import('./screens/painkillers.tsx'),
  reference: () => import('./screens/reference.tsx'),
  professionals: () => import('./screens/professionals.tsx'),
  products: () => import('./screens/products.tsx'),
  evidence: () => import('./screens/evidence.tsx'),
  missing: () => import('./screens/missing.tsx'),
}

/** Screens that are here already: they are shown in the frame of the tap, without waiting for a promise. */
const here = new Map<string, Loaded>([['', { Screen: Now }]])

export interface Place {
  /** The screen, if it is here already. */
  readonly ready: Loaded | undefined
  readonly load: Load
  readonly id: string
}

/** The screen and the id of a path: `/session/heat` is the screen `session` with the id `heat`. */
export function screenAt(path: string): Place {
  const [, first = '', ...rest] = path.split('/')
  const name = here.has(first) || Object.hasOwn(screens, first) ? first : 'missing'
  return { ready: here.get(name), load: () => load(name), id: decodeURIComponent(rest.join('/')) }
}

async function load(name: string): Promise<Loaded> {
  const loaded = await screens[name]?.()
  if (loaded === undefined) throw new Error(`there is no screen ${name}`)
  here.set(name, loaded)
  return loaded
}

/** Fetches what comes after the first screen, so that the next tap waits for nothing. Call it when that one is shown. */
export function prefetch(): void {
  whenIdle(() => {
    for (const name of ['check', 'cramp', 'result', 'emergency', 'session', 'plan', 'start', 'rate'])
      load(name).catch(() => undefined)
    whenIdle(makeReady)
  })
}
