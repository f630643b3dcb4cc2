/**
 * One line of calm advice on the first gate for a back, with the mark of its entry. It is not a remedy: decision 0058.
 */
import { useEffect, useState } from 'preact/hooks'
import { painted } from '../ui/after-paint.ts'
import { Passport, type PassportProps } from '../ui/passport.tsx'
import { GateIcon } from './gate-icon.tsx'

const words = 'Stay, or move to what hurts least. Breathe slowly. After a fall, keep still.'

export function Ease({ isAhead }: { readonly isAhead: boolean }) {
  const [passport, setPassport] = useState<PassportProps | undefined>()
  useEffect(() => {
    // The remedies are not loaded before the gate is visible.
    if (!isAhead)
      void painted()
        .then(() => import('../plan/door.ts'))
        .then(({ ofItem }) => setPassport(ofItem('relative-rest', 'back')))
  }, [isAhead])
  return (
    <section class="ease">
      <GateIcon gate="gate-ease" />
      <div>
        <p>{words}</p>
        {passport && <Passport {...passport} />}
      </div>
    </section>
  )
}
