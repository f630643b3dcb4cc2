/** The report as plain text: for a message, a terminal, or a reader who wants no page; and in a few lines for a QR code. */
import { sayDay } from './days.ts'
import { type Report, type Section, sectionOf } from './report.ts'
import {
  clip,
  episodeName,
  few,
  medicinesHeading,
  one,
  sayBackground,
  sayChecks,
  sayCount,
  sayDays,
  sayDesign,
  sayEffect,
  sayEpisodes,
  sayFoodLines,
  sayHours,
  sayMedicine,
  sayPeriod,
  sayResult,
  sayTimeline,
  sayTrust,
  sayWho,
  sayWhole,
  sectionName,
  signsHeading,
  tierName,
} from './say.ts'

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

/** With `isDetailed` every episode and the whole report of each trial follow. */
export function reportText(report: Report, { isDetailed }: { readonly isDetailed: boolean }): string {
  const blocks = [
    [words.made(sayDay(report.made)), sayWho(report.who), `${sayWhole(report)} ${sayBackground(report.who).join(' ')}`],
    ...report.sections.map(section => linesOf(section)),
    ...(isDetailed ? report.sections.flatMap(detailsOf) : []),
    [words.from, ...(report.leftOut.length === 0 ? [] : [words.leftOut(report.leftOut.map(sectionName).join(', '))])],
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

function linesOf(section: Section): readonly string[] {
  switch (section.kind) {
    case 'warning-signs':
      return [
        signsHeading(section),
        ...section.signs.map(sign => {
          const { statements, answer, tier } = sign
          return `- ${tierName(tier)}: ${statements.join(' + ')} ${answer === 'yes' ? words.yes : words.notSure}, ${sayDays(sign, 5)}`
        }),
        ...sayChecks(section),
      ]
    case 'episodes':
      return [words.episodes(sayCount(section)), ...sayEpisodes(section)]
    case 'tried':
      return [
        words.tried,
        ...orNone(
          section.remedies.map(({ name, times, before, after, lower, rated }) => {
            const how =
              before === undefined || after === undefined ? '' : words.triedHow(one(before), one(after), lower, rated)
            return `- ${words.triedOne(name, times, how)}`
          }),
        ),
      ]
    case 'trials':
      return [
        words.trials,
        ...orNone([
          ...section.finished.map(
            trial => `- ${trial.question} ${sayResult(trial)} ${sayDesign(trial)} ${sayTrust(trial)}`,
          ),
          ...section.underWay.map(({ question }) => `- ${words.underWay(question)}`),
          ...(section.unreadable === 0 ? [] : [words.unreadable(section.unreadable)]),
        ]),
      ]
    case 'medicines':
      return [
        medicinesHeading(section.medicines),
        ...section.medicines.map(each =>
          [`- ${sayMedicine(each)}.`, each.effect && sayEffect(each.effect), sayTimeline(each)]
            .filter(Boolean)
            .join(' '),
        ),
        ...(section.isPastReview ? [words.past] : []),
      ]
    case 'food':
      return [words.food, ...orNone(sayFoodLines(section))]
    case 'questions':
      return [words.questions, ...orNone(section.questions.map(({ text }, index) => `${index + 1}. ${text}`))]
  }
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
          episodeName(complaint, region, side),
          ...(worst === undefined ? [] : [`${worst}/10`]),
          ...(hours === undefined ? [] : [sayHours(hours)]),
          ...(setOffBy === undefined ? [] : [setOffBy]),
          ...notes,
        ].join(', '),
      ),
    ],
  ]
}

/** At most so many bytes, so that a phone reads the code from a screen at arm's length. */
export const mostSummaryBytes = 420

/** The report in a few sentences, the gravest first; what does not fit is left out from the end, with a sign of it. */
export function reportSummary(report: Report): string {
  const signs = sectionOf(report, 'warning-signs')
  const episodes = sectionOf(report, 'episodes')
  const listed = sectionOf(report, 'medicines')?.medicines.filter(({ status }) => status === 'listed') ?? []
  const questions = sectionOf(report, 'questions')?.questions ?? []
  const sentences = [
    `Unknot, ${sayPeriod(report)}.`,
    `${sayWho(report.who)}.`,
    ...(signs
      ? [
          `${signsHeading(signs)}.`,
          ...signs.signs
            .slice(0, 2)
            .map(
              ({ tier, statements, days }) =>
                `${tierName(tier)}, ${sayDay(days[0] ?? report.made)}: ${clip(statements.join(' + '), 56)}`,
            ),
        ]
      : []),
    ...(episodes ? [`${sayCount(episodes)}. ${sayEpisodes(episodes)[0] ?? ''}`] : []),
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
    ...(questions.length === 0 ? [] : [words.ask(questions.map(({ text }) => clip(text, 80)).join(' '))]),
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
