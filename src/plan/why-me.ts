/**
 * Why do I cramp? Combines the check, the causes and what is known already: age, pregnancy, place, conditions,
 * medicines and the diary.
 *
 * Nothing known is asked again, and the result lists what was used. Causes are given only if the check says soon,
 * routine or self-care: at a higher tier, help comes first.
 */
import { type Causes, causes, type Pointer, pointers } from '../causes/causes.ts'
import type { CauseKnowledge } from '../causes/knowledge.ts'
import type { Person } from '../causes/next-question.ts'
import { isAbove, type Region, type Tier } from '../knowledge/vocabulary.ts'
import type { Case } from '../triage/case.ts'
import { isDenied } from '../triage/gates.ts'
import type { Page } from '../triage/interview.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import { isAnswered } from '../triage/person.ts'
import type { Reason } from '../triage/triage.ts'
import { assess } from './assess.ts'

/** The origin of something that was not asked here. */
export type Origin = 'check' | 'age' | 'pregnancy' | 'place' | 'conditions' | 'medicines' | 'diary'

export interface Used {
  readonly id: string
  readonly text: string
  readonly from: Origin
}

interface Checked {
  readonly tier: Tier
  readonly because: readonly Reason[]
  /** The next page of the check, if it is not over. */
  readonly check: Page | null
}

export type WhyMe = Checked &
  (
    | { readonly kind: 'help-first' }
    | { readonly kind: 'too-young' }
    | { readonly kind: 'pointers'; readonly pointers: readonly Pointer[]; readonly used: readonly Used[] }
    | ({ readonly kind: 'causes'; readonly used: readonly Used[] } & Causes)
  )

export interface WhyMeKnowledge {
  readonly triage: TriageKnowledge
  readonly causes: CauseKnowledge
}

export interface CausesAnswered {
  /** The questions of the causes asked so far, at most twelve. */
  readonly asked?: readonly string[]
  /** What the diary shows, as ids of findings or questions. */
  readonly fromDiary?: readonly string[]
}

const adultFrom = 16

export function whyMe(knowledge: WhyMeKnowledge, given: Case, { asked, fromDiary = [] }: CausesAnswered = {}): WhyMe {
  const { tier, because, ask: check } = assess(knowledge.triage, given)
  const checked: Checked = { tier, because, check }
  if (isAbove(tier, 'soon')) return { kind: 'help-first', ...checked }
  if (given.age !== undefined && given.age < adultFrom) return { kind: 'too-young', ...checked }

  const triaged = known(knowledge.triage, given)
  const { origins, ruledOut } = withoutAsking(knowledge, given, triaged.present, fromDiary)
  const person: Person = {
    present: new Set([...triaged.present, ...origins.keys()]),
    age: given.age,
    region: given.region,
    isKnown: id => isAnswered(triaged, id) || ruledOut.has(id) || isDenied(knowledge.triage, triaged, id),
  }
  const used = usedOf(knowledge.causes, origins, given, asked)
  if (given.complaint === 'back')
    return { kind: 'pointers', ...checked, pointers: pointers(knowledge.causes, person), used }
  const count = asked?.length ?? explicit(given).filter(id => knowledge.triage.questions.includes(id)).length
  return { kind: 'causes', ...checked, ...causes(knowledge.causes, person, count), used }
}

/** What follows from age, weeks, place, conditions, medicines and diary, each with its origin. */
function withoutAsking(
  { triage, causes: { links, statements } }: WhyMeKnowledge,
  given: Case,
  present: ReadonlySet<string>,
  fromDiary: readonly string[],
) {
  const origins = new Map<string, Origin>()
  const ruledOut = new Set<string>()
  const say = (id: string, is: boolean, origin: Origin) => {
    if (is && !given.absent.includes(id)) origins.set(id, origin)
    else ruledOut.add(id)
  }
  const { age, region, pregnant, context, conditions, medicines } = given
  if (age !== undefined) say('cq-age-over-60', age > 60, 'age')
  if (region !== undefined) {
    // A place points to arteries or nerves only together with pain on standing or walking.
    const counts = (id: string) => statements[id]?.onlyWith?.some(each => present.has(each)) ?? true
    if (counts('cq-calf-site')) say('cq-calf-site', region === 'calf', 'place')
    if (counts('cq-above-knee')) say('cq-above-knee', aboveKnee.includes(region), 'place')
  }
  if (pregnant === true) origins.set('pregnant', 'pregnancy')
  if (context.pregnancyWeeks !== undefined) say('cq-third-trimester', context.pregnancyWeeks >= 28, 'pregnancy')
  for (const word of conditions) for (const id of triage.conditions[word]?.findings ?? []) origins.set(id, 'conditions')
  for (const word of medicines) {
    for (const id of triage.medicines[word]?.findings ?? []) origins.set(id, 'medicines')
    for (const { says, afterDays = 0 } of links[word] ?? [])
      if ((context.medicineDays?.[word]?.started ?? (afterDays === 0 ? 0 : -1)) >= afterDays)
        say(says, true, 'medicines')
  }
  for (const id of fromDiary) say(id, true, 'diary')
  return { origins, ruledOut }
}

const aboveKnee: readonly Region[] = ['buttock', 'front thigh', 'hamstring', 'inner thigh']

/** What was used without a question of the causes: only what some cause or pointer uses. */
function usedOf(
  { statements }: CauseKnowledge,
  origins: ReadonlyMap<string, Origin>,
  { present }: Case,
  asked: readonly string[] = [],
): readonly Used[] {
  const answered = present.filter(id => !asked.includes(id) && !id.startsWith('cq-') && !origins.has(id))
  const all = new Map<string, Origin>([...answered.map(id => [id, 'check'] as const), ...origins])
  return [...all].flatMap(([id, from]) => {
    const text = statements[id]?.statement
    return text === undefined ? [] : [{ id, text, from }]
  })
}

const explicit = ({ present, absent, unsure }: Case): readonly string[] => [...present, ...absent, ...unsure]
