/** The checks under way, in memory only. The oldest is forgotten when there are too many, and each after two hours. */
import type { Check } from './check.ts'

export interface Checks {
  readonly get: (id: string) => Check | undefined
  readonly keep: (check: Check) => void
  /** An id that cannot be guessed. */
  readonly newId: () => string
}

const mostChecks = 2000
const forgottenAfterMilliseconds = 2 * 60 * 60 * 1000

/** `now` in milliseconds. `newId` has to be random where several people ask the same server. */
export function checksInMemory(now: () => number, newId: () => string, most = mostChecks): Checks {
  const held = new Map<string, { readonly check: Check; readonly at: number }>()
  const forget = () => {
    for (const [id, { at }] of held)
      if (held.size > most || now() - at > forgottenAfterMilliseconds) held.delete(id)
      else return
  }
  return {
    get: id => {
      forget()
      return held.get(id)?.check
    },
    keep: check => {
      // Put last: the map is in the order of use.
      held.delete(check.id)
      held.set(check.id, { check, at: now() })
      forget()
    },
    newId,
  }
}
