/** What a recorded verdict says about an entry, and whether it still counts. */
import type { Reviewed } from '../knowledge/schema.ts'

/** An entry's dates and its verdict, if one is recorded. */
export interface WithVerdict {
  readonly compiled: string
  readonly reviewed?: Reviewed | undefined
}

/** Did a reviewer agree with the current version of the entry? */
export const isAgreed = (entry: WithVerdict): boolean => entry.reviewed?.verdict === 'agree' && !isRewritten(entry)

/** Was the entry rewritten after the verdict? Rewriting an entry sets its `compiled`. */
export const isRewritten = ({ reviewed, compiled }: WithVerdict): boolean =>
  reviewed !== undefined && reviewed.on < compiled

/** The reviewer and the verdict in one sentence. Undefined if there is no review. */
export function verdictSentence(entry: WithVerdict): string | undefined {
  if (!entry.reviewed) return undefined
  const { by, role, on, verdict } = entry.reviewed
  const who = `${by}, ${role},`
  if (isRewritten(entry)) return `${who} reviewed this on ${on}. It was rewritten after that.`
  return `${who} ${said[verdict]} on ${on}.`
}

const said: Readonly<Record<Reviewed['verdict'], string>> = {
  agree: 'agreed with this',
  change: 'asked for a change to this',
  disagree: 'did not agree with this',
}

/** Name and profession of the reviewer, or `none`. */
export const reviewerOf = ({ reviewed }: WithVerdict): string =>
  reviewed ? `${reviewed.by}, ${reviewed.role}` : 'none'
