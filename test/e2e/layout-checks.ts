/** What is wrong with the layout of the screen that is shown, each fault in a few words. */
import type { Page } from '@playwright/test'

/** Content wider than the window. */
export const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const isBeyond = (element: Element) => element.getBoundingClientRect().right > clientWidth
    const last = [...document.querySelectorAll('main *')].filter(isBeyond).at(-1)
    return [`too wide by ${scrollWidth - clientWidth}: ${last?.outerHTML.slice(0, 200)}`]
  })

/** Text in a narrow column, a covered next step, no way to emergency help. */
export const room = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
    const texts = [...document.querySelectorAll('h1, h2, h3, p, li, .btn, summary')].filter(
      element => isShown(element) && !element.querySelector('p, li, .btn'),
    )
    const narrow = texts.filter(element => {
      const { width, height } = element.getBoundingClientRect()
      const lines = height / Number.parseFloat(getComputedStyle(element).lineHeight)
      return width < 100 && lines > 4 && (element.textContent ?? '').trim().length > 20
    })
    const isCovered = (element: Element) => {
      const { left, width, bottom } = element.getBoundingClientRect()
      const top = document.elementFromPoint(left + width / 2, Math.min(bottom, innerHeight) - 4)
      return top !== null && !element.contains(top)
    }
    const covered = [...document.querySelectorAll('.dock .btn.next')].filter(
      element => isShown(element) && element.getBoundingClientRect().bottom <= innerHeight + 40 && isCovered(element),
    )
    const help = [...document.querySelectorAll('a[href="/emergency"], a.call')].some(isShown)
    return [
      ...narrow.map(element => `narrow: ${element.textContent?.trim().slice(0, 40)}`),
      ...covered.map(element => `covered: ${element.textContent?.trim().slice(0, 40)}`),
      ...(help ? [] : ['no way to emergency help']),
    ]
  })

/** Targets under 48 pixels, parts of the map under 44. */
export const targets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
    const all = [
      ...document.querySelectorAll('a[href], button, select, summary, label.choice, label.unsure, label.chip'),
    ]
    const controls = all
      .filter(
        element =>
          isShown(element) &&
          !element.closest('p:not(.chips):not(.four):not(.row)') &&
          !element.classList.contains('skip'),
      )
      .map(element => ({ element, least: 48 }))
    const parts = [...document.querySelectorAll('.body-map .target')]
      .filter(isShown)
      .map(element => ({ element, least: 44 }))
    return [...controls, ...parts].flatMap(({ element, least }) => {
      const { width, height } = element.getBoundingClientRect()
      const name =
        element.textContent?.trim().slice(0, 30) || element.parentElement?.getAttribute('aria-label') || element.tagName
      return width < least - 0.5 || height < least - 0.5
        ? [`small: ${name}: ${width.toFixed(0)} x ${height.toFixed(0)}`]
        : []
    })
  })
