/** The wording of the report: the same on the page, in the text and in the summary. */
import type { Complaint, Region, Sex, Side, Tier } from '../knowledge/vocabulary.ts'
import { clip, few, one } from './clip.ts'
import { sayDay } from './days.ts'
import type { EpisodesSection } from './episodes.ts'
import type { FoodSection } from './food.ts'
import type { FoodFacts } from './food-facts.ts'
import type { Effect, MedicineTold } from './medicines.ts'
import type { NowSection } from './now.ts'
import type { Report } from './report.ts'
import type { SectionKind } from './section-input.ts'
import type { ContrastTold, TrialTold } from './trials.ts'
import type { VisitsSection } from './visits.ts'
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
    now: (list: string) => `Warning signs in the last check: ${list}`,
    noneNow: 'none ticked',
    earlier: (list: string) => `Earlier warning signs, and their end: ${list}`,
    yes: (count: number) => `${count} yes`,
    notSure: (count: number) => `${count} not sure`,
  },
  unchecked: (without: number, of: number) =>
    without === 0 ? '' : `In ${without} of ${of} episodes the check was not answered.`,
  lastCheck: (day: string, no: number, tier: string) => `Last check ${day}: ${no} signs answered no, outcome ${tier}.`,
  notOpened: (count: number, of: number) =>
    count === of
      ? `All ${of} were read in lists and answered “None”, not asked one by one.`
      : `${count} of the ${of} were read in lists and answered “None”, not asked one by one.`,
  overOn: (day: string) => `episode over ${day}`,
  noEnd: 'no end told',
  newest: (what: string, since: string) => `${what}, since ${since}.`,
  overSince: (what: string, since: string, over: string) =>
    since === over ? `The last was a ${what}, on ${since}.` : `The last was a ${what}, ${since} to ${over}.`,
  painOn: (value: number, day: string) => `Pain ${value} of 10 on ${day}.`,
  setOffOnce: (what: string) => `Set off by ${what}.`,
  noneNow: 'No spasm or cramp in this period.',
  latelyNow: (now: number, before: number) => `${now} in the last 4 weeks, ${before} in the 4 weeks before.`,
  advised: (day: string, who: string, text: string) => `${day}${who}: ${text}`,
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
    now: 'how it is now',
    visits: 'what was advised',
  },
  verdicts: {
    better: (better: string, worse: string) => `${better} noticeably better than ${worse}.`,
    maybe: (better: string, worse: string) => `${better} better than ${worse}, perhaps too little to notice.`,
    none: (a: string, b: string) => `No noticeable difference between ${a} and ${b}.`,
    open: (a: string, b: string) => `Not settled between ${a} and ${b}.`,
  },
  noResult: 'No result: too few records, or no variation.',
  effectSize: (to: string, size: string, range: string) => `With ${to}: ${size} on average, probably ${range}.`,
  between: (low: string, high: string) => `${low} to ${high}`,
  less: (size: string) => `${size} less`,
  more: (size: string) => `${size} more`,
  sizes: {
    rating: (value: string) => `${value} points of pain`,
    count: (value: string) => `${value} cramps a week`,
    'yes-no': (value: string) => `${value} nights with a cramp a week`,
  },
  periods: (cycles: number, arms: number, days: number) =>
    `Randomised crossover, ${cycles} cycles of ${arms} periods of ${days} days`,
  byEpisode: (episodes: number) => `Randomised by episode, ${episodes} episodes`,
  recorded: (recorded: number, of: number) => `${recorded} of ${of} recorded`,
  stopped: 'stopped early',
  blinding: (expected: string) => `Not blinded${expected}.`,
  expected: (value: number, second: string) => `, hope for ${second} ${value} of 10`,
  protocol: (amendments: number) =>
    `The plan was fixed before the start, ${amendments === 0 ? 'and never changed' : `and changed ${amendments === 1 ? 'once' : `${amendments} times`}`}.`,
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

