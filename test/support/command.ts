/** The real command, bundled as published, run as a separate process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { bundleCommand } from '../../build/command.ts'
import { endWithParent } from '../../build/end-with-parent-flags.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let folder = ''
let bundle = ''
/** Call this at the top of a test file: it bundles the command once for the file. */
export function withCommand(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'unknot-command-'))
    bundle = join(folder, 'cli/main.js')
    // The database is not bundled: it is found where npm installed it.
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    await bundleCommand(bundle)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
}

/** The bundled command, for a test that starts it by itself. */
export const bundledCommand = (): string => bundle

/** Runs the command to its end, in the folder `cwd`. */
export async function unknot(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): Promise<Ended> {
  const child = startUnknot(args, environment, [], cwd)
  child.stdin.end(input)
  return ended(child)
}

/** Starts the command and leaves it running; it is stopped at the end of the test. */
export function startUnknot(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeFlags: readonly string[] = [],
  cwd = process.cwd(),
): ChildProcessWithoutNullStreams {
  const env = { PATH: process.env.PATH, LANG: 'C', ...environment }
  const child = spawn(process.execPath, [...endWithParent, ...nodeFlags, bundle, ...args], { cwd, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.on('error', () => undefined)
  return child
}

/** Runs the command with its output to an open file. */
export async function unknotInto(file: number, args: readonly string[]): Promise<Omit<Ended, 'stdout'>> {
  const child = spawn(process.execPath, [...endWithParent, bundle, ...args], { stdio: ['ignore', file, 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, stderr })))
}

/** Starts the command in a terminal. Needs `script`, which every Debian and macOS has. */
export function unknotInTerminal(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  columns = 120,
) {
  const line = `stty cols ${columns} rows 70; exec ${[process.execPath, ...endWithParent, bundle, ...args].map(word => `'${word}'`).join(' ')}`
  const env = { PATH: process.env.PATH, TERM: 'xterm', SHELL: '/bin/sh', LANG: 'C', ...environment }
  const child = spawn('script', ['-qec', line, '/dev/null'], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, stdout, stderr })))
}
