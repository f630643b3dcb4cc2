/** A gentle flash at the edge of the screen at each change of a session, for people who do not hear the voice. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { toldEver } from '../../plan/told-ever.ts'
import { changesBetween, type FlashBarrier, flashBarrier } from '../../remedies/flash.ts'
import type { Session } from '../../remedies/session.ts'
import { settings } from '../state/settings.ts'
import { diary } from '../state/store.ts'
import { reducedMotion } from './player.tsx'

/** Why this person gets no flash, whatever they chose. */
export const useFlashBarrier = (): FlashBarrier | undefined => {
  const told = useMemo(() => toldEver(triageKnowledge, diary.value), [diary.value])
  return flashBarrier(told, reducedMotion())
}

interface FlashProps {
  readonly session: Session
  /** Index of the phase that is shown. */
  readonly index: number
}

export function Flash({ session, index }: FlashProps) {
  const barrier = useFlashBarrier()
  const isOn = settings.value.flash && barrier === undefined
  const looked = useRef(Date.now())
  const [last, setLast] = useState<number | undefined>(undefined)
  useEffect(() => {
    const now = Date.now()
    if (isOn && changesBetween(session, looked.current, now, last)) setLast(now)
    looked.current = now
  }, [session, index])
  return isOn && last !== undefined ? <div key={last} class="flash" aria-hidden="true" /> : null
}
