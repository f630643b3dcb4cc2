/** `unknot report` as a shell sees it. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unknot, withCommand } from '../../test/support/command.ts'
import { weeklyYear } from '../../test/support/report-diary.ts'
import { toJson } from '../diary/json.ts'

withCommand()
const folder = mkdtempSync(join(tmpdir(), 'unknot-report-'))
const now = Date.parse('2026-11-25T12:00:00Z')
const diary = join(folder, 'diary.json')
writeFileSync(diary, toJson(weeklyYear(now)))
const period = ['--from', '2025-11-26', '--to', '2026-11-25']

describe('unknot report', () => {
  it('prints the report as text, with details on request', async () => {
    const { code, stdout, stderr } = await unknot(['report', diary, ...period])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Episodes: 52 spasms and 26 cramps')
    expect(stdout).not.toContain('Food told')
    expect(stdout).not.toContain('Every episode')
    const detailed = await unknot(['report', diary, ...period, '--detail'])
    expect(detailed.stdout.match(/^- .*spasm, \d+\/10/gm)).toHaveLength(52)
    expect(detailed.stdout).toContain('SHA-256')
  })

  it('has what to say in twenty seconds, and what to ask', async () => {
    const { stdout } = await unknot(['report', diary, ...period, '--as', 'visit'])
    expect(stdout).toMatch(/^Say this first:\n {2}My last low back spasm was on /)
    expect(stdout).toContain('You could ask:\n  Could furosemide and simvastatin be part of this?')
  })

  it('prints JSON that another program can read', async () => {
    const { stdout } = await unknot(['report', diary, ...period, '--json', '--leave-out', 'food', 'trials'])
    const made = JSON.parse(stdout) as { period: object; leftOut: string[]; sections: { kind: string }[] }
    expect(made.period).toEqual({ from: '2025-11-26', to: '2026-11-25', days: 365 })
    expect(made.leftOut).toEqual(['trials', 'food'])
    expect(made.sections.map(({ kind }) => kind)).toEqual([
      'questions',
      'now',
      'warning-signs',
      'episodes',
      'tried',
      'medicines',
      'visits',
    ])
  })

  it('writes a self-contained page for the requested paper size', async () => {
    const out = join(folder, 'report.html')
    const { code, stdout } = await unknot([
      'report',
      diary,
      ...period,
      '--paper',
      'letter',
      '--name',
      'Anna <b>',
      '--out',
      out,
    ])
    expect([code, stdout]).toEqual([0, ''])
    const page = readFileSync(out, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('size: letter portrait')
    expect(page).toContain('Anna &lt;b&gt;')
    expect(page).not.toMatch(/(?:src|href)=|@import|url\(/)
  })

  it.each([
    ['a file that is not there', ['report', join(folder, 'none.json')], /none\.json: cannot be read: check the name/],
    ['a file that is no diary', ['report', 'package.json'], /package\.json, line 1: .*Unknot/],
    [
      'a day that is none',
      ['report', diary, '--from', '2026-02-30'],
      /'2026-02-30' is invalid\. Give a day like 2026-01-31/,
    ],
    [
      'a period turned round',
      ['report', diary, '--from', '2026-02-01', '--to', '2026-01-01'],
      /--from 2026-02-01 is after --to 2026-01-01/,
    ],
    ['an unknown paper', ['report', diary, '--paper', 'a5'], /Allowed choices are a4, letter/],
    ['an unknown part', ['report', diary, '--leave-out', 'pain'], /Allowed choices are questions, now, warning-signs/],
    [
      'a folder to write to that is not there',
      ['report', diary, '--out', join(folder, 'no', 'r.txt')],
      /cannot be written: check that its folder is there/,
    ],
  ])('refuses %s in one line, and ends with 2', async (_what, args, says) => {
    const { code, stdout, stderr } = await unknot(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
    expect(stderr).toMatch(says)
  })

  it('lists each unreadable entry, reports the others, and exits with 2', async () => {
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, toJson(weeklyYear(now)).replace('"events":[\n', '"events":[\n{"nonsense":1},\n'))
    const { code, stdout, stderr } = await unknot(['report', damaged, ...period])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^unknot: .*damaged\.json, line 2: [^\n]+\n$/)
    expect(stdout).toContain('52 spasms')
  })

  it('overwrites no existing file', async () => {
    const { code, stderr } = await unknot(['report', diary, ...period, '--out', diary])
    expect(code).toBe(2)
    expect(stderr).toContain('diary.json: is there already')
    expect(readFileSync(diary, 'utf8')).toContain('"unknot":"diary"')
  })
})
