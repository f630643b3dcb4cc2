/** The examples run as they are written, against the real server; and so does every curl line of docs/clients.md. */
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { freePort } from '../../build/free-port.ts'
import { bundledCommand, startUnknot, withCommand } from '../../test/support/command.ts'
import { server } from '../../test/support/server.ts'

withCommand()
const run = promisify(execFile)

async function served(): Promise<string> {
  const port = await freePort()
  await once(startUnknot(['serve', '--port', String(port)]).stdout, 'data')
  return `http://127.0.0.1:${port}`
}

const hasPython = spawnSync('python3', ['--version']).status === 0

it.each([
  ['node', ['--import', 'tsx', 'examples/check-over-http.ts'], true],
  ['python3', ['examples/check_over_http.py'], hasPython],
] as const)('%s %j runs the whole check over HTTP', { timeout: 120_000 }, async (program, words, isThere) => {
  // A machine without Python cannot run its example.
  if (!isThere) return
  const { stdout } = await run(program, [...words], { env: { ...process.env, UNKNOT_URL: await served() } })
  expect(stdout).toMatch(/^Between your legs, newly\? No\.\n/)
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^self-care: /)
})

it('the host without a language model reads every question, then the plan', { timeout: 120_000 }, async () => {
  const env = { ...process.env, UNKNOT: `${process.execPath} ${bundledCommand()}` }
  const { stdout } = await run('node', ['--import', 'tsx', 'examples/assistant.ts', '--nothing'], { env })
  expect(stdout).toContain('Between your legs, newly?')
  expect(stdout).toContain('Get help if:')
})

it('every curl line of docs/clients.md is answered', async () => {
  const lines = readFileSync('docs/clients.md', 'utf8').match(/^curl .*$/gm) ?? []
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    const [, path = '', body] = /^curl '?localhost:8787([^' ]+)'?(?: -H '[^']+' -d '(.*)')?$/.exec(line) ?? []
    const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    expect((await server.request(path, init)).status, line).toBe(200)
  }
})
