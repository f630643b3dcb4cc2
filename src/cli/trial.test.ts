import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { centHeadings } from '../../test/support/cent.ts'
import type { Analysis, FrozenProtocol } from '../library/trials.ts'

const unknot = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'trial', ...args], { encoding: 'utf8', input })
const data = (name: string) => `test/trials/data/${name}.csv`
const folder = mkdtempSync(join(tmpdir(), 'unknot-trial-'))
const write = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('unknot trial analyse', () => {
  it('prints the JSON of the reference format, from a file or from stdin', () => {
    const fromFile = unknot(['analyse', data('sim_crampnight_yesno'), '--model', 'yes-no', '--json'])
    expect(fromFile.status).toBe(0)
    const analysis = JSON.parse(fromFile.stdout) as Analysis
    expect(analysis.model).toBe('yes-no')
    expect(analysis.contrasts[0]).toMatchObject({
      from: 'no stretching',
      to: 'nightly stretching',
      verdict: 'not-settled',
    })
    expect(analysis.contrasts[0]?.mean).toBeCloseTo(-0.872226, 3)
    const text = readFileSync(data('sim_crampnight_yesno'), 'utf8')
    expect(unknot(['analyse', '-', '--model', 'yes-no', '--json'], text).stdout).toBe(fromFile.stdout)
  })

  it('reports under the headings of CENT', () => {
    const { stdout, status } = unknot(['analyse', data('sim_heat_ice')])
    expect(status).toBe(0)
    for (const heading of centHeadings) expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'))
    expect(stdout).toContain('Heat works noticeably better for you.')
  })

  it.each([
    [['analyse', 'no-such-file.csv'], /no-such-file.csv: cannot be read/],
    [['analyse', data('real_melatonin_mood')], /line 2, column "y": 60 lies outside the scale 0 to 10/],
    [['analyse', data('sim_heat_ice'), '--scale', '10'], /0\.\.10/],
    [['analyse', data('sim_heat_ice'), '--mcid', '-1'], /above 0/],
    [['analyse', data('sim_heat_ice'), '--model', 'rats'], /rats/],
    [['analyse', write('bad.json', '{"rows": [\n{"day": 1,}\n]}')], /bad.json: not JSON \(line 2, column 11\)/],
  ])('%j ends with 2 and one line', (args, message) => {
    const { status, stderr, stdout } = unknot(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(message)
  })
})

describe('unknot trial design, then analyse by its protocol', () => {
  const designed = unknot([
    'design',
    '--arm',
    'ice',
    '--arm',
    'heat',
    '--seed',
    '7',
    '--holds',
    'none',
    '--power',
    '0',
    '--expectation',
    '8',
  ])

  it('freezes a protocol whose hash is checked', () => {
    expect(designed.status).toBe(0)
    const frozen = JSON.parse(designed.stdout) as FrozenProtocol
    expect(frozen.sha256).toMatch(/^[0-9a-f]{64}$/)
    const used = unknot(['analyse', data('sim_heat_ice'), '--protocol', write('protocol.json', designed.stdout)])
    expect(used.stdout).toContain(frozen.sha256)
    expect(used.stdout).toContain('Expected before the start: 8 of 10')
    const changed = write('changed.json', designed.stdout.replace('"expectation": 8', '"expectation": 2'))
    expect(unknot(['analyse', data('sim_heat_ice'), '--protocol', changed])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('changed after it was frozen'),
    })
  })

  it('asks for missing facts, and refuses with the reason', () => {
    expect(unknot(['design', '--arm', 'ice', '--arm', 'heat'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--holds'),
    })
    const refused = unknot(['design', '--arm', 'ice', '--arm', 'heat', '--holds', 'red-flag', '--json'])
    expect(JSON.parse(refused.stdout)).toMatchObject({ kind: 'refused', because: [{ fact: 'red-flag' }] })
    const medicine = unknot(['design', '--arm', 'ice', '--arm', 'magnesium', '--holds', 'none', '--json'])
    expect(JSON.parse(medicine.stdout)).toMatchObject({ kind: 'refused', because: [{ fact: 'supplement' }] })
  })
})

it('unknot trial pool combines results, and names a file that does not fit', () => {
  const result = (name: string) => write(`${name}.result.json`, unknot(['analyse', data(name), '--json']).stdout)
  const [one, two] = [result('sim_heat_ice'), result('sim_null_missing')]
  const pooled = JSON.parse(unknot(['pool', one, two, '--json']).stdout)
  expect(pooled).toMatchObject({ from: 'ice', to: 'heat', people: [{ id: 'sim_heat_ice.result.json' }, {}] })
  expect(pooled.group.mean).toBeGreaterThan(-2.6)
  expect(pooled.group.mean).toBeLessThan(0)
  expect(unknot(['pool', one, write('other.json', '{}')])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^unknot: other.json: not the result of an analysis/),
  })
})
