/** Where the person is in the app: the path of the address, and how to go elsewhere. */
import { signal } from '@preact/signals'
import { painted } from '../ui/after-paint.ts'

export const place = signal(location.pathname)

/** Was a screen opened that is not laid out yet? */
let isNew = false

/** Writes the address of the place opened last, if that is not done. */
let writeAddress: (() => void) | undefined

/**
 * Opens a place. The screen changes at once. Writing the address takes a slow phone some milliseconds, so it is done
 * after the paint; if the page is scrolled, before it, because the browser stores the scroll position for the way back.
 */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (path === place.value) return
  writeAddress?.()
  const write = () => {
    if (writeAddress !== write) return
    writeAddress = undefined
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  }
  writeAddress = write
  isNew = true
  if (scrollY > 0) write()
  else void painted().then(write)
  place.value = path
}

/**
 * A newly opened screen starts at its top; after going back it stays where the browser puts it. Call it when the screen
 * is laid out: earlier, the screen that is left would be laid out once more.
 */
export function beginAtTop(): void {
  if (isNew) scrollTo(0, 0)
  isNew = false
}

addEventListener('popstate', () => {
  writeAddress = undefined
  place.value = location.pathname
})

/** Links of the app change the place without loading the page again. */
addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isOwn = link && link.origin === location.origin && !link.download && !link.target && link.hash === ''
  if (!isOwn || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  go(link.pathname)
})
