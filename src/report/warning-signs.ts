/**
 * The answers to the check, with their dates, the gravest first. Each episode's own answers are judged as the check
 * judges them; for the newest one all that is known counts, so that what a person takes is heard too. A yes that became a
 * no later is told with both days: a sign that went away still matters to a clinician.
 */
import type { Answered, Episode, Person } from '../diary/diary.ts'
import { higher, isAbove, type Tier, tiers } from '../knowledge/vocabulary.ts'
import { assess } from '../plan/assess.ts'
import { episodeCase } from '../plan/episode-case.ts'
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import { type Reason, triage } from '../triage/triage.ts'
import type { ReportKnowledge, Told } from './report.ts'

export interface WarningSignsSection {
  readonly kind: 'warning-signs'
  readonly episodes: number
  /** Episodes with at least one page of the check answered. Of the others nothing is known. */
  readonly checked: number
  /** Of the newest check: its day, how many signs were answered no, and the tier it came to. */
  readonly last: { readonly day: string; readonly saidNo: number; readonly tier: Tier } | undefined
  /** The gravest first, then the newest. */
  readonly signs: readonly SignAnswered[]
}

export interface SignAnswered {
  /** Of the finding, the rule or the combination. */
  readonly id: string
  /** The person's own statements: of a rule those that met it. */
  readonly statements: readonly string[]
  readonly answer: 'yes' | 'not-sure'
  readonly tier: Tier
  /** The newest first. */
  readonly days: readonly string[]
  /** The day on which the same was last answered no, where that is newer. */
  readonly laterNo?: string
}

type Answer = 'present' | 'absent' | 'unsure'
type Sign = Omit<SignAnswered, 'days' | 'laterNo'> & { readonly ids: readonly string[]; readonly day: string }

export function warningSignsSection(told: Told): WarningSignsSection {
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
      saidNo: saidNo(newest),
      tier: assess(told.knowledge.triage, newestCase(told, newest)).tier,
    },
    signs: gathered(
      checked.flatMap(episode => signsOf(told, episode, episode === newest)),
      lastNos(checked, dayOf),
    ),
  }
}

const lastAnswer = ({ answered, beganAt }: Episode): number => answered.at(-1)?.at ?? beganAt

const saidNo = ({ answered }: Episode): number =>
  new Set(answered.flatMap(({ absent }) => absent.filter(id => !id.startsWith('category-')))).size

const newestCase = ({ knowledge, diary }: Told, episode: Episode): Case =>
  episodeCase(knowledge.triage, diary, episode, lastAnswer(episode))

function signsOf({ knowledge, diary, dayOf, ...told }: Told, episode: Episode, isNewest: boolean): readonly Sign[] {
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
  return reasons.flatMap(({ reason, from }) => {
    const sign = signOf(knowledge, reason, from)
    return sign ? [{ ...sign, day: dayFor(sign.ids) }] : []
  })
}

/** A rule is told where it is graver than the signs that met it: those are told already. */
function signOf(
  { triage: known, medicines: { ingredients } }: ReportKnowledge,
  { kind, id, tier, medicines = [] }: Reason,
  { complaint, present }: Case,
): Omit<Sign, 'day'> | undefined {
  const statementsOf = (ids: readonly string[]) => ids.flatMap(each => known.findings[each]?.statement ?? [])
  if (kind === 'finding' || kind === 'unsure')
    return { id, ids: [id], statements: statementsOf([id]), answer: kind === 'unsure' ? 'not-sure' : 'yes', tier }
  const rules: readonly { readonly id: string; readonly when: Parameters<typeof mentions>[0] }[] =
    kind === 'rule' ? known.redFlags : known.combinations
  const rule = rules.find(each => each.id === id)
  const ids = rule ? [...new Set(mentions(rule.when))].filter(each => present.includes(each)) : []
  const isToldAlready = ids.some(each => !isAbove(tier, known.findings[each]?.tierAlone[complaint] ?? 'self-care'))
  if (kind === 'rule' && isToldAlready) return undefined
  const taken = medicines.map(each => `I take ${ingredients[each]?.name ?? each.replace(/-/g, ' ')}.`)
  return { id, ids, statements: [...taken, ...statementsOf(ids)], answer: 'yes', tier }
}

/** An episode's answers as a case in which a yes, once said, stays. */
function everCase(episode: Episode, { age, sex, pregnant, pregnancyWeeks, conditions }: Person): Case {
  const said = (answer: Answer) => new Set(episode.answered.flatMap((page: Answered) => page[answer]))
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
        : { hoursSinceOnset: Math.max(0, (lastAnswer(episode) - episode.onsetAt) / 3_600_000) }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
    },
    conditions: conditions ?? [],
    medicines: [],
  }
}

/** The last day on which each sign was answered no. */
function lastNos(episodes: readonly Episode[], dayOf: Told['dayOf']): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const { answered } of episodes)
    for (const { absent, at } of answered)
      for (const id of absent) if (dayOf(at) > (days.get(id) ?? '')) days.set(id, dayOf(at))
  return days
}

/** One row a sign: of several answers all days stand, and the gravest tier. */
function gathered(signs: readonly Sign[], noes: ReadonlyMap<string, string>): readonly SignAnswered[] {
  const rows = new Map<string, SignAnswered>()
  for (const { id, ids, statements, answer, tier, day } of signs) {
    const key = `${id} ${answer}`
    const row = rows.get(key)
    const days = [...new Set([...(row?.days ?? []), day])].sort().reverse()
    const no = ids.map(each => noes.get(each) ?? '').sort()[0] ?? ''
    rows.set(key, {
      id,
      statements,
      answer,
      tier: row ? higher(row.tier, tier) : tier,
      days,
      ...(no > (days[0] ?? '') ? { laterNo: no } : {}),
    })
  }
  const order = (a: string, b: string) => (a === b ? 0 : a < b ? 1 : -1)
  return [...rows.values()].sort(
    (a, b) =>
      tiers.indexOf(b.tier) - tiers.indexOf(a.tier) || order(a.days[0] ?? '', b.days[0] ?? '') || order(b.id, a.id),
  )
}
