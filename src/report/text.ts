/** The report as plain text, for a message or a terminal, and a short version for a QR code. */

import { clip, few, one } from './clip.ts'
import { sayCourse } from './course.ts'
import { sayDay } from './days.ts'
import { type Report, type Section, sectionOf } from './report.ts'
import * as say from './say.ts'
import type { SignAnswered, WarningSignsSection } from './warning-signs.ts'

const words = {
  made: (day: string) => `Unknot report, made ${day}`,
  yes: 'yes',
  notSure: 'not sure',
  episodes: (count: string) => `Episodes: ${count}`,
  tried: 'What was tried (single results, no proof)',
  triedOne: (name: string, times: number, how: string) => `${name}, ${times} times${how}`,
  triedHow: (before: string, after: string, lower: number, of: number) =>
    `: median pain ${before} before, ${after} after; lower after ${lower} of ${of}`,
  trials: 'Trials on oneself (n-of-1)',
  underWay: (question: string) => `${question} Under way, hidden until its end.`,
  unreadable: (count: number) => `Trials that cannot be read: ${count}.`,
  food: 'Food',
  now: 'How it is now',
  visits: 'What was advised before',
  earlier: 'Earlier, ',
  sparse: (days: number) => `Told on ${days === 1 ? '1 day' : `${days} days`}: too few to say anything.`,
  past: 'The listing of medicines is past its review date.',
  questions: 'What I want to ask',
  none: 'None told.',
  leftOut: (list: string) => `Left out by the person: ${list}.`,
  from: 'From the person’s own diary. Unknot is not a medical device. No clinician has reviewed its content yet.',
  short: 'No clinician reviewed this.',
  listed: (names: string) => `Medicines listed with cramps: ${names}.`,
  ask: (list: string) => `To ask: ${list}`,
  every: 'Every episode',
}

