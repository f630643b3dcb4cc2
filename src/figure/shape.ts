/** What the figure returns: a small tree that a screen or a string renderer can draw. */
export interface Shape {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly Shape[]
}

export const shape = (tag: string, attributes: Shape['attributes'], children: readonly Shape[] = []): Shape => ({
  tag,
  attributes,
  children,
})

/** The tree as SVG text. */
export function toSvg({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${children.map(toSvg).join('')}</${tag}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, character => entities[character] ?? character)
