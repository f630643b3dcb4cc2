/** The space bar pauses a session and goes on, for a person at a desk. */
import { useEffect } from 'preact/hooks'

/** What the space bar presses or types into already: it must not count twice. */
const takesSpace = 'a, button, input, select, textarea, summary, [role="button"], [contenteditable]'

/** Calls `onPress` for each press of the space bar that nothing else on the screen takes. */
export function useSpaceBar(onPress: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest(takesSpace)) return
      // Held down it must not scroll the page either.
      event.preventDefault()
      if (!event.repeat) onPress()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
