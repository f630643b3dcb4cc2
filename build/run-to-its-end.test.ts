/** A run that is stopped or killed leaves nothing running; tested with a program under a shell under the run. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-run-'))
  writeFileSync(join(folder, 'sleeper.mjs'), "console.log('pid', process.pid)\nsetInterval(() => undefined, 1000)\n")
  // A shell in between, as with npm: it passes no signal on.
  const line = `'${process.execPath}' '${join(folder, 'sleeper.mjs')}'; true`
  writeFileSync(
    join(folder, 'run.mts'),
    `import { runToItsEnd } from '${resolve('build/run-to-its-end.ts')}'
process.exit(await runToItsEnd('sh', ['-c', ${JSON.stringify(line)}]))
`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('by %s', async signal => {
  const run = spawn(process.execPath, ['--import', 'tsx', join(folder, 'run.mts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await pidOf(run)
  expect(isRunning(pid)).toBe(true)
  run.kill(signal)
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 })
})

it('when only the shell that npm started is stopped', async () => {
  const shell = spawn('sh', ['-c', `'${process.execPath}' --import tsx '${join(folder, 'run.mts')}'; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await pidOf(shell)
  expect(isRunning(pid)).toBe(true)
  shell.kill('SIGTERM')
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 })
})

it('an undisturbed run exits with the code of its program', async () => {
  const file = join(folder, 'code.mts')
  writeFileSync(
    file,
    `import { runToItsEnd } from '${resolve('build/run-to-its-end.ts')}'
process.exit(await runToItsEnd(process.execPath, ['-e', 'process.exit(7)']))
`,
  )
  const run = spawn(process.execPath, ['--import', 'tsx', file], { stdio: 'ignore' })
  expect(await new Promise(done => run.once('exit', done))).toBe(7)
})

function pidOf(run: ChildProcessByStdio<null, Readable, null>): Promise<number> {
  return new Promise((done, fail) => {
    run.stdout.on('data', data => done(Number(/pid (\d+)/.exec(String(data))?.[1])))
    run.once('exit', code => fail(new Error(`the run ended with ${code}`)))
  })
}

/** A zombie process does not count as running. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
