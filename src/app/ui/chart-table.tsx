/** The content of a chart as a table. */
import type { ComponentChildren } from 'preact'

const words = { title: 'Show as a table' }

export interface TwinProps {
  readonly title?: string
  readonly head: readonly string[]
  /** The rows of its body. */
  readonly children: ComponentChildren
}

export const Twin = ({ title = words.title, head, children }: TwinProps) => (
  <details class="twin">
    <summary>{title}</summary>
    <table>
      <thead>
        <tr>
          {head.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </details>
)
