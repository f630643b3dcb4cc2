/** `unknot sync` and `unknot serve --sync` as real processes: one diary in several files, through a server. */
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../build/free-port.ts'
import { ended, startUnknot, unknot, withCommand } from '../../test/support/command.ts'
import { numbered } from '../../test/support/sync.ts'
import { toJson } from '../diary/json.ts'
import { httpRemote } from '../sync/http.ts'
import { readShared } from '../sync/read-shared.ts'
import { newestCopy } from '../sync/records.ts'
import { readShareCode } from '../sync/share.ts'

withCommand()

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-sync-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  return { at, read: (name: string) => readFileSync(at(name), 'utf8') }
}

async function served(data: string, port?: number) {
  const own = port ?? (await freePort())
  const child = startUnknot(['serve', '--sync', '--data', data, '--port', String(own)])
  const end = ended(child)
  await once(child.stdout, 'data')
  const stop = async () => {
    child.kill('SIGTERM')
    const { code, stderr } = await end
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
  return { port: own, url: `http://localhost:${own}`, stop }
}

const diaryOf = (from: number, to: number) =>
  toJson(Array.from({ length: to - from + 1 }, (_, at) => numbered(from + at)))

it('keeps one diary in several files; a wiped server is named and filled again; erased is erased', {
  timeout: 240_000,
}, async () => {
  const { at, read } = place()
  let server = await served(at('data'))
  const sync = (what: string, diary: string, ...more: readonly string[]) =>
    unknot(['sync', what, '--server', server.url, '--code-file', at('code.txt'), at(diary), ...more])
  writeFileSync(at('phone.json'), diaryOf(1, 7))

  expect((await sync('on', 'phone.json')).code).toBe(0)
  expect(read('code.txt')).toMatch(/^([a-z]+ ){23}[a-z]+\n$/)
  expect(statSync(at('code.txt')).mode & 0o077).toBe(0)
  const code = read('code.txt')
  const again = await sync('on', 'phone.json')
  expect(again.code).toBe(2)
  expect(again.stderr).toMatch(/code\.txt: is there already/)
  expect(read('code.txt')).toBe(code)

  expect((await sync('push', 'phone.json')).stdout).toBe(`${server.url}: 7 events sent, 7 kept there\n`)
  expect((await sync('push', 'phone.json')).stdout).toBe(`${server.url}: 0 events sent, 7 kept there\n`)
  // Where there is none, the diary is made, byte for byte.
  expect((await sync('pull', 'laptop.json')).code).toBe(0)
  expect(read('laptop.json')).toBe(read('phone.json'))

  // Both were edited while offline.
  writeFileSync(at('phone.json'), diaryOf(1, 9))
  writeFileSync(at('laptop.json'), toJson([...Array.from({ length: 7 }, (_, n) => numbered(n + 1)), numbered(12)]))
  for (const file of ['phone.json', 'laptop.json']) expect((await sync('push', file)).code).toBe(0)
  const status = await sync('status', 'phone.json', '--json')
  expect(JSON.parse(status.stdout)).toMatchObject({ state: 'on', held: 10, here: 9, onlyHere: 0, onlyThere: 1 })
  for (const file of ['phone.json', 'laptop.json']) expect((await sync('pull', file)).code).toBe(0)
  expect(read('laptop.json')).toBe(read('phone.json'))

  // A file that was replaced by an older copy gets the rest again.
  const whole = read('laptop.json')
  writeFileSync(at('laptop.json'), diaryOf(1, 3))
  expect((await sync('pull', 'laptop.json')).stdout).toMatch(/7 new, 10 events in all/)
  expect(read('laptop.json')).toBe(whole)

  await server.stop()
  rmSync(at('data'), { recursive: true })
  server = await served(at('data'), server.port)
  const lost = await sync('pull', 'laptop.json')
  expect(lost.code).toBe(2)
  expect(lost.stderr).toMatch(/^unknot: [^\n]*it was wiped, or sync was not turned on there[^\n]*\n$/)
  const refilled = await sync('push', 'laptop.json')
  expect(refilled.code).toBe(0)
  expect(refilled.stdout).toMatch(
    /was wiped: it did not know this diary any more. It is filled again from this diary\.\n/,
  )
  expect(refilled.stdout).toMatch(/10 events sent, 10 kept there\n$/)
  expect((await sync('pull', 'third.json')).code).toBe(0)
  expect(read('third.json')).toBe(read('phone.json'))

  const erased = await sync('erase', 'third.json', '--json')
  expect(JSON.parse(erased.stdout)).toMatchObject({ isSigned: true, receipt: { count: 10 } })
  for (const what of ['push', 'pull']) {
    const refused = await sync(what, 'phone.json')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(/^unknot: [^\n]*sync was erased at [^\n]*your file stays as it is[^\n]*\n$/)
  }
  await server.stop()
  // Even a server that has lost its tombstone is not filled again.
  rmSync(at('data'), { recursive: true })
  server = await served(at('data'), server.port)
  expect((await sync('push', 'phone.json')).stderr).toMatch(/sync was erased/)
  await server.stop()
})

it('shares parts by a link that reads and never writes, lists it, keeps it up to date, and ends it', {
  timeout: 240_000,
}, async () => {
  const { at, read } = place()
  const server = await served(at('data'))
  const sync = async (what: string, ...more: readonly string[]) => {
    const flags = ['--server', server.url, '--code-file', at('code.txt'), '--json', at('diary.json')]
    const { code, stdout, stderr } = await unknot(['sync', what, ...flags, ...more])
    return { code, stderr, said: stdout === '' ? undefined : JSON.parse(stdout) }
  }
  const began = { id: '0193c7d2-0000-7000-8000-000000000001', v: 2, at: '2026-11-25T03:00:00Z', type: 'episode-began' }
  const rated = { id: '0193c7d2-0001-7000-8000-000000000001', v: 2, at: '2026-11-25T04:00:00Z', type: 'episode-rated' }
  const told = [
    { ...began, episode: 'e', complaint: 'back', region: 'low back' },
    { ...rated, episode: 'e', pain: 6 },
  ]
  const later = { ...rated, id: '0193c7d2-0002-7000-8000-000000000001', episode: 'e', pain: 3 }
  writeFileSync(at('diary.json'), toJson(told))
  expect((await sync('on')).code).toBe(0)
  expect((await sync('push')).code).toBe(0)
  const { said: made } = await sync('share', '--parts', 'now,reports', '--days', '3', '--for', 'Ada', '--about', 'Bea')
  expect(made).toMatchObject({ for: 'Ada', parts: ['now', 'reports'] })
  expect(made.link).toMatch(new RegExp(`^${server.url}/shared#[\\w-]+$`))

  const readCode = readShareCode(made.link)
  if (readCode === undefined) throw new Error('the link cannot be read')
  const remote = httpRemote(server.url, (url, init) => fetch(url, init))
  const look = () => readShared(remote, readCode, Date.now())
  const first = await look()
  if (first.kind !== 'read') throw new Error(first.kind)
  expect(newestCopy(first.events.now ?? [])?.content).toMatchObject({
    newest: { region: 'low back' },
    checkIn: { pain: 6 },
    help: { isSettled: false },
  })
  expect(newestCopy(first.events.reports ?? [])?.content).toMatch(/^Unknot report/)
  expect(first.code.about).toBe('Bea')

  writeFileSync(at('diary.json'), toJson([...told, later]))
  expect((await sync('push')).said).toMatchObject({ sent: 1 })
  const next = await look()
  expect(next.kind === 'read' && newestCopy(next.events.now ?? [])?.content).toMatchObject({
    checkIn: { pain: 3, before: 6 },
  })

  expect((await sync('shares')).said.shares).toEqual([
    { id: made.id, for: 'Ada', parts: ['now', 'reports'], until: made.until, link: made.link },
  ])
  const unknown = await sync('revoke', 'nobody')
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^unknot: nobody: nobody reads along[^\n]*\n$/),
  })
  expect((await sync('revoke', made.id)).said).toMatchObject({ ended: made.id, left: 0 })
  expect(await look()).toEqual({ kind: 'ended' })
  expect((await sync('shares')).said.shares).toEqual([])
  const wrong = await sync('share', '--parts', 'all')
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/now, reports, diary/) })

  // What is sealed on the server holds none of it, and erasing sync takes the copies along.
  const again = await sync('share', '--parts', 'diary')
  const code = readShareCode(again.said.link)
  expect((await sync('erase')).code).toBe(0)
  expect(code && (await readShared(remote, code, Date.now()))).toEqual({ kind: 'ended' })
  expect(read('diary.json')).toContain('episode-began')
  await server.stop()
})

