/**
 * What a person may ask at a visit, and what to say in twenty seconds, from a report. At 150 words a minute, the usual speed
 * of speech, twenty seconds are 50 words.
 */
import { sayDay } from './days.ts'
import { type Report, sectionOf } from './report.ts'
import * as say from './say.ts'

const words = {
  medicine: (names: string) => `Could ${names} be part of this?`,
  sign: (statement: string) => `I ticked “${statement}” What should be looked at?`,
  unsure: (statement: string) => `I was not sure about “${statement}” Can you check it?`,
  trial: (better: string) => `In my own trial ${better} did better. May I go on with it?`,
  noHelp: (remedy: string) => `${remedy} did not help me. What else could I try?`,
  cramps: 'What may cause my cramps? Do I need a blood test?',
  back: 'When should it be better?',
  return: 'Which signs should bring me back at once?',
  begun: (what: string, day: string) => `I have had a ${what} since ${day}.`,
  over: (what: string, day: string) => `My last ${what} was on ${day}.`,
  pain: (value: number) => `The pain is ${value} of 10.`,
  painWas: (value: number) => `The pain was ${value} of 10.`,
  nothing: 'I have no spasm or cramp in my diary.',
  asking: (question: string) => `I want to ask: ${question}`,
  ticked: (statement: string) => `I ticked a warning sign: ${statement}`,
  notSure: (statement: string) => `I am not sure about a warning sign: ${statement}`,
  noSign: 'I ticked no warning sign.',
  lately: (now: number, before: number) => `It came ${now} times in four weeks, ${before} in the four before.`,
  listed: (names: string) => `I take ${names}, listed with cramps.`,
}

/** Twenty seconds of speech. */
export const mostSpokenWords = 50

/**
 * Questions that fit the diary, the most useful first, without those that the person has already.
 * `ofProfession` are what is usually asked of the person visited.
 */
export function suggestedQuestions(report: Report, ofProfession: readonly string[] = []): readonly string[] {
  const signs = (sectionOf(report, 'warning-signs')?.signs ?? []).filter(
    ({ isNow, tier }) => isNow && tier !== 'self-care',
  )
  const listed = (sectionOf(report, 'medicines')?.medicines ?? []).filter(
    ({ status, isCurrent }) => status === 'listed' && isCurrent,
  )
  const trials = sectionOf(report, 'trials')?.finished ?? []
  const tried = sectionOf(report, 'tried')?.remedies ?? []
  const newest = sectionOf(report, 'now')?.newest
  const own = new Set(sectionOf(report, 'questions')?.questions.map(({ text }) => text))
  const all = [
    ...signs.slice(0, 2).map(({ statements, answer }) => {
      const statement = cut(statements[0] ?? '', 20)
      return answer === 'yes' ? words.sign(statement) : words.unsure(statement)
    }),
    ...(listed.length === 0 ? [] : [words.medicine(namesOf(listed.map(({ name }) => name)))]),
    ...trials.slice(0, 1).flatMap(({ contrasts: [clearest] }) => {
      if (clearest?.verdict !== 'better-noticeably' && clearest?.verdict !== 'worse-noticeably') return []
      return [words.trial(cut(clearest.verdict === 'better-noticeably' ? clearest.to : clearest.from, 4))]
    }),
    ...tried
      .filter(({ rated, lower }) => rated >= 3 && lower * 2 < rated)
      .slice(0, 1)
      .map(({ name }) => words.noHelp(cut(name, 6))),
    ...(newest === undefined ? [] : [newest.complaint === 'back' ? words.back : words.cramps]),
    ...ofProfession,
    words.return,
  ]
  return [...new Set(all)].filter(question => !own.has(question)).slice(0, 8)
}

/** What to say in twenty seconds: how it is, the first question, signs, how often, medicines; never more than 50 words. */
export function twentySeconds(report: Report): string {
  const now = sectionOf(report, 'now')
  const signs = sectionOf(report, 'warning-signs')
  const [sign] = signs?.signs.filter(({ isNow }) => isNow) ?? []
  const [question] = sectionOf(report, 'questions')?.questions ?? []
  const listed = (sectionOf(report, 'medicines')?.medicines ?? []).filter(
    ({ status, isCurrent }) => status === 'listed' && isCurrent,
  )
  const sentences = [
    ...howItIs(report),
    ...(question === undefined ? [] : [words.asking(cut(question.text, 14))]),
    ...(sign === undefined
      ? (signs?.checked ?? 0) > 0
        ? [words.noSign]
        : []
      : [(sign.answer === 'yes' ? words.ticked : words.notSure)(cut(sign.statements[0] ?? '', 10))]),
    ...(listed.length === 0 ? [] : [words.listed(namesOf(listed.map(({ name }) => name)))]),
    ...(now?.lately ? [words.lately(now.lately.now, now.lately.before)] : []),
  ]
  const said: string[] = []
  for (const sentence of sentences) if (countOf([...said, sentence].join(' ')) <= mostSpokenWords) said.push(sentence)
  return said.join(' ')
}

function howItIs(report: Report): readonly string[] {
  const newest = sectionOf(report, 'now')?.newest
  if (newest === undefined) return [words.nothing]
  const { complaint, region, side, since, over, pain } = newest
  const named = say.episodeName(complaint, region, side === 'middle' ? undefined : side)
  const what = named.charAt(0).toLowerCase() + named.slice(1)
  return [
    over === undefined ? words.begun(what, sayDay(since)) : words.over(what, sayDay(over)),
    ...(pain ? [(over === undefined ? words.pain : words.painWas)(pain.value)] : []),
  ]
}

const namesOf = (names: readonly string[]): string =>
  names
    .slice(0, 2)
    .map(name => cut(name, 3))
    .join(' and ')

export const countOf = (text: string): number => text.split(/\s+/).filter(word => word !== '').length

/** The first words of a text. */
function cut(text: string, most: number): string {
  const all = text.split(/\s+/).filter(word => word !== '')
  return all.length <= most ? all.join(' ') : `${all.slice(0, most).join(' ')} …`
}
