/** Whom to contact first, if it is not the usual doctor: the maternity unit, the treating team, a crisis line. */
import { contacts } from '../../knowledge/contacts.gen.ts'
import { crisisLines } from '../../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { contactsOf } from '../../plan/contacts.ts'
import { crisisLineFor } from '../../plan/crisis-lines.ts'
import type { Reason } from '../../triage/triage.ts'
import { countryNow } from '../state/settings.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'

const words = {
  call: (name: string, number: string) => `${name}: ${number}`,
  any: (number: string) => `Call ${number}`,
}

export function Contacts({ because }: { readonly because: readonly Reason[] }) {
  const first = contactsOf(because)
  if (first.length === 0) return null
  const { sources, compiled, nextReview } = contacts
  return (
    <section class="card stack gap-2" data-contacts={first.join(' ')}>
      {first.map(contact => (
        <p key={contact} class="lead">
          <b>{contacts.contacts[contact]}</b>
        </p>
      ))}
      {first.includes('crisis-line') && <CrisisHelp />}
      <Passport entries={['/reference/pages/contacts']} certainty={null} {...{ sources, compiled, nextReview }} />
    </section>
  )
}

/** The crisis lines of the country; if it has none, its emergency number. */
function CrisisHelp() {
  const { lines, calls } = crisisLineFor(crisisLines, emergencyNumbers, countryNow())
  if (lines.length === 0)
    return calls.map(number => (
      <a key={number} class="btn next" href={`tel:${number}`}>
        <Icon name="phone" />
        {words.any(number)}
      </a>
    ))
  return lines.map(({ name, call, hours, text, sources, compiled, nextReview }) => (
    <div key={call} class="stack gap-2">
      <a class="btn next" href={`tel:${call}`}>
        <Icon name="phone" />
        {words.call(name, call)}
      </a>
      {(hours ?? text) && (
        <p class="quiet">
          {hours} {text}
        </p>
      )}
      <Passport entries={['/reference/pages/crisis-lines']} certainty={null} {...{ sources, compiled, nextReview }} />
    </div>
  ))
}
