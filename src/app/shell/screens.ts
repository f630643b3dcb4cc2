/**
 * Which screen stands at which place. The first comes with the app, because another round trip is what a first visit
 * feels most; each other loads by itself, and the next ones are fetched once the first has been seen.
 */
import type { ComponentType } from 'preact'
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

const screens: Readonly<Record<string, Load>> = {
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
  'about-me': () => import('../settings/about-me-screen.tsx'),
  diary: () => import('../diary/diary-screen.tsx'),
  add: () => import('../diary/add-screen.tsx'),
  day: () => import('../diary/day-screen.tsx'),
  history: () => import('../diary/history-screen.tsx'),
  reminders: () => import('../diary/reminders-screen.tsx'),
  backup: () => import('../backup/backup-screen.tsx'),
  import: () => import('../exchange/import-screen.tsx'),
  report: () => import('../report/report-screen.tsx'),
  visit: () => import('../report/visit-screen.tsx'),
  causes: () => import('../causes/causes-screen.tsx'),
  medicines: () => import('../medicines/medicines-screen.tsx'),
  hydration: () => import('../hydration/hydration-screen.tsx'),
  prevent: () => import('./prevent-screen.tsx'),
  food: () => import('../nutrition/food-screen.tsx'),
  eat: () => import('../nutrition/eat-screen.tsx'),
  own: () => import('../nutrition/own-food-screen.tsx'),
  menu: () => import('../nutrition/menu-screen.tsx'),
  rich: () => import('../nutrition/rich-screen.tsx'),
  week: () => import('../nutrition/week-screen.tsx'),
  trials: () => import('../trials/trials-screen.tsx'),
  learn: () => import('./learn-screen.tsx'),
  painkillers: () => import('../medicines/painkillers-screen.tsx'),
  reference: () => import('../evidence/reference-screen.tsx'),
  professionals: () => import('../plan/professionals-screen.tsx'),
  products: () => import('../products/products-screen.tsx'),
  evidence: () => import('../evidence/evidence-screen.tsx'),
  missing: () => import('../ui/missing-screen.tsx'),
}

/** Screens that are here already: they are shown in the frame of the tap, without waiting for a promise. */
const here = new Map<string, Loaded>([['', { Screen: Now }]])

export interface Place {
  /** The screen, if it is here already. */
  readonly ready: Loaded | undefined
  readonly load: Load
  readonly id: string
}

/** The screen and the id of a path; a path that names none is the missing page. */
export function screenAt(path: string): Place {
  const { screen, id } = addressOf(path) ?? { screen: 'missing', id: '' }
  const name = here.has(screen) || Object.hasOwn(screens, screen) ? screen : 'missing'
  return { ready: here.get(name), load: () => load(name), id }
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
    for (const name of ['check', 'cramp', 'result', 'emergency', 'session', 'plan', 'start', 'hurts', 'rate'])
      load(name).catch(() => undefined)
    whenIdle(makeReady)
  })
}
