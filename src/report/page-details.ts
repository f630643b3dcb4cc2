/** The detail pages: every episode, and what the first page had no room for. */
import { sayDay, sayShortDay } from './days.ts'
import type { Bin, EpisodesSection } from './episodes.ts'
import type { FoodSection } from './food.ts'
import type { MedicinesSection } from './medicines.ts'
import { type Content, type Element, element } from './node.ts'
import { headRow, mostLetters, mostRows, signTable, triedTable } from './page-parts.ts'
import type { QuestionsSection } from './questions.ts'
import { amountOf, clip, episodeName, nutrientName, sayEffect, sayHours, sayMedicine } from './say.ts'
import type { TrialsSection } from './trials.ts'
import type { TriedSection } from './tried.ts'
import type { WarningSignsSection } from './warning-signs.ts'

const words = {
  signs: 'Every warning sign told',
  episodes: 'Every episode, the newest first',
  episodeHead: ['Day', 'What', 'Pain', 'Lasted', 'Set off by, notes'],
  pain: (worst: number, last: number) => (worst === last ? String(worst) : `${worst}, then ${last}`),
  over: (count: number) => `and ${count} older ones in the diary`,
  chartHead: ['From', 'Worst pain', 'Spasms', 'Cramps'],
  none: 'none',
  tried: 'Other remedies tried',
  questions: 'Questions in full',
  medicines: 'What our sources say of the medicines',
  sources: (titles: string) => `Sources: ${titles}.`,
  food: 'Nutrients, a day',
  foodHead: ['Nutrient', 'At least', 'Target', 'Foods that do not say'],
  reference: (name: string) => `Targets: ${name}.`,
  noTarget: 'none',
}

/** More rows than these would make a book of it. */
export const mostDetailRows = 400

const block = (
  title: string,
  kind: string,
  ...children: readonly (Content | undefined | readonly Content[])[]
): Element => element('section', { class: `part ${kind}` }, element('h2', {}, title), ...children)

export function signsDetail({ signs }: WarningSignsSection): Element | undefined {
  const isClipped = signs.some(
    ({ statements, days }) => statements.join(' + ').length > mostLetters.statement || days.length > 3,
  )
  if (signs.length <= mostRows.signs && !isClipped) return undefined
  return block(words.signs, 'warning-signs', signTable(signs, 2000, 60))
}

export function episodesDetail({ rows }: EpisodesSection): Element | undefined {
  if (rows.length === 0) return undefined
  const shown = rows.slice(0, mostDetailRows)
  return block(
    words.episodes,
    'episode-list',
    element(
      'div',
      { class: 'columns' },
      element(
        'table',
        {},
        headRow(words.episodeHead),
        element(
          'tbody',
          {},
          shown.map(({ day, complaint, region, side, worst, last, hours, setOffBy, notes }) =>
            element(
              'tr',
              {},
              element('td', { class: 'day' }, sayDay(day)),
              element('td', {}, episodeName(complaint, region, side)),
              element('td', {}, worst === undefined || last === undefined ? '' : words.pain(worst, last)),
              element('td', {}, hours === undefined ? '' : sayHours(hours)),
              element('td', {}, clip([...(setOffBy === undefined ? [] : [setOffBy]), ...notes].join('. '), 400)),
            ),
          ),
        ),
      ),
    ),
    rows.length > shown.length ? element('p', { class: 'note' }, words.over(rows.length - shown.length)) : undefined,
  )
}

/** The text twin of the chart; stretches with nothing told are left out. */
export function chartTable({ bins }: EpisodesSection): Element {
  const told = bins.filter(({ spasms, cramps, worst }: Bin) => spasms + cramps > 0 || worst !== undefined)
  return element(
    'table',
    {},
    headRow(words.chartHead),
    element(
      'tbody',
      {},
      told.map(({ from, worst, spasms, cramps }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, bins.length > 42 ? sayDay(from) : sayShortDay(from)),
          element('td', {}, worst === undefined ? words.none : String(worst)),
          element('td', {}, String(spasms)),
          element('td', {}, String(cramps)),
        ),
      ),
    ),
  )
}

export const triedDetail = ({ remedies }: TriedSection): Element | undefined =>
  remedies.length > mostRows.tried ? block(words.tried, 'tried', triedTable(remedies.slice(mostRows.tried))) : undefined

export const trialsDetail = ({ finished }: TrialsSection): readonly Element[] =>
  finished.map(({ question, cent }) =>
    block(
      question,
      'cent',
      element(
        'div',
        { class: 'columns' },
        element(
          'dl',
          {},
          cent.map(({ heading, lines }) =>
            element(
              'div',
              {},
              element('dt', {}, heading),
              lines.map(line => element('dd', {}, line)),
            ),
          ),
        ),
      ),
    ),
  )

export function medicinesDetail({ medicines }: MedicinesSection): Element | undefined {
  const listed = medicines.flatMap(each => (each.effect ? [{ ...each, effect: each.effect }] : []))
  if (listed.length === 0) return undefined
  return block(
    words.medicines,
    'medicines',
    element(
      'ul',
      {},
      listed.map(each =>
        element(
          'li',
          {},
          element('b', {}, sayMedicine(each)),
          `. ${sayEffect(each.effect)} ${each.effect.howStrong} ${each.effect.starts} ${words.sources(each.effect.sources.join('; '))}`,
        ),
      ),
    ),
  )
}

export function foodDetail({ eaten }: FoodSection): Element | undefined {
  if (eaten === undefined) return undefined
  return block(
    words.food,
    'food',
    element(
      'table',
      {},
      headRow(words.foodHead),
      element(
        'tbody',
        {},
        eaten.nutrients.map(({ nutrient, amount, target, unit, unknown }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, nutrientName(nutrient)),
            element('td', {}, `${amountOf(amount)} ${unit}`),
            element('td', {}, target === null ? words.noTarget : `${amountOf(target)} ${unit}`),
            element('td', {}, String(unknown)),
          ),
        ),
      ),
    ),
    eaten.reference === undefined ? undefined : element('p', { class: 'note' }, words.reference(eaten.reference)),
  )
}

export function questionsDetail({ questions }: QuestionsSection): Element | undefined {
  const isClipped = questions.some(({ text }) => text.length > mostLetters.question)
  if (questions.length <= mostRows.questions && !isClipped) return undefined
  return block(
    words.questions,
    'questions',
    element(
      'ol',
      {},
      questions.map(({ text }) => element('li', {}, text)),
    ),
  )
}
