/**
 * Which screen stands at which place. The first comes with the app, because another round trip is what a first visit
 * feels most; each other loads by itself, and the next ones are fetched once the first has been seen.
 */
import type { ComponentType } from 'preact'
import { Screen as Now } from './screens/now.tsx'

type Load = () => Promise<{ readonly Screen: ComponentType<{ readonly id: string }> }>

const screens: Readonly<Record<string, Load>> = {
  '': async () => ({ Screen: Now }),
  check: () => import('./screens/triage.tsx'),
  result: () => import('./screens/result.tsx'),
  emergency: () => import('./screens/emergency.tsx'),
  plan: () => import('./screens/plan.tsx'),
  start: () => import('./screens/start.tsx'),
  session: () => import('./screens/session.tsx'),
  cramp: () => import('./screens/cramp-now.tsx'),
  rate: () => import('./screens/rate.tsx'),
  settings: () => import('./screens/settings.tsx'),
  diary: () => import('./screens/diary.tsx'),
  add: () => import('./screens/add.tsx'),
  day: () => import('./screens/day.tsx'),
  history: () => import('./screens/history.tsx'),
  reminders: () => import('./screens/reminders.tsx'),
  backup: () => import('./screens/backup.tsx'),
  prevent: () => import('./screens/prevent.tsx'),
  learn: () => import('./screens/learn.tsx'),
  painkillers: () => import('./screens/painkillers.tsx'),
  reference: () => import('./screens/reference.tsx'),
  professionals: () => import('./screens/professionals.tsx'),
  products: () => import('./screens/products.tsx'),
  evidence: () => import('./screens/evidence.tsx'),
  missing: () => import('./screens/missing.tsx'),
}

/** The loader and the id of a path: `/session/heat` is the screen `session` with the id `heat`. */
export function screenAt(path: string): { readonly load: Load; readonly id: string } {
  const [, name = '', ...rest] = path.split('/')
  const load = screens[name] ?? screens.missing
  if (load === undefined) throw new Error('there is no screen for a missing place')
  return { load, id: decodeURIComponent(rest.join('/')) }
}

/** Fetches what comes after the first screen, so that the next tap waits for nothing. Call it when that one is shown. */
export function prefetch(): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
  idle(() => {
    for (const name of ['check', 'cramp', 'result', 'emergency', 'session', 'plan', 'start', 'rate'])
      void screens[name]?.()
  })
}
