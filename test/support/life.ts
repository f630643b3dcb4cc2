/**
 * A generated life as a diary: cramps at night, spasms that ease, sessions, drinks, food, medicines. The same seed
 * gives the same life.
 */
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'

const hour = 3_600_000
const day = 24 * hour

/** The given number of events, the last of them before `until` (milliseconds since 1970), in order. */
export function lifeOf(seed: number, count: number, until: number): readonly DiaryEvent[] {
  const random = randomOf(seed)
  const days: (readonly Told[])[] = []
  let left = count
  for (let start = Math.floor(until / day) * day; left > 0; start -= day) {
    const told = dayOf(start, random, days.length)
      .filter(({ at }) => at < until)
      .sort((a, b) => a.at - b.at)
      .slice(-left)
    left -= told.length
    days.push(told)
  }
  return days.reverse().flatMap(told =>
    told.map(({ at, body }): DiaryEvent => {
      const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256))
      return { ...body, id: uuidV7(at, bytes), v: 2, at: `${new Date(at).toISOString().slice(0, 19)}Z` }
    }),
  )
}

interface Told {
  readonly at: number
  readonly body: EventBody
}

function dayOf(start: number, random: () => number, place: number): readonly Told[] {
  const told: Told[] = []
  const chance = (part: number) => random() < part
  const pick = <Item>(...items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const tell = (hours: number, body: EventBody) => told.push({ at: Math.round(start + hours * hour), body })
  const night = new Date(start).toISOString().slice(0, 10)

  if (chance(0.3)) {
    const region = pick('calf', 'calf', 'calf', 'foot', 'hamstring')
    tell(7 + random(), { type: 'cramps-counted', night, count: pick(1, 1, 2, 3), region, pain: pick(4, 5, 6, 7) })
  }
  if (chance(0.12)) {
    const episode = `cramp-${place}`
    const at = 2 + random() * 3
    tell(at, {
      type: 'episode-began',
      episode,
      complaint: 'cramp',
      region: pick('calf', 'calf', 'foot'),
      side: pick('left', 'right'),
    })
    tell(at + 0.1, { type: 'episode-ended', episode })
  }
  if (chance(0.1)) spasm(tell, random, pick, `spasm-${place}`)
  for (let drinks = 0; drinks < 8; drinks++)
    tell(8 + drinks * 1.5 + random(), {
      type: 'drank',
      drink: pick('water', 'water', 'tea', 'coffee'),
      ml: pick(150, 250, 300),
    })
  for (const meal of [8, 13, 19])
    for (let foods = 0; foods < 3; foods++)
      tell(meal + random() / 2, {
        type: 'ate',
        food: pick('bread', 'yogurt', 'spinach', 'beans', 'rice', 'fish', 'apple'),
        grams: pick(50, 100, 150),
      })
  tell(8 + random() / 2, { type: 'medicine-taken', medicine: 'simvastatin', dose: '20 mg' })
  if (chance(0.1))
    tell(21, {
      type: 'noted',
      text: pick('Slept badly.', 'Long drive today.', 'Garden work, felt fine.', 'Walked far.'),
    })
  return told
}

/** A back that hurts, is rated, warmed and stretched, and eases over the day. */
function spasm(
  tell: (hours: number, body: EventBody) => void,
  random: () => number,
  pick: <Item>(...items: readonly Item[]) => Item,
  episode: string,
): void {
  const at = 9 + random() * 3
  let pain = 5 + Math.floor(random() * 5)
  const setOffBy = pick('lifting', 'sitting long', 'bending')
  tell(at, {
    type: 'episode-began',
    episode,
    complaint: 'back',
    region: pick('low back', 'low back', 'neck'),
    side: pick('left', 'middle', 'right'),
    pain,
    setOffBy,
  })
  tell(at + 0.05, {
    type: 'answered',
    episode,
    page: 'emergency',
    present: [],
    absent: ['saddle-numbness', 'bladder-retention', 'chest-pain', 'fever', 'leg-weakness-new'],
    unsure: [],
    details: { age: 41, sex: 'female', hoursSinceOnset: 1 },
  })
  for (const [index, script] of [
    'heat/hot-water-bottle',
    'lb-knee-rolls',
    pick('lb-knee-to-chest', 'heat/hot-water-bottle'),
  ].entries()) {
    const session = `${episode}-${index}`
    const then = at + 0.5 + index * 3
    tell(then, { type: 'session-began', session, episode, script })
    tell(then + 0.25, { type: 'session-ended', session, status: 'done' })
    pain = Math.max(0, Math.min(10, pain - pick(-1, 0, 1, 1, 2, 3)))
    tell(then + 0.3, { type: 'episode-rated', episode, pain, session })
  }
  tell(at + 11, { type: 'episode-ended', episode })
}

/** Mulberry32: small, uniform enough for generated lives, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
