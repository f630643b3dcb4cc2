/** The tree of a page, which a screen or a string renderer can draw. */

export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly Content[]
}
export type Content = Element | string

/** A child; undefined where a part is empty. */
type Child = Content | undefined | readonly (Content | undefined)[]

export const element = (tag: string, attributes: Element['attributes'], ...children: readonly Child[]): Element => ({
  tag,
  attributes,
  children: children.flat().filter((child): child is Content => child !== undefined && child !== ''),
})

/** The tree as HTML text. */
export function toHtml(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  const { tag, attributes, children } = content
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  return `<${tag}${written}>${children.map(toHtml).join('')}</${tag}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, character => entities[character] ?? character)
