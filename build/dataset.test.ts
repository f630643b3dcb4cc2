/** The dataset: valid by its own schema according to an independent validator, whole, and compared with an earlier one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import papa from 'papaparse'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { triageKnowledge } from '../src/knowledge/triage.gen.ts'
import { changeReport, changesBetween } from './dataset/changes.ts'
import { csvOf, type Dataset, datasetOf, datasetSchema } from './dataset/dataset.ts'
import type { Row, TableName } from './dataset/tables.ts'
import { Faults } from './knowledge/files.ts'
import { readKnowledge } from './knowledge/read.ts'

const dataset = datasetOf(readKnowledge('knowledge', new Faults()), '1.2.3')

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
const validate = ajv.compile(datasetSchema())
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** The dataset with one row of a table replaced, or taken out. */
const withRow = (table: TableName, id: string, change: (row: Row) => Row | undefined): Dataset => ({
  ...dataset,
  version: '1.2.4+changed',
  tables: {
    ...dataset.tables,
    [table]: dataset.tables[table].flatMap(row => (row.id === id ? (change(row) ?? []) : row)),
  },
})

it('is valid by its schema, which refuses a row with a tier that there is not', () => {
  expect(validate(asJson(dataset)) || validate.errors).toBe(true)
  expect(validate(asJson(withRow('rules', 'adrenal-crisis', row => ({ ...row, tier: 'tomorrow' }))))).toBe(false)
  expect(validate(asJson(withRow('rules', 'adrenal-crisis', ({ sources: _, ...row }) => row)))).toBe(false)
})

it('has every finding and rule of the check, each with sources that it holds too', () => {
  const ids = (table: TableName) => dataset.tables[table].map(({ id }) => id)
  expect(ids('findings').toSorted()).toEqual(Object.keys(triageKnowledge.findings).toSorted())
  expect(ids('rules').toSorted()).toEqual(triageKnowledge.redFlags.map(({ id }) => id).toSorted())
  const known = new Set(ids('sources'))
  const cited = [...dataset.tables.findings, ...dataset.tables.rules].flatMap(({ sources }) => sources as string[])
  expect(cited.filter(id => !known.has(id))).toEqual([])
})

it('has the same rows as CSV, with commas, quotes and lines kept', () => {
  for (const [table, rows] of Object.entries(dataset.tables)) {
    const { data, errors } = papa.parse<Record<string, string>>(csvOf(rows), { header: true, skipEmptyLines: true })
    expect(errors, table).toEqual([])
    expect(data.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  }
  const { data } = papa.parse<Record<string, string>>(
    csvOf([{ id: 'a', text: 'one, "two"\nthree', list: ['x', 'y'] }]),
    {
      header: true,
      skipEmptyLines: true,
    },
  )
  expect(data).toEqual([{ id: 'a', text: 'one, "two"\nthree', list: 'x; y' }])
})

it('changes its version with any row, and with nothing else', () => {
  const again = datasetOf(readKnowledge('knowledge', new Faults()), '1.2.3')
  expect(again.version).toBe(dataset.version)
  expect(dataset.version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/)
})

it('reports what changed, lower tiers first', () => {
  expect(changesBetween(dataset, dataset)).toEqual([])
  const softer = withRow('rules', 'adrenal-crisis', row => ({ ...row, tier: 'soon' }))
  expect(changesBetween(dataset, softer)).toMatchObject([
    {
      table: 'rules',
      id: 'adrenal-crisis',
      kind: 'changed',
      isLower: true,
      fields: [{ before: 'emergency', after: 'soon' }],
    },
  ])
  expect(changeReport(dataset, softer)).toContain('## Requires less than before\n\n- rules `adrenal-crisis` changed')
  expect(changesBetween(softer, dataset)[0]?.isLower).toBe(false)
  const gone = withRow('findings', 'saddle-numbness', () => undefined)
  expect(changesBetween(dataset, gone)).toMatchObject([{ id: 'saddle-numbness', kind: 'removed', isLower: true }])
  expect(changesBetween(gone, dataset)).toMatchObject([{ kind: 'added', isLower: false }])
})

it('refuses an earlier version that is none with one line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-dataset-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'old.json')
  writeFileSync(file, '{"dataset":"another"}')
  try {
    execFileSync('node', ['--import', 'tsx', 'build/dataset.ts', '--since', file], { stdio: 'pipe' })
    expect.unreachable()
  } catch (problem) {
    const { status, stderr } = problem as { readonly status: number; readonly stderr: Buffer }
    expect(status).toBe(2)
    expect(stderr.toString()).toMatch(/^dataset: [^\n]+ is no dataset of Unknot: give [^\n]+\n$/)
  }
})

it('is cited by a file that names its title, version and licence', () => {
  const cff = parse(readFileSync('CITATION.cff', 'utf8')) as Record<string, unknown>
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
  expect(cff).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', version, license: 'CC-BY-4.0' })
  for (const required of ['message', 'title', 'authors']) expect(cff[required]).toBeTruthy()
})
