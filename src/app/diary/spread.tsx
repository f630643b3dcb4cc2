/** What followed a remedy, each single result a dot: left of the line the pain was lower afterwards, right of it higher. */

import { scaleLinear } from 'd3-scale'
import { useRef } from 'preact/hooks'
import type { RemedyResults } from '../../diary/views.ts'
import { localDay } from '../../time.ts'
import { Cursor } from '../ui/chart-cursor.tsx'
import { Twin } from '../ui/chart-table.tsx'
import { say } from '../ui/days.ts'
import { useWidth } from '../ui/use-width.ts'

const words = {
  label: (name: string) => `${name}: change of pain after each time. Arrow keys read each result.`,
  point: (day: string, before: number, after: number) => `${day}: ${before} before, ${after} after`,
  lower: (most: number) => `${most} lower`,
  same: 'same',
  higher: (most: number) => `${most} higher`,
  tried: (times: number) => (times === 1 ? 'Tried once.' : `Tried ${times} times.`),
  outcome: (lower: number, of: number) => `Pain was lower after ${lower} of ${of} with both ratings.`,
  unrated: 'No time has a rating before and after yet.',
  fair: 'Try it fairly',
  fairLong: (name: string) => `Try it fairly: start a trial of ${name}`,
  head: ['Day', 'Before', 'After'],
}

/** More dots than this would overlap: only the newest are drawn. */
const mostDrawn = 60
/** The scale has at least this many points of pain on each side, so that a small change looks small. */
const leastReach = 5

export interface SpreadProps {
  readonly results: RemedyResults
  readonly name: string
  /** Can a trial be started from here? Only if none is under way. */
  readonly mayTry: boolean
}

export function Spread({ results, name, mayTry }: SpreadProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const changes = results.changes.slice(-mostDrawn)
  const lower = results.changes.filter(({ before, after }) => after < before).length
  const most = Math.max(leastReach, ...changes.map(({ before, after }) => Math.abs(after - before)))
  const x = scaleLinear([-most, most], [14, width - 14])
  const dots = stacked(changes.map(({ before, after }) => after - before))
  const height = 34 + 9 * Math.max(1, ...dots.map(({ place }) => place + 1))
  const points = changes.map(({ at, before, after }) => words.point(say.date(localDay(at)), before, after))
  return (
    <div class="spread" ref={box}>
      <h3>{name}</h3>
      <p class="note">
        {words.tried(results.times)}{' '}
        {results.changes.length === 0 ? words.unrated : words.outcome(lower, results.changes.length)}
      </p>
      {changes.length > 0 && (
        <>
          <Cursor label={words.label(name)} points={points} places={dots.map(({ change }) => x(change) / width)}>
            {marked => (
              <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                <path class="grid" d={`M14 ${height - 22}H${width - 14}`} />
                <path class="zone-edge" d={`M${x(0)} 4V${height - 22}`} />
                {dots.map(({ change, place }, index) => (
                  <circle
                    key={String(index)}
                    class={index === marked ? 'result marked' : 'result'}
                    cx={x(change)}
                    cy={height - 29 - place * 9}
                    r={index === marked ? 5 : 4}
                  />
                ))}
                <text x="14" y={height - 5}>
                  {words.lower(most)}
                </text>
                <text x={x(0)} y={height - 5} text-anchor="middle">
                  {words.same}
                </text>
                <text x={width - 14} y={height - 5} text-anchor="end">
                  {words.higher(most)}
                </text>
              </svg>
            )}
          </Cursor>
          <Twin head={words.head}>
            {changes.map(({ at, before, after }) => (
              <tr key={at}>
                <td>{say.date(localDay(at))}</td>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </Twin>
        </>
      )}
      {mayTry && (
        <p class="chips">
          <a
            class="chip"
            href={`/trials/new/${results.remedy.split('/').map(encodeURIComponent).join('/')}`}
            aria-label={words.fairLong(name)}
          >
            {words.fair}
          </a>
        </p>
      )}
    </div>
  )
}

/** Equal results are stacked. */
function stacked(changes: readonly number[]): readonly { readonly change: number; readonly place: number }[] {
  const heights = new Map<number, number>()
  return changes.map(change => {
    const place = heights.get(change) ?? 0
    heights.set(change, place + 1)
    return { change, place }
  })
}
