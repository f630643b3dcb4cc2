/** Diaries for the report: a year with a spasm every week, and one with too much of everything. */
import { createHash } from 'node:crypto'
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { regions } from '../../src/knowledge/vocabulary.ts'
import { highestAlone } from '../../src/triage/tier-alone.ts'
import { design } from '../../src/trials/design.ts'
import { canonical } from '../../src/trials/protocol.ts'
import { trialFacts } from '../../src/trials/refusal.ts'

const hour = 3_600_000
const day = 24 * hour

const midnight = (at: number): number => Math.floor(at / day) * day

/** A diary built event by event; ids and times are the same each time. */
function telling(): { readonly events: DiaryEvent[]; readonly tell: (at: number, body: EventBody) => void } {
  const events: DiaryEvent[] = []
  const tell = (at: number, body: EventBody) => {
    const bytes = Uint8Array.from({ length: 10 }, (_, index) => (events.length >> (8 * (index % 3))) & 255)
    events.push({ ...body, id: uuidV7(at, bytes), v: 2, at: `${new Date(at).toISOString().slice(0, 19)}Z` })
  }
  return { events, tell }
}

/** A spasm each week for a year up to `now`, cramps at night, three medicines, a trial, food, and two questions. */
export function weeklyYear(now: number): readonly DiaryEvent[] {
  const until = midnight(now)
  const { events, tell } = telling()
  const start = until - 365 * day
  tell(start, { type: 'profile-said', birthYear: 1985, sex: 'female', conditions: ['osteoporosis'], allergies: [] })
  for (let week = 0; week < 52; week++) {
    const at = start + (week * 7 + 1) * day + 9 * hour
    const episode = `spasm-${week}`
    const pain = 5 + ((week * 7) % 5)
    tell(at, {
      type: 'episode-began',
      episode,
      complaint: 'back',
      region: week % 9 === 0 ? 'neck' : 'low back',
      side: 'middle',
      pain,
      setOffBy: ['lifting', 'sitting long', 'bending'][week % 3] ?? 'lifting',
    })
    if (week % 26 !== 3)
      tell(at + hour / 10, {
        type: 'answered',
        episode,
        page: 'emergency',
        present: week === 20 ? ['fever'] : [],
        absent: ['saddle-numbness', 'bladder-retention', 'chest-pain', ...(week === 20 ? [] : ['fever'])],
        unsure: week === 31 ? ['leg-weakness-one'] : [],
        details: { hoursSinceOnset: 1 },
      })
    for (const [index, script] of ['heat/hot-water-bottle', 'lb-knee-rolls'].entries()) {
      const session = `${episode}-${index}`
      const then = at + (1 + index * 3) * hour
      tell(then, { type: 'session-began', session, episode, script })
      tell(then + hour / 4, { type: 'session-ended', session, status: 'done' })
      const eased = pain - index - ((week * 5) % 4)
      tell(then + hour / 3, { type: 'episode-rated', episode, pain: Math.max(0, eased), session })
    }
    tell(at + 11 * hour, { type: 'episode-ended', episode })
    if (week % 4 === 2)
      tell(at + 2 * day, {
        type: 'cramps-counted',
        night: new Date(at + 2 * day).toISOString().slice(0, 10),
        count: 2,
        region: 'calf',
        pain: 6,
      })
    if (week % 6 === 0) tell(at + 12 * hour, { type: 'drank', drink: 'water', ml: 1500 })
    if (week % 10 === 0) tell(at + 13 * hour, { type: 'ate', food: 'Banana', foodId: '173944', grams: 118 })
    if (week === 10) tell(at + day, { type: 'medicine-started', medicine: 'simvastatin', ingredient: 'simvastatin' })
    if (week === 30) tell(at + day, { type: 'medicine-started', medicine: 'furosemide', ingredient: 'furosemide' })
  }
  tell(until - 40 * day, { type: 'medicine-started', medicine: 'paracetamol', undated: true })
  trial(tell, 'trial-heat', until - 120 * day, 'Heat or ice for my back?', 40)
  tell(until - 3 * day, { type: 'question-added', text: 'Could one of my medicines be part of this?' })
  tell(until - 2 * day, { type: 'question-added', text: 'Which exercises may I do at work?' })
  return inOrder(events)
}

