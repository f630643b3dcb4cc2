/** The figures of a crowd as tables of Markdown; beside them those of an earlier knowledge, where they are given. */
import { type Complaint, complaints, type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import { exactInterval } from './interval.ts'
import { countOf, type Met, sizeOf, type Tally } from './tally.ts'

type Row = readonly (string | number)[]

/** Rows as a table of Markdown; the columns after the first `texts` are numbers. */
export function table(heads: readonly string[], rows: readonly Row[], texts = 1): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`
  const rules = heads.map((_, place) => (place < texts ? '---' : '---:'))
  return [line(heads), line(rules), ...rows.map(line)].join('\n')
}

/** Percent with its exact 95 % interval: `2.31 (2.22-2.41)`. */
function percent(count: number, people: number): string {
  const [low, high] = exactInterval(count, people)
  return `${hundredth(count / people)} (${hundredth(low)}-${hundredth(high)})`
}

const hundredth = (share: number): string => (share * 100).toFixed(2)

const groups: readonly (readonly [name: string, of: readonly Complaint[]])[] = [
  ['all', complaints],
  ['back', ['back']],
  ['cramp', ['cramp']],
]

/** Percent of people at each tier, all and by complaint. */
export function tierTable(now: Tally, before?: Tally): string {
  const tallies = before ? [before, now] : [now]
  const names = before ? ['before', 'now'] : ['']
  const heads = groups.flatMap(([group]) => names.map(name => `${group} ${name}`.trim()))
  const rows = tiers.toReversed().map(tier => [tier, ...cellsOf(tallies, of => tally => countOf(tally, tier, of))])
  const below = (of: readonly Complaint[]) => (tally: Tally) =>
    belowSameDay.reduce((sum, tier) => sum + countOf(tally, tier, of), 0)
  return table(['tier', ...heads], [...rows, ['self-care, routine or soon', ...cellsOf(tallies, below)]])
}

const belowSameDay: readonly Tier[] = ['self-care', 'routine', 'soon']

const cellsOf = (tallies: readonly Tally[], count: (of: readonly Complaint[]) => (tally: Tally) => number) =>
  groups.flatMap(([, of]) => tallies.map(tally => percent(count(of)(tally), sizeOf(tally, of))))

/** What demanded a tier of most people, per 100,000. */
export function reasonTable(tier: Tier, most: number, now: Tally, before?: Tally): string {
  const both = new Map<string, { readonly kind: string; readonly id: string; now?: Met; before?: Met }>()
  for (const [name, tally] of [
    ['now', now],
    ['before', before],
  ] as const)
    for (const entry of tally?.entries ?? []) {
      const key = `${entry.kind} ${entry.id}`
      const found = both.get(key) ?? { kind: entry.kind, id: entry.id }
      found[name] = entry
      both.set(key, found)
    }
  const each = (entry: Met | undefined, tally: Tally | undefined, what: 'demanded' | 'alone') =>
    Math.round(((entry?.[what][tier] ?? 0) / (tally?.people ?? 1)) * 100_000)
  const rows = [...both.values()]
    .map(({ kind, id, ...entries }) => ({
      name: [`\`${id}\``, kind],
      before: before ? [each(entries.before, before, 'demanded'), each(entries.before, before, 'alone')] : [],
      now: [each(entries.now, now, 'demanded'), each(entries.now, now, 'alone')],
    }))
    .filter(row => [...row.before, ...row.now].some(count => count > 0))
    .sort((a, b) => Math.max(b.now[0] ?? 0, b.before[0] ?? 0) - Math.max(a.now[0] ?? 0, a.before[0] ?? 0))
    .slice(0, most)
  const heads = before ? ['before', 'before, alone', 'now', 'now, alone'] : ['people', 'alone']
  return table(
    ['entry', 'kind', ...heads],
    rows.map(row => [...row.name, ...row.before, ...row.now]),
    2,
  )
}