/** With `isDetailed`, every episode and the full report of each trial follow. */
export function reportText(report: Report, { isDetailed }: { readonly isDetailed: boolean }): string {
  const blocks = [
    [
      words.made(sayDay(report.made)),
      say.who(report.who),
      `${say.whole(report)} ${say.background(report.who).join(' ')}`,
    ],
    ...report.sections.map(section => linesOf(section)).filter(lines => lines.length > 0),
    ...(isDetailed ? report.sections.flatMap(detailsOf) : []),
    [
      words.from,
      ...(report.leftOut.length === 0 ? [] : [words.leftOut(report.leftOut.map(say.sectionName).join(', '))]),
    ],
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function linesOf(section: Section): readonly string[] {
  switch (section.kind) {
    case 'warning-signs':
      return [
        say.signsHeading(section),
        ...section.signs.filter(({ isNow }) => isNow).map(sign => signLine(sign)),
        ...say.checks(section),
        ...earlierLines(section),
      ]
    case 'episodes':
      return [words.episodes(say.count(section)), ...say.episodes(section)]
    case 'tried':
      return [
        words.tried,
        ...orNone([
          ...section.courses.map(course => `- ${sayCourse(course)}`),
          ...section.remedies.map(({ name, times, before, after, lower, rated }) => {
            const how =
              before === undefined || after === undefined ? '' : words.triedHow(one(before), one(after), lower, rated)
            return `- ${words.triedOne(name, times, how)}`
          }),
        ]),
      ]
    case 'trials':
      return [
        words.trials,
        ...orNone([
          ...section.finished.map(
            trial => `- ${trial.question} ${say.result(trial)} ${say.design(trial)} ${say.trust(trial)}`,
          ),
          ...section.underWay.map(({ question }) => `- ${words.underWay(question)}`),
          ...(section.unreadable === 0 ? [] : [words.unreadable(section.unreadable)]),
        ]),
      ]
    case 'medicines':
      return [
        say.medicinesHeading(section.medicines),
        ...section.medicines.map(each =>
          [`- ${say.medicine(each)}.`, each.effect && say.effect(each.effect), say.timeline(each)]
            .filter(Boolean)
            .join(' '),
        ),
        ...(section.isPastReview ? [words.past] : []),
      ]
    case 'food': {
      const lines = say.foodLines(section)
      const supplements = say.supplements(section)
      const rest = [
        ...lines,
        ...(supplements === undefined ? [] : [supplements]),
        ...(lines.length === 0 && section.toldDays > 0 ? [words.sparse(section.toldDays)] : []),
      ]
      return rest.length === 0 ? [] : [words.food, ...rest]
    }
    case 'now':
      return [words.now, ...say.now(section)]
    case 'visits':
      return section.visits.length === 0
        ? []
        : [words.visits, ...section.visits.map(visit => `- ${say.advised(visit, 1000)}`)]
    case 'questions':
      return [words.questions, ...orNone(section.questions.map(({ text }, index) => `${index + 1}. ${text}`))]
  }
}

const signLine = (sign: SignAnswered): string =>
  `- ${say.tierName(sign.tier)}: ${sign.statements.join(' + ')} ${sign.answer === 'yes' ? words.yes : words.notSure}, ${say.days(sign, 5)}`

function earlierLines(section: WarningSignsSection): readonly string[] {
  const earlier = section.signs.filter(({ isNow }) => !isNow)
  if (earlier.length === 0) return []
  return [say.earlierHeading(section), ...earlier.map(sign => `${signLine(sign)}; ${say.end(sign)}`)]
}

const orNone = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [words.none] : lines)

function detailsOf(section: Section): readonly (readonly string[])[] {
  if (section.kind === 'trials')
    return section.finished.map(({ cent }) =>
      cent.flatMap(({ heading, lines }) => [heading, ...lines.map(line => `  ${line}`)]),
    )
  if (section.kind !== 'episodes' || section.rows.length === 0) return []
  return [
    [
      words.every,
      ...section.rows.map(({ day, complaint, region, side, worst, hours, setOffBy, notes }) =>
        [
          `- ${sayDay(day)}`,
          say.episodeName(complaint, region, side),
          ...(worst === undefined ? [] : [`${worst}/10`]),
          ...(hours === undefined ? [] : [say.hours(hours)]),
          ...(setOffBy === undefined ? [] : [setOffBy]),
          ...notes,
        ].join(', '),
      ),
    ],
  ]
}

/** The limit in bytes that lets a phone read the code from a screen at arm's length. */
export const mostSummaryBytes = 420

/** The report in a few sentences: the signs, those of the last check first, then how it is now and the questions. What does not fit is cut from the end, and the text shows it. */
export function reportSummary(report: Report): string {
  const signs = sectionOf(report, 'warning-signs')
  const episodes = sectionOf(report, 'episodes')
  const listed = sectionOf(report, 'medicines')?.medicines.filter(({ status }) => status === 'listed') ?? []
  const questions = sectionOf(report, 'questions')?.questions ?? []
  const now = sectionOf(report, 'now')
  const sentences = [
    `Unknot, ${say.period(report)}.`,
    `${say.who(report.who)}.`,
    ...(signs
      ? [
          `${say.signsHeading(signs)}.`,
          ...signs.signs
            .slice(0, 2)
            .map(
              ({ tier, statements, days, isNow }) =>
                `${isNow ? '' : words.earlier}${say.tierName(tier)}, ${sayDay(days[0] ?? report.made)}: ${clip(statements.join(' + '), 56)}`,
            ),
        ]
      : []),
    ...(questions.length === 0
      ? []
      : [
          words.ask(
            questions
              .map(({ text }) => clip(text, 60))
              .slice(0, 2)
              .join(' '),
          ),
        ]),
    ...(now?.newest ? [say.now(now).slice(0, 2).join(' ')] : []),
    ...(episodes ? [`${say.count(episodes)}. ${say.episodes(episodes)[0] ?? ''}`] : []),
    ...(listed.length === 0
      ? []
      : [
          words.listed(
            few(
              listed.map(({ name }) => clip(name, 24)),
              3,
            ),
          ),
        ]),
  ]
  const whole = (kept: readonly string[], isCut: boolean) => [...kept, ...(isCut ? ['…'] : []), words.short].join(' ')
  let kept = sentences
  while (kept.length > 1 && bytesOf(whole(kept, kept.length < sentences.length)) > mostSummaryBytes)
    kept = kept.slice(0, -1)
  return whole(kept, kept.length < sentences.length)
}

/** In UTF-8. */
const bytesOf = (text: string): number =>
  [...text].reduce((sum, letter) => {
    const point = letter.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)
