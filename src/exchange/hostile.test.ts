/** Broken and hostile files: one clear line, or their valid entries; never a crash or a hang. */
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { fixture, preview, read, readAll } from '../../test/support/imports.ts'

const problem = async (file: string | Uint8Array) => {
  const found = await read(file)
  return 'problem' in found ? found.problem : 'read'
}

it('says what kind of file it cannot read, and how to fix it', async () => {
  expect(await problem('')).toBe('empty: export it again')
  expect(await problem(' \n\r\n')).toBe('empty: export it again')
  expect(await problem(Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]))).toContain('a zip that is cut off')
  expect(await problem('%PDF-1.7 …')).toContain('a PDF')
  expect(await problem('age-encryption.org/v1\n-> scrypt')).toContain('a locked backup')
  expect(await problem('<?xml version="1.0"?><ClinicalDocument/>')).toContain('choose export.xml')
  expect(await problem('name,price\nPad,9\n')).toContain('not a file that Unknot knows')
  expect(await problem('{"nomie":{"number":"6.0"},"events":[')).toContain('cut off')
  expect(await problem('{"nomie":{"number":"2.1"},"events":[]}')).toContain('a backup of Nomie 2')
  expect(await problem('{"collections":{"journal_entries":[]}}')).toContain('the first Perfice')
})

it('reads UTF-16 by its mark, and refuses what is not in its encoding', async () => {
  const text = fixture('daylio-2018.csv')
  const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
  expect(await read(wide)).toEqual(await read(text))
  const latin = new Uint8Array(Buffer.from(text.replace('long', 'für'), 'latin1'))
  expect(await problem(latin)).toBe('not in UTF-8: save it again as UTF-8')
})

it('offers every known file in a zip, after any other content, and counts the others', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const health = fixture('apple-health.xml')
  const zip = zipSync({
    'apple_health_export/export_cda.xml': bytes(`<ClinicalDocument>${'x'.repeat(200_000)}</ClinicalDocument>`),
    'apple_health_export/\u5bfc\u51fa.xml': bytes(health),
    'apple_health_export/route.gpx': bytes('<gpx/>'),
    'again.csv': bytes(fixture('daylio.csv')),
  })
  const [whole, other] = [await read(health), await read(fixture('daylio.csv'))]
  for (const size of [100, 65_536]) {
    const found = await readAll(zip, { size })
    expect(found).toEqual({
      parts: [
        { ...whole, name: expect.stringContaining('.xml') },
        { ...other, name: 'again.csv' },
      ],
      besides: ['Files in the zip that are no diary, and are not read: 2.'],
    })
  }
  expect(await problem(zipSync({ 'photo.jpg': bytes('x'), 'a.csv': bytes('name,price\n') }))).toContain(
    'a zip without a file',
  )
  const damaged = zip.slice()
  damaged.fill(7, 300, 600)
  expect(await problem(damaged)).not.toBe('read')
})

it('a zip that unpacks to a thousand times its size is read in small pieces, and refused with one line', async () => {
  const text = `{"nomie":{"number":"6.0"},"events":[${' '.repeat(65_000_000)}]}`
  const bomb = zipSync({ 'nomie.json': new TextEncoder().encode(text) }, { level: 6 })
  expect(bomb.length).toBeLessThan(200_000)
  expect(await problem(bomb)).toContain('larger than 24 million letters')
})

it('treats text that looks like code as text', async () => {
  const { toAdd } = await preview(fixture('nomie.json'))
  expect(JSON.stringify(toAdd)).toContain('<script>alert(1)</script>')
})

it('expands no entity of an XML file', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY b${at} "${`&b${at - 1};`.repeat(20)}">`).join('')}]><HealthData><Record type="HKQuantityTypeIdentifierStepCount" sourceName="&b19;" unit="count" startDate="2024-03-02 09:00:00 +0100" endDate="2024-03-02 09:01:00 +0100" value="5"/></HealthData>`
  expect((await preview(bomb)).toAdd).toMatchObject([{ what: 'steps', value: 5 }])
})

