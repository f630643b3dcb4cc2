/**
 * What a clinician should review next: the complete list in short, and a printable page for each specialty with all
 * that is needed to judge an entry on its line.
 */
import { casesText, type ReviewSheet, reviewSheets } from '../../src/evidence/review-sheet.ts'
import { type Specialty, specialties } from '../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { reviewEntriesOf, reviewTextsOf } from '../knowledge/review.ts'
import { entryLink, page, table, verdictText } from './page.ts'

const order =
  'The most harmful stand first. Of the same harm, what decides between an emergency and less comes first, then what rests on memory, then what most people meet.'

export function reviewPages(knowledge: Knowledge): readonly (readonly [path: string, text: string])[] {
  const sources = Object.fromEntries(knowledge.sources.map(({ id, value }) => [id, value]))
  // A page must not change with the date; `unknot review` marks what is past its date.
  const list = reviewSheets(reviewEntriesOf(knowledge), reviewTextsOf(knowledge), sources, '0000-00-00')
  return [
    ['review.md', shortPage(knowledge, list)],
    ...specialties.map(specialty => [pathOf(specialty), specialtyPage(knowledge, list, specialty)] as const),
  ]
}

const pathOf = (specialty: Specialty): string => `review-${specialty}.md`
const of = (list: readonly ReviewSheet[], specialty: Specialty) =>
  list.filter(entry => entry.specialties.includes(specialty))

function shortPage(knowledge: Knowledge, list: readonly ReviewSheet[]): string {
  const links = specialties.map(specialty => `[${specialty}](${pathOf(specialty)}) (${of(list, specialty).length})`)
  return page(
    knowledge,
    'What to review next',
    `${countsOf(list)} ${order} \`unknot review\` prints this list with what is past its date.`,
    `Each entry in full, with its rule, its action, its sources and its cases, by specialty: ${links.join(', ')}.`,
    table(
      ['harm if wrong', 'tier', 'entry', 'what it says', 'from memory', 'met by', 'review by', 'verdict'],
      list.map(sheet => [
        ...[sheet.harm, sheet.tier ?? '', entryLink(sheet), sheet.title, sheet.fromMemory ? 'yes' : ''],
        ...[metText(sheet), sheet.nextReview, verdictText(sheet)],
      ]),
    ),
  )
}

function specialtyPage(knowledge: Knowledge, list: readonly ReviewSheet[], specialty: Specialty): string {
  const own = of(list, specialty)
  return page(
    knowledge,
    `What to review next: ${specialty}`,
    `${countsOf(own)} ${order}`,
    `An entry on each line. \`unknot review --for ${specialty}\` prints the same.`,
    table(
      ['harm, tier', 'entry', 'what it says', 'rule', 'action', 'cases', 'sources', 'met by', 'marks'],
      own.map(sheet => [
        [sheet.harm, sheet.tier ?? ''].filter(text => text !== '').join(', '),
        ...[entryLink(sheet), sheet.title, sheet.rule, sheet.action, casesText(sheet.cases)],
        sheet.cited.map(({ id, verified }) => `[${id}](sources.md#${id}) (${verified})`).join(', '),
        ...[metText(sheet), marksOf(sheet)],
      ]),
    ),
  )
}

function countsOf(list: readonly ReviewSheet[]): string {
  const fromMemory = list.filter(entry => entry.fromMemory)
  return `${list.length} entries wait for a clinician; ${fromMemory.length} rest on memory alone.`
}

const metText = ({ met }: ReviewSheet): string => (met === null ? 'not known' : String(met))

const marksOf = (sheet: ReviewSheet): string =>
  [
    sheet.decidesEmergency ? 'emergency or not' : '',
    sheet.fromMemory ? 'from memory' : '',
    `review by ${sheet.nextReview}`,
    verdictText(sheet),
  ]
    .filter(text => text !== '')
    .join('; ')
