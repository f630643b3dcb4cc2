/** A list of points that opens under its title. */
import { Icon } from './icon.tsx'

export function Fold({
  title,
  points,
  isOpen = false,
}: {
  readonly title: string
  readonly points: readonly string[]
  readonly isOpen?: boolean
}) {
  return (
    <details class="fold card" open={isOpen}>
      <summary>
        <h2>{title}</h2>
        <Icon name="next" />
      </summary>
      <ul class="ticks">
        {points.map(point => (
          <li key={point}>
            <Icon name="dot" />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
