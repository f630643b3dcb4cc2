/** Conditions, cautions and cases in the wording of the check. */
import type { Caution, Exercise, Method } from '../../../src/knowledge/remedy-schema.ts'
import type { Exception, RedFlag } from '../../../src/knowledge/schema.ts'
import type { Contact } from '../../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../read.ts'

export type Statements = ReadonlyMap<string, string>

/** The statement of every finding, fact and question, and the complaint as a sign, by id. */
export const statementsOf = ({ findings, facts, causes }: Knowledge): Statements =>
  new Map([
    ...[...findings, ...facts, ...causes.questions].map(({ id, value }) => [id, value.statement] as const),
    ['complaint-back', 'a back spasm'],
    ['complaint-cramp', 'a cramp'],
  ])

export const statementText = (id: string, statements: Statements): string => `“${statements.get(id) ?? id}”`

/** Where a finding requires another tier, and why. */
export const exceptionText = ({ complaint, regions, tier, because }: Exception): string =>
  `${[complaint, regions?.join(', ')].filter(Boolean).join(' at ')}: ${tier ?? 'nothing alone'}. ${because}`

/** The first line of the advice, if the contact is not the usual doctor. */
export const contactText = (contact: Contact | undefined, { contacts }: Knowledge): string | undefined =>
  contact && contacts?.value.contacts[contact]

/** The effect of a caution, and from which week of pregnancy. */
export const cautionText = ({ action, pregnancyWeeks }: Caution): string =>
  pregnancyWeeks ? `${action} from week ${pregnancyWeeks.gte} of pregnancy` : action

/** The exclusions, with their effects. */
export const notForText = (notFor: readonly Caution[], statements: Statements): string =>
  notFor.map(caution => `${statementText(caution.fact, statements)} (${cautionText(caution)})`).join(' ')

type CaseOfRule = Pick<RedFlag['cases'][number], 'present' | 'age' | 'sex' | 'hours' | 'pregnancyWeeks'>

/** The known facts of a case. */
export function knownText({ present, age, sex, hours, pregnancyWeeks }: CaseOfRule, statements: Statements): string {
  const known = [
    ...present.map(id => statementText(id, statements)),
    ...(age === undefined ? [] : [`age ${age}`]),
    ...(sex === undefined ? [] : [`sex ${sex}`]),
    ...(hours === undefined ? [] : [`${hours} hours since it began`]),
    ...(pregnancyWeeks === undefined ? [] : [`week ${pregnancyWeeks} of pregnancy`]),
  ]
  return known.length > 0 ? known.join(' + ') : 'nothing ticked'
}

/** The limits of a method: how long, how warm, how often. */
export function boundsText({ regions, minutes, temperatureC, perDay, gapMinutes }: Method): string {
  const span = (range: readonly number[], unit: string) => `${[...new Set(range)].join(' to ')}${unit}`
  return [
    ...(regions ? [regions.join(', ')] : []),
    ...(minutes ? [span(minutes, ' minutes')] : []),
    ...(temperatureC ? [span(temperatureC, ' °C')] : []),
    ...(perDay ? [span(perDay, ' times a day')] : []),
    ...(gapMinutes ? [`at least ${gapMinutes} minutes between`] : []),
  ].join(', ')
}

/** The dose of an exercise. */
export function doseText({ holdSeconds, repeats, sides, sets, perDay, daysPerWeek }: Exercise['dose']): string {
  const times = `${repeats} times${sides === 2 ? ' each side' : ''}`
  return `hold ${holdSeconds} s, ${times}, ${sets} sets, ${perDay} a day, ${daysPerWeek} days a week`
}
