/** Has the person seen all of a gate? It can be answered "None" only then. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Was the end of the gate visible, above the dock? */
export function useRead(isAhead: boolean) {
  const end = useRef<HTMLSpanElement>(null)
  const [isRead, setRead] = useState(false)
  useLayoutEffect(() => {
    if (isAhead || isRead) return
    const look = () => {
      const dock = document.querySelector('#main .gate-dock')?.getBoundingClientRect().top ?? innerHeight
      const bottom = end.current?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
      if (bottom <= dock + 1) setRead(true)
    }
    look()
    addEventListener('scroll', look, { passive: true })
    // Styles and fonts may come after the first paint, and a phone may be turned.
    const sized = new ResizeObserver(look)
    sized.observe(document.documentElement)
    for (const part of end.current?.parentElement?.children ?? []) sized.observe(part)
    return () => {
      removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [isAhead, isRead])
  return { end, isRead }
}
