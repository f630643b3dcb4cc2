/** A short list folded under its name, inside a card. */
import { Icon } from './icon.tsx'

export const Points = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
  <details class="fold">
    <summary>
      {title}
      <Icon name="next" />
    </summary>
    <ul class="ticks">
      {points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </details>
)
