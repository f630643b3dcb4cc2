/** Makes elements without markup in strings, which a strict content security policy and Trusted Types allow. */

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>
type Child = Node | string | undefined | false

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false) made.setAttribute(key, value)
  }
  made.append(...children.flat().filter(child => child !== undefined && child !== false))
  return made
}

export const button = (text: string, kind: string, onClick: () => void, isOff = false) =>
  make('button', { type: 'button', class: kind, disabled: isOff, click: onClick }, text)

/** The heading of a page: what a screen reader is taken to when the page changes. */
export const heading = (text: string) => make('h2', { tabindex: '-1' }, text)
