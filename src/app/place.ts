/** Where the person is in the app: the path of the address, and the way there. */
import { signal } from '@preact/signals'

export const place = signal(location.pathname)

/** Is there a screen that was gone to and is not laid out yet? */
let isNew = false

export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (path === place.value) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  isNew = true
  place.value = path
}

/**
 * A screen that was gone to begins at its top; one that was gone back to stands where it was left. Call it when the screen
 * is laid out: before, the screen that is left would be laid out once more.
 */
export function beginAtTop(): void {
  if (isNew) scrollTo(0, 0)
  isNew = false
}

addEventListener('popstate', () => {
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
