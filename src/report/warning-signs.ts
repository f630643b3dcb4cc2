/**
 * The answers to the check, with their dates, the gravest first. Each episode's own answers are judged as in the check;
 * for the newest episode everything known counts, including the person's medicines. A yes that became a no later is
 * reported with both days, because a sign that went away still matters to a clinician.
 */

import type { Answered, Episode, Person } from '../diary/diary.ts'
import { higher, isAbove, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { assess } from '../plan/assess.ts'
import { episodeCase } from '../plan/episode-case.ts'
import { hourLong } from '../time.ts'
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { isGateId } from '../triage/page.ts'
import { tierAlone } from '../triage/tier-alone.ts'
import { type Reason, triage } from '../triage/triage.ts'
import type { ReportKnowledge, SectionInput } from './section-input.ts'

export interface WarningSignsSection {
  readonly kind: 'warning-signs'
  readonly episodes: number
  /** Episodes with at least one answered page of the check. About the others nothing is known. */
  readonly checked: number
  /**
   * The newest check: its day, the number of signs answered no, how many of these were only read in a list that was
   * answered "None", and its tier.
   */
  readonly last:
    | { readonly day: string; readonly saidNo: number; readonly notOpened: number; readonly tier: Tier }
    | undefined
  /** Those of the newest check first; then the gravest, then the newest. */
  readonly signs: readonly SignAnswered[]
}

export interface SignAnswered {
  /** The id of the finding, the rule or the combination. */
  readonly id: string
  /** The person's own statements; for a rule, those that met it. */
  readonly statements: readonly string[]
  readonly answer: 'yes' | 'not-sure'
  readonly tier: Tier
  /** The newest first. */
  readonly days: readonly string[]
  /** It is from the newest check. */
  readonly isNow: boolean
  /** The day on which the same sign was last answered no, if later. */
  readonly laterNo?: string
  /** Of an earlier sign that nobody answered no later: the day on which its last episode was over. */
  readonly over?: string
}

type FindingAnswer = 'present' | 'absent' | 'unsure'
type Sign = Omit<SignAnswered, 'days' | 'laterNo' | 'over'> & {
  readonly ids: readonly string[]
  readonly day: string
  readonly overOn: string | undefined
}

export function warningSignsSection(told: SectionInput): WarningSignsSection {
  const { diary, isIn, dayOf } = told
  const episodes = diary.episodes.filter(
    ({ beganAt, answered }) => isIn(beganAt) || answered.some(({ at }) => isIn(at)),
  )
  const checked = episodes.filter(({ answered }) => answered.length > 0)
  const newest = checked.reduce<Episode | undefined>(
    (latest, each) => (latest && lastAnswer(latest) > lastAnswer(each) ? latest : each),
    undefined,
  )
  return {
    kind: 'warning-signs',
    episodes: episodes.length,
    checked: checked.length,
    last: newest && {
      day: dayOf(lastAnswer(newest)),
      saidNo: saidNo(newest).size,
      notOpened: notOpened(newest).size,
      tier: assess(told.knowledge.triage, newestCase(told, newest)).tier,
    },
    signs: gathered(
      checked.flatMap(episode => signsOf(told, episode, episode === newest)),
      lastNos(checked, dayOf),
    ),
  }
}

const lastAnswer = ({ answered, beganAt }: Episode): number => answered.at(-1)?.at ?? beganAt

const isSign = (id: string): boolean => !isGateId(id) && !id.startsWith('category-')

/** The signs answered no. A gate is none itself; what "None" said no to is kept beside it. */
const saidNo = ({ answered }: Episode): ReadonlySet<string> =>
  new Set(answered.flatMap(({ absent }) => absent.filter(isSign)))

/** Of these, the signs that were shown in the list of a gate and never asked one by one. */
function notOpened({ answered }: Episode): ReadonlySet<string> {
  const isList = ({ present, absent }: Answered) => [...present, ...absent].some(isGateId)
  const opened = new Set(answered.filter(page => !isList(page)).flatMap(({ absent }) => absent))
  return new Set(answered.filter(isList).flatMap(({ absent }) => absent.filter(id => isSign(id) && !opened.has(id))))
}

const newestCase = ({ knowledge, diary }: SectionInput, episode: Episode): Case =>
  episodeCase(knowledge.triage, diary, episode, lastAnswer(episode))

function signsOf(
  { knowledge, diary, dayOf, ...told }: SectionInput,
  episode: Episode,
  isNewest: boolean,
): readonly Sign[] {
  const own = everCase(episode, diary.person)
  const reasons = [...triage(knowledge.triage, own).because].map(reason => ({ reason, from: own }))
  if (isNewest) {
    const from = newestCase({ knowledge, diary, dayOf, ...told }, episode)
    for (const reason of assess(knowledge.triage, from).because)
      if (!reasons.some(({ reason: { id } }) => id === reason.id)) reasons.push({ reason, from })
  }
  const dayFor = (ids: readonly string[]) => {
    const said = episode.answered.findLast(({ present, unsure }) =>
      ids.some(id => present.includes(id) || unsure.includes(id)),
    )
    return dayOf(said?.at ?? lastAnswer(episode))
  }
  const standing = isNewest
    ? new Set(
        assess(knowledge.triage, newestCase({ knowledge, diary, dayOf, ...told }, episode)).because.map(({ id }) => id),
      )
    : new Set<string>()
  return reasons.flatMap(({ reason, from }) => {
    const sign = signOf(knowledge, reason, from)
    const overOn = episode.endedAt === undefined ? undefined : dayOf(episode.endedAt)
    return sign ? [{ ...sign, isNow: standing.has(sign.id), day: dayFor(sign.ids), overOn }] : []
  })
}

/** A rule is reported only if it is graver than the signs that met it, since those are reported already. */
function signOf(
  { triage: known, medicines: { ingredients } }: ReportKnowledge,
  { kind, id, tier, medicines = [] }: Reason,
  { complaint, region, present }: Case,
): Omit<Sign, 'day' | 'isNow' | 'overOn'> | undefined {
  const statementsOf = (ids: readonly string[]) => ids.flatMap(each => known.findings[each]?.statement ?? [])
  if (kind === 'finding' || kind === 'unsure')
    return { id, ids: [id], statements: statementsOf([id]), answer: kind === 'unsure' ? 'not-sure' : 'yes', tier }
  const rules: readonly { readonly id: string; readonly when: Parameters<typeof mentions>[0] }[] =
    kind === 'rule' ? known.redFlags : known.combinations
  const rule = rules.find(each => each.id === id)
  const ids = rule ? [...new Set(mentions(rule.when))].filter(each => present.includes(each)) : []
  const aloneOf = (each: string) => {
    const finding = known.findings[each]
    return (finding && tierAlone(finding, { complaint, region })) ?? 'self-care'
  }
  const isToldAlready = ids.some(each => !isAbove(tier, aloneOf(each)))
  if (kind === 'rule' && isToldAlready) return undefined
  const taken = medicines.map(each => `I take ${ingredients[each]?.name ?? each.replace(/-/g, ' ')}.`)
  return { id, ids, statements: [...taken, ...statementsOf(ids)], answer: 'yes', tier }
}

/** An episode's answers as a case in which an earlier yes is kept. */
function everCase(episode: Episode, { age, sex, pregnant, pregnancyWeeks, conditions }: Person): Case {
  const said = (answer: FindingAnswer) => new Set(episode.answered.flatMap((page: Answered) => page[answer]))
  const present = said('present')
  const unsure = [...said('unsure')].filter(id => !present.has(id))
  const absent = [...said('absent')].filter(id => !present.has(id) && !unsure.includes(id))
  const isPregnancySaid = [...present, ...absent].includes('pregnant')
  return {
    complaint: episode.complaint,
    region: episode.region,
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    ...(pregnant === undefined || isPregnancySaid ? {} : { pregnant }),
    present: [...present],
    absent,
    unsure,
    context: {
      ...(episode.onsetAt === undefined
        ? {}
        : { hoursSinceOnset: Math.max(0, (lastAnswer(episode) - episode.onsetAt) / hourLong) }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    },
    conditions: conditions ?? [],
    medicines: [],
  }
}

/** The last day on which each sign was answered no. */
function lastNos(episodes: readonly Episode[], dayOf: SectionInput['dayOf']): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const { answered } of episodes)
    for (const { absent, at } of answered)
      for (const id of absent) if (dayOf(at) > (days.get(id) ?? '')) days.set(id, dayOf(at))
  return days
}

