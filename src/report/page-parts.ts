/**
 * The parts of the first page. Each heading gives the answer, followed by the few rows that a reader needs in 30
 * seconds.
 */
import { episodesChart, keySign } from './chart.ts'
import { clip, few, mostLetters, one } from './clip.ts'
import { sayCourse } from './course.ts'
import type { EpisodesSection } from './episodes.ts'
import type { FoodSection } from './food.ts'
import type { MedicinesSection, MedicineTold } from './medicines.ts'
import { type Content, type Element, element } from './node.ts'
import type { NowSection } from './now.ts'
import type { Rows } from './page-fit.ts'
import type { QuestionsSection } from './questions.ts'
import type { Section } from './report.ts'
import * as say from './say.ts'
import type { TrialsSection } from './trials.ts'
import type { Tried, TriedSection } from './tried.ts'
import type { VisitsSection } from './visits.ts'
import type { SignAnswered, WarningSignsSection } from './warning-signs.ts'

const words = {
  signHead: ['Sign, in the person’s words', 'Answer', 'Asks for'],
  earlierHead: ['Sign, in the person’s words', 'Answer', 'Its end'],
  now: 'How it is now',
  visits: 'What was advised before',
  yes: 'Yes',
  notSure: 'Not sure',
  noSigns: 'A sign that was not asked is not known.',
  episodes: (count: string) => `Episodes: ${count}`,
  key: { pain: 'worst pain', spasm: 'spasms', cramp: 'cramps' },
  begun: (letter: string, medicine: string) => `${letter}: ${medicine} begun`,
  tried: 'What was tried',
  triedNone: 'What was tried: nothing told',
  triedHead: ['Remedy', 'Times', 'Median pain', 'Lower after', '← lower, higher →'],
  spread: (lower: number, same: number, higher: number) => `lower ${lower}, same ${same}, higher ${higher}`,
  noProof: 'Each column counts single results. They are no proof: pain often eases by itself.',
  unrated: 'not rated',
  of: (lower: number, rated: number) => `${lower} of ${rated}`,
  trials: 'Trials on oneself (n-of-1)',
  trialsNone: 'Trials: none',
  underWay: (question: string, place: number, of: number) =>
    `${question} Under way, ${place} of ${of}: hidden until its end.`,
  unreadable: (count: number) => `${count} cannot be read.`,
  design: 'Design.',
  result: 'Result.',
  trust: 'Limits.',
  listing: 'A listing or timing alone proves nothing.',
  past: 'This listing is past its review date.',
  notListed: (names: string) => `Not on our list: ${names}.`,
  unclear: (names: string) => `Name not recognised: ${names}.`,
  food: 'Food',
  questions: 'What I want to ask',
  more: (count: number, isDetailed: boolean) =>
    isDetailed ? `and ${count} more on page 2` : `and ${count} more in the diary`,
}

export interface PartOptions extends PageOptions {
  readonly rows: Rows
}

export interface PageOptions {
  /** True if detail pages follow, with everything that is left out here. */
  readonly isDetailed: boolean
}

const heading = (text: string): Element => element('h2', {}, text)
const note = (text: string): Element => element('p', { class: 'report-note' }, text)
const part = (
  kind: Section['kind'],
  ...children: readonly (Content | undefined | readonly (Content | undefined)[])[]
): Element => element('section', { class: `report-part report-${kind}` }, ...children)
const more = (all: number, shown: number, { isDetailed }: PageOptions): Element | undefined =>
  all > shown ? element('p', { class: 'report-note' }, words.more(all - shown, isDetailed)) : undefined

/** A cell with the label of its column, for narrow screens without a header row. */
export const cell = (label: string | undefined, ...children: readonly Content[]): Element =>
  element('td', label === undefined ? {} : { 'data-label': label }, children)

export const headRow = (names: readonly string[]): Element =>
  element(
    'thead',
    {},
    element(
      'tr',
      {},
      names.map(name => element('th', { scope: 'col' }, name)),
    ),
  )

/** The signs of the newest check. */
export function signsPart(section: WarningSignsSection, options: PartOptions): Element {
  const signs = section.signs.filter(({ isNow }) => isNow)
  return part(
    'warning-signs',
    heading(say.signsHeading(section)),
    signs.length > 0 ? signTable(signs.slice(0, options.rows.signs), mostLetters.statement, 3) : undefined,
    more(signs.length, options.rows.signs, options),
    element('p', {}, [...say.checks(section), words.noSigns].join(' ')),
  )
}

