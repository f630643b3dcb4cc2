/** How big is the difference? The density of the effect, the zone too small to notice, the best guess and its interval. */
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useRef } from 'preact/hooks'
import type { Contrast } from '../../trials/analyse.ts'
import type { AnalysisOptions } from '../../trials/options.ts'
import { of100 } from '../../trials/sentence.ts'
import { useWidth } from '../ui/use-width.ts'

const words = {
  title: 'How big is the difference?',
  lead: 'Taller means more likely.',
  small: ['Too small', 'to notice'],
  better: (arm: string) => `${arm} better`,
  units: { rating: 'points', count: 'times as many', 'yes-no': 'times the odds' },
  words: 'Show as words',
  described: (guess: string, unit: string, low: string, high: string) =>
    `Likely size of the difference. Best guess ${guess} ${unit}, 95 percent between ${low} and ${high}.`,
  chanceBetter: (arm: string) => `Chance that ${arm} is better by more than you would notice`,
  chanceNone: 'Chance of no difference you would notice',
}

export interface PosteriorProps {
  readonly contrast: Contrast
  readonly options: Pick<AnalysisOptions, 'model' | 'mcid' | 'better'>
}

export function PosteriorChart({ contrast, options }: PosteriorProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const { model, mcid, better } = options
  // To the right is better for the second arm, whichever direction of the outcome that is.
  const sign = better === 'lower' ? -1 : 1
  const shown = (value: number) => (model === 'rating' ? number(Math.abs(value)) : number(Math.exp(value)))
  const points = contrast.density.x
    .map((x, i) => ({ x: sign * x, y: contrast.density.y[i] ?? 0 }))
    .sort((a, b) => a.x - b.x)
  const guess = sign * contrast.mean
  const [low, high] = [sign * contrast.q025, sign * contrast.q975].sort((a, b) => a - b) as [number, number]
  const [from, to] = [Math.min(-1.6 * mcid, low - 0.4 * mcid), Math.max(1.6 * mcid, high + 0.4 * mcid)]
  const [height, base] = [width > 360 ? 244 : 194, 24]
  const x = scaleLinear([from, to], [8, width - 8])
  const y = scaleLinear([0, Math.max(...points.map(point => point.y))], [height, base + 18])
  const ends = [
    { x: from, y: 0 },
    { x: to, y: 0 },
  ]
  // Beyond the grid the curve lies on the axis.
  const inside = [
    ...points,
    ...ends.filter(({ x: end }) => end < (points[0]?.x ?? end) || end > (points.at(-1)?.x ?? end)),
  ]
    .filter(point => point.x >= from && point.x <= to)
    .sort((a, b) => a.x - b.x)
  const past = inside.filter(point => (guess < 0 ? point.x <= -mcid : point.x >= mcid))
  const curve = line<{ x: number; y: number }>(
    point => x(point.x),
    point => y(point.y),
  )
  const under = area<{ x: number; y: number }>(
    point => x(point.x),
    height,
    point => y(point.y),
  )
  const ticks = x.ticks(width > 360 ? 7 : 5)
  const unit = words.units[model]
  return (
    <section class="card chart">
      <h2>{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${height + 46}`} role="img">
          <title>{words.described(shown(contrast.mean), unit, shown(contrast.q025), shown(contrast.q975))}</title>
          <rect class="zone" x={x(-mcid)} y={18} width={x(mcid) - x(-mcid)} height={height - 18} />
          <path class="zone-edge" d={`M${x(-mcid)} 18V${height}M${x(mcid)} 18V${height}`} />
          {x(mcid) - x(-mcid) > 66 &&
            words.small.map((text, i) => (
              <text key={text} x={x(0)} y={40 + i * 16} text-anchor="middle">
                {text}
              </text>
            ))}
          <path class="ease-soft" d={under(past) ?? ''} />
          <path class="curve" d={curve(inside) ?? ''} />
          <path class="axis" d={`M4 ${height}H${width - 4}`} />
          <path class="interval" d={`M${x(low)} ${height}H${x(high)}`} />
          <circle class="guess" cx={x(guess)} cy={height} r={7} />
          <text class="strong" x={x(guess)} y={base + 8} text-anchor="middle">
            {shown(contrast.mean)}
          </text>
          {ticks.map(tick => (
            <text key={tick} x={x(tick)} y={height + 20} text-anchor="middle">
              {shown(sign * tick)}
            </text>
          ))}
          <text x={4} y={height + 42}>
            {words.better(contrast.from)}
          </text>
          <text x={width - 4} y={height + 42} text-anchor="end">
            {words.better(contrast.to)}, {unit}
          </text>
        </svg>
      </div>
      <details class="twin">
        <summary>{words.words}</summary>
        <Chances contrast={contrast} better={better} />
      </details>
    </section>
  )
}

function Chances({ contrast, better }: { readonly contrast: Contrast; readonly better: 'lower' | 'higher' }) {
  const { from, to, p_lt_minus_mcid: lower, p_gt_mcid: higher, p_rope: none } = contrast
  const rows = [
    [words.chanceBetter(to), better === 'lower' ? lower : higher],
    [words.chanceBetter(from), better === 'lower' ? higher : lower],
    [words.chanceNone, none],
  ] as const
  return (
    <table>
      <tbody>
        {rows.map(([name, chance]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of100(chance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const number = (value: number): string => String(Math.round(value * 10) / 10)
