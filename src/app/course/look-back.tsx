/** A week in words: what was done, how the pain went, how well what matters goes. Never a score, never a streak. */
import type { LookBack as Week } from '../../course/look-back.ts'

const words = {
  none: 'Nothing was noted. That is fine.',
  days: (days: number) => (days === 1 ? 'One day with a session.' : `${days} days with a session.`),
  walks: (days: number, minutes: number) =>
    `Walks on ${days} ${days === 1 ? 'day' : 'days'}, ${minutes} minutes in all.`,
  pain: (first: number, last: number) => `Pain before a session: ${first} at first, ${last} at last.`,
  matters: (matters: number) => `What matters to you: ${matters} of 10.`,
}

export const lookBackLines = ({
  days,
  walkDays,
  walkMinutes,
  painFirst,
  painLast,
  matters,
}: Week): readonly string[] =>
  days === 0
    ? [words.none]
    : [
        words.days(days),
        ...(walkDays > 0 ? [words.walks(walkDays, walkMinutes)] : []),
        ...(painFirst !== undefined && painLast !== undefined ? [words.pain(painFirst, painLast)] : []),
        ...(matters === undefined ? [] : [words.matters(matters)]),
      ]
