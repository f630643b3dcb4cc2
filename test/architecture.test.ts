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
const pure = [...engines, 'plan', 'course', 'report', 'exchange', 'update', 'forms', 'knowledge']
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
  course: ['knowledge', ...engines, 'plan'],
  report: ['knowledge', ...engines, 'plan', 'course'],
  exchange: ['knowledge', 'diary'],
  sync: ['diary'],
  update: ['knowledge', ...engines],
  forms: ['knowledge', ...engines],
  library: ['knowledge', ...engines, 'plan', 'course', 'report', 'exchange', 'update', 'forms', 'sync'],
  element: ['knowledge', ...engines, 'plan'],
  app: ['knowledge', ...engines, 'plan', 'course', 'report', 'exchange', 'update', 'forms', 'sync', 'library'],
  mcp: ['knowledge', ...engines, 'plan', 'course', 'report', 'exchange', 'update', 'forms', 'library'],
  server: [
    'knowledge',
    ...engines,
    'plan',
    'course',
    'report',
    'exchange',
    'update',
    'forms',
    'sync',
    'library',
    'mcp',
  ],
  cli: [
    'knowledge',
    ...engines,
    'plan',
    'course',
    'report',
    'exchange',
    'update',
    'forms',
    'sync',
    'library',
    'mcp',
    'server',
  ],
}
const capabilities = [
  ...[
    'triage',
    'plan',
    'course',
    'session',
    'cramp',
    'emergency',
    'diary',
    'report',
    'trials',
    'nutrition',
    'medicines',
    'causes',
  ],
  ...['hydration', 'products', 'evidence', 'backup', 'exchange', 'settings', 'sync', 'update'],
]
const forEachCapability = ['ui', 'state', 'src/app/shell/place.ts', 'door.ts']
/** Inside the app: folders, or single files of them; `door.ts` means that of any other capability. */
const mayImportInApp: Readonly<Record<string, readonly string[]>> = {
  state: [],
  ui: ['state'],
  ...Object.fromEntries(capabilities.map(capability => [capability, forEachCapability])),
  shell: ['ui', 'state'],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(path => join('src', path))
  .filter(path => /\.tsx?$/.test(path) && !path.includes('.test.'))
const inFolders = files.filter(path => path.split('/').length > 2)
const generated = /\.gen\.ts$/
const folderOf = (path: string) => path.split('/')[1] ?? ''
const anyImport = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g
/** Not `import()`, which loads on demand. */
const atOnce = /(?:from|import)\s*['"](\.[^'"]+)['"]/g
const importsOf = (path: string, pattern = anyImport) =>
  [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, to = '']) => normalize(join(dirname(path), to)))

it('has a rule for every folder of src', () => {
  expect([...new Set(inFolders.map(folderOf))].filter(folder => !(folder in mayImport))).toEqual([])
})

it.each(inFolders.filter(path => !generated.test(path)))('%s imports only what its folder may import', path => {
  const from = folderOf(path)
  const strays = importsOf(path).filter(to => {
    const folder = folderOf(to)
    const isFoundation = to.split('/').length === 2
    return folder !== from && !isFoundation && !mayImport[from]?.includes(folder)
  })
  expect(strays).toEqual([])
})

const appFolderOf = (path: string) => /^src\/app\/([^/]+)\//.exec(path)?.[1]
const inApp = inFolders.filter(path => appFolderOf(path) !== undefined)

it('has a rule for every folder of the app', () => {
  expect([...new Set(inApp.map(appFolderOf))].filter(folder => !(folder && folder in mayImportInApp))).toEqual([])
})

it.each(inApp)('%s imports only what its folder of the app may import', path => {
  const from = appFolderOf(path) ?? ''
  const may = mayImportInApp[from] ?? []
  const strays = importsOf(path, from === 'shell' ? atOnce : anyImport).filter(to => {
    const folder = appFolderOf(to)
    if (folder === undefined || folder === from) return false
    const isDoor = capabilities.includes(folder) && to === `src/app/${folder}/door.ts` && may.includes('door.ts')
    return !isDoor && !may.includes(folder) && !may.includes(to)
  })
  expect(strays).toEqual([])
})

it.each(inApp.filter(path => path.endsWith('/door.ts')))('%s exports no screen', path => {
  expect(importsOf(path, anyImport).filter(to => to.endsWith('-screen.tsx'))).toEqual([])
})

it('has no circular imports, not even of types', () => {
  const imports = new Map(files.map(path => [path, generated.test(path) ? [] : importsOf(path)]))
  expect(circles(imports)).toEqual([])
})

/** Circular imports, direct or indirect: each circle once, as the files on it. */
function circles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = []
  const done = new Set<string>()
  const walk = (path: string, above: readonly string[]) => {
    const at = above.indexOf(path)
    if (at >= 0) found.push(above.slice(at))
    if (at >= 0 || done.has(path)) return
    for (const to of imports.get(path) ?? []) walk(to, [...above, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return found
}

// `from-json.ts` reads files from elsewhere by the shapes, so it needs them at run time.
const isShape = /src\/(?:knowledge|diary)\/.*schema\.ts$|src\/diary\/from-json\.ts$/
const pureFiles = inFolders.filter(
  path => pure.includes(folderOf(path)) && !isShape.test(path) && !generated.test(path),
)

it.each(pureFiles)('%s uses nothing from npm or Node at run time, no clock and no random numbers', path => {
  const text = readFileSync(path, 'utf8')
  expect(text.match(/^(?:import|export) (?!type\b).* from '(?!\.)[^']+'/gm) ?? []).toEqual([])
  expect(text.match(/^(?:import|export) (?!type\b).* from '.*schema\.ts'/gm) ?? []).toEqual([])
  expect(text.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/g) ?? []).toEqual([])
})

it.each(pureFiles.filter(path => folderOf(path) !== 'knowledge'))('%s receives its knowledge as an argument', path => {
  expect(readFileSync(path, 'utf8').match(/\.gen\.ts'/g) ?? []).toEqual([])
})

it('equals the table of ARCHITECTURE.md', () => {
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

it('equals the table of the app in ARCHITECTURE.md', () => {
  const [, section = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('## Inside the app')
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (`.*?) +\| (.*) \|$/gm)]
  const named = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const written = rows.flatMap(([, folders, may]) => named(folders).map(folder => [folder, named(may).sort()] as const))
  const held = Object.entries(mayImportInApp).map(([folder, may]) => [folder, may.toSorted()] as const)
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(held))
})
