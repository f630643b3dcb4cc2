/**
 * A chart that can be read point by point: with the arrow keys, by tapping, or by a screen reader. The text of the
 * point is below it.
 */
import './chart-cursor.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export interface CursorProps {
  /** A description of the chart for people who do not see it. */
  readonly label: string
  /** The text of each point, in order. */
  readonly points: readonly string[]
  /** The position of each point, from 0 at the left to 1. */
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
