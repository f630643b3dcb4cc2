/** Packed files: every export in them is offered, and none is read that is not whole. */
import { gzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { fixture, read, readAll } from '../../test/support/imports.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const daylio = 'full_date,date,weekday,time,mood,activities,note_title,note\n'
const many = bytes(
  daylio + Array.from({ length: 500 }, (_, at) => `2026-03-27,,,20:39,meh,,,note ${at * 7919}\n`).join(''),
)
const problem = async (file: Uint8Array) => {
  const found = await readAll(file)
  return 'problem' in found ? found.problem : 'read'
}

it('offers every export in a zip', async () => {
  const zip = zipSync({ 'a/daylio.csv': many, 'export.xml': bytes(fixture('apple-health.xml')), 'cat.jpg': bytes('x') })
  const found = await readAll(zip)
  expect('parts' in found && found.parts.map(({ name, id }) => [name, id])).toEqual([
    ['a/daylio.csv', 'daylio'],
    ['export.xml', 'apple-health'],
  ])
})

it('reads the other exports of a zip if one is broken, and names the broken one', async () => {
  const found = await readAll(
    zipSync({ 'nomie.json': bytes('{"nomie":{"number":"6.0"},"events":['), 'daylio.csv': many }),
  )
  expect(found).toMatchObject({
    parts: [{ id: 'daylio' }],
    besides: [expect.stringContaining('nomie.json: no whole JSON')],
  })
})

it('refuses a zip with a wrong checksum, a changed byte or a missing end, before any of it is used', async () => {
  const zip = zipSync({ 'big.csv': many }, { level: 6 })
  const directory = zip.length - 22 - 46 - 'big.csv'.length
  const wrongSum = zip.slice()
  wrongSum[directory + 16] = (wrongSum[directory + 16] ?? 0) ^ 1
  expect(await problem(wrongSum)).toBe('a zip in which big.csv is damaged: get it again, or export it again')
  const stored = zipSync({ 'big.csv': many }, { level: 0 })
  stored[1000] = (stored[1000] ?? 0) ^ 1
  expect(await problem(stored)).toContain('big.csv is damaged')
  for (const length of [zip.length - 1, zip.length - 30, directory - 5, 200, 40])
    expect(await problem(zip.slice(0, length)), String(length)).toBe(
      'a zip that is cut off: get it again, or export it again',
    )
})

it('says that a zip is encrypted, or has no file that Unknot can read', async () => {
  const locked = zipSync({ 'a.csv': many })
  const directory = locked.length - 22 - 46 - 'a.csv'.length
  locked[directory + 8] = 1
  expect(await problem(locked)).toBe('a zip that is locked with a password: unpack it and choose the file in it')
  expect(await problem(zipSync({ 'a.csv': bytes('name,price\n') }))).toContain('a zip without a file that Unknot knows')
  expect(await problem(zipSync({}))).toContain('a zip without a file that Unknot knows')
})

it('reads gzip, and refuses one that is cut off or damaged', async () => {
  const packed = gzipSync(many)
  expect(await read(packed)).toEqual(await read(many))
  const broken = 'packed with gzip, and damaged or cut off: get it again, or export it again'
  expect(await problem(packed.slice(0, -20))).toBe(broken)
  const damaged = packed.slice()
  damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 255
  expect(await problem(damaged)).toBe(broken)
})
