/**
 * Is what is published what a stranger can use? Packs the last build, lints the package, installs it offline into an empty
 * project, and there type-checks and runs a consumer of every export, and the command. Ends with 1 at the first failure.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { consumers } from './surface-consumers.ts'

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** What may be published. Everything else is a surprise: tests, sources, source maps, build records. */
const expected = [
  /^(package\.json|LICENSE|NOTICE|THIRD-PARTY\.txt|README\.md|CHANGELOG\.md)$/,
  /^knowledge\/([a-z-]+\/){0,2}[a-z0-9-]+\.(yaml|md|tsv)$/i,
  /^dist\/cli\/((main|menu-worker)\.js(\.LEGAL\.txt)?|highs\.wasm)$/,
  /^dist\/app\/([\w./-]+)\.(html|js|css|svg|png|woff2|webmanifest|json|wasm)(\.gz|\.br)?$/,
  /^dist\/library\/[\w./-]+(\.js|\.d\.ts)$/,
]
const neverIn = /\.(test|spec)\.|\.map$|node_modules/

const isWindows = process.platform === 'win32'
const project = mkdtempSync(join(tmpdir(), 'unknot-surface-'))
try {
  const packed = pack()
  lookAtFiles(packed)
  await lint(join(project, packed.filename))
  install(packed.filename)
  useEveryExport()
  useTheCommand()
  console.log('surface: the package installs, type-checks and runs')
} catch (problem) {
  console.error(`surface: ${problem instanceof Error ? problem.message : problem}`)
  process.exitCode = 1
} finally {
  rmSync(project, { recursive: true, force: true })
}

/** Runs a program and returns what it printed; its output is shown when it fails. */
function run(program: string, args: readonly string[], cwd: string, input = ''): string {
  try {
    return execFileSync(program, args, { cwd, input, encoding: 'utf8', stdio: 'pipe', shell: isWindows })
  } catch (problem) {
    const { stdout = '', stderr = '' } = problem as { readonly stdout?: string; readonly stderr?: string }
    throw new Error(`${program} ${args.join(' ')} failed\n${stdout}${stderr}`.trimEnd())
  }
}

function pack(): Packed {
  const answer = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], '.')
  const [packed] = JSON.parse(answer) as readonly Packed[]
  if (!packed) throw new Error('npm pack wrote nothing')
  return packed
}

function lookAtFiles({ filename, size, files }: Packed): void {
  for (const file of files) console.log(`${String(file.size).padStart(9)}  ${file.path}`)
  console.log(`${String(size).padStart(9)}  ${filename}: bytes packed, ${files.length} files`)
  const surprises = files.filter(({ path }) => neverIn.test(path) || !expected.some(pattern => pattern.test(path)))
  if (surprises.length > 0) throw new Error(`packs ${surprises.map(({ path }) => path).join(', ')}`)
}

async function lint(tarball: string): Promise<void> {
  const { buffer } = new Uint8Array(readFileSync(tarball))
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: buffer } })
  const found = messages.map(
    message => `publint ${message.type}: ${formatMessage(message, pkg ?? {}, { color: false })}`,
  )
  if (found.length > 0) throw new Error(found.join('\n'))
}

/** Installs with neither network nor anything installed before, which only a package without dependencies survives. */
function install(filename: string): void {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(project, 'cache'), `./${filename}`],
    project,
  )
  const tree = JSON.parse(run('npm', ['ls', '--all', '--json'], project)) as { readonly dependencies: object }
  const { unknot, ...others } = tree.dependencies as Record<string, { readonly dependencies?: object }>
  if (unknot === undefined || unknot.dependencies || Object.keys(others).length > 0)
    throw new Error('installing it brings other packages: the library must have no dependencies')
}

/** Each export is used from TypeScript, checked against its declarations alone, and then run in Node. */
function useEveryExport(): void {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly exports: Record<string, unknown> }
  const unused = Object.keys(exports).filter(subpath => !Object.hasOwn(consumers, subpath))
  if (unused.length > 0) throw new Error(`no consumer uses ${unused.join(', ')}: add one to build/surface-consumers.ts`)
  const names = Object.entries(consumers).map(([subpath, text]) => {
    const name = subpath === '.' ? 'index' : subpath.slice(2)
    writeFileSync(join(project, `${name}.ts`), text)
    return name
  })
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: [],
    skipLibCheck: false,
  }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: names.map(name => `${name}.ts`) }),
  )
  run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.'], project)
  for (const name of names) run(process.execPath, [`${name}.js`], project)
  console.log(`surface: ${names.length} exports used from TypeScript and from Node`)
}

function useTheCommand(): void {
  const npx = (...args: readonly string[]) => ['--offline', '--no-install', 'unknot', ...args]
  const help = run('npx', npx('--help'), project)
  for (const name of ['triage', 'plan', 'session', 'serve'])
    if (!help.includes(`  ${name}`)) throw new Error(`unknot --help does not name ${name}`)
  const line = run('npx', npx('triage', '--json'), project, '{"complaint":"back","present":["saddle-numbness"]}')
  if (JSON.parse(line).tier !== 'emergency') throw new Error(`unknot triage --json answers ${line}`)
}