/** Signs of earlier checks, as history: with how each ended. */
export function earlierPart(section: WarningSignsSection, options: PartOptions): Element | undefined {
  const signs = section.signs.filter(({ isNow }) => !isNow)
  if (signs.length === 0) return undefined
  return element(
    'section',
    { class: 'report-part report-earlier' },
    heading(say.earlierHeading(section)),
    earlierTable(signs.slice(0, options.rows.earlier), mostLetters.earlier, 2),
    more(signs.length, options.rows.earlier, options),
  )
}

export const earlierTable = (signs: readonly SignAnswered[], letters: number, days: number): Element =>
  element(
    'table',
    {},
    headRow(words.earlierHead),
    element(
      'tbody',
      {},
      signs.map(sign =>
        element(
          'tr',
          {},
          element('td', {}, clip(sign.statements.join(' + '), letters)),
          element(
            'td',
            {},
            `${sign.answer === 'yes' ? words.yes : words.notSure} ${say.days(sign, days)} (${say.tierName(sign.tier).toLowerCase()})`,
          ),
          cell(words.earlierHead[2], say.end(sign)),
        ),
      ),
    ),
  )

export const nowPart = (section: NowSection): Element =>
  part('now', heading(words.now), element('p', {}, say.now(section).join(' ')))

export function visitsPart({ visits }: VisitsSection, options: PartOptions): Element | undefined {
  if (visits.length === 0) return undefined
  return part(
    'visits',
    heading(words.visits),
    element(
      'ul',
      {},
      visits.slice(0, options.rows.visits).map(visit => element('li', {}, say.advised(visit, mostLetters.advised))),
    ),
    more(visits.length, options.rows.visits, options),
  )
}

/** `letters` and `days` limit the text of each row. */
export const signTable = (signs: readonly SignAnswered[], letters: number, days: number): Element =>
  element(
    'table',
    {},
    headRow(words.signHead),
    element(
      'tbody',
      {},
      signs.map(({ statements, answer, tier, days: said }) =>
        element(
          'tr',
          {},
          element('td', {}, clip(statements.join(' + '), letters)),
          element(
            'td',
            {},
            element('b', {}, answer === 'yes' ? words.yes : words.notSure),
            ` ${say.days({ days: said }, days)}`,
          ),
          cell(words.signHead[2], element('b', { class: `report-tier is-${tier}` }, say.tierName(tier))),
        ),
      ),
    ),
  )

export function episodesPart(section: EpisodesSection, medicines: readonly MedicineTold[]): Element {
  const begun = begunIn(section, medicines)
  return part(
    'episodes',
    heading(words.episodes(say.count(section))),
    element('p', {}, say.episodes(section).join(' ')),
    element(
      'figure',
      {},
      element(
        'div',
        { class: 'report-plot-frame', tabindex: 0, role: 'group', 'aria-label': words.episodes(say.count(section)) },
        episodesChart(section, say.count(section), begun),
      ),
      element(
        'figcaption',
        {},
        (['pain', 'spasm', 'cramp'] as const).map(kind => element('span', {}, keySign(kind), words.key[kind])),
        begun.map(({ letter, names }) => element('span', {}, words.begun(letter, names))),
      ),
    ),
  )
}

/** The days of the period on which medicines were started, at most three, each with its letter. */
function begunIn({ bins }: EpisodesSection, medicines: readonly MedicineTold[]) {
  const [first, last] = [bins[0], bins.at(-1)]
  const byDay = new Map<string, string[]>()
  for (const { name, since } of medicines) {
    if (since === undefined || !first || !last || since < first.from || since > last.to) continue
    byDay.set(since, [...(byDay.get(since) ?? []), clip(name, mostLetters.medicine)])
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([day, names], index) => ({ day, names: few(names, 2), letter: String.fromCharCode(97 + index) }))
}

export function triedPart({ remedies, courses }: TriedSection, options: PartOptions): Element {
  const told = courses.map(course => element('p', {}, `${sayCourse(course)}.`))
  if (remedies.length === 0) return part('tried', heading(courses.length === 0 ? words.triedNone : words.tried), told)
  return part(
    'tried',
    heading(words.tried),
    told,
    triedTable(remedies.slice(0, options.rows.tried)),
    more(remedies.length, options.rows.tried, options),
    note(words.noProof),
  )
}

