import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../../test/support/diary-events.ts'
import { toFhir } from './bundle.ts'
import { readDocument } from './read-document.ts'

const stamp = (number: number) => ({
  id: `0193c7d2-${String(number).padStart(4, '0')}-7000-8000-000000000001`,
  v: 2 as const,
  at: `2026-11-25T03:0${number}:00Z`,
})
const options = { id: '0193c7d2-0000-7000-8000-0000000000ff', at: '2026-11-30T12:00:00Z' }

it('says what a document of ours holds, with dates, values and notes', () => {
  const bundle = toFhir(
    [
      { ...stamp(1), type: 'episode-began', episode: 'e', complaint: 'back', region: 'low back' },
      { ...stamp(2), type: 'episode-rated', episode: 'e', pain: 6 },
      { ...stamp(3), type: 'noted', text: 'Sat <all> day & night' },
      { ...stamp(4), type: 'medicine-started', medicine: 'Zocor' },
      { ...stamp(5), type: 'profile-said', birthYear: 1980, sex: 'female' },
    ],
    { ...options, name: 'Bea' },
  )
  const { title, date, sections } = readDocument(JSON.parse(JSON.stringify(bundle)))
  expect({ title, date }).toEqual({ title: 'Diary of spasms and cramps', date: '2026-11-30T12:00:00Z' })
  const said = sections.map(({ title: of, lines }) => `${of}\n${lines.join('\n')}`).join('\n')
  for (const part of [
    'Bea',
    'Born 1980',
    'female',
    'low back',
    ': 6',
    '2026-11-25 03:02',
    'Zocor',
    'Sat <all> day & night',
  ])
    expect(said).toContain(part)
})

it('reads any diary, and says every section of it', () => {
  fc.assert(
    fc.property(anyLog, log => {
      const bundle = toFhir(log, options)
      const [composition] = bundle.entry
      const { sections } = readDocument(JSON.parse(JSON.stringify(bundle)))
      const titles = ((composition?.resource.section ?? []) as readonly { readonly title: string }[]).map(
        ({ title }) => title,
      )
      for (const title of titles) expect(sections.map(each => each.title)).toContain(title)
    }),
  )
})

it('of what is no document shows nothing, and never fails', () => {
  fc.assert(
    fc.property(fc.json(), json => {
      expect(Array.isArray(readDocument(JSON.parse(json)).sections)).toBe(true)
    }),
  )
  const hostile = {
    entry: [
      {
        resource: {
          resourceType: 'Composition',
          section: [{ title: 'x', text: { div: '<p><script>alert(1)</script>words</p>' } }],
        },
      },
    ],
  }
  expect(readDocument(hostile).sections).toEqual([{ title: 'x', lines: ['alert(1)words'] }])
})
