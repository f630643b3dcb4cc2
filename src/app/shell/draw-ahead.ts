/**
 * The screen that is drawn before anyone goes to it. While Now is shown that is the check, unseen: the tap of somebody in
 * pain then only changes its words.
 */
import { effect, signal } from '@preact/signals'
import { painted } from '../ui/after-paint.ts'
import { place } from './place.ts'
import { type Shown, screenAt } from './screens.ts'
import { whenIdle } from './when-idle.ts'

const from = '/'
const to = '/check'

export const ahead = signal<Shown | undefined>(undefined)

/** Call it once the first screen is seen. */
export function drawAhead(): void {
  effect(() => {
    const path = place.value
    if (path === from) whenIdle(() => void draw())
    // Whoever has gone elsewhere does not wait until it is cleared away.
    else void painted().then(clear)
  })
}

async function draw(): Promise<void> {
  const { load, id } = screenAt(to)
  const loaded = await load().catch(() => undefined)
  if (loaded && place.peek() === from) ahead.value = { path: to, id, ...loaded }
}

function clear(): void {
  if (place.peek() !== from) ahead.value = undefined
}
