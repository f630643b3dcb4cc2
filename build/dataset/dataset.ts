/** The knowledge as one dataset: JSON with every table, the same as CSV, and its JSON Schema. */
import { createHash } from 'node:crypto'
import { toJsonSchema } from '@valibot/to-json-schema'
import papa from 'papaparse'
import type { Knowledge } from '../knowledge/read.ts'
import { type Row, type TableName, tables } from './tables.ts'

export interface Dataset {
  readonly dataset: 'unknot-knowledge'
  /** The version of Unknot, and a mark of the content: it changes with every change of a row. */
  readonly version: string
  readonly licence: 'CC-BY-4.0'
  readonly notice: string
  /** The newest day on which an entry was written. */
  readonly compiled: string
  readonly tables: Readonly<Record<TableName, readonly Row[]>>
}

export function datasetOf(knowledge: Knowledge, packageVersion: string): Dataset {
  const rows = Object.fromEntries(
    tables.map(({ name, entries }) => [name, entries(knowledge).map(({ id, value }) => ({ id, ...value }))]),
  ) as Record<string, readonly Row[]> as Dataset['tables']
  const mark = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)
  const days = Object.values(rows).flatMap(all => all.map(({ compiled }) => String(compiled ?? '')))
  return {
    dataset: 'unknot-knowledge',
    version: `${packageVersion}+${mark}`,
    licence: 'CC-BY-4.0',
    notice:
      'Not a medical device. No clinician has reviewed this content. Keep reviewedBy, nextReview and sources with it.',
    compiled: days.toSorted().at(-1) ?? '',
    tables: rows,
  }
}

/** The JSON Schema (2020-12) of the dataset. Each table is a schema of its own inside it. */
export function datasetSchema(): object {
  const arrays = tables.map(({ name, says, shape }) => {
    const {
      $schema: _dialect,
      properties,
      required = [],
      ...rest
    } = toJsonSchema(shape, {
      target: 'draft-2020-12',
      errorMode: 'ignore',
    })
    const id = { type: 'string', description: 'Keeps its meaning from version to version.' }
    const items = {
      $id: `urn:unknot:${name}`,
      ...rest,
      properties: { id, ...properties },
      required: ['id', ...required],
    }
    return [name, { type: 'array', description: says, items }] as const
  })
  const text = { type: 'string' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The knowledge of Unknot',
    type: 'object',
    properties: {
      dataset: { const: 'unknot-knowledge' },
      ...{ version: text, licence: text, notice: text, compiled: { type: 'string', format: 'date' } },
      tables: {
        type: 'object',
        properties: Object.fromEntries(arrays),
        required: tables.map(({ name }) => name),
        additionalProperties: false,
      },
    },
    required: ['dataset', 'version', 'licence', 'notice', 'compiled', 'tables'],
    additionalProperties: false,
  }
}

/** A table as CSV: a list of texts is joined by "; ", anything deeper is JSON. */
export function csvOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  return `${papa.unparse({ fields: columns, data: rows.map(row => columns.map(column => cell(row[column]))) })}\r\n`
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value.join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
