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

it('adds several files to a new, valid diary; importing them again adds nothing', async () => {
  const files = ['test/exchange/bearable.csv', 'test/exchange/apple-health.xml']
  const first = await importing('a.json', ...files)
  expect(first.stderr).toBe('')
  expect(first.stdout).toContain('bearable.csv: Bearable, 6 to add, 0 already there, 2024-03-02 to 2024-03-02')
  expect(first.stdout).toContain('line 9: The date "32nd Mar 2024": no day is known: write 2026-03-27')
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

it('with --preview writes nothing, and with --json prints one line per file', async () => {
  const { code, stdout } = await importing('b.json', 'test/exchange/nomie.json', '--preview', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ recognisedAs: 'nomie', alreadyThere: 0, counts: { drank: 2 } })
  expect(existsSync(inFolder('b.json'))).toBe(false)
})

it('exits with 2 and one clear line for an unreadable file, and leaves the diary unchanged', async () => {
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

it('reads a file from stdin, and --help names every format and what is left out', async () => {
  const text = readFileSync('test/exchange/daylio.csv', 'utf8')
  const { stdout } = await unknot(['diary', 'import', '-', '--into', inFolder('e.json')], text)
  expect(stdout).toContain('Daylio, 4 to add')
  const help = await unknot(['diary', 'import', '--help'])
  for (const name of ['Apple Health', 'Bearable', 'Daylio', 'FHIR', 'Nomie', 'Perfice', 'Manage My Pain'])
    expect(help.stdout).toContain(name)
})

it('shows progress in a terminal', async () => {
  const record = `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" startDate="2024-03-02 09:00:00 +0100" endDate="2024-03-02 09:01:00 +0100" value="1"/>\n`
  writeFileSync(inFolder('export.xml'), `<HealthData locale="en">\n${record.repeat(100_000)}</HealthData>\n`)
  const { stdout } = await ended(
    unknotInTerminal(['diary', 'import', inFolder('export.xml'), '--into', inFolder('f.json')]),
  )
  expect(stdout).toMatch(/reading .*export\.xml: \d+ %/)
  expect(stdout).toContain('1 to add')
}, 60_000)

it('reads a table of your own by its columns, and asks where a file leaves something open', async () => {
  writeFileSync(inFolder('own.csv'), 'Day,Score,Where\n3/4/2026,6,calf\n')
  const asked = await importing('g.json', inFolder('own.csv'))
  expect([asked.code, asked.stderr]).toEqual([
    2,
    expect.stringContaining('--columns "date=Day,pain=Score,place=Where"'),
  ])
  const columns = ['--columns', 'date=Day,pain=Score,place=Where']
  const dates = await importing('g.json', inFolder('own.csv'), ...columns)
  expect([dates.code, dates.stderr]).toEqual([
    2,
    expect.stringContaining('say --dates day-first or --dates month-first'),
  ])
  const read = await importing('g.json', inFolder('own.csv'), ...columns, '--dates', 'day-first')
  expect(read.stdout).toContain('Table, 2 to add, 0 already there, 2026-04-03 to 2026-04-03')
  writeFileSync(inFolder('columns.json'), '{"date": "Day", "pain": "Score"}')
  const kept = await importing(
    'h.json',
    inFolder('own.csv'),
    '--columns',
    inFolder('columns.json'),
    '--dates',
    'day-first',
  )
  expect(kept.stdout).toContain('Table, 1 to add')
  for (const [wrong, said] of [
    ['pain=Score', 'say which column is the date'],
    ['date=Day,ache=Score', 'a table without a column "Day,ache=Score"'],
    ['when=Day', 'the meanings are date, time'],
    ['none.json', 'no JSON of columns'],
  ] as const) {
    const { code, stderr } = await importing('g.json', inFolder('own.csv'), '--columns', wrong)
    expect([code, stderr.trim().split('\n').length], wrong).toEqual([2, 1])
    expect(stderr).toContain(said)
  }
})

it('exits with 2 if nothing in a file could be read, and lists why', async () => {
  const head = 'full_date,date,weekday,time,mood,activities,note_title,note\n'
  writeFileSync(inFolder('unread.csv'), `${head}soon,,,20:39,meh,,,x\n`)
  const unread = await importing('i.json', inFolder('unread.csv'))
  expect(unread.code).toBe(2)
  expect(unread.stdout).toContain('line 2: The date "soon": no day is known: write 2026-03-27')
  expect(unread.stderr).toContain('nothing in it could be read')
  writeFileSync(inFolder('empty.csv'), head)
  expect((await importing('i.json', inFolder('empty.csv'))).stderr).toContain('it holds no entries: export it again')
  expect(existsSync(inFolder('i.json'))).toBe(false)
})

it('reports every record, and counts those left out', async () => {
  const { stdout } = await importing('j.json', 'test/exchange/apple-health.xml')
  expect(stdout).toContain(
    'Records in the file: 17, of them 10 for what is to add, 0 already there, 2 not understood, 5 left out',
  )
  expect(stdout).toContain('Left out: 3, Unknot does not use this kind: Heart rate 2, Workout 1')
})