export const triedTable = (remedies: readonly Tried[]): Element =>
  element(
    'table',
    {},
    headRow(words.triedHead),
    element(
      'tbody',
      {},
      remedies.map(({ name, times, rated, before, after, lower, higher, changes }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, clip(name, mostLetters.remedy)),
          cell(words.triedHead[1], String(times)),
          cell(
            words.triedHead[2],
            before === undefined || after === undefined ? words.unrated : `${one(before)} → ${one(after)}`,
          ),
          cell(words.triedHead[3], rated === 0 ? '' : words.of(lower, rated)),
          cell(
            words.triedHead[4],
            rated === 0 ? '' : spread(changes, words.spread(lower, rated - lower - higher, higher)),
          ),
        ),
      ),
    ),
  )

/** The number of results for each change of pain, as columns left and right of "same". */
function spread(changes: readonly number[], label: string): Element {
  const counts = new Map<number, number>()
  for (const change of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  const most = Math.max(1, ...counts.values())
  return element(
    'svg',
    { viewBox: '0 0 110 18', role: 'img', 'aria-label': label, class: 'report-spread' },
    element('path', { class: 'report-grid', d: 'M0 17H110' }),
    element('path', { class: 'report-same', d: 'M55 0V18' }),
    [...counts].map(([change, count]) => {
      const tall = Math.max(2, (count / most) * 15)
      return element('rect', {
        class: 'report-spasm',
        x: 53 + change * 5,
        y: 17 - Math.round(tall * 10) / 10,
        width: 4,
        height: Math.round(tall * 10) / 10,
      })
    }),
  )
}

export function trialsPart({ finished, underWay, unreadable }: TrialsSection, options: PartOptions): Element {
  const running = underWay
    .slice(0, 1)
    .map(({ question, place, length }) => note(words.underWay(clip(question, 60), place, length)))
  const broken = unreadable === 0 ? undefined : note(words.unreadable(unreadable))
  if (finished.length === 0)
    return part('trials', heading(underWay.length > 0 ? words.trials : words.trialsNone), running, broken)
  const run = (name: string, text: string) => [element('b', {}, name), ` ${text} `]
  return part(
    'trials',
    heading(words.trials),
    finished
      .slice(0, options.rows.trials)
      .flatMap(trial => [
        element('h3', {}, clip(trial.question, mostLetters.trial)),
        element(
          'p',
          {},
          run(words.result, clip(say.result(trial), mostLetters.result)),
          run(words.design, say.design(trial)),
          run(words.trust, say.trust(trial)),
        ),
      ]),
    more(finished.length, options.rows.trials, options),
    running,
    broken,
  )
}

export function medicinesPart(
  { medicines, isPastReview }: MedicinesSection,
  food: FoodSection | undefined,
  options: PartOptions,
): Element {
  const supplements = food && say.supplements(food)
  const listed = medicines.filter(({ status }) => status === 'listed')
  const names = (status: MedicineTold['status']) =>
    medicines.filter(each => each.status === status).map(({ name }) => clip(name, mostLetters.medicine))
  const [others, unclear] = [names('not-listed'), names('unclear')]
  return part(
    'medicines',
    heading(say.medicinesHeading(medicines)),
    listed.length === 0
      ? undefined
      : element(
          'ul',
          {},
          listed
            .slice(0, options.rows.medicines)
            .map(each =>
              element(
                'li',
                {},
                element('b', {}, say.medicine(each)),
                each.effect ? `. ${say.effect(each.effect)} ` : '. ',
                say.timeline(each),
              ),
            ),
        ),
    more(listed.length, options.rows.medicines, options),
    others.length === 0 ? undefined : element('p', {}, words.notListed(few(others, 3))),
    unclear.length === 0 ? undefined : element('p', {}, words.unclear(few(unclear, 3))),
    supplements === undefined ? undefined : element('p', {}, supplements),
    listed.length === 0 ? undefined : note(isPastReview ? `${words.listing} ${words.past}` : words.listing),
  )
}

/** Empty if too few days have entries: a few meals say nothing about what a person eats. */
export function foodPart(section: FoodSection): Element | undefined {
  const lines = say.foodLines(section)
  return lines.length === 0 ? undefined : part('food', heading(words.food), element('p', {}, lines.join(' ')))
}

export function questionsPart({ questions }: QuestionsSection, options: PartOptions): Element | undefined {
  if (questions.length === 0) return undefined
  return part(
    'questions',
    heading(words.questions),
    element(
      'ol',
      {},
      questions.slice(0, options.rows.questions).map(({ text }) => element('li', {}, clip(text, mostLetters.question))),
    ),
    more(questions.length, options.rows.questions, options),
  )
}
