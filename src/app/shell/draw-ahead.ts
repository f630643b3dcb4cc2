/**
 * Draws a screen before the person opens it. While Now is shown, the check is drawn and hidden, so that a tap only
 * changes its words.
 */
import { effect, signal } from '@preact/signals'
import { painted } from '../ui/after-paint.ts'
import { place } from './place.ts'
import { type Shown, screenAt } from './screens.ts'
import { whenIdle } from './when-idle.ts'

const from = '/'
const to = '/check'

export const ahead = signal<Shown | undefined>(undefined)

/** Call it when the first screen is visible. */
export function drawAhead(): void {
  effect(() => {
    const path = place.value
    if (path === from) whenIdle(() => void draw())
    // If the person is on another screen already, clearing it away can wait.
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
