/**
 * Which screen is shown at which place. The first one is part of the app, because a first visit feels another round
 * trip most. Each other one loads separately; the likely next ones are loaded when the first is visible.
 */
import type { ComponentType } from 'preact'
import { isLocked } from '../state/lock.ts'
import { makeReady } from '../state/storage/storage.ts'
import { addressOf } from './address.ts'
import { Screen as Now } from './now-screen.tsx'
import { whenIdle } from './when-idle.ts'

interface Loaded {
  readonly Screen: ComponentType<{ readonly id: string; readonly isAhead?: boolean }>
}
type Load = () => Promise<Loaded>

/** A screen at its place. */
export interface Shown extends Loaded {
  readonly path: string
  readonly id: string
}

/** Open whether the diary is locked or not: a lock must never be between a person and help. */
const always: Readonly<Record<string, Load>> = {
  check: () => import('../triage/check-screen.tsx'),
  result: () => import('../triage/result-screen.tsx'),
  emergency: () => import('../emergency/emergency-screen.tsx'),
  plan: () => import('../plan/plan-screen.tsx'),
  start: () => import('../session/start-screen.tsx'),
  session: () => import('../session/session-screen.tsx'),
  cramp: () => import('../cramp/cramp-screen.tsx'),
  later: () => import('../cramp/later-screen.tsx'),
  hurts: () => import('../session/hurts-screen.tsx'),
  rate: () => import('../session/rate-screen.tsx'),
  settings: () => import('../settings/settings-screen.tsx'),
  lock: () => import('../settings/lock-screen.tsx'),
  prevent: () => import('./prevent-screen.tsx'),
  learn: () => import('./learn-screen.tsx'),
  painkillers: () => import('../medicines/painkillers-screen.tsx'),
  reference: () => import('../evidence/reference-screen.tsx'),
  professionals: () => import('../plan/professionals-screen.tsx'),
  evidence: () => import('../evidence/evidence-screen.tsx'),
  knowledge: () => import('../update/knowledge-screen.tsx'),
  missing: () => import('../ui/missing-screen.tsx'),
}

/** Screens that show what the diary holds: these ask for the words of the lock, if it is closed. */
const ofDiary: Readonly<Record<string, Load>> = {
  sync: () => import('../sync/sync-screen.tsx'),
  share: () => import('../sync/share-screen.tsx'),
  shared: () => import('../sync/shared-screen.tsx'),
  clinic: () => import('../sync/clinic-screen.tsx'),
  view: () => import('../sync/view-screen.tsx'),
  'about-me': () => import('../settings/about-me-screen.tsx'),
  course: () => import('../course/course-screen.tsx'),
  diary: () => import('../diary/diary-screen.tsx'),
  add: () => import('../diary/add-screen.tsx'),
  day: () => import('../diary/day-screen.tsx'),
  history: () => import('../diary/history-screen.tsx'),
  patterns: () => import('../diary/patterns-screen.tsx'),
  reminders: () => import('../diary/reminders-screen.tsx'),
  backup: () => import('../backup/backup-screen.tsx'),
  import: () => import('../exchange/import-screen.tsx'),
  report: () => import('../report/report-screen.tsx'),
  visit: () => import('../report/visit-screen.tsx'),
  causes: () => import('../causes/causes-screen.tsx'),
  medicines: () => import('../medicines/medicines-screen.tsx'),
  hydration: () => import('../hydration/hydration-screen.tsx'),
  food: () => import('../nutrition/food-screen.tsx'),
  eat: () => import('../nutrition/eat-screen.tsx'),
  own: () => import('../nutrition/own-food-screen.tsx'),
  usual: () => import('../nutrition/usual-screen.tsx'),
  change: () => import('../nutrition/change-screen.tsx'),
  meals: () => import('../nutrition/meals-screen.tsx'),
  menu: () => import('../nutrition/menu-screen.tsx'),
  rich: () => import('../nutrition/rich-screen.tsx'),
  week: () => import('../nutrition/week-screen.tsx'),
  trials: () => import('../trials/trials-screen.tsx'),
  products: () => import('../products/products-screen.tsx'),
}

const screens: Readonly<Record<string, Load>> = { ...always, ...ofDiary }

const locked: Load = () => import('../settings/locked-screen.tsx')

/** Screens that are loaded already: they are shown in the frame of the tap, without waiting for a promise. */
const here = new Map<string, Loaded>([['', { Screen: Now }]])

export interface Place {
  /** The screen, if it is loaded already. */
  readonly ready: Loaded | undefined
  readonly load: Load
  readonly id: string
}

/** The screen and the id of a path; for an unknown path the missing page, for a locked one the page that unlocks it. */
export function screenAt(path: string): Place {
  const { screen, id } = addressOf(path) ?? { screen: 'missing', id: '' }
  const name = here.has(screen) || Object.hasOwn(screens, screen) ? screen : 'missing'
  if (isLocked.value && Object.hasOwn(ofDiary, name)) return { ready: undefined, load: locked, id }
  return { ready: here.get(name), load: () => load(name), id }
}

async function load(name: string): Promise<Loaded> {
  const loaded = await screens[name]?.()
  if (loaded === undefined) throw new Error(`there is no screen ${name}`)
  here.set(name, loaded)
  return loaded
}

/** Loads the likely next screens, so that the next tap does not wait. Call it when the first one is visible. */
export function prefetch(): void {
  whenIdle(() => {
    for (const name of ['check', 'cramp', 'result', 'emergency', 'session', 'plan', 'start', 'hurts', 'rate'])
      load(name).catch(() => undefined)
    whenIdle(makeReady)
  })
}
