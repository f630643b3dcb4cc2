/** The reasons for a tier: what was ticked, what it may mean, what to say on the phone, and the sources. */
import { explanations } from '../../knowledge/explanations.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { Reason } from '../../triage/triage.ts'
import { Passport } from '../ui/passport.tsx'
import { Combination } from './combination.tsx'
import { ofReason } from './sign-passports.ts'

const words = {
  unsure: 'You are not sure:',
  may: 'This may mean:',
  together: 'Signs that matter together',
}

export const explanationOf = ({ kind, id }: Reason) =>
  ({
    rule: explanations.redFlags,
    combination: explanations.combinations,
    finding: explanations.findings,
    unsure: explanations.findings,
  })[kind][id]

export function Reasons({ because }: { readonly because: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {because.map(reason => {
        const explanation = explanationOf(reason)
        const passport = ofReason(reason)
        const statement = triageKnowledge.findings[reason.id]?.statement
        return (
          <li key={`${reason.kind} ${reason.id}`} class="card stack gap-2" data-tier={reason.tier}>
            <h3>
              {reason.kind === 'unsure' && `${words.unsure} `}
              {statement ?? explanations.combinations[reason.id]?.title ?? words.together}
            </h3>
            {explanation?.why && <p>{explanation.why}</p>}
            <p class="quiet">
              {words.may} {explanation?.mayMean.join('; ')}.
            </p>
            {reason.kind === 'combination' && <Combination reason={reason} />}
            {passport && <Passport {...passport} />}
          </li>
        )
      })}
    </ul>
  )
}
