/** The space bar pauses and continues a session, for a person at a desk. */
import { useEffect } from 'preact/hooks'

/** Elements that the space bar presses or types into already: it must not count twice. */
const takesSpace = 'a, button, input, select, textarea, summary, [role="button"], [contenteditable]'

/** Calls `onPress` for each press of the space bar that no other element uses. */
export function useSpaceBar(onPress: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(takesSpace)) return
      // While it is held down it must not scroll the page either.
      event.preventDefault()
      if (!event.repeat) onPress()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
