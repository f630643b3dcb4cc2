/**
 * Runs a program and shows its output. When this process is stopped, the program and everything that it started are
 * stopped too.
 */
import './end-with-parent.mjs'
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { endWithParent } from './end-with-parent-flags.ts'

/** The time that a program has to clean up after a stop signal. Milliseconds. */
const patience = 10_000

const isWindows = process.platform === 'win32'
const running = new Set<ChildProcess>()

/** Resolves with the exit code. With `errorsOnly`, only its stderr is shown. */
export function runToItsEnd(program: string, words: readonly string[], show?: 'errorsOnly'): Promise<number> {
  const child = spawn(program, words, {
    stdio: ['ignore', show === 'errorsOnly' ? 'ignore' : 'inherit', 'inherit'],
    shell: isWindows,
    // A separate process group: a signal reaches every process of it exactly once, also with a shell in between.
    detached: !isWindows,
    env: endingWithThis(),
  })
  running.add(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}

/** The environment of programs that must not outlive this process, even if it is killed. */
export function endingWithThis(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, ...endWithParent].filter(Boolean).join(' '),
    UNKNOT_END_WITH: String(process.pid),
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, async () => {
    const code = 128 + constants.signals[signal]
    setTimeout(() => process.exit(code), patience).unref()
    await Promise.all([...running].map(interrupted))
    process.exit(code)
  })

/** SIGINT, because test runners clean up on that signal. */
function interrupted(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('close', () => resolve())
    try {
      if (isWindows || child.pid === undefined) child.kill('SIGINT')
      else process.kill(-child.pid, 'SIGINT')
    } catch {
      // It has just exited.
    }
  })
}
