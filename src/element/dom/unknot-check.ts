/**
 * `<unknot-check>`: the check for a clinic's own page. One file, no request, nothing stored unless the page asks for it.
 *
 * Attributes: `region` (begins there), `country` (two letters, for the number to call), `keep="session"` (keeps the
 * answers in the tab until it is closed), `theme="light"`. Events, which bubble: `unknot-page` ({page, progress}) and
 * `unknot-settled` ({tier, because, case}). The slot `result` is shown with every result.
 */
import { type Answers, answered, beginAt, gateOf, isRegion, knowledge, resultOf } from '../interview.ts'
import { words } from '../words.ts'
import { make } from './make.ts'
import { gatePage, statementsPage, wherePage } from './pages.ts'
import { resultPage } from './result.ts'
import { style } from './style.ts'

const storedAs = 'unknot-check'

/** Defined only where there is a page, so that a server may import this file. */
export function defineUnknotCheck(name = 'unknot-check'): void {
  if (typeof HTMLElement === 'undefined' || customElements.get(name) !== undefined) return
  customElements.define(name, elementClass())
}

const elementClass = () =>
  class extends HTMLElement {
    #answers: Answers = []
    #root: ShadowRoot | undefined

    connectedCallback(): void {
      if (this.#root === undefined) {
        this.#root = this.attachShadow({ mode: 'open' })
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(style)
        this.#root.adoptedStyleSheets = [sheet]
        this.setAttribute('role', 'region')
        if (!this.hasAttribute('aria-label')) this.setAttribute('aria-label', words.label)
        const region = this.getAttribute('region')
        this.#answers = this.#stored() ?? (isRegion(region) ? beginAt(region) : [])
      }
      this.#render(false)
    }

    #render(isMoved = true): void {
      try {
        this.#show(this.#view(), isMoved)
      } catch (problem) {
        // An error must never look like an all-clear.
        this.#show(make('p', { role: 'alert' }, words.failed), false)
        reportError(problem)
      }
    }

    #view(): HTMLElement {
      const result = resultOf(this.#answers)
      if (result === undefined) return wherePage(region => this.#take(beginAt(region)))
      const { ask, tier, because } = result
      if (ask === null) {
        const onRestart = () => this.#take([])
        const options = { country: this.#country(), today: new Date().toISOString().slice(0, 10), onRestart }
        this.#tell('unknot-settled', { tier, because, case: this.#answers.at(-1) })
        return resultPage(result, this.#answers, options)
      }
      this.#tell('unknot-page', { page: ask.page, ...(ask.progress ? { progress: ask.progress } : {}) })
      const handlers = {
        onGiven: (given: Parameters<typeof answered>[1]) => this.#take(answered(this.#answers, given)),
        onBack: () => this.#take(this.#answers.slice(0, -1)),
        show: (view: HTMLElement) => this.#show(view),
      }
      const gate = gateOf(ask)
      const page = gate === undefined ? statementsPage(ask, handlers) : gatePage(ask, gate, handlers)
      // A person who stops here must know that the remaining questions can only make it more urgent.
      if (tier === 'same-day') page.prepend(make('p', { class: 'so-far' }, words.soFar(knowledge.tiers[tier].action)))
      return page
    }

    #take(answers: Answers): void {
      this.#answers = answers
      if (this.getAttribute('keep') === 'session') sessionStorage.setItem(storedAs, JSON.stringify(answers))
      this.#render()
    }

    /** Answers that cannot be read are not used: the check begins again. */
    #stored(): Answers | undefined {
      if (this.getAttribute('keep') !== 'session') return undefined
      try {
        const kept = JSON.parse(sessionStorage.getItem(storedAs) ?? 'null') as Answers | null
        if (kept === null || kept.length === 0 || !isRegion(kept[0]?.region ?? null)) return undefined
        resultOf(kept)
        return kept
      } catch {
        return undefined
      }
    }

    #country(): string | undefined {
      return this.getAttribute('country') ?? /-([A-Z]{2})\b/.exec(navigator.language)?.[1]
    }

    #show(view: HTMLElement, isMoved = true): void {
      this.#root?.replaceChildren(view)
      // The page under the component must not jump when it loads: only a change takes the focus.
      if (isMoved) view.querySelector('h2')?.focus()
    }

    #tell(type: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
    }
  }

defineUnknotCheck()
