/** What a screen reader hears when the content changes: the heading gets the focus, and the tab its name. */

export function titleTab(heading: HTMLHeadingElement | null | undefined): void {
  document.title = heading?.textContent ? `${heading.textContent} · Unknot` : 'Unknot'
}

export function focusHeading(heading: HTMLHeadingElement | null | undefined): void {
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
