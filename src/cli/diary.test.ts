/** `unknot diary check`, `export`, `merge` as a shell sees them. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ended, unknot, unknotInTerminal, withCommand } from '../../test/support/command.ts'
import { anyLog, idAt } from '../../test/support/diary-events.ts'
import { faultsOf } from '../../test/support/fhir-validators.ts'
import { lifeOf } from '../../test/support/life.ts'
import type { DiaryEvent } from '../diary/event.ts'
import type { Bundle } from '../diary/fhir/bundle.ts'
import { toJson } from '../diary/json.ts'
import { merge } from '../diary/merge.ts'

withCommand()
const folder = mkdtempSync(join(tmpdir(), 'unknot-diary-'))
const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
/** One log with every type of event, and a generated diary. */
const any = fc.sample(anyLog, { numRuns: 60, seed: 4 }).reduce((a, b) => (b.length > a.length ? b : a))
const life = lifeOf(2, 400, Date.UTC(2026, 10, 24))
const lifeFile = write('life.json', toJson(life))
const drank = life.find(({ type }) => type === 'drank')
const drankLine = JSON.stringify(drank)

describe('unknot diary check', () => {
  it('says what a diary contains', async () => {
    const { code, stdout, stderr } = await unknot(['diary', 'check', lifeFile])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^.*life\.json: 400 events, 2026-\d\d-\d\d to 2026-11-\d\d; nothing is wrong\n/)
    const { stdout: asJson } = await unknot(['diary', 'check', '--json', lifeFile, lifeFile])
    const [first, second] = asJson.trim().split('\n')
    expect(second).toBe(first)
    expect(JSON.parse(first ?? '')).toMatchObject({ events: 400, isInOrder: true, problemCount: 0, problems: [] })
  })

  it('reads every layout of the same diary: bare lines, one long line, pretty-printed, stdin', async () => {
    const { stdout } = await unknot(['diary', 'check', '--json', lifeFile])
    const { file: _file, ...report } = JSON.parse(stdout)
    for (const [name, text] of [
      ['lines.jsonl', life.map(event => JSON.stringify(event)).join('\n')],
      ['dos.json', toJson(life).replaceAll('\n', '\r\n')],
      ['one.json', JSON.stringify(JSON.parse(toJson(life)))],
      ['spread.json', JSON.stringify(JSON.parse(toJson(life)), undefined, 2)],
    ] as const) {
      const read = await unknot(['diary', 'check', '--json', write(name, text)])
      expect([name, read.stderr, JSON.parse(read.stdout)]).toEqual([name, '', expect.objectContaining(report)])
    }
    expect(JSON.parse((await unknot(['diary', 'check', '-', '--json'], toJson(life))).stdout)).toMatchObject(report)
  })

  it('reports each bad event with its line, and continues', async () => {
    const lines = toJson(life).split('\n')
    lines[3] = '{"id": 1},'
    lines[5] = `${JSON.stringify({ ...drank, ml: -5 })},`
    lines[7] = 'x'
    lines[9] = `${JSON.stringify({ ...drank, type: 'constructor' })},`
    const { code, stdout, stderr } = await unknot(['diary', 'check', '--json', write('bad.json', lines.join('\n'))])
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/bad\.json, line 4: type: missing: it says what the event is/),
      expect.stringMatching(/bad\.json, line 6: ml: Invalid value: Expected >=0 but received -5/),
      expect.stringMatching(/bad\.json, line 8: not JSON: one event stands on each line/),
      expect.stringMatching(/bad\.json, line 10: type: version 2 has no "constructor"/),
    ])
    expect(JSON.parse(stdout)).toMatchObject({ events: 396, problemCount: 4 })
  })

  it('says when a file is truncated', async () => {
    const text = toJson(life)
    const { code, stderr, stdout } = await unknot([
      'diary',
      'check',
      write('cut.json', text.slice(0, text.length - 40)),
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(/line 401: not JSON.*\n.*line 402: the file ends before its "\]\}"/)
    expect(stdout).toContain('399 events')
  })

  it('counts older, newer, duplicate and unsorted events, and references to missing events', async () => {
    const stamp = { at: '2026-11-24T08:00:00Z' }
    const events = [
      { ...stamp, id: idAt(9), v: 1, type: 'struck-out', event: idAt(1) },
      { ...stamp, id: idAt(2), v: 9, type: 'dreamt' },
      { ...stamp, id: idAt(3), v: 2, type: 'drank', drink: 'tea', ml: 1 },
      { ...stamp, id: idAt(3), v: 2, type: 'drank', drink: 'tea', ml: 1 },
    ]
    const file = write('odd.jsonl', events.map(event => JSON.stringify(event)).join('\n'))
    expect(JSON.parse((await unknot(['diary', 'check', '--json', file])).stdout)).toMatchObject({
      events: 3,
      older: 1,
      newer: 1,
      doubled: 1,
      isInOrder: false,
      namingAbsent: 1,
    })
  })

  it.each<[string, string, RegExp]>([
    ['empty.json', '', /empty\.json, line 1: the file is empty: give a file that Unknot saved as JSON/],
    ['text.json', 'Dear diary', /text\.json, line 1: not a diary/],
    ['list.json', '[1,2]', /list\.json, line 1: not a diary/],
    ['locked.age', 'age-encryption.org/v1\nx', /locked\.age, line 1: locked with a passphrase: open it with age/],
    ['newer.json', '{"unknot":"diary","v":2,"events":[]}', /newer\.json, line 1: written by a newer Unknot/],
  ])('refuses %s with one line', async (name, text, says) => {
    const { code, stdout, stderr } = await unknot(['diary', 'check', write(name, text)])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
    expect(stderr).toMatch(says)
  })

  it('shows progress only in a terminal', async () => {
    const file = write('long.json', toJson(lifeOf(3, 60_000, Date.UTC(2026, 10, 24))))
    const { stdout } = await ended(unknotInTerminal(['diary', 'check', file]))
    expect(stdout).toMatch(/\rchecking .*long\.json: \d+ %/)
    expect((await unknot(['diary', 'check', file])).stderr).toBe('')
  }, 30_000)
})