it('survives a million brackets, names of the language and 20 MB of one row', async () => {
  const deep = `{"nomie":{"number":"6.0"},"events":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`
  expect(await problem(deep)).toBe('read')
  expect((await preview(`{"questions":["a"],"entries":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toAdd).toEqual(
    [],
  )
  const named =
    '{"nomie":{"number":"6.0"},"events":[{"note":"#__proto__(1) #constructor(2)","end":"2024-03-01T10:00:00Z"}],"trackers":{"__proto__":{"uom":"milliliter","label":"Water"}}}'
  expect((await preview(named)).toAdd.map(({ type }) => type).sort()).toEqual(['drank', 'noted'])
  const wide = `full_date,date,weekday,time,mood,activities,note_title,note\n2024-03-01,,,8:00,good,,,"${'x'.repeat(20_000_000)}"\n`
  const { toAdd, notUnderstood } = await preview(wide)
  expect(toAdd).toHaveLength(10)
  expect(notUnderstood).toMatchObject([{ what: 'A very long note', at: [2] }])
  const open = `full_date,date,weekday,time,mood,activities,note_title,note\n2024-03-01,,,8:00,good,,,"${'x\n'.repeat(1_000_000)}`
  expect((await preview(open)).notUnderstood[0]?.why).toContain('a quote is opened and not closed')
})

it('limits the list of unreadable records of a file', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `"2024-03-02","2024-03-02",x,am,Kind ${at},"","",""`)
  const { notUnderstood } = await preview(
    `date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n${rows.join('\n')}`,
  )
  expect(notUnderstood.length).toBeLessThanOrEqual(501)
  expect(notUnderstood.reduce((sum, { count }) => sum + count, 0)).toBe(20_000)
})

it('refuses invalid events in the format of Unknot, deeply nested ones too', async () => {
  const id = '01a1b2c3-d4e5-7000-8000-000000000001'
  const events = [
    `{"id":"${id}","v":2,"at":"2024-03-01T10:00:00Z","type":"drank","drink":"Water","ml":-5}`,
    `{"id":"${id}","v":9,"at":"2024-03-01T10:00:00Z","type":"new","deep":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    `{"id":"${id}","v":2,"at":"2024-03-01T10:00:00Z","type":"noted","text":"a","__proto__":{"x":1}}`,
    '7',
  ]
  const { toAdd, notUnderstood } = await preview(`{"unknot":"diary","v":1,"events":[\n${events.join(',\n')}\n]}\n`)
  expect(toAdd).toEqual([])
  expect(notUnderstood.reduce((sum, { count }) => sum + count, 0)).toBe(4)
})

it.each([
  [
    'a part that never ends',
    `<HealthData><Record type="${'x'.repeat(3_000_000)}"/></HealthData>`,
    'longer than 1000000 letters',
  ],
  ['a comment that never ends', `<HealthData><!-- ${'x'.repeat(3_000_000)}`, 'longer than 1000000 letters'],
  ['tags in tags in tags', `<HealthData>${'<a>'.repeat(300_000)}`, 'its tags stand more than 200 deep'],
])('refuses an XML file with %s, before it fills the memory', async (_what, file, why) => {
  expect(await problem(file)).toBe(
    `damaged, or made to break a program: ${why.replace(/^longer/, 'a part of it is longer')}`,
  )
})

it('reads a long XML file whose parts are short, however it comes', async () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const time = (at: number) =>
    `2024-03-02 ${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)} +0100`
  const record = (at: number) =>
    `<Record type="HKQuantityTypeIdentifierStepCount" unit="count" startDate="${time(at)}" endDate="${time(at + 1)}" value="1"/>\n`
  const file = `<HealthData><!-- ${'x'.repeat(500_000)} -->${' '.repeat(2_000_000)}${Array.from({ length: 20_000 }, (_, at) => record(at)).join('')}</HealthData>`
  for (const size of [65_536, 50_000_000]) {
    const found = await read(file, { size })
    expect('read' in found && found.read.found).toMatchObject([{ body: { what: 'steps', value: 20_000 } }])
  }
})

it('refuses a zip that unpacks to hundreds of times its size, while it unpacks', async () => {
  const spaces = new Uint8Array(150_000_000).fill(32)
  spaces.set(new TextEncoder().encode('<HealthData>'))
  expect(await problem(zipSync({ 'export.xml': spaces }, { level: 6 }))).toContain(
    'it holds more than 200 times its size',
  )
})

const nomie = (events: string) => `{"nomie":{"number":"6.0"},"events":[${events}]}`
const rows = (row: string, count: number) =>
  `full_date,date,weekday,time,mood,activities,note_title,note\n${row.repeat(count)}`
it.each([
  ['values', nomie('{},'.repeat(700_000)), 'more than 1,300,000 values'],
  ['names', nomie(`{${'"a":1,'.repeat(800_000)}"b":2}`), 'more than 760,000 names'],
  ['cells', rows(',,,,,,\n', 300_000), 'more than 1,600,000 cells'],
  ['letters', rows(`2024-03-01,,,8:00,good,,,${'x'.repeat(1000)}\n`, 25_000), 'larger than 24 million letters'],
  ['entries', rows('2024-03-01,,,8:00,good,,,x\n', 80_000), 'more than 70,000 entries'],
  [
    'entries',
    nomie(
      Array(2500)
        .fill(`{"note":"${'#calf_cramps(1) '.repeat(50)}","end":"2024-03-01T04:00:00Z"}`)
        .join(','),
    ),
    'more than 70,000 entries',
  ],
])('refuses a file with more %s than there is memory for', async (_what, file, why) => {
  expect(await problem(file)).toContain(`${why}: export a shorter period`)
})

it('accepts ten years of a diary with a dozen entries a day', async () => {
  const file = rows('2024-03-01,,,8:00,good,"walk | read",,a few words on the day\n', 45_000)
  const found = await read(file)
  expect('read' in found && found.read.found).toHaveLength(45_000)
})
