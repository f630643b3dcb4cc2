/** The wording of the report: the same on the page, in the text and in the summary. */
import type { Complaint, Region, Sex, Side, Tier } from '../knowledge/vocabulary.ts'
import { leastDays } from '../nutrition/whole-days.ts'
import { clip, few, one } from './clip.ts'
import { sayDay } from './days.ts'
import type { EpisodesSection } from './episodes.ts'
import type { FoodSection } from './food.ts'
import type { FoodFacts } from './food-facts.ts'
import type { Effect, MedicineTold } from './medicines.ts'
import type { Report } from './report.ts'
import type { SectionKind } from './section-input.ts'
import type { ContrastTold, TrialTold } from './trials.ts'
import type { SignAnswered, WarningSignsSection } from './warning-signs.ts'
import type { Who } from './who.ts'

const words = {
  sexes: { female: 'female', male: 'male', undisclosed: 'sex not told' },
  born: (year: number) => `born ${year}`,
  aged: (age: number) => `aged ${age}`,
  someone: 'Age and sex not told',
  period: (from: string, to: string) => `${from} to ${to}`,
  begins: (day: string) => `The diary begins ${day}.`,
  pregnant: (weeks: string) => `Pregnant${weeks}.`,
  weeks: (weeks: number) => `, ${weeks} weeks`,
  conditions: (list: string) => `Conditions: ${list}.`,
  allergies: (list: string) => `Allergies: ${list}.`,
  none: 'none',
  notTold: 'not told',
  tiers: {
    emergency: 'Emergency',
    'same-day': 'Same day',
    soon: 'Within 2 weeks',
    routine: 'Routine',
    'self-care': 'Self-care',
  },
  spasms: (count: number) => (count === 1 ? '1 spasm' : `${count} spasms`),
  cramps: (count: number) => (count === 1 ? '1 cramp' : `${count} cramps`),
  nothing: 'No spasm or cramp told',
  and: (a: string, b: string) => `${a} and ${b}`,
  pain: (worst: number, middle: string) => `Worst pain ${worst} of 10, median ${middle}.`,
  noPain: 'No pain was rated.',
  lately: (now: number, before: number) => `Last 4 weeks: ${now}. The 4 weeks before: ${before}.`,
  places: (list: string) => `Where: ${list}.`,
  setOff: (list: string) => `Set off by: ${list}.`,
  lasted: (time: string, of: number) => `Median length ${time}, of ${of} that ended.`,
  laterNo: (day: string) => `no on ${day}`,
  noCause: 'None of these is shown to prevent cramps in well-fed people.',
  supplements: (list: string) => `Supplements: ${list}.`,
  drinks: (days: number, litres: string) =>
    `Drinks told on ${days === 1 ? '1 day' : `${days} days`}: ${litres} l a day.`,
  hours: (hours: string) => `${hours} h`,
  days: (days: string) => `${days} days`,
  spasmAt: (place: string) => `${place} spasm`,
  crampAt: (place: string) => `${place} cramp`,
  checks: {
    none: 'Warning signs: never asked',
    clear: (checked: number) => `Warning signs: none ticked in ${checked === 1 ? '1 check' : `${checked} checks`}`,
    told: (list: string) => `Warning signs: ${list}`,
    yes: (count: number) => `${count} yes`,
    notSure: (count: number) => `${count} not sure`,
  },
  unchecked: (without: number, of: number) =>
    without === 0 ? '' : `In ${without} of ${of} episodes the check was not answered.`,
  lastCheck: (day: string, no: number, tier: string) => `Last check ${day}: ${no} signs answered no, outcome ${tier}.`,
  listed: {
    none: 'Medicines: none told',
    some: (listed: number, of: number) => `Medicines: ${listed} of ${of} listed with cramps`,
  },
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  taken: (times: number) => (times === 1 ? 'taken once' : `taken ${times} times`),
  strengths: { strong: 'strong link', moderate: 'fair link', weak: 'weak link', doubtful: 'doubtful link' },
  effect: (reactions: string, link: string) => `Listed: ${reactions}; ${link}.`,
  memory: 'Listed from memory, not seen.',
  group: 'Seen for its group only.',
  crampsRound: (days: number, before: number, after: number) =>
    `Cramps in ${days} days before: ${before}, after: ${after}.`,
  food: (days: string) => `Food told whole on ${days}. A day, at least: `,
  sparse: (days: string) => `${days} with few foods told left out.`,
  tooFew: (days: string, whole: string, least: number) =>
    `Food told on ${days}, whole on ${whole}. No mean is shown of fewer than ${least} whole days.`,
  uncounted: (days: string) => `Food told on ${days} could not be counted.`,
  manyDays: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  nutrients: {
    potassium: 'potassium',
    magnesium: 'magnesium',
    calcium: 'calcium',
    'vitamin-d': 'vitamin D',
    zinc: 'zinc',
  },
  target: (target: string) => ` (target ${target})`,
  sections: {
    'warning-signs': 'warning signs',
    episodes: 'episodes',
    tried: 'what was tried',
    trials: 'trials',
    medicines: 'medicines',
    food: 'food',
    questions: 'questions',
  },
  verdicts: {
    better: (better: string, worse: string) => `${better} noticeably better than ${worse}.`,
    maybe: (better: string, worse: string) => `${better} better than ${worse}, perhaps too little to notice.`,
    none: (a: string, b: string) => `No noticeable difference between ${a} and ${b}.`,
    open: (a: string, b: string) => `Not settled between ${a} and ${b}.`,
  },
  noResult: 'No result: too few records, or no variation.',
  effectSize: (to: string, from: string, mean: string, low: string, high: string, unit: string) =>
    `${to} less ${from}: ${mean} ${unit} (95 % ${low} to ${high}).`,
  units: { rating: 'points', count: 'cramps a week', 'yes-no': 'nights a week' },
  periods: (cycles: number, arms: number, days: number) =>
    `Randomised crossover, ${cycles} cycles of ${arms} periods of ${days} days`,
  byEpisode: (episodes: number) => `Randomised by episode, ${episodes} episodes`,
  recorded: (recorded: number, of: number) => `${recorded} of ${of} recorded`,
  stopped: 'stopped early',
  blinding: (expected: string) => `Not blinded${expected}.`,
  expected: (value: number, second: string) => `, hope for ${second} ${value} of 10`,
  protocol: (hash: string, amendments: number) =>
    `Protocol frozen, SHA-256 ${hash}, ${amendments === 0 ? 'no amendments' : `${amendments} amended`}.`,
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const tierName = (tier: Tier): string => words.tiers[tier]
export const sectionName = (kind: SectionKind): string => words.sections[kind]
export const period = ({ period: { from, to } }: Report): string => words.period(sayDay(from), sayDay(to))

/** "26 Nov 2025 to 25 Nov 2026.", and when the diary begins, if later. */
export const whole = (report: Report): string =>
  [`${period(report)}.`, ...(report.period.told === undefined ? [] : [words.begins(sayDay(report.period.told))])].join(
    ' ',
  )

/** "Anna, female, born 1985"; missing details are not guessed. */
export function who({ name, sex, age, birthYear }: Who): string {
  const aged = birthYear === undefined ? (age === undefined ? undefined : words.aged(age)) : words.born(birthYear)
  const parts = [name === undefined ? undefined : clip(name, 60), sex && words.sexes[sex satisfies Sex], aged]
  return capital(parts.filter(part => part !== undefined).join(', ')) || words.someone
}

/** "Not asked" differs from "none". */
export function background({ pregnant, pregnancyWeeks, conditions, allergies }: Who): readonly string[] {
  return [
    ...(pregnant === true ? [words.pregnant(pregnancyWeeks === undefined ? '' : words.weeks(pregnancyWeeks))] : []),
    words.conditions(listOf(conditions)),
    words.allergies(listOf(allergies)),
  ]
}

const listOf = (list: readonly string[] | undefined): string =>
  list === undefined
    ? words.notTold
    : list.length === 0
      ? words.none
      : few(
          list.map(each => clip(each, 28)),
          3,
        )

export function count({ spasms, cramps }: Pick<EpisodesSection, 'spasms' | 'cramps'>): string {
  if (spasms + cramps === 0) return words.nothing
  if (spasms === 0 || cramps === 0) return spasms === 0 ? words.cramps(cramps) : words.spasms(spasms)
  return words.and(words.spasms(spasms), words.cramps(cramps))
}

export function episodes({ worst, middle, lately, places, setOffBy, lasted }: EpisodesSection): readonly string[] {
  return [
    worst === undefined || middle === undefined ? words.noPain : words.pain(worst, one(middle)),
    ...(lately ? [words.lately(lately.now, lately.before)] : []),
    ...(places.length === 0
      ? []
      : [
          words.places(
            few(
              places.map(({ complaint, region, count }) => `${episodeName(complaint, region).toLowerCase()} ${count}`),
              3,
            ),
          ),
        ]),
    ...(setOffBy.length === 0
      ? []
      : [
          words.setOff(
            few(
              setOffBy.map(({ what, count }) => `${clip(what, 24)} ${count}`),
              3,
            ),
          ),
        ]),
    ...(lasted ? [words.lasted(hours(lasted.hours), lasted.of)] : []),
  ]
}

/** Durations up to two days in hours. */
export const hours = (lasted: number): string =>
  lasted < 48 ? words.hours(lasted < 10 ? one(lasted) : String(Math.round(lasted))) : words.days(one(lasted / 24))

export const episodeName = (complaint: Complaint, region: Region, side?: Side): string =>
  `${capital(complaint === 'back' ? words.spasmAt(region) : words.crampAt(region))}${side ? `, ${side}` : ''}`

export function signsHeading({ checked, signs }: WarningSignsSection): string {
  const { told, yes, notSure, none, clear } = words.checks
  if (signs.length === 0) return checked === 0 ? none : clear(checked)
  const unsure = signs.filter(({ answer }) => answer === 'not-sure').length
  const ticked = signs.length - unsure
  return told([...(ticked > 0 ? [yes(ticked)] : []), ...(unsure > 0 ? [notSure(unsure)] : [])].join(', '))
}

/** The days on which a sign was reported, and the later no. */
export const days = ({ days, laterNo }: Pick<SignAnswered, 'days' | 'laterNo'>, most = 3): string =>
  [few(days.map(sayDay), most), ...(laterNo === undefined ? [] : [words.laterNo(sayDay(laterNo))])].join('; ')

export function checks({ episodes, checked, last }: WarningSignsSection): readonly string[] {
  return [
    ...(last ? [words.lastCheck(sayDay(last.day), last.saidNo, tierName(last.tier).toLowerCase())] : []),
    words.unchecked(episodes - checked, episodes),
  ].filter(line => line !== '')
}

export function medicinesHeading(medicines: readonly MedicineTold[]): string {
  const listed = medicines.filter(({ status }) => status === 'listed').length
  return medicines.length === 0 ? words.listed.none : words.listed.some(listed, medicines.length)
}

/** "Zocor (simvastatin), since 3 Mar 2026". */
export function medicine({ name, ingredient, since, until, isCurrent, taken }: MedicineTold): string {
  return [
    `${clip(name, 40)}${ingredient === undefined ? '' : ` (${clip(ingredient, 40)})`}`,
    ...(since === undefined ? [] : [words.since(sayDay(since))]),
    ...(until === undefined ? [] : [words.until(sayDay(until))]),
    ...(isCurrent || until !== undefined || taken === 0 ? [] : [words.taken(taken)]),
  ].join(', ')
}

export const effect = ({ reactions, strength, howOften, confidence }: Effect): string =>
  [
    words.effect(clip(reactions.join(', '), 60), words.strengths[strength]),
    howOften,
    ...(confidence === 'verified' ? [] : [words[confidence]]),
  ].join(' ')

export const timeline = ({ cramps }: MedicineTold): string | undefined =>
  cramps && words.crampsRound(cramps.days, cramps.before, cramps.after)

export const nutrientName = (nutrient: keyof typeof words.nutrients): string => words.nutrients[nutrient]

const sayFood = ({ days, nutrients }: FoodFacts): string =>
  `${words.food(words.manyDays(days))}${nutrients
    .map(
      ({ nutrient, amount, unit, target }) =>
        `${words.nutrients[nutrient]} ${amountOf(amount)} ${unit}${target === null ? '' : words.target(amountOf(target))}`,
    )
    .join(', ')}.`

const sayUncounted = (told: number, whole: number | undefined): string =>
  whole === undefined
    ? words.uncounted(words.manyDays(told))
    : words.tooFew(words.manyDays(told), whole === 0 ? 'none' : words.manyDays(whole), leastDays)

/** The lines of food: five nutrients, supplements, drinks. */
export const foodLines = ({ eaten, toldDays, wholeDays, supplements, drinks }: FoodSection): readonly string[] => [
  ...(eaten ? [sayFood(eaten)] : toldDays > 0 ? [sayUncounted(toldDays, wholeDays)] : []),
  ...(eaten && toldDays > eaten.days ? [words.sparse(words.manyDays(toldDays - eaten.days))] : []),
  ...(supplements.length === 0 ? [] : [words.supplements(few([...new Set(supplements)], 5))]),
  ...(drinks ? [words.drinks(drinks.days, one(drinks.mlPerDay / 1000))] : []),
  ...(eaten ? [words.noCause] : []),
]

const amountOf = (value: number): string =>
  value >= 100 ? String(Math.round(value)).replace(/(\d)(?=\d{3}$)/, '$1,') : one(value)

function sayVerdict({ verdict, from, to }: ContrastTold): string {
  const [a, b] = [clip(from, 40), clip(to, 40)]
  const { better, maybe, none, open } = words.verdicts
  switch (verdict) {
    case 'better-noticeably':
      return capital(better(b, a))
    case 'worse-noticeably':
      return capital(better(a, b))
    case 'better-maybe-small':
      return capital(maybe(b, a))
    case 'worse-maybe-small':
      return capital(maybe(a, b))
    case 'no-noticeable-difference':
      return none(a, b)
    case 'not-settled':
      return open(a, b)
  }
}

/** The size with its 95 % interval, with the sign of the analysis; counts and nights per week. */
function saySize(
  { from, to, mean, q025, q975, natural_difference_per_day: natural }: ContrastTold,
  model: TrialTold['model'],
): string {
  const by = natural ? 7 : 1
  const { mean: middle, q025: low, q975: high } = natural ?? { mean, q025, q975 }
  const signed = (value: number) => one(value * by).replace('-', '−')
  return words.effectSize(
    capital(clip(to, 40)),
    clip(from, 40),
    signed(middle),
    signed(low),
    signed(high),
    words.units[model],
  )
}

export function result({ contrasts, model }: TrialTold): string {
  const [clearest, ...others] = contrasts
  if (clearest === undefined) return words.noResult
  return [sayVerdict(clearest), saySize(clearest, model), ...others.map(sayVerdict)].join(' ')
}

export function design({ layout, arms, recorded, scheduled, firstDay, stoppedEarly }: TrialTold): string {
  const design =
    layout.kind === 'periods'
      ? words.periods(layout.cycles, arms.length, layout.periodDays)
      : words.byEpisode(layout.episodes)
  return `${[design, words.since(sayDay(firstDay)), words.recorded(recorded, scheduled), ...(stoppedEarly ? [words.stopped] : [])].join(', ')}.`
}

export function trust({ expectation, arms, sha256, amendments }: TrialTold): string {
  const expected = expectation === null ? '' : words.expected(expectation, clip(arms[1] ?? '', 30))
  return `${words.blinding(expected)} ${words.protocol(sha256.slice(0, 12), amendments)}`
}
