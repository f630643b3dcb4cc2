/**
 * Is the published package usable? Packs the last build, checks its contents, lints the package and the resolution of
 * its types, and installs it offline into an empty project. There it type-checks and runs a consumer of every export,
 * measures each, and runs the command. Exits with 1 at the first failure.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { serveApp } from './served-app.ts'
import { consumers } from './surface-consumers.ts'
import { type Packed, wrongContents } from './surface-contents.ts'
import { checkSizes } from './surface-sizes.ts'

const isWindows = process.platform === 'win32'
const project = mkdtempSync(join(tmpdir(), 'unknot-surface-'))
try {
  const packed = pack()
  lookAtFiles(packed)
  await lint(join(project, packed.filename))
  resolveTypes(packed.filename)
  install(packed.filename)
  const subpaths = useEveryExport()
  await checkSizes(project, subpaths)
  await useTheCommand()
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

function lookAtFiles(packed: Packed): void {
  const { filename, size, files } = packed
  for (const file of files) console.log(`${String(file.size).padStart(9)}  ${file.path}`)
  console.log(`${String(size).padStart(9)}  ${filename}: bytes packed, ${files.length} files`)
  const wrong = wrongContents(packed)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

async function lint(tarball: string): Promise<void> {
  const { buffer } = new Uint8Array(readFileSync(tarball))
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: buffer } })
  const found = messages.map(
    message => `publint ${message.type}: ${formatMessage(message, pkg ?? {}, { color: false })}`,
  )
  if (found.length > 0) throw new Error(found.join('\n'))
}

/** Runs "Are the types wrong?" for each export, as imported by a module in Node and in a bundler. */
function resolveTypes(filename: string): void {
  const attw = resolve('node_modules/@arethetypeswrong/cli/dist/index.js')
  run(process.execPath, [attw, filename, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'], project)
  console.log('surface: types resolve under node16 and in bundlers')
}

/** Installs without network or cache, which works only for a package without dependencies. */
function install(filename: string): void {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(project, 'cache'), `./${filename}`],
    project,
  )
  const tree = JSON.parse(run('npm', ['ls', '--all', '--json'], project)) as { readonly dependencies: object }
  const { unknot, ...others } = tree.dependencies as Record<string, { readonly dependencies?: object }>
  // The database of sync is an optional peer: npm names it with an empty entry, and installs nothing.
  const brought = Object.values(unknot?.dependencies ?? {}).filter(each => Object.keys(each as object).length > 0)
  if (unknot === undefined || brought.length > 0 || Object.keys(others).length > 0)
    throw new Error('installing it brings other packages: the library must have no dependencies')
}

/** Each export is used from TypeScript, checked against its declarations alone, and then run in Node. Returns their names. */
function useEveryExport(): readonly string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly exports: Record<string, unknown> }
  const unused = Object.keys(exports).filter(subpath => !Object.hasOwn(consumers, subpath))
  if (unused.length > 0) throw new Error(`no consumer uses ${unused.join(', ')}: add one to build/surface-consumers.ts`)
  const names = Object.entries(consumers).map(([subpath, text]) => {
    const name = subpath === '.' ? 'index' : subpath.slice(2)
    writeFileSync(join(project, `${name}.ts`), text)
    return name
  })
  for (const resolution of [
    { module: 'esnext', moduleResolution: 'bundler', noEmit: true },
    { module: 'node16', moduleResolution: 'node16' },
  ])
    compile(names, resolution)
  for (const name of names) run(process.execPath, [`${name}.js`], project)
  console.log(`surface: ${names.length} exports used from TypeScript and from Node`)
  return Object.keys(exports)
}

function compile(names: readonly string[], resolution: Readonly<Record<string, unknown>>): void {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    skipLibCheck: false,
    ...resolution,
  }
  const files = names.map(name => `${name}.ts`)
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.'], project)
}

/** The command runs, and serves the app and a menu, which needs the app's solver. */
async function useTheCommand(): Promise<void> {
  const npx = (...args: readonly string[]) => ['--offline', '--no-install', 'unknot', ...args]
  const help = run('npx', npx('--help'), project)
  for (const name of ['triage', 'plan', 'session', 'serve'])
    if (!help.includes(`  ${name}`)) throw new Error(`unknot --help does not name ${name}`)
  const line = run('npx', npx('triage', '--json'), project, '{"complaint":"back","present":["saddle-numbness"]}')
  if (JSON.parse(line).tier !== 'emergency') throw new Error(`unknot triage --json answers ${line}`)
  await useTheServer()
}

async function useTheServer(): Promise<void> {
  const { address, stop } = await serveApp(join(project, 'node_modules/unknot/dist/cli/main.js'))
  try {
    const page = await fetch(address)
    if (!page.ok || !(await page.text()).includes('<title>Unknot</title>')) throw new Error('unknot serve has no app')
    const headers = { 'content-type': 'application/json' }
    const menu = await fetch(`${address}api/menu`, { method: 'POST', headers, body: '{"age":34,"sex":"female"}' })
    // 503 if the machine is too busy; a missing thread or solver gives 500.
    if (!menu.ok && menu.status !== 503) throw new Error(`POST /api/menu answers ${menu.status} ${await menu.text()}`)
  } finally {
    await stop()
  }
}
