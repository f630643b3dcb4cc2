/**
 * Reads a table of tab-separated rows, for topics with too many rows for YAML. An error names the file and the line.
 */
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Entry, Faults } from './files.ts'

/** Each row with its shape; the first column is its id. `cell` converts the text of a column to its value. */
export function readRows<T>(
  file: string,
  columns: readonly string[],
  cell: (column: string, text: string) => unknown,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): readonly Entry<T>[] {
  if (!existsSync(file)) {
    faults.add(`${file}:1`, 'is missing')
    return []
  }
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n')
  if (head !== columns.join('\t')) faults.add(`${file}:1`, `its columns must be: ${columns.join(', ')}`)
  return lines.flatMap((line, index) => {
    if (line === '' && index === lines.length - 1) return []
    const at = () => `${file}:${index + 2}`
    const cells = line.split('\t')
    if (cells.length !== columns.length) {
      faults.add(at(), `has ${cells.length} columns, not ${columns.length}`)
      return []
    }
    const row = Object.fromEntries(columns.map((column, place) => [column, cell(column, cells[place] ?? '')]))
    const result = v.safeParse(schema, row)
    const id = cells[0] ?? ''
    if (result.success) return [{ id, value: result.output, at }]
    for (const issue of result.issues)
      faults.add(at(), `${[id, ...(issue.path ?? []).map(step => String(step.key))].join('.')}: ${issue.message}`)
    return []
  })
}