/** A rated trial of 36 days, finished. */
function trial(
  tell: (at: number, body: EventBody) => void,
  id: string,
  at: number,
  question: string,
  powerTrials = 0,
): void {
  const facts = Object.fromEntries(trialFacts.map(fact => [fact, false]))
  const arms = [
    { label: 'ice', remedy: 'cold' },
    { label: 'heat', remedy: 'heat' },
  ]
  const designed = design({
    question,
    arms,
    outcome: { model: 'rating', question: 'How bad was your pain today?' },
    facts,
    seed: 7,
    expectation: 6,
    powerTrials,
  })
  if (designed.kind !== 'designed') throw new Error(JSON.stringify(designed))
  const protocol = canonical(designed.protocol)
  const firstDay = new Date(at).toISOString().slice(0, 10)
  tell(at, {
    type: 'trial-began',
    trial: id,
    protocol,
    sha256: createHash('sha256').update(protocol).digest('hex'),
    firstDay,
  })
  for (let place = 1; place <= 36; place++) {
    if (place % 11 === 0) continue
    const period = designed.protocol.schedule.find(each => each.firstDay <= place && place <= each.lastDay)
    const then = at + (place - 1) * day + 10 * hour
    const y = (period?.arm === 1 ? 3 : 6) + (place % 3)
    const isDone = place !== 9
    tell(then, { type: 'trial-rated', trial: id, day: new Date(then).toISOString().slice(0, 10), y, isDone })
  }
}

/** More of everything than a page holds, in long words. */
export function crowded(now: number): readonly DiaryEvent[] {
  const until = midnight(now)
  const { events, tell } = telling()
  const start = until - 364 * day
  const long = (what: string) => `${what} `.repeat(60).trim().slice(0, 200)
  tell(start, {
    type: 'profile-said',
    birthYear: 1985,
    sex: 'female',
    pregnant: true,
    pregnancyWeeks: 20,
    conditions: Array.from({ length: 12 }, (_, index) => long(`condition-${index}`)),
    allergies: Array.from({ length: 12 }, (_, index) => long(`allergy ${index}`)),
  })
  const grave = Object.entries(triageKnowledge.findings)
    .filter(([, finding]) => highestAlone(finding) === 'emergency')
    .sort(([, a], [, b]) => b.statement.length - a.statement.length)
    .map(([id]) => id)
  for (let place = 0; place < 300; place++) {
    const at = start + place * 1.2 * day
    const episode = `e${place}`
    const complaint = place % 2 === 0 ? 'back' : 'cramp'
    tell(at, {
      type: 'episode-began',
      episode,
      complaint,
      region: regions[place % regions.length] ?? 'calf',
      side: 'left',
      pain: place % 11,
      setOffBy: long(`cause ${place % 7}`),
      note: long('a note'),
    })
    tell(at + hour, {
      type: 'answered',
      episode,
      page: 'emergency',
      present: grave.slice(place % 20, (place % 20) + 6),
      absent: [],
      unsure: grave.slice(30, 36),
    })
    tell(at + 2 * hour, {
      type: 'remedy-done',
      remedy: long(`my remedy ${place % 9}`),
      episode,
      painBefore: 10,
      painAfter: place % 11,
    })
    tell(at + 40 * hour, { type: 'episode-ended', episode, note: long('ended') })
  }
  for (const medicine of [
    'simvastatin',
    'furosemide',
    'salbutamol',
    'atorvastatin',
    'nifedipine',
    'donepezil',
    'raloxifene',
  ])
    tell(start + 100 * day, { type: 'medicine-started', medicine, ingredient: medicine })
  for (let place = 0; place < 12; place++)
    tell(until - day, { type: 'medicine-started', medicine: long(`unheard-of pill ${place}`) })
  for (const [place, ago] of [200, 150, 100, 60].entries())
    trial(tell, `t${place}`, until - ago * day, long(`which one of my remedies ${place}`))
  for (const food of [173944, 168462, 170379])
    tell(until - 5 * day, { type: 'ate', food: 'food', foodId: String(food), grams: 800 })
  tell(until - 5 * day, { type: 'drank', drink: 'water', ml: 1800 })
  for (const supplement of ['magnesium', 'calcium', 'vitamin-d', 'zinc'])
    tell(until - 5 * day, {
      type: 'medicine-taken',
      medicine: `${supplement}-supplement`,
      ingredient: `${supplement}-supplement`,
    })
  for (let place = 0; place < 9; place++) tell(until - day, { type: 'question-added', text: long(`question ${place}`) })
  return inOrder(events)
}

const inOrder = (events: readonly DiaryEvent[]): readonly DiaryEvent[] =>
  events.toSorted((a, b) => (a.id < b.id ? -1 : 1))
