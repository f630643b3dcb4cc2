/** Pain over time, the worst of each day or week, with marks below it for the remedies done. */
import { scaleLinear } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import { useRef } from 'preact/hooks'
import { daysBetween } from '../../time.ts'
import { Cursor } from '../ui/chart-cursor.tsx'
import { Twin } from '../ui/chart-table.tsx'
import { say } from '../ui/days.ts'
import { useWidth } from '../ui/use-width.ts'

const words = {
  label: (from: string, to: string) => `Pain from 0 to 10, ${from} to ${to}. Arrow keys read each point.`,
  head: ['Day', 'Pain', 'Done'],
  pain: (value: number) => `pain ${value}`,
  week: 'Week from',
}

export interface PainPoint {
  /** The day, or the first day of the week. */
  readonly day: string
  readonly pain: number
  readonly done: readonly string[]
}

export interface PainChartProps {
  readonly points: readonly PainPoint[]
  readonly isWeekly: boolean
  /** The remedies to mark, at most four, each with a different shape. */
  readonly remedies: readonly string[]
  readonly nameOf: (remedy: string) => string
}

const shapes = [symbolSquare, symbolTriangle, symbolCircle, symbolDiamond]
const margin = { left: 28, right: 14, top: 22 }
/** Points further apart than this are not joined, because the pain between them is unknown. */
const mostDaysJoined = 14

export function PainChart({ points, isWeekly, remedies, nameOf }: PainChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const height = width > 360 ? 220 : 180
  const days = Math.max(1, daysBetween(first.day, last.day))
  const x = scaleLinear([0, days], [margin.left, width - margin.right])
  const y = scaleLinear([0, 10], [height, margin.top])
  const placed = points.map(point => ({ ...point, x: x(daysBetween(first.day, point.day)), y: y(point.pain) }))
  const path = line<(typeof placed)[number]>(
    point => point.x,
    point => point.y,
  )
  const said = ({ day, pain, done }: PainPoint) =>
    [`${isWeekly ? `${words.week} ` : ''}${say.day(day)}: ${words.pain(pain)}`, ...done.map(nameOf)].join(', ')
  const worst = placed.reduce((a, b) => (b.pain > a.pain ? b : a))
  return (
    <div ref={box}>
      <Cursor
        label={words.label(say.day(first.day), say.day(last.day))}
        points={points.map(said)}
        places={placed.map(point => point.x / width)}
      >
        {marked => (
          <svg viewBox={`0 0 ${width} ${height + 30 + remedies.length * 20}`} aria-hidden="true">
            {[0, 5, 10].map(value => (
              <g key={value}>
                <path class="grid" d={`M${margin.left} ${y(value)}H${width - margin.right}`} />
                <text x={margin.left - 8} y={y(value) + 4} text-anchor="end">
                  {value}
                </text>
              </g>
            ))}
            {segments(placed).map(segment => (
              <path key={segment[0]?.day} class="pain-line" d={path(segment) ?? ''} />
            ))}
            {placed.map((point, index) => (
              <circle
                key={point.day}
                class={index === marked ? 'pain-dot marked' : 'pain-dot'}
                cx={point.x}
                cy={point.y}
                r={index === marked ? 6 : placed.length > 60 ? 2 : 4}
              />
            ))}
            {[worst, placed.at(-1)].map(
              (point, index) =>
                point && (
                  <text key={String(index)} class="strong" x={point.x} y={point.y - 11} text-anchor="middle">
                    {point.pain}
                  </text>
                ),
            )}
            <text x={margin.left} y={height + 20}>
              {say.day(first.day)}
            </text>
            {days > 1 && (
              <text x={width - margin.right} y={height + 20} text-anchor="end">
                {say.day(last.day)}
              </text>
            )}
            {remedies.map((remedy, row) => (
              <g key={remedy} transform={`translate(0 ${height + 40 + row * 20})`}>
                {placed
                  .filter(({ done }) => done.includes(remedy))
                  .map(point => (
                    <path
                      key={point.day}
                      class="ease-fill"
                      transform={`translate(${point.x} 0)`}
                      d={symbol(shapes[row % shapes.length], 70)() ?? ''}
                    />
                  ))}
              </g>
            ))}
          </svg>
        )}
      </Cursor>
      {remedies.length > 0 && (
        <p class="key">
          {remedies.map((remedy, row) => (
            <span key={remedy}>
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                <path class="ease-fill" d={symbol(shapes[row % shapes.length], 70)() ?? ''} />
              </svg>
              {nameOf(remedy)}
            </span>
          ))}
        </p>
      )}
      <Twin head={words.head}>
        {points.map(({ day, pain, done }) => (
          <tr key={day}>
            <td>{say.day(day)}</td>
            <td>{pain}</td>
            <td>{done.map(nameOf).join(', ')}</td>
          </tr>
        ))}
      </Twin>
    </div>
  )
}

function segments<Point extends { readonly day: string }>(points: readonly Point[]): readonly (readonly Point[])[] {
  const joined: Point[][] = []
  for (const point of points) {
    const segment = joined.at(-1)
    const before = segment?.at(-1)
    if (segment && before && daysBetween(before.day, point.day) <= mostDaysJoined) segment.push(point)
    else joined.push([point])
  }
  return joined
}
