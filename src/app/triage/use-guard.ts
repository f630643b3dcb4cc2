/** Ignores a second tap that was meant for the previous gate. */
import { useEffect, useRef } from 'preact/hooks'

const ignoredMs = 600

/** Does nothing in the first moments of a gate, whatever is tapped or pressed. */
export function useGuard(isAhead: boolean) {
  const shownAt = useRef(0)
  useEffect(() => {
    if (!isAhead) shownAt.current = performance.now()
  }, [isAhead])
  return (act: () => void) => () => {
    if (performance.now() - shownAt.current >= ignoredMs) act()
  }
}
