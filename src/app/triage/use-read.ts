/** Has the person seen all of a gate? It can be answered "None" only then. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { painted } from '../ui/after-paint.ts'

/**
 * Was the end of the gate visible, above the dock? Undefined until the gate is painted: measuring earlier would lay it
 * out once more, and delay the tap that opens it.
 */
export function useRead(isAhead: boolean) {
  const end = useRef<HTMLSpanElement>(null)
  const [isRead, setRead] = useState<boolean | undefined>(undefined)
  useEffect(() => {
    if (isAhead || isRead) return
    const look = () => {
      const dock = document.querySelector('#main .gate-dock')?.getBoundingClientRect().top ?? innerHeight
      const bottom = end.current?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
      setRead(bottom <= dock + 1)
    }
    // Styles and fonts may come after the first paint, and a phone may be turned.
    const sized = new ResizeObserver(look)
    let isLeft = false
    void painted().then(() => {
      if (isLeft) return
      addEventListener('scroll', look, { passive: true })
      // Observing reports the first size as well.
      sized.observe(document.documentElement)
      for (const part of end.current?.parentElement?.children ?? []) sized.observe(part)
    })
    return () => {
      isLeft = true
      removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [isAhead, isRead === true])
  return { end, isRead }
}
