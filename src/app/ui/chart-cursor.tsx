/** A chart that is read point by point: by the arrow keys, by tapping, and aloud; what is read stands under it. */
import './chart-cursor.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface CursorProps {
  /** What the chart shows, for those who do not see it. */
  readonly label: string
  /** What each point says, in order. */
  readonly points: readonly string[]
  /** Where each point stands, from 0 at the left to 1. */
  readonly places: readonly number[]
  /** Draws the chart with one point marked. */
  readonly children: (marked: number) => ComponentChildren
}

export function Cursor({ label, points, places, children }: CursorProps) {
  const last = points.length - 1
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const marked = Math.min(chosen ?? last, last)
  const read = (event: KeyboardEvent) => {
    const to = { ArrowLeft: marked - 1, ArrowRight: marked + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setChosen(Math.max(0, Math.min(last, to)))
  }
  const tap = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    const x = (event.clientX - box.left) / box.width
    const distances = places.map(place => Math.abs(place - x))
    setChosen(distances.indexOf(Math.min(...distances)))
  }
  return (
    <>
      <div
        class="cursor"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={marked + 1}
        aria-valuetext={points[marked] ?? ''}
        onKeyDown={read}
        onPointerDown={tap}
      >
        {children(marked)}
      </div>
      <p class="note reading" aria-hidden="true">
        {points[marked]}
      </p>
    </>
  )
}
