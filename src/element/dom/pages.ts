/** The pages of the check as elements. Each calls `onGiven` with its answers. */
import type { Sex } from '../../knowledge/vocabulary.ts'
import { type Region, regions } from '../../knowledge/vocabulary.ts'
import type { Page, Statement } from '../../triage/page.ts'
import { type Given, none, opened } from '../interview.ts'
import { words } from '../words.ts'
import { button, heading, make } from './make.ts'

export interface PageHandlers {
  readonly onGiven: (given: Given) => void
  /** Undefined on the first page. */
  readonly onBack: (() => void) | undefined
  /** Shows another view of the same page. */
  readonly show: (view: HTMLElement) => void
}

export const wherePage = (onRegion: (region: Region) => void): HTMLElement =>
  make(
    'section',
    {},
    heading(words.where),
    make('p', { class: 'quiet' }, words.whereLead),
    make(
      'div',
      { class: 'places' },
      regions.map(region => button(capital(region), '', () => onRegion(region))),
    ),
  )

export function gatePage({ progress }: Page, gate: Statement, handlers: PageHandlers): HTMLElement {
  const { lines = [] } = gate
  const open = () => (lines.length > 1 ? handlers.show(whichPage(gate, handlers)) : handlers.onGiven(opened(gate, [])))
  return make(
    'section',
    {},
    progress && make('p', { class: 'quiet' }, words.place(progress.gate, progress.of)),
    heading(gate.text),
    make(
      'ul',
      {},
      lines.map(({ text }) => make('li', {}, text)),
    ),
    progress?.gate === 1 && make('p', { class: 'quiet' }, words.once),
    buttons(
      handlers.onBack,
      button(words.yes, 'grow', open),
      button(words.none, 'next grow', () => handlers.onGiven(none(gate))),
    ),
  )
}

function whichPage(gate: Statement, { onGiven, show, onBack }: PageHandlers): HTMLElement {
  const boxes = (gate.lines ?? []).map(({ text }) => tick(text))
  const on = button(
    words.on,
    'next grow',
    () =>
      onGiven(
        opened(
          gate,
          boxes.flatMap(({ input }, place) => (input.checked ? [place] : [])),
        ),
      ),
    true,
  )
  for (const { input } of boxes)
    input.addEventListener('change', () => {
      on.disabled = !boxes.some(each => each.input.checked)
    })
  return make(
    'section',
    {},
    heading(gate.text),
    make('p', {}, words.which),
    make(
      'div',
      { class: 'stack' },
      boxes.map(({ label }) => label),
    ),
    buttons(
      () =>
        show(gatePage({ page: 'gate', title: '', statements: [gate], details: [] }, gate, { onGiven, show, onBack })),
      button(words.all, 'grow', () => onGiven(opened(gate, []))),
      on,
    ),
  )
}

/** Statements to tick, and details. "Not sure" opens every statement in simpler words; it is never an answer for all. */
export function statementsPage(page: Page, { onGiven, onBack, show }: PageHandlers): HTMLElement {
  const { title, statements, details } = page
  const boxes = statements.map(statement => ({ ...tick(statement.text), id: statement.id }))
  const fields = details.map(detail => fieldFor(detail))
  const told = (): Given => Object.assign({}, ...fields.map(field => field.value() ?? {}))
  const on = button(boxes.length > 0 ? words.noneOfThese : words.on, 'next grow', () => {
    const ids = (isTicked: boolean) => boxes.filter(({ input }) => input.checked === isTicked).map(({ id }) => id)
    onGiven({ ...told(), present: ids(true), absent: ids(false) })
  })
  const doubt = button(words.unsure, 'grow', () =>
    show(
      simplerPage(statements, told(), { onGiven, onBack: () => show(statementsPage(page, { onGiven, onBack, show })) }),
    ),
  )
  const update = () => {
    const isAny = boxes.some(({ input }) => input.checked)
    const isWhole = fields.every(field => field.value() !== undefined)
    on.textContent = isAny || boxes.length === 0 ? words.on : words.noneOfThese
    on.disabled = !isWhole
    doubt.disabled = !isWhole || isAny
  }
  const form = make(
    'section',
    { input: update, change: update },
    heading(title),
    statements.length > 0 && make('p', { class: 'quiet' }, words.lead),
    fields.map(({ element }) => element),
    make(
      'div',
      { class: 'stack' },
      boxes.map(({ label }) => label),
    ),
    buttons(onBack, statements.length > 0 && doubt, on),
  )
  update()
  return form
}

/** Each statement in simpler words, with a "still not sure" of its own. */
function simplerPage(
  statements: readonly Statement[],
  told: Given,
  { onGiven, onBack }: Pick<PageHandlers, 'onGiven' | 'onBack'>,
): HTMLElement {
  const asked = statements.map(({ id, text, simpler = text }) => ({
    id,
    ...pick(`simpler-${id}`, simpler, words.answers),
  }))
  const ids = (answer: string) => asked.filter(each => each.value() === answer).map(({ id }) => id)
  const on = button(words.on, 'next grow', () =>
    onGiven({ ...told, present: ids('yes'), absent: ids('no'), unsure: ids('unsure') }),
  )
  on.disabled = true
  const update = () => {
    on.disabled = asked.some(each => each.value() === undefined)
  }
  return make(
    'section',
    { change: update },
    heading(words.again),
    asked.map(({ element }) => element),
    buttons(onBack, on),
  )
}

const buttons = (onBack: (() => void) | undefined, ...others: readonly (HTMLElement | false)[]) =>
  make('div', { class: 'buttons' }, onBack && button(words.back, '', onBack), ...others)

function tick(text: string) {
  const input = make('input', { type: 'checkbox' })
  return { input, label: make('label', { class: 'choice' }, input, make('span', {}, text)) }
}

/** One choice of several, as radio buttons. */
function pick<T extends string>(name: string, legend: string, options: Readonly<Record<T, string>>) {
  const inputs = (Object.keys(options) as T[]).map(value => ({
    value,
    input: make('input', { type: 'radio', name, value }),
  }))
  const element = make(
    'fieldset',
    {},
    make('legend', {}, legend),
    inputs.map(({ value, input }) => make('label', { class: 'choice' }, input, make('span', {}, options[value]))),
  )
  return { element, value: () => inputs.find(({ input }) => input.checked)?.value }
}

/** What is not a number, or beyond its bounds, is no answer yet. */
const numbers = {
  age: [words.age, 120],
  hoursSinceOnset: [words.hours, 1_000_000],
  pregnancyWeeks: [words.weeks, 45],
} as const

function fieldFor(detail: Page['details'][number]): {
  readonly element: HTMLElement
  readonly value: () => Given | undefined
} {
  if (detail === 'sex') {
    const { element, value } = pick<Sex>('sex', words.sex, words.sexes)
    return { element, value: () => (value() === undefined ? undefined : ({ sex: value() } as Given)) }
  }
  const [text, most] = numbers[detail]
  const input = make('input', { type: 'number', inputmode: 'numeric', min: '0', max: String(most) })
  const value = () => {
    const number = Number(input.value)
    return input.value.trim() !== '' && number >= 0 && number <= most ? { [detail]: number } : undefined
  }
  return { element: make('label', {}, make('span', {}, text), input), value }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
