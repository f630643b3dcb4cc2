/** An urgent combination of a medicine and signs: what to do, and the official words about the medicine itself. */
import { explanations } from '../../knowledge/explanations.gen.ts'
import type { Reason } from '../../triage/triage.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  about: (names: string) => `About ${names}:`,
}

/** Words on stopping are shown only beside their medicines, and only because the combination applies. */
export function Combination({ reason }: { readonly reason: Reason }) {
  const explained = explanations.combinations[reason.id]
  if (!explained) return null
  const { action, stopInstruction, keepInstruction } = explained
  const taken = reason.medicines ?? []
  const stopped = taken.filter(id => stopInstruction?.medicines.includes(id))
  const kept = taken.filter(id => !stopped.includes(id))
  return (
    <div class="stack gap-2" data-combination={reason.id}>
      <ul class="ticks">
        {action.map(point => (
          <li key={point}>
            <Icon name="dot" />
            <span>{point}</span>
          </li>
        ))}
      </ul>
      {stopped.length > 0 && (
        <p>
          <b>{words.about(stopped.map(named).join(', '))}</b> {stopInstruction?.text.join(' ')}
        </p>
      )}
      {kept.length > 0 && keepInstruction && (
        <p>
          <b>{words.about(kept.map(named).join(', '))}</b> {keepInstruction}
        </p>
      )}
    </div>
  )
}

const named = (id: string) => id.replaceAll('-', ' ')
