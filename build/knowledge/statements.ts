/**
 * The rules for a statement of the check, so that a person can answer it: one fact, and a simpler wording with the same
 * meaning.
 */
import type { Entry, Faults } from './files.ts'

interface Asked {
  readonly kind: string
  readonly statement: string
  readonly simpler?: string | undefined
  readonly joined?: string | undefined
}

/** Adds an error for each statement that joins two facts, and for each simpler wording that drops "new" or "sudden". */
export function checkStatements(findings: readonly Entry<Asked>[], faults: Faults): void {
  for (const { id, value, at } of findings) {
    const { kind, statement, simpler = '', joined } = value
    // A look-alike also says what must be normal.
    const isJoined = kind !== 'pattern' && /\band\b/i.test(statement)
    if (isJoined && joined === undefined)
      faults.add(
        at(['statement']),
        `${id}: two facts joined by "and": split them, or say in "joined" why it is one sign`,
      )
    if (!isJoined && joined !== undefined)
      faults.add(at(['joined']), `${id}: "joined", but its statement joins nothing`)
    if (isNew.test(statement) && simpler !== '' && !saysNew.test(simpler))
      faults.add(at(['simpler']), `${id}: the simpler wording drops "new" or "sudden"`)
  }
}

const isNew = /\b(?:new|newly|sudden|suddenly)\b/i

/** Equivalent words in the simpler wording. */
const saysNew =
  /\b(?:new|newly|sudden|suddenly|now|lately|since|began|ago|no longer|out of nowhere|in a moment|first time|as it did|than before)\b/i