describe('unknot diary export', () => {
  it('exports the same bytes as JSON for any diary in any order', async () => {
    const text = toJson(any)
    const shuffled = write(
      'shuffled.jsonl',
      any
        .toReversed()
        .map(event => JSON.stringify(event))
        .join('\n'),
    )
    for (const file of [write('any.json', text), shuffled]) {
      const { code, stdout, stderr } = await unknot(['diary', 'export', file, '--format', 'json'])
      expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: text })
    }
    expect((await unknot(['diary', 'export', '-', '--format', 'json'], text)).stdout).toBe(text)
    expect((await unknot(['diary', 'export', write('none.json', toJson([])), '--format', 'json'])).stdout).toBe(
      toJson([]),
    )
  })

  it('writes valid FHIR, and says what is not in it', async () => {
    const { code, stdout, stderr } = await unknot(['diary', 'export', lifeFile, '--format', 'fhir', '--name', 'Ada'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^unknot: not in FHIR, and in the JSON: \d+ ate\n$/)
    const bundle = JSON.parse(stdout) as Bundle
    expect(faultsOf(bundle)).toEqual([])
    expect(stdout).toContain('"text": "Ada"')
    expect(stdout).toContain('Knee rolls')
  }, 60_000)

  it('writes a CSV table for each type into a folder, and overwrites nothing', async () => {
    const out = join(folder, 'tables')
    const { code, stdout } = await unknot(['diary', 'export', lifeFile, '--format', 'csv', '--out', out, '--json'])
    expect(code).toBe(0)
    const types = [...new Set(life.map(({ type }) => `${type}.csv`))].sort()
    expect(readdirSync(out).sort()).toEqual(types)
    expect(JSON.parse(stdout)).toMatchObject({ events: 400, files: expect.arrayContaining([join(out, 'drank.csv')]) })
    const rows = readFileSync(join(out, 'drank.csv'), 'utf8').replace(/\r\n$/, '').split('\r\n')
    expect(rows[0]).toBe('\uFEFFid,at,struckOut,drink,ml,note,instead,from')
    expect(rows).toHaveLength(1 + life.filter(({ type }) => type === 'drank').length)
    const again = await unknot(['diary', 'export', lifeFile, '--format', 'csv', '--out', out])
    expect(again.code).toBe(2)
    expect(again.stderr).toMatch(/is there already: name another with --out/)
  })

  it.each<[string, readonly string[], RegExp]>([
    ['no format', [], /required option '--format <format>' not specified/],
    ['a format that is none', ['--format', 'pdf'], /'pdf' is invalid. Allowed choices are json, csv, fhir/],
    ['CSV to stdout', ['--format', 'csv'], /name a folder for them with --out/],
    ['a name in JSON', ['--format', 'json', '--name', 'Ada'], /--name stands in FHIR alone/],
    ['a summary of nothing', ['--format', 'json', '--json'], /--json tells what was written where: give --out too/],
    [
      'a place that cannot be',
      ['--format', 'json', '--out', join(folder, 'none', 'x.json')],
      /x\.json: cannot be written/,
    ],
  ])('refuses %s with one line', async (_fault, flags, says) => {
    const { code, stderr } = await unknot(['diary', 'export', lifeFile, ...flags])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
    expect(stderr).toMatch(says)
  })

  it('lists invalid entries, and writes the rest', async () => {
    const file = write('some.jsonl', `${drankLine}\n{"id":1}\n`)
    const { code, stdout, stderr } = await unknot(['diary', 'export', file, '--format', 'json'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/some\.jsonl, line 2: type: missing/)
    expect(stdout).toBe(toJson(drank === undefined ? [] : [drank]))
  })
})

describe('unknot diary merge', () => {
  it('is the union, with the same bytes in any order and for repeated files', async () => {
    const [one, two] = [life.slice(0, 250), [...any, ...life.slice(200)]]
    const files = [write('phone.json', toJson(one)), write('laptop.json', toJson(two))] as const
    const whole = toJson(merge<DiaryEvent>(one, two))
    expect((await unknot(['diary', 'merge', ...files])).stdout).toBe(whole)
    expect((await unknot(['diary', 'merge', files[1], files[0], files[1]])).stdout).toBe(whole)
    const out = join(folder, 'merged.json')
    const { stdout } = await unknot(['diary', 'merge', ...files, '--out', out, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      events: life.length + any.length,
      inSeveral: 50,
      differing: 0,
      file: out,
    })
    expect(readFileSync(out, 'utf8')).toBe(whole)
  })

  it('reports an id that belongs to two different events', async () => {
    const other = write('other.json', toJson(life.slice(0, 1).map(event => ({ ...event, note: 'x' }))))
    const { code, stderr } = await unknot(['diary', 'merge', lifeFile, other, '--out', join(folder, 'differing.json')])
    expect(code).toBe(0)
    expect(stderr).toMatch(/1 ids stand for different events/)
  })
})

it.each(['check', 'export', 'merge'])('unknot diary %s has a help text', async command => {
  const { code, stdout } = await unknot(['diary', command, '--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('Example:')
  expect(stdout).toContain('--json')
})
