/** `unknot diary import` as a shell sees it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ended, unknot, unknotInTerminal, withCommand } from '../../test/support/command.ts'

withCommand()
const folder = mkdtempSync(join(tmpdir(), 'unknot-import-'))
const inFolder = (name: string) => join(folder, name)
const importing = (into: string, ...words: readonly string[]) =>
  unknot(['diary', 'import', ...words, '--into', inFolder(into)], '', { TZ: 'Europe/Amsterdam' })

it('adds several files to a new diary, which is whole; read again they add nothing', async () => {
  const files = ['test/exchange/bearable.csv', 'test/exchange/apple-health.xml']
  const first = await importing('a.json', ...files)
  expect(first.stderr).toBe('')
  expect(first.stdout).toContain('bearable.csv: Bearable, 6 to add, 0 already there, 2024-03-02 to 2024-03-02')
  expect(first.stdout).toContain('lines 8, 9: A row: its day or time cannot be read')
  expect(first.stdout).toContain('a.json: 14 new')
  const diary = readFileSync(inFolder('a.json'), 'utf8')
  expect(diary).toContain('"at":"2024-03-02T08:10:00+01:00"')
  expect((await unknot(['diary', 'check', inFolder('a.json')])).stdout).toContain('14 events')
  const second = await importing('a.json', ...files)
  expect(second.stdout).toContain('Bearable, 0 to add, 6 already there')
  expect(readFileSync(inFolder('a.json'), 'utf8')).toBe(diary)
  expect(readdirSync(folder)).toEqual(['a.json'])
  expect(statSync(inFolder('a.json')).mode & 0o077).toBe(0)
})

it('with --preview nothing is written, and --json answers a line a file', async () => {
  const { code, stdout } = await importing('b.json', 'test/exchange/nomie.json', '--preview', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ recognisedAs: 'nomie', alreadyThere: 0, counts: { drank: 2 } })
  expect(existsSync(inFolder('b.json'))).toBe(false)
})

it('one clear line and 2 for what cannot be read, and the diary stays as it was', async () => {
  writeFileSync(inFolder('c.json'), '{"unknot":"diary","v":1,"events":[\n{"id":1}\n]}\n')
  const wrong = [
    [await importing('a.json', inFolder('none.csv')), 'none.csv: cannot be read: check the name'],
    [await importing('a.json', 'package.json'), 'package.json: not a file that Unknot knows'],
    [await importing('a.json', 'test/exchange/nomie.json', '--from', 'fitbit'), "'fitbit' is invalid"],
    [await importing('c.json', 'test/exchange/nomie.json'), 'c.json, line 2: not an event'],
    [await unknot(['diary', 'import', 'test/exchange/nomie.json']), "required option '--into <diary>'"],
    [await importing('no/d.json', 'test/exchange/nomie.json'), 'd.json: cannot be written: check the folder'],
  ] as const
  for (const [{ code, stderr }, said] of wrong) {
    expect({ code, lines: stderr.trim().split('\n').length }, said).toEqual({ code: 2, lines: 1 })
    expect(stderr).toContain(said)
  }
  expect(readFileSync(inFolder('c.json'), 'utf8')).toContain('{"id":1}')
})

it('a file from stdin is read too, and --help names every format and what is left out', async () => {
  const text = readFileSync('test/exchange/daylio.csv', 'utf8')
  const { stdout } = await unknot(['diary', 'import', '-', '--into', inFolder('e.json')], text)
  expect(stdout).toContain('Daylio, 4 to add')
  const help = await unknot(['diary', 'import', '--help'])
  for (const name of ['Apple Health', 'Bearable', 'Daylio', 'FHIR', 'Nomie', 'Perfice', 'Manage My Pain'])
    expect(help.stdout).toContain(name)
})

it('a terminal sees how far it is', async () => {
  const record = `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" startDate="2024-03-02 09:00:00 +0100" endDate="2024-03-02 09:01:00 +0100" value="1"/>\n`
  writeFileSync(inFolder('export.xml'), `<HealthData locale="en">\n${record.repeat(100_000)}</HealthData>\n`)
  const { stdout } = await ended(
    unknotInTerminal(['diary', 'import', inFolder('export.xml'), '--into', inFolder('f.json')]),
  )
  expect(stdout).toMatch(/reading .*export\.xml: \d+ %/)
  expect(stdout).toContain('1 to add')
}, 60_000)
