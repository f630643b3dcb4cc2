/**
 * The programs that the tests use and npm does not bring: finds missing ones, and installs them if the apt-get of
 * Debian or Ubuntu works without a password. Elsewhere it prints the command that installs them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, isProgram } from './chromium.ts'

/** The queries and actions on a machine, which a test can replace. */
export interface Machine {
  readonly hasChromium: () => boolean
  /** The value of CHROMIUM, if set. */
  readonly chromiumNamed: string | undefined
  readonly has: (command: string) => boolean
  /** Are the programs of a PostgreSQL server there? Debian keeps them outside PATH. */
  readonly hasPostgres: () => boolean
  readonly platform: NodeJS.Platform
  /** The ID of /etc/os-release: `debian`, `ubuntu`, ... */
  readonly distribution: string
  readonly isRoot: boolean
  /** Does `sudo` work without a password? */
  readonly canSudo: () => boolean
  /** Runs a command with visible output, and returns whether it succeeded. */
  readonly run: (command: readonly string[]) => boolean
  readonly say: (line: string) => void
}

/**
 * Each program opens output of Unknot or runs it in a terminal; with the Debian and Homebrew packages that contain it.
 */
const programs = [
  { command: 'age', debian: 'age', brew: 'age' },
  { command: 'pdfinfo', debian: 'poppler-utils', brew: 'poppler' },
  // Part of macOS.
  { command: 'script', debian: 'bsdutils', brew: undefined },
] as const

/**
 * Makes sure that every program is available. If one cannot be installed, prints what to run and returns false. Without
 * PostgreSQL the tests run all the same, and those of it say that they were not run.
 */
export function ensurePrograms(machine: Machine): boolean {
  if (!ensureNeeded(machine)) return false
  if (!machine.hasPostgres()) installPostgres(machine)
  return true
}

function installPostgres(machine: Machine): void {
  const { has, isRoot, canSudo, run, say } = machine
  const mayRun = has('apt-get') && (isRoot || (has('sudo') && canSudo()))
  const asRoot = isRoot ? [] : ['sudo', '-n']
  // Recommended packages are for a lasting server.
  const words = ['install', '-y', '-q', '--no-install-recommends', 'postgresql']
  if (mayRun) {
    say('The tests of sync use PostgreSQL, which is not installed here.')
    for (const command of [
      [...asRoot, 'apt-get', 'update', '-q'],
      [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...patiently, ...words],
    ]) {
      say(`> ${command.join(' ')}`)
      run(command)
    }
  }
  if (!machine.hasPostgres())
    say('PostgreSQL is not there: sync is tested on libSQL alone. To test it too, install the package postgresql.')
}

function ensureNeeded(machine: Machine): boolean {
  const missing = missingPrograms(machine)
  if (missing.length === 0) return true
  if (missing.includes('chromium') && machine.chromiumNamed) {
    machine.say(
      `CHROMIUM is ${machine.chromiumNamed}, which is no program: set it to the path of a Chromium, or unset it.`,
    )
    return false
  }
  machine.say(`The tests need ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not installed here.`)
  const { commands, mayRun } = installation(machine)
  if (mayRun) {
    for (const command of commands) {
      machine.say(`> ${command.join(' ')}`)
      // An update may fail if a list is locked or unreachable; the next command shows whether it mattered.
      if (!machine.run(command) && !command.includes('update')) break
    }
    if (missingPrograms(machine).length === 0) return true
  }
  const line = commands.map(command => command.join(' ')).join(' && ')
  machine.say(
    line === ''
      ? `Install ${missing.join(', ')} with the package manager of this machine, then run this again.`
      : `Run this once, then this again: ${line}`,
  )
  return false
}

/** The names of the missing programs. */
export function missingPrograms({ hasChromium, has }: Machine): readonly string[] {
  const others = programs.filter(({ command }) => !has(command)).map(({ command }) => command)
  return hasChromium() ? others : ['chromium', ...others]
}

interface Installation {
  /** The commands as words; none without a known package manager. */
  readonly commands: readonly (readonly string[])[]
  /** Can they run without a password? */
  readonly mayRun: boolean
}

/** How to install what is missing on this machine. */
function installation(machine: Machine): Installation {
  const { has, platform, distribution, isRoot } = machine
  const missing = missingPrograms(machine)
  const wanted = programs.filter(({ command }) => missing.includes(command))
  const needsChromium = missing.includes('chromium')
  const fromPlaywright = ['npx', 'playwright', 'install', ...(platform === 'linux' ? ['--with-deps'] : []), 'chromium']
  if (has('apt-get')) {
    // Ubuntu's own package is a stub for a snap, which many containers cannot run.
    const isUbuntu = distribution === 'ubuntu'
    const packages = [...(needsChromium && !isUbuntu ? chromiumOfDebian : []), ...wanted.map(({ debian }) => debian)]
    const mayRun = isRoot || (has('sudo') && machine.canSudo())
    const asRoot = isRoot ? [] : mayRun ? ['sudo', '-n'] : ['sudo']
    const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...patiently]
    const install = [
      [...asRoot, 'apt-get', 'update', '-q'],
      [...asRoot, ...quietly, 'install', '-y', '-q', '--no-install-recommends', ...packages],
    ]
    return {
      commands: [...(packages.length > 0 ? install : []), ...(needsChromium && isUbuntu ? [fromPlaywright] : [])],
      mayRun,
    }
  }
  if (platform !== 'darwin') return { commands: [], mayRun: false }
  const formulas = wanted.flatMap(({ brew }) => brew ?? [])
  return {
    commands: [
      ...(formulas.length > 0 ? [['brew', 'install', ...formulas]] : []),
      ...(needsChromium ? [fromPlaywright] : []),
    ],
    mayRun: false,
  }
}

/** Half of the recommended packages are for a desktop, but a page needs a font. */
const chromiumOfDebian = ['chromium', 'fonts-liberation']

/** Another apt-get may be running: wait for it up to this many seconds. */
const patiently = ['-o', 'DPkg::Lock::Timeout=600']

/** The folder of `initdb` and `pg_ctl`: the newest of Debian's, or one in PATH. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...path()]
  return folders.find(folder => ['initdb', 'pg_ctl', 'postgres'].every(name => isProgram(join(folder, name))))
}

const path = (): readonly string[] => (process.env.PATH ?? '').split(delimiter)

/** The real machine. */
export const thisMachine: Machine = {
  hasChromium: () => findChromium() !== undefined,
  chromiumNamed: process.env.CHROMIUM,
  has: command => path().some(folder => isProgram(join(folder, command))),
  hasPostgres: () => findPostgres() !== undefined,
  platform: process.platform,
  distribution: distribution(),
  isRoot: process.getuid?.() === 0,
  canSudo: () => spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0,
  run: ([program = '', ...words]) =>
    spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
      .status === 0,
  say: line => console.log(line),
}

function distribution(): string {
  try {
    return /^ID="?([\w.-]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(ensurePrograms(thisMachine) ? 0 : 1)
