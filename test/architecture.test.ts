/** Which folder may import which. This table is the architecture; change it only with a decision record. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const engines = [
  'triage',
  'causes',
  'medicines',
  'remedies',
  'diary',
  'figure',
  'trials',
  'nutrition',
  'evidence',
  'products',
]
const pure = [...engines, 'plan', 'report', 'exchange', 'knowledge']
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  triage: ['knowledge'],
  causes: ['knowledge'],
  medicines: ['knowledge'],
  remedies: ['knowledge'],
  evidence: ['knowledge'],
  products: ['knowledge'],
  diary: ['knowledge'],
  figure: ['knowledge'],
  trials: ['knowledge'],
  nutrition: ['knowledge'],
  plan: ['knowledge', ...engines],
  report: ['knowledge', ...engines, 'plan'],
  exchange: ['knowledge', 'diary'],
  library: ['knowledge', ...engines, 'plan', 'report', 'exchange'],
  app: ['knowledge', ...engines, 'plan', 'report', 'exchange', 'library'],
  server: ['knowledge', ...engines, 'plan', 'report', 'exchange', 'library'],
  cli: ['knowledge', ...engines, 'plan', 'report', 'exchange', 'library', 'server'],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(path => join('src', path))
  .filter(path => /\.tsx?$/.test(path) && !path.includes('.test.'))
const inFolders = files.filter(path => path.split('/').length > 2)
const generated = /\.gen\.ts$/
const folderOf = (path: string) => path.split('/')[1] ?? ''
const importPattern = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g
const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(importPattern)].map(([, to = '']) => normalize(join(dirname(path), to)))

it('has a rule for every folder of src', () => {
  expect([...new Set(inFolders.map(folderOf))].filter(folder => !(folder in mayImport))).toEqual([])
})

it.each(inFolders.filter(path => !generated.test(path)))('%s imports only what its folder may', path => {
  const from = folderOf(path)
  const strays = importsOf(path).filter(to => {
    const folder = folderOf(to)
    const isFoundation = to.split('/').length === 2
    return folder !== from && !isFoundation && !mayImport[from]?.includes(folder)
  })
  expect(strays).toEqual([])
})

const isShape = /src\/(?:knowledge|diary)\/.*schema\.ts$/
const pureFiles = inFolders.filter(
  path => pure.includes(folderOf(path)) && !isShape.test(path) && !generated.test(path),
)

it.each(pureFiles)('%s needs nothing from npm or Node at run time, no clock and no dice', path => {
  const text = readFileSync(path, 'utf8')
  expect(text.match(/^(?:import|export) (?!type\b).* from '(?!\.)[^']+'/gm) ?? []).toEqual([])
  expect(text.match(/^(?:import|export) (?!type\b).* from '.*schema\.ts'/gm) ?? []).toEqual([])
  expect(text.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/g) ?? []).toEqual([])
})

it.each(pureFiles.filter(path => folderOf(path) !== 'knowledge'))('%s is given its knowledge', path => {
  expect(readFileSync(path, 'utf8').match(/\.gen\.ts'/g) ?? []).toEqual([])
})

it('is the table of ARCHITECTURE.md', () => {
  const [, section = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('## Which folder may import which')
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (`.*) \| (.*) \|$/gm)]
  const named = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const theEngines = named(rows.find(([, folders]) => folders?.includes('(the engines)'))?.[1])
  const written = rows.flatMap(([, folders, may = '']) =>
    named(folders).map(
      folder => [folder, [...named(may), ...(may.includes('the engines') ? theEngines : [])].sort()] as const,
    ),
  )
  const held = Object.entries(mayImport).map(([folder, may]) => [folder, may.toSorted()] as const)
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(held))
})
