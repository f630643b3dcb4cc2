/** Each period's mean in order, as bars: which arm, how high; the table of the same beside it. */
import type { Analysis } from '../../trials/analyse.ts'
import { Twin } from '../ui/chart-table.tsx'

const words = {
  title: (days: number) => (days === 1 ? 'Each one, in order' : `Each ${days} days, in order`),
  head: ['Period', 'Remedy', 'Recorded', 'Mean'],
  none: 'none',
  of: (recorded: number, scheduled: number) => `${recorded} of ${scheduled}`,
}

const kinds = ['full', 'open', 'hatch'] as const

export function PeriodBars({ analysis, unit }: { readonly analysis: Analysis; readonly unit: string }) {
  const { periods, arms } = analysis
  const most = Math.max(1e-9, ...periods.map(({ mean }) => Math.abs(mean ?? 0)))
  const initials = arms.map(({ label }) => label.charAt(0).toUpperCase())
  const areOwn = new Set(initials).size === arms.length
  const letterOf = (label: string) => {
    const arm = arms.findIndex(each => each.label === label)
    return (areOwn ? initials[arm] : undefined) ?? String.fromCharCode(65 + arm)
  }
  const kindOf = (label: string) => kinds[arms.findIndex(arm => arm.label === label)] ?? 'full'
  const days = Math.max(1, ...periods.map(({ scheduled }) => scheduled))
  const step = 26
  return (
    <section class="card chart">
      <h2>{words.title(days)}</h2>
      <div class="scroll-x">
        <svg viewBox={`0 0 ${Math.max(280, periods.length * step)} 138`} aria-hidden="true">
          <defs>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class="hatch-line" d="M0 0V6" />
            </pattern>
          </defs>
          {periods.map(({ period, label, mean }, i) => {
            const height = mean === null ? 0 : (Math.abs(mean) / most) * 86
            return (
              <g key={period} transform={`translate(${i * step} 0)`}>
                {mean !== null && (
                  <rect class={`bar-${kindOf(label)}`} x={3} y={108 - height} width={19} height={height} rx={3} />
                )}
                <text x={12.5} y={103 - height} text-anchor="middle">
                  {mean === null ? '–' : Math.round(mean * 10) / 10}
                </text>
                <text x={12.5} y={128} text-anchor="middle">
                  {letterOf(label)}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <p class="key">
        {arms.map(({ label }) => (
          <span key={label}>
            <svg viewBox="0 0 18 18" aria-hidden="true">
              <rect class={`bar-${kindOf(label)}`} x={1} y={1} width={16} height={16} rx={3} />
            </svg>
            {letterOf(label)}, {label}
          </span>
        ))}
        <span>{unit}</span>
      </p>
      <Twin head={words.head}>
        {periods.map(({ period, label, recorded, scheduled, mean }) => (
          <tr key={period}>
            <td>{period}</td>
            <td>{label}</td>
            <td>{words.of(recorded, scheduled)}</td>
            <td>{mean === null ? words.none : Math.round(mean * 100) / 100}</td>
          </tr>
        ))}
      </Twin>
    </section>
  )
}
