/** A back episode whose check is answered, with nothing ticked but what is given: for tests of what comes after it. */
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { assess } from '../../src/plan/assess.ts'

/** `began` is in milliseconds since 1970; `present` are findings that hold beyond an episode, such as weak bones. */
export function settledBack(began: number, present: readonly string[] = []): readonly DiaryEvent[] {
  const absent: string[] = []
  const known = { complaint: 'back', region: 'low back', side: 'middle', age: 41, sex: 'female' } as const
  for (let page = 0; page < 40; page++) {
    const from = {
      ...known,
      present,
      absent,
      unsure: [],
      conditions: [],
      medicines: [],
      context: { hoursSinceOnset: 2 },
    }
    const { ask } = assess(triageKnowledge, from)
    if (ask === null) break
    for (const { id, opens = [] } of ask.statements)
      absent.push(...[id, ...opens].filter(each => !present.includes(each) && !absent.includes(each)))
  }
  const bodies: readonly EventBody[] = [
    { type: 'episode-began', episode: 'back-1', complaint: 'back', region: 'low back', side: 'middle' },
    {
      type: 'answered',
      episode: 'back-1',
      page: 'gate',
      present,
      absent,
      unsure: [],
      details: { age: 41, sex: 'female', hoursSinceOnset: 2 },
    },
  ]
  return bodies.map((body, place) => ({
    ...body,
    id: uuidV7(began + place * 1000, new Uint8Array(10)),
    v: 2,
    at: new Date(began + place * 1000).toISOString(),
  }))
}
