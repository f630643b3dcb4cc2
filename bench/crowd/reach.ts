/** How many ordinary people meet each finding, red flag and combination: a table for whoever reviews the entries. */
import type { Tally } from './tally.ts'

/**
 * Rows of `kind`, `id` and `met`, with a head: people per 100,000 of whom the finding was known to be true when the check
 * ended (asked, or listed as a medicine or illness), or for whom the red flag or combination fired.
 */
export function reachTable({ entries, people }: Tally): string {
  const rows = entries
    .map(({ kind, id, met }) => [kind, id, String(Math.round((met / people) * 100_000))])
    .sort(([kindA = '', idA = ''], [kindB = '', idB = '']) =>
      kindA === kindB ? compare(idA, idB) : compare(kindA, kindB),
    )
  return [['kind', 'id', 'met'], ...rows].map(row => `${row.join('\t')}\n`).join('')
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
