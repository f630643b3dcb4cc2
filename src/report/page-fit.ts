/**
 * How many rows of each section are on the first page. Lines are estimated from the length of the texts, for Letter,
 * which is the shorter paper, and for a wide font; test/e2e/report.spec.ts measures the resulting page.
 */

import { clip, few, mostLetters } from './clip.ts'
import { sayCourse } from './course.ts'
import { type Report, sectionOf } from './report.ts'
import * as say from './say.ts'

export interface Rows {
  readonly signs: number
  /** Warning signs of earlier checks. */
  readonly earlier: number
  readonly tried: number
  readonly trials: number
  readonly medicines: number
  readonly questions: number
  /** Visits with what was advised. */
  readonly visits: number
}

export const mostRows: Rows = { signs: 6, earlier: 4, tried: 6, trials: 2, medicines: 6, questions: 6, visits: 2 }
export const leastRows: Rows = { signs: 3, earlier: 1, tried: 2, trials: 1, medicines: 2, questions: 3, visits: 1 }

/** Lines on a page of Letter, as estimated; a full page comes out some lines shorter. */
const linesOfPage = 68
/** Lines that fit when letters are a tenth larger, since larger letters wrap the same words into more lines. */
const linesWhenLarger = 54
/** Letters on a line of the full width and of one of two columns. */
const [wide, narrow] = [100, 48]
/** The order in which rows are removed until the page fits; the section most important to a clinician comes last. */
const turn = ['tried', 'medicines', 'earlier', 'visits', 'questions', 'trials', 'signs'] as const

/** The rows of a report that fit on one page. */
export function rowsThatFit(report: Report): Rows {
  let rows = mostRows
  for (let step = 0; lines(report, rows) > linesOfPage; step++) {
    const kind = turn[step % turn.length] ?? 'tried'
    if (rows[kind] > leastRows[kind]) rows = { ...rows, [kind]: rows[kind] - 1 }
    else if (turn.every(each => rows[each] === leastRows[each])) return rows
  }
  return rows
}

/** Larger letters if there is room, smaller ones if even the minimum of rows is too long. */
export function sizeThatFits(report: Report, rows: Rows): 'large' | 'middle' | 'small' {
  const estimate = lines(report, rows)
  return estimate <= linesWhenLarger ? 'large' : estimate <= linesOfPage ? 'middle' : 'small'
}

const over = (text: string, letters: number): number => Math.ceil(text.length / letters)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** An estimate of the lines of the first page. */
function lines(report: Report, rows: Rows): number {
  const flow = trialLines(report, rows) + medicineLines(report, rows) + foodLines(report)
  return (
    headLines(report) +
    signLines(report, rows) +
    earlierLines(report, rows) +
    nowLines(report) +
    visitLines(report, rows) +
    episodeLines(report) +
    triedLines(report, rows) +
    (flow > 0 ? flow / 2 + 0.8 : 0) +
    questionLines(report, rows) +
    2.2
  )
}

const headLines = (report: Report): number =>
  2.9 +
  1.7 * over(`${say.who(report.who)}: ${report.sections.length > 0 ? '150 spasms and 150 cramps' : ''}`, 55) +
  over(`${say.whole(report)} ${say.background(report.who).join(' ')}`, wide)

function signLines(report: Report, { signs: most }: Rows): number {
  const section = sectionOf(report, 'warning-signs')
  if (!section) return 0
  const signs = section.signs.filter(({ isNow }) => isNow)
  const rows = signs.slice(0, most).map(sign => {
    const statement = over(clip(sign.statements.join(' + '), mostLetters.statement), 43)
    return Math.max(statement, over(say.days(sign), 26)) + 0.3
  })
  return (
    4 +
    (signs.length > 0 ? 1.3 : 0) +
    sum(rows) +
    (signs.length > most ? 1 : 0) +
    over(`${say.checks(section).join(' ')} A sign that was not asked is not known.`, wide)
  )
}