describe('says in one line what is wrong, and changes nothing', () => {
  const url = 'http://localhost:1'
  it.each([
    ['push', 'a code file that is missing', 'none.txt', diaryOf(1, 2), /none\.txt: cannot be read/],
    ['pull', 'a wrong word', 'wrong.txt', diaryOf(1, 2), /word 2, "unknot", is not in the list/],
    [
      'push',
      'a server that is away',
      'code.txt',
      diaryOf(1, 2),
      /http:\/\/localhost:1 does not answer: check the address/,
    ],
    [
      'pull',
      'a damaged diary',
      'code.txt',
      diaryOf(1, 3).replace('"type":"noted"', '"kind":"noted"'),
      /line 2: not an event/,
    ],
  ])('%s with %s', async (what, _why, code, diary, message) => {
    const { at, read } = place()
    writeFileSync(at('code.txt'), `${'abandon '.repeat(23)}art\n`)
    writeFileSync(at('wrong.txt'), `abandon unknot ${'abandon '.repeat(21)}art\n`)
    writeFileSync(at('diary.json'), diary)
    const run = await unknot(['sync', what, '--server', url, '--code-file', at(code), at('diary.json')])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/^unknot: [^\n]+\n$/)
    expect(run.stderr).toMatch(message)
    expect(read('diary.json')).toBe(diary)
  })

  it('an invalid address, and a folder that cannot contain the database', async () => {
    const { at } = place()
    const wrong = await unknot(['sync', 'push', '--server', 'ftp://x', '--code-file', at('c'), at('d')])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/Give an address such as https/)
    writeFileSync(at('file'), '')
    const { code, stderr } = await unknot(['serve', '--sync', '--data', at('file'), '--port', String(await freePort())])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^unknot: [^\n]*the database cannot be opened[^\n]*\n$/)
    expect(existsSync(at('code.txt'))).toBe(false)
  })
})
