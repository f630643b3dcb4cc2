import { describe, expect, it } from 'vitest'
import type { DiaryEvent } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { holdingsOf } from '../library/medicines.ts'
import { assess } from './assess.ts'
import { episodeCase } from './episode-case.ts'
import { unnamedNow, withHeld } from './held-medicines.ts'

const at = '2026-11-01T11:00:00Z'
const now = Date.parse(at)
const started = (id: string, medicine: string): DiaryEvent => ({ id, v: 2, at, type: 'medicine-started', medicine })
const cramp: readonly DiaryEvent[] = [
  { id: 'a', v: 2, at, type: 'episode-began', episode: 'e', complaint: 'cramp', region: 'calf' },
  {
    id: 'b',
    v: 2,
    at,
    type: 'answered',
    episode: 'e',
    page: 'any',
    present: ['kidneys-weak', 'weakness-general'],
    absent: [],
    unsure: [],
  },
]
const kept = [...cramp, started('c', 'Co-amilofruse 5mg/40mg tablets'), started('d', 'Ramipril 5mg')]

/** The tier of the check of the kept diary, with its names looked up. */
function tierOf(events: readonly DiaryEvent[], names: readonly string[]) {
  const diary = withHeld(fold(events), holdingsOf(names))
  const episode = diary.episodes.at(-1)
  if (!episode) throw new Error('no episode')
  return assess(triageKnowledge, episodeCase(triageKnowledge, diary, episode, now)).tier
}

describe('a medicine that was kept by its name alone', () => {
  const names = unnamedNow(fold(kept).medicines, now)

  it('counts in the check once its name was looked up, with all that a combination holds', () => {
    expect(names).toEqual(['Co-amilofruse 5mg/40mg tablets', 'Ramipril 5mg'])
    expect(tierOf(kept, [])).not.toBe('emergency')
    expect(tierOf(kept, names)).toBe('emergency')
    const { medicines } = withHeld(fold(kept), holdingsOf(names))
    expect(medicines.map(({ ingredient }) => ingredient)).toEqual(['amiloride', 'furosemide', 'ramipril'])
  })

  it('is stopped as a whole, by the name that was kept', () => {
    const stopped: DiaryEvent = {
      id: 'f',
      v: 2,
      at,
      type: 'medicine-stopped',
      medicine: 'co-amilofruse 5MG/40mg tablets',
    }
    const { medicines } = withHeld(fold([...kept, stopped]), holdingsOf(names))
    expect(medicines.map(({ isCurrent }) => isCurrent)).toEqual([false, false, true])
  })

  it('stays a name where it is not certain what it holds', () => {
    const unsure = fold([started('c', 'the white one')])
    expect(unnamedNow(unsure.medicines, now)).toEqual(['the white one'])
    expect(withHeld(unsure, holdingsOf(['the white one']))).toBe(unsure)
  })
})
