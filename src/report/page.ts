/**
 * The report as a page: one sheet, and detail sheets on request, as a tree that the app draws and `toHtml` writes. The
 * rows of each section are limited and clipped, so that the first sheet fits one page of A4 or Letter.
 */

import { few } from './clip.ts'
import { sayDay } from './days.ts'
import { type Content, type Element, element, toHtml } from './node.ts'
import {
  chartTable,
  episodesDetail,
  foodDetail,
  medicinesDetail,
  questionsDetail,
  signsDetail,
  trialsDetail,
  triedDetail,
} from './page-details.ts'
import { type Rows, rowsThatFit, sizeThatFits } from './page-fit.ts'
import {
  earlierPart,
  episodesPart,
  foodPart,
  medicinesPart,
  nowPart,
  type PageOptions,
  type PartOptions,
  questionsPart,
  signsPart,
  trialsPart,
  triedPart,
  visitsPart,
} from './page-parts.ts'
import { pageStyle } from './page-style.ts'
import type { Paper } from './paper.ts'
import { type Report, type Section, sectionOf } from './report.ts'
import * as say from './say.ts'

const words = {
  made: (day: string) => `Unknot report, made ${day}`,
  title: (who: string, count: string) => `${who}: ${count}`,
  details: (who: string) => `Details: ${who}`,
  from: 'From the person’s own diary. Unknot is not a medical device. No clinician has reviewed its content yet.',
  leftOut: (list: string) => `Left out by the person: ${list}.`,
  chart: 'The chart as a table',
}

export type { PageOptions }
/** The sheets of a report. */
export function reportPage(report: Report, options: PageOptions): Element {
  const who = say.who(report.who)
  const episodes = sectionOf(report, 'episodes')
  const signs = sectionOf(report, 'warning-signs')
  const count = episodes ? say.count(episodes) : say.period(report)
  const rows = rowsThatFit(report)
  const part = (kind: Section['kind']) => partOf(report, kind, { ...options, rows })
  const flow = [part('trials'), part('medicines'), part('food')].filter(each => each !== undefined)
  return element(
    'article',
    { class: `report ${sizeThatFits(report, rows)}`, lang: 'en' },
    element(
      'div',
      { class: 'report-sheet' },
      element(
        'header',
        { class: 'report-who' },
        element('p', { class: 'report-note' }, words.made(sayDay(report.made))),
        element('h1', {}, words.title(who, count)),
        element('p', {}, [say.whole(report), ...say.background(report.who)].join(' ')),
      ),
      part('questions'),
      part('now'),
      part('warning-signs'),
      signs ? earlierPart(signs, { ...options, rows }) : undefined,
      part('episodes'),
      episodes ? twin(episodes) : undefined,
      part('tried'),
      element('div', { class: 'report-flow' }, flow),
      part('visits'),
      element('footer', { class: 'report-note' }, [words.from, ...leftOut(report)].join(' ')),
    ),
    options.isDetailed ? details(report, who, rows) : undefined,
  )
}

/** A self-contained document, for a file or for print. */
export const reportHtml = (report: Report, options: PageOptions & { readonly paper: Paper }): string =>
  `<!doctype html>\n${toHtml(
    element(
      'html',
      { lang: 'en' },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('title', {}, words.made(sayDay(report.made))),
      ),
      element('body', {}, reportPage(report, options)),
    ),
  )
    .replace('</head>', `<style>${pageStyle(options.paper)}</style></head>`)
    .replaceAll('</meta>', '')}\n`

function partOf(report: Report, kind: Section['kind'], options: PartOptions): Element | undefined {
  const section = sectionOf(report, kind)
  switch (section?.kind) {
    case 'warning-signs':
      return signsPart(section, options)
    case 'episodes':
      return episodesPart(section, sectionOf(report, 'medicines')?.medicines ?? [])
    case 'tried':
      return triedPart(section, options)
    case 'trials':
      return trialsPart(section, options)
    case 'medicines':
      return medicinesPart(section, sectionOf(report, 'food'), options)
    case 'food':
      return foodPart(section)
    case 'questions':
      return questionsPart(section, options)
    case 'now':
      return nowPart(section)
    case 'visits':
      return visitsPart(section, options)
    case undefined:
      return undefined
  }
}

/** For people who do not see the chart. Not printed, because the detail pages list the episodes. */
const twin = (section: Parameters<typeof chartTable>[0]): Element =>
  element('details', { class: 'report-twin twin' }, element('summary', {}, words.chart), chartTable(section))

function details(report: Report, who: string, rows: Rows): Element {
  const of = <Kind extends Section['kind'], Part>(
    kind: Kind,
    make: (section: Extract<Section, { kind: Kind }>) => Part,
  ) => {
    const section = sectionOf(report, kind)
    return section ? make(section as Extract<Section, { kind: Kind }>) : undefined
  }
  const parts: readonly (Content | undefined | readonly Element[])[] = [
    of('warning-signs', section => signsDetail(section, rows)),
    of('questions', section => questionsDetail(section, rows)),
    of('tried', section => triedDetail(section, rows)),
    of('medicines', medicinesDetail),
    of('food', foodDetail),
    of('trials', trialsDetail),
    of('episodes', episodesDetail),
  ]
  return element(
    'div',
    { class: 'report-sheet report-detail' },
    element(
      'header',
      { class: 'report-who' },
      element('p', { class: 'report-note' }, `${words.made(sayDay(report.made))}. ${say.period(report)}.`),
      element('h2', {}, words.details(who)),
    ),
    ...parts,
  )
}

const leftOut = ({ leftOut: kinds }: Report): readonly string[] =>
  kinds.length === 0 ? [] : [words.leftOut(few(kinds.map(say.sectionName), 9))]
