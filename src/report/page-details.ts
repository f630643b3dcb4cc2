/** The detail pages: every episode, and everything that did not fit on the first page. */

import { clip, mostLetters } from './clip.ts'
import { sayDay, sayShortDay } from './days.ts'
import type { Bin, EpisodesSection } from './episodes.ts'
import type { FoodSection } from './food.ts'
import type { MedicinesSection } from './medicines.ts'
import { type Content, type Element, element } from './node.ts'
import type { Rows } from './page-fit.ts'
import { cell, earlierTable, headRow, signTable, triedTable } from './page-parts.ts'
import type { QuestionsSection } from './questions.ts'
import * as say from './say.ts'
import type { TrialsSection } from './trials.ts'
import type { TriedSection } from './tried.ts'
import type { WarningSignsSection } from './warning-signs.ts'

const words = {
  signs: 'Every warning sign told',
  episodes: 'Every episode, the newest first',
  episodeHead: ['Day', 'What', 'Pain', 'Lasted', 'Set off by, notes'],
  pain: (worst: number, last: number) => (worst === last ? String(worst) : `${worst} → ${last}`),
  over: (count: number) => `and ${count} older ones in the diary`,
  chartHead: ['From', 'Worst pain', 'Spasms', 'Cramps'],
  none: 'none',
  tried: 'Other remedies tried',
  questions: 'Questions in full',
  medicines: 'What our sources say of the medicines',
  sources: (titles: string) => `Sources: ${titles}.`,
  food: 'How the nutrients were counted',
  reference: (name: string) => `Targets: ${name}.`,
  gaps: (list: string) => `Foods that do not say: ${list}.`,
  noGaps: 'Every food told names all five.',
}

/** The limit of rows, to keep the report short. */
const mostDetailRows = 400

const block = (
  title: string,
  kind: string,
  ...children: readonly (Content | undefined | readonly Content[])[]
): Element => element('section', { class: `report-part report-${kind}` }, element('h3', {}, title), ...children)

export function signsDetail({ signs }: WarningSignsSection, rows: Rows): Element | undefined {
  const isClipped = signs.some(
    ({ statements, days, isNow }) =>
      statements.join(' + ').length > mostLetters[isNow ? 'statement' : 'earlier'] || days.length > (isNow ? 3 : 2),
  )
  const [now, earlier] = [signs.filter(({ isNow }) => isNow), signs.filter(({ isNow }) => !isNow)]
  if (now.length <= rows.signs && earlier.length <= rows.earlier && !isClipped) return undefined
  return block(
    words.signs,
    'warning-signs',
    now.length === 0 ? undefined : signTable(now, 2000, 60),
    earlier.length === 0 ? undefined : earlierTable(earlier, 2000, 60),
  )
}

export function episodesDetail({ rows }: EpisodesSection): Element | undefined {
  if (rows.length === 0) return undefined
  const shown = rows.slice(0, mostDetailRows)
  return block(
    words.episodes,
    'episode-list',
    element(
      'div',
      { class: 'report-columns' },
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
              element('td', { class: 'report-day' }, sayDay(day)),
              element('td', {}, say.episodeName(complaint, region, side)),
              cell(words.episodeHead[2], worst === undefined || last === undefined ? '' : words.pain(worst, last)),
              cell(words.episodeHead[3], hours === undefined ? '' : say.hours(hours)),
              element('td', {}, clip([...(setOffBy === undefined ? [] : [setOffBy]), ...notes].join('. '), 400)),
            ),
          ),
        ),
      ),
    ),
    rows.length > shown.length
      ? element('p', { class: 'report-note' }, words.over(rows.length - shown.length))
      : undefined,
  )
}

/** The text version of the chart; empty intervals are left out. */
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
          cell(words.chartHead[1], worst === undefined ? words.none : String(worst)),
          cell(words.chartHead[2], String(spasms)),
          cell(words.chartHead[3], String(cramps)),
        ),
      ),
    ),
  )
}

export const triedDetail = ({ remedies }: TriedSection, rows: Rows): Element | undefined =>
  remedies.length > rows.tried ? block(words.tried, 'tried', triedTable(remedies.slice(rows.tried))) : undefined

export const trialsDetail = ({ finished }: TrialsSection): readonly Element[] =>
  finished.map(({ question, cent }) =>
    block(
      question,
      'cent',
      element(
        'div',
        { class: 'report-columns' },
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
          element('b', {}, say.medicine(each)),
          `. ${say.effect(each.effect)} ${each.effect.howStrong} ${each.effect.starts} ${words.sources(each.effect.sources.join('; '))}`,
        ),
      ),
    ),
  )
}

export function foodDetail({ eaten }: FoodSection): Element | undefined {
  if (eaten === undefined) return undefined
  const gaps = eaten.nutrients
    .filter(({ unknown }) => unknown > 0)
    .map(({ nutrient, unknown }) => `${say.nutrientName(nutrient)} ${unknown}`)
  const lines = [
    ...(eaten.reference === undefined ? [] : [words.reference(eaten.reference)]),
    gaps.length === 0 ? words.noGaps : words.gaps(gaps.join(', ')),
  ]
  return block(words.food, 'food', element('p', {}, lines.join(' ')))
}

export function questionsDetail({ questions }: QuestionsSection, rows: Rows): Element | undefined {
  const isClipped = questions.some(({ text }) => text.length > mostLetters.question)
  if (questions.length <= rows.questions && !isClipped) return undefined
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
