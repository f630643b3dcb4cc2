/** The real command, bundled as it is shipped, run as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { bundleCommand } from '../../build/command.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let folder = ''
let bundle = ''
/** Call it at the top of a test file: bundles the command once for it. */
export function withCommand(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'unknot-command-'))
    bundle = join(folder, 'cli/main.js')
    await bundleCommand(bundle)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
}

/** Runs the command to its end. */
export async function unknot(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = startUnknot(args, environment)
  child.stdin.end(input)
  return ended(child)
}

/** Starts the command and leaves it running; it is stopped when the test has ended. */
export function startUnknot(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeFlags: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  const env = { PATH: process.env.PATH, LANG: 'C', ...environment }
  const child = spawn(process.execPath, [...nodeFlags, bundle, ...args], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.on('error', () => undefined)
  return child
}

/** Starts the command in a terminal of 120 columns. Needs `script`, which every Debian and macOS has. */
export function unknotInTerminal(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const line = `stty cols 120 rows 70; exec ${[process.execPath, bundle, ...args].map(word => `'${word}'`).join(' ')}`
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

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