function earlierLines(report: Report, { earlier: most }: Rows): number {
  const signs = sectionOf(report, 'warning-signs')?.signs.filter(({ isNow }) => !isNow) ?? []
  if (signs.length === 0) return 0
  const rows = signs.slice(0, most).map(sign => {
    const statement = over(clip(sign.statements.join(' + '), mostLetters.earlier), 43)
    return Math.max(statement, over(`Not sure ${say.days(sign, 2)} (within 2 weeks)`, 26)) + 0.3
  })
  return 4 + sum(rows) + (signs.length > most ? 1 : 0)
}

function nowLines(report: Report): number {
  const section = sectionOf(report, 'now')
  return section ? 2.2 + over(say.now(section).join(' '), wide) : 0
}

function visitLines(report: Report, { visits: most }: Rows): number {
  const visits = sectionOf(report, 'visits')?.visits ?? []
  if (visits.length === 0) return 0
  const rows = visits.slice(0, most).map(visit => over(say.advised(visit, mostLetters.advised), 90) + 0.2)
  return 2.3 + sum(rows) + (visits.length > most ? 1 : 0)
}

function episodeLines(report: Report): number {
  const section = sectionOf(report, 'episodes')
  return section ? 10.9 + over(`${say.count(section)} ${say.episodes(section).join(' ')}`, wide) : 0
}

function triedLines(report: Report, { tried: most }: Rows): number {
  const section = sectionOf(report, 'tried')
  if (!section) return 0
  const { remedies, courses } = section
  const rows = remedies.slice(0, most).map(({ name }) => Math.max(1, over(clip(name, mostLetters.remedy), 44)) + 0.3)
  const told = sum(courses.map(course => over(sayCourse(course), wide)))
  return 2 + told + (remedies.length > 0 ? 2.5 : 0) + sum(rows) + (remedies.length > most ? 1 : 0)
}

function trialLines(report: Report, { trials: most }: Rows): number {
  const section = sectionOf(report, 'trials')
  if (!section) return 0
  const rows = section.finished.slice(0, most).map(trial => {
    const text = `Result. ${clip(say.result(trial), mostLetters.result)} Design. ${say.design(trial)} Limits. ${say.trust(trial)}`
    return over(clip(trial.question, mostLetters.trial), narrow) + over(text, narrow) + 0.4
  })
  return (
    2.3 +
    sum(rows) +
    (section.finished.length > most ? 1 : 0) +
    (section.underWay.length > 0 ? 3 : 0) +
    (section.unreadable > 0 ? 1 : 0)
  )
}

function medicineLines(report: Report, { medicines: most }: Rows): number {
  const section = sectionOf(report, 'medicines')
  if (!section) return 0
  const listed = section.medicines.filter(({ status }) => status === 'listed')
  const rows = listed.slice(0, most).map(each => {
    const text = `${say.medicine(each)}. ${each.effect ? say.effect(each.effect) : ''} ${say.timeline(each) ?? ''}`
    return over(text, narrow - 2) + 0.3
  })
  const others = (['not-listed', 'unclear'] as const).map(status => {
    const names = section.medicines.filter(each => each.status === status).map(({ name }) => clip(name, 28))
    return names.length === 0 ? 0 : over(`Name not recognised: ${few(names, 3)}.`, narrow) + 0.3
  })
  const food = sectionOf(report, 'food')
  const supplements = (food && say.supplements(food)) ?? ''
  return (
    2 +
    sum(rows) +
    sum(others) +
    over(supplements, narrow) +
    (listed.length > most ? 1 : 0) +
    (listed.length > 0 ? 2.3 : 0)
  )
}

function foodLines(report: Report): number {
  const section = sectionOf(report, 'food')
  const lines = section ? say.foodLines(section) : []
  return lines.length === 0 ? 0 : 2.3 + over(lines.join(' '), narrow)
}

function questionLines(report: Report, { questions: most }: Rows): number {
  const questions = sectionOf(report, 'questions')?.questions ?? []
  if (questions.length === 0) return 0
  const rows = questions.slice(0, most).map(({ text }) => over(clip(text, mostLetters.question), 80) + 0.2)
  return 2.5 + sum(rows) + (questions.length > most ? 1 : 0)
}
