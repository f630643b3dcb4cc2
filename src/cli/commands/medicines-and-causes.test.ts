import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const unknot = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync('npx', ['tsx', 'src/cli/main.ts', ...args], { input, encoding: 'utf8' })
  return { lines: stdout.trim().split('\n'), stderr: stderr.trim(), status }
}

it('prints one line for each name on stdin, reports bad ones, and exits with 2', { timeout: 60_000 }, () => {
  const input = '{"id":"1","typed":"lasix 40 mg"}\n{"id":"2"}\n\n{"id":"3","typed":"simvastatn"}\n'
  const { lines, stderr, status } = unknot(['medicines', '--json'], input)
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { id: '1', status: 'listed', ingredients: ['furosemide'] },
    { id: '2', line: 2, error: expect.stringContaining('has no "typed"') },
    { id: '3', status: 'which', ingredients: ['simvastatin'] },
  ])
  expect(stderr).toBe('unknot: line 2: has no "typed": give {"id":"1","typed":"lasix 40 mg"}')
  expect(status).toBe(2)
})

it('prints one line for each case of the causes', { timeout: 60_000 }, () => {
  const input = '{"id":"a","complaint":"cramp","region":"calf","age":40,"present":["cq-sit-long"]}\n'
  const { lines, status } = unknot(['causes', '--json'], input)
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { id: 'a', kind: 'causes', contributors: [{ id: 'posture-short-muscle' }] },
  ])
  expect(status).toBe(0)
})
