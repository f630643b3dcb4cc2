/**
 * Draws ordinary people: who they are, and what is true of them.
 *
 * Every question has a stream of random numbers of its own, and takes as many from it for each person, whatever the
 * answer. So a figure that changes, or a fact that is added, leaves everybody's other facts as they were.
 */
import type { Crowd, Group } from '../../src/knowledge/crowd-schema.ts'
import type { Complaint, Region } from '../../src/knowledge/vocabulary.ts'
import { type Random, randomFrom } from '../../src/random.ts'
import { agesOf } from './ages.ts'
import { shareOf } from './share.ts'
import { chooser } from './weights.ts'

/** One of the crowd. */
export interface Person {
  readonly complaint: Complaint
  readonly region: Region
  readonly sex: 'female' | 'male'
  /** Years. */
  readonly age: number
  readonly hoursSinceOnset: number
  /** Of a pregnancy, where there is one. */
  readonly weeks: number
  /** Ids of the facts that are true. */
  readonly facts: ReadonlySet<string>
  readonly medicines: readonly string[]
  /** The facts with a look-alike that they misread. */
  readonly misread: ReadonlySet<string>
}

/** The first `count` people of a seed, one after the other. */
export function* peopleOf(crowd: Crowd, count: number, seed: number): Generator<Person> {
  const stream = (name: string): Random => randomFrom((seed ^ hashOf(name)) >>> 0)
  const whoFrom = whoOf(crowd, stream)
  const facts = crowd.facts.map(([id, fact]) => ({ id, fact, random: stream(`fact ${id}`), pick: pickOf(fact.takes) }))
  for (let number = 0; number < count; number++) {
    const who = whoFrom()
    const held = new Set<string>()
    const misread = new Set<string>()
    const medicines = new Set<string>()
    for (const { id, fact, random, pick } of facts) {
      const [isTrue, choice, reading] = [random.uniform(), random.uniform(), random.uniform()]
      const group = fact.shares.find(({ of }) => of === undefined || belongs(of, who, held, medicines))
      if (group === undefined || isTrue * 100 >= shareOf(group.share, who)) continue
      held.add(id)
      if (fact.alike !== undefined && reading * 100 < crowd.people.misread.share) misread.add(id)
      const medicine = pick?.(choice)
      if (medicine !== undefined && medicine !== 'other') medicines.add(medicine)
    }
    yield { ...who, facts: held, medicines: [...medicines], misread }
  }
}

type Who = Omit<Person, 'facts' | 'medicines' | 'misread'>

function whoOf({ people }: Crowd, stream: (name: string) => Random): () => Who {
  const random = stream('who')
  const complaint = chooser(people.complaints.weights)
  const ages = { back: chooser(agesOf(people, 'back')), cramp: chooser(agesOf(people, 'cramp')) }
  const regions = { back: chooser(people.regions.back.weights), cramp: chooser(people.regions.cramp.weights) }
  const hours = { back: hoursFrom(people.hours.back.weights), cramp: hoursFrom(people.hours.cramp.weights) }
  return () => {
    const of = complaint(random.uniform()) as Complaint
    const [sex, age] = ages[of](random.uniform()).split(' ')
    const region = regions[of](random.uniform()) as Region
    const hoursSinceOnset = hours[of](random.uniform(), random.uniform())
    const weeks = 4 + random.below(37)
    return {
      complaint: of,
      region,
      sex: sex === 'female' ? 'female' : 'male',
      age: Number(age),
      hoursSinceOnset,
      weeks,
    }
  }
}

/** Whole hours since onset: a band, and a place within it, each hour as likely as the next. */
function hoursFrom(weights: Readonly<Record<string, number>>): (band: number, within: number) => number {
  const ends = Object.keys(weights)
    .map(Number)
    .sort((a, b) => a - b)
  const band = chooser(weights)
  return (choice, within) => {
    const end = Number(band(choice))
    const begin = ends[ends.indexOf(end) - 1] ?? 0
    return Math.floor(begin + within * (end - begin))
  }
}

const pickOf = (takes: Crowd['facts'][number][1]['takes']) => (takes ? chooser(takes.oneOf) : undefined)

function belongs(of: Group, who: Who, held: ReadonlySet<string>, medicines: ReadonlySet<string>): boolean {
  const holds = (id: string) => held.has(id)
  return (
    (of.complaint === undefined || of.complaint === who.complaint) &&
    (of.regions === undefined || of.regions.includes(who.region)) &&
    (of.sex === undefined || of.sex === who.sex) &&
    (of.hours === undefined || within(who.hoursSinceOnset, of.hours)) &&
    (of.has?.every(holds) ?? true) &&
    (of.hasAny?.some(holds) ?? true) &&
    !of.lacks?.some(holds) &&
    (of.takes?.some(word => medicines.has(word)) ?? true)
  )
}

const within = (value: number, { gte, gt, lte, lt }: NonNullable<Group['hours']>): boolean =>
  (gte === undefined || value >= gte) &&
  (gt === undefined || value > gt) &&
  (lte === undefined || value <= lte) &&
  (lt === undefined || value < lt)

/** FNV-1a, 32 bits: a number for a name. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < name.length; place++) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193)
  return hash >>> 0
}
