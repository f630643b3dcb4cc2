/**
 * Writes the knowledge as a dataset into `dist/dataset/`: JSON, CSV, JSON Schema. With `--since FILE`, a dataset of an
 * earlier version, also `changes.md`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeReport } from './dataset/changes.ts'
import { csvOf, type Dataset, datasetOf, datasetSchema } from './dataset/dataset.ts'
import { tables } from './dataset/tables.ts'
import { Faults } from './knowledge/files.ts'
import { readKnowledge } from './knowledge/read.ts'

const folder = 'dist/dataset'
const faults = new Faults()
const knowledge = readKnowledge('knowledge', faults)
if (faults.lines.length > 0) fail(`${faults.lines[0]}: run npm run knowledge`)
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
const dataset = datasetOf(knowledge, version)
const since = earlier()

mkdirSync(join(folder, 'csv'), { recursive: true })
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
write('unknot-knowledge.json', `${JSON.stringify(dataset, undefined, 1)}\n`)
write('unknot-knowledge.schema.json', `${JSON.stringify(datasetSchema(), undefined, 1)}\n`)
for (const { name } of tables) write(`csv/${name}.csv`, csvOf(dataset.tables[name]))
if (since) write('changes.md', changeReport(since, dataset))
const counts = tables.map(({ name }) => `${dataset.tables[name].length} ${name}`).join(', ')
console.log(`${folder}: version ${dataset.version}, ${counts}${since ? '; changes.md' : ''}`)

function earlier(): Dataset | undefined {
  const [flag, file, ...rest] = process.argv.slice(2)
  if (flag === undefined) return undefined
  if (flag !== '--since' || file === undefined || rest.length > 0)
    return fail('use npm run dataset, or npm run dataset -- --since OLD.json')
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Dataset>
    if (read.dataset === 'unknot-knowledge' && read.tables !== undefined) return read as Dataset
  } catch {
    return fail(`${file} cannot be read as JSON: give the unknot-knowledge.json of an earlier version`)
  }
  return fail(`${file} is no dataset of Unknot: give the unknot-knowledge.json of an earlier version`)
}

function fail(message: string): never {
  console.error(`dataset: ${message}`)
  process.exit(2)
}
