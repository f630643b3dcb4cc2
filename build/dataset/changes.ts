/** What changed between two versions of the dataset, as Markdown: lower tiers first, because they can do harm. */
import { type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import type { Dataset } from './dataset.ts'
import { type Row, type TableName, tableNames } from './tables.ts'

export interface Change {
  readonly table: TableName
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The fields that differ, each with its text before and after. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  /** A finding, rule or combination that requires less than before. */
  readonly isLower: boolean
}

export function changesBetween(before: Dataset, after: Dataset): readonly Change[] {
  return tableNames.flatMap(table => {
    const [old, now] = [byId(before.tables[table]), byId(after.tables[table])]
    const ids = [...new Set([...old.keys(), ...now.keys()])]
    return ids.flatMap(id => {
      const [was, is] = [old.get(id), now.get(id)]
      const fields = differing(was, is)
      if (fields.length === 0) return []
      const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
      return [{ table, id, kind, fields: kind === 'changed' ? fields : [], isLower: rank(is) < rank(was) } as const]
    })
  })
}

/** The report as Markdown. */
export function changeReport(before: Dataset, after: Dataset): string {
  const changes = changesBetween(before, after)
  const lower = changes.filter(({ isLower }) => isLower)
  const count = (kind: Change['kind']) => changes.filter(each => each.kind === kind).length
  return [
    `# From ${before.version} to ${after.version}`,
    `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed.`,
    ...(lower.length > 0 ? [`## Requires less than before\n\n${lower.map(lineOf).join('\n')}`] : []),
    ...tableNames.flatMap(table => {
      const own = changes.filter(each => each.table === table)
      return own.length > 0 ? [`## ${table}\n\n${own.map(lineOf).join('\n')}`] : []
    }),
    '',
  ].join('\n\n')
}

function lineOf({ table, id, kind, fields }: Change): string {
  const shown = fields.map(({ name, before, after }) => `  - ${name}: ${short(before)} → ${short(after)}`)
  return [`- ${table} \`${id}\` ${kind}`, ...shown].join('\n')
}

const mostShown = 160
const short = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown - 3)}...` : text || '(none)')

const byId = (rows: readonly Row[] = []): ReadonlyMap<string, Row> => new Map(rows.map(row => [row.id, row]))

/** A tier as a number; none, or no entry, is below all. */
const rank = (row: Row | undefined): number => tiers.indexOf(row?.tier as Tier)

function differing(was: Row | undefined, is: Row | undefined): Change['fields'] {
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
  const text = (row: Row | undefined, name: string) => {
    const value = row?.[name]
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  }
  return names
    .map(name => ({ name, before: text(was, name), after: text(is, name) }))
    .filter(({ before, after }) => before !== after)
}
