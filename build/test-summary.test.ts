import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { summary } from './test-summary.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-summary-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const fails = (name: string, message: string) => ({ status: 'failed', fullName: name, failureMessages: [message] })
const units = {
  numPassedTests: 3,
  numFailedTests: 1,
  testResults: [
    { name: 'a.test.ts', status: 'failed', assertionResults: [fails('sums', '\u001b[31mtwo\u001b[39m\nlines')] },
    { name: 'b.test.ts', status: 'failed', message: 'does not load', assertionResults: [] },
  ],
}
const browser = {
  errors: [],
  stats: { expected: 5, unexpected: 1, flaky: 1 },
  suites: [
    {
      file: 'c.spec.ts',
      specs: [{ ok: true, title: 'opens', tests: [] }],
      suites: [
        {
          file: 'c.spec.ts',
          specs: [
            {
              ok: false,
              title: 'closes',
              tests: [{ status: 'unexpected', results: [{ errors: [{ message: 'open' }] }] }],
            },
            {
              ok: true,
              title: 'waits',
              tests: [{ status: 'flaky', results: [{ errors: [{ message: 'late' }] }, { errors: [] }] }],
            },
          ],
        },
      ],
    },
  ],
}

function written(files: Readonly<Record<string, unknown>>) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content))
  return summary({ units: join(folder, 'units.json'), browser: join(folder, 'browser.json') })
}

it('counts both runs, and lists each failed and each flaky test in one line', () => {
  expect(written({ 'units.json': units, 'browser.json': browser })).toEqual({
    passed: 9,
    failed: 2,
    flaky: ['c.spec.ts > waits: late'],
    broken: ['a.test.ts > sums: two lines', 'b.test.ts: does not load', 'c.spec.ts > closes: open'],
  })
})

it('a runner without results is a failure', () => {
  const { failed, broken } = written({ 'units.json': { ...units, numFailedTests: 0, testResults: [] } })
  expect(failed).toBe(1)
  expect(broken).toEqual([expect.stringMatching(/browser\.json was not written$/)])
})
