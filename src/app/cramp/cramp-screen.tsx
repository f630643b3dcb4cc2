/**
 * A cramp right now. The muscle of the last cramp is released at once; any other is chosen from a drawing.
 *
 * This is the only remedy shown before the check: its signs are on the same screen, and a yes or "not sure" ends it.
 */
import { useEffect } from 'preact/hooks'
import { isLimb } from '../../plan/cramp-now.ts'
import { dimAtNight } from '../state/settings.ts'
import { diary, episode, openSession } from '../state/store.ts'
import { beginCramp, lastLimb, releaseOf } from './begin-cramp.ts'
import { Holding } from './holding.tsx'
import { LetGo } from './let-go.tsx'
import { PickLimb } from './pick-limb.tsx'

/** The id: empty to begin at once, `other` to choose the muscle, or the id of an episode that is over. */
export function Screen({ id }: { readonly id: string }) {
  const running = openSession.value
  const region = episode.value?.region
  const isHeld = running !== undefined && region !== undefined && isLimb(region) && running.script === releaseOf(region)
  const last = id === '' && !isHeld ? lastLimb() : undefined
  useEffect(dimAtNight, [])
  useEffect(() => {
    if (last) beginCramp(last.region, last.side)
  }, [last === undefined])
  const over = diary.value.episodes.find(each => each.id === id)
  if (isHeld && id !== 'other') return <Holding session={running} region={region} />
  if (over?.endedAt !== undefined && isLimb(over.region)) return <LetGo over={over} endedAt={over.endedAt} />
  return last ? null : <PickLimb />
}