export function episodes({ worst, middle, places, setOffBy, lasted }: EpisodesSection): readonly string[] {
  return [
    worst === undefined || middle === undefined ? words.noPain : words.pain(worst, one(middle)),
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

/** The signs of the newest check; those before it have a heading of their own. */
export function signsHeading({ checked, signs }: WarningSignsSection): string {
  if (checked === 0) return words.checks.none
  return words.checks.now(countOf(signs.filter(({ isNow }) => isNow)) || words.checks.noneNow)
}

export const earlierHeading = ({ signs }: WarningSignsSection): string =>
  words.checks.earlier(countOf(signs.filter(({ isNow }) => !isNow)))

function countOf(signs: readonly SignAnswered[]): string {
  const unsure = signs.filter(({ answer }) => answer === 'not-sure').length
  const ticked = signs.length - unsure
  const { yes, notSure } = words.checks
  return [...(ticked > 0 ? [yes(ticked)] : []), ...(unsure > 0 ? [notSure(unsure)] : [])].join(', ')
}

/** How it is now, in up to four sentences. */
export function now({ newest, lately }: NowSection): readonly string[] {
  if (!newest) return [words.noneNow]
  const { complaint, region, side, since, over, pain, setOffBy } = newest
  const what = episodeName(complaint, region, side === 'middle' ? undefined : side)
  return [
    over === undefined
      ? words.newest(what, sayDay(since))
      : words.overSince(`${what.charAt(0).toLowerCase()}${what.slice(1)}`, sayDay(since), sayDay(over)),
    ...(pain ? [words.painOn(pain.value, sayDay(pain.day))] : []),
    ...(setOffBy === undefined ? [] : [words.setOffOnce(clip(setOffBy.replace(/\s+/g, ' '), 40))]),
    ...(lately ? [words.latelyNow(lately.now, lately.before)] : []),
  ]
}

/** "12 Oct 2026, doctor: Walk each day." */
export const advised = ({ day, who, advised: text }: VisitsSection['visits'][number], most: number): string =>
  words.advised(sayDay(day), who === undefined ? '' : `, ${who}`, clip(text, most))

/** The days on which a sign was reported. */
export const days = ({ days }: Pick<SignAnswered, 'days'>, most = 3): string => few(days.map(sayDay), most)

/** How an earlier sign ended: answered no later, or the episode was over. */
export const end = ({ laterNo, over }: Pick<SignAnswered, 'laterNo' | 'over'>): string =>
  laterNo !== undefined ? words.laterNo(sayDay(laterNo)) : over !== undefined ? words.overOn(sayDay(over)) : words.noEnd

export function checks({ episodes, checked, last }: WarningSignsSection): readonly string[] {
  return [
    ...(last ? [words.lastCheck(sayDay(last.day), last.saidNo, tierName(last.tier).toLowerCase())] : []),
    ...(last && last.notOpened > 0 ? [words.notOpened(last.notOpened, last.saidNo)] : []),
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

/** Fewer days than this say nothing about how much somebody drinks. */
const leastDrinkDays = 14

/** The supplements, which a clinician reads beside the medicines. */
export const supplements = ({ supplements: names }: Pick<FoodSection, 'supplements'>): string | undefined =>
  names.length === 0 ? undefined : words.supplements(few([...new Set(names)], 5))

/** The lines of food, if enough days have complete entries: five nutrients and drinks. Otherwise there is no line. */
export const foodLines = ({ eaten, toldDays, drinks }: FoodSection): readonly string[] => [
  ...(eaten ? [sayFood(eaten)] : []),
  ...(eaten && toldDays > eaten.days ? [words.sparse(words.manyDays(toldDays - eaten.days))] : []),
  ...(drinks && drinks.days >= leastDrinkDays ? [words.drinks(drinks.days, one(drinks.mlPerDay / 1000))] : []),
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

/** The size in words, with its 95 % interval; counts and nights per week. */
function saySize(
  { to, mean, q025, q975, natural_difference_per_day: natural }: ContrastTold,
  model: TrialTold['model'],
): string {
  const by = natural ? 7 : 1
  const { mean: middle, q025: low, q975: high } = natural ?? { mean, q025, q975 }
  const sized = (value: number) => words.sizes[model](one(Math.abs(value * by)))
  const sided = (value: number, text: string) => (value < 0 ? words.less(text) : words.more(text))
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low]
  const range =
    low < 0 === high < 0
      ? words.between(one(Math.abs(near * by)), sided(far, one(Math.abs(far * by))))
      : words.between(words.less(one(Math.abs(low * by))), words.more(one(Math.abs(high * by))))
  return words.effectSize(clip(to, 40), sided(middle, sized(middle)), range)
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

export function trust({ expectation, arms, amendments }: TrialTold): string {
  const expected = expectation === null ? '' : words.expected(expectation, clip(arms[1] ?? '', 30))
  return `${words.blinding(expected)} ${words.protocol(amendments)}`
}