/** One row per sign, with the days of all its answers and the gravest tier. */
function gathered(signs: readonly Sign[], noes: ReadonlyMap<string, string>): readonly SignAnswered[] {
  const rows = new Map<string, SignAnswered>()
  const overOf = new Map<string, string | undefined>()
  for (const { id, ids, statements, answer, tier, day, isNow, overOn } of signs) {
    const key = `${id} ${answer}`
    const row = rows.get(key)
    const days = [...new Set([...(row?.days ?? []), day])].sort().reverse()
    const no = ids.map(each => noes.get(each) ?? '').sort()[0] ?? ''
    const isStanding = isNow || row?.isNow === true
    const isLater = no > (days[0] ?? '')
    if (day === days[0]) overOf.set(key, overOn)
    const over = isStanding || isLater ? undefined : overOf.get(key)
    rows.set(key, {
      id,
      statements,
      answer,
      tier: row ? higher(row.tier, tier) : tier,
      days,
      isNow: isStanding,
      ...(isLater ? { laterNo: no } : {}),
      ...(over === undefined ? {} : { over }),
    })
  }
  const order = (a: string, b: string) => (a === b ? 0 : a < b ? 1 : -1)
  return [...rows.values()].sort(
    (a, b) =>
      Number(b.isNow) - Number(a.isNow) ||
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) ||
      order(a.days[0] ?? '', b.days[0] ?? '') ||
      order(b.id, a.id),
  )
}
