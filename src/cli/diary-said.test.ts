/** `unknot diary pain`, `before`, `history` as a shell sees them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unknot, withCommand } from '../../test/support/command.ts'
import { lifeOf } from '../../test/support/life.ts'
import { toJson } from '../diary/json.ts'

withCommand()
const file = join(mkdtempSync(join(tmpdir(), 'unknot-said-')), 'life.json')
writeFileSync(file, toJson(lifeOf(7, 3500, Date.UTC(2026, 10, 30))))
const to = ['--to', '2026-11-30']

describe('unknot diary pain', () => {
  it('compares the medians of equal periods, and says how many days were rated', async () => {
    const { code, stdout } = await unknot(['diary', 'pain', file, ...to])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Pain is (about the same|lower than before|higher than before)\n/)
    expect(stdout).toMatch(
      /Last (\d+) days: pain [\d.]+ in the middle, half of the days [\d.]+ to [\d.]+, \d+ days rated\.\n {2}The \1 days before:/,
    )
    const { stdout: asJson } = await unknot(['diary', 'pain', file, '--json', ...to])
    const { all, parts, linked } = JSON.parse(asJson)
    expect(all).toMatchObject({
      kind: expect.any(String),
      after: { median: expect.any(Number), count: expect.any(Number) },
    })
    expect(Array.isArray(parts) && Array.isArray(linked)).toBe(true)
  })
})

describe('unknot diary before', () => {
  it('gives counts of the day before beside other days, as no proof', async () => {
    const { stdout } = await unknot(['diary', 'before', file, ...to])
    expect(stdout).toMatch(/^Days before a spasm or cramp: \d+\. Other days: \d+\.\n {2}This is no proof\./)
    expect(stdout).toMatch(/before \d+ of \d+ bad days, on \d+ of \d+ other days/)
    const { stdout: asJson } = await unknot(['diary', 'before', file, '--place', 'calf', '--json', ...to])
    expect(JSON.parse(asJson)).toMatchObject({ kind: 'compared', compared: expect.any(Number) })
  })
})

describe('unknot diary history', () => {
  it('describes each day in lines, the newest first', async () => {
    const { stdout } = await unknot(['diary', 'history', file, '--days', '3', ...to])
    const days = stdout.match(/^\d{4}-\d\d-\d\d$/gm) ?? []
    expect(days.length).toBeGreaterThan(0)
    expect(days).toEqual(days.toSorted().reverse())
    expect(stdout).toMatch(/^ {2}\d\d:\d\d {2}Drank [\d.]+ l: /m)
    const empty = await unknot(['diary', 'history', file, '--to', '2020-01-31'])
    expect(empty.stdout).toBe('No entries from 2020-01-18 to 2020-01-31.\n')
  })

  it('refuses a bad number, day or place in one line', async () => {
    for (const [flags, says] of [
      [['--days', 'x'], /whole number from 2 to 3650/],
      [['--to', '2026-02-31'], /a day like 2026-01-31/],
    ] as const) {
      const { code, stderr } = await unknot(['diary', 'history', file, ...flags])
      expect(code).toBe(2)
      expect(stderr).toMatch(says)
    }
    expect((await unknot(['diary', 'before', file, '--place', 'moon'])).code).toBe(2)
  })
})
