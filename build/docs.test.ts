/** The pages of `docs/reference/` agree with the knowledge. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claims } from '../src/knowledge/claims.gen.ts'
import { exercises } from '../src/knowledge/exercises.gen.ts'
import { reviewEntries } from '../src/knowledge/review.gen.ts'
import { specialties } from '../src/knowledge/vocabulary.ts'
import { reviewList, reviewSheets } from '../src/library/review.ts'
import { claimsPage } from './docs/claims.ts'
import { redFlagsPage } from './docs/red-flags.ts'
import { folder, outOfDate, pages } from './docs.ts'
import { Faults } from './knowledge/files.ts'
import { readKnowledge } from './knowledge/read.ts'

const wanted = pages()

it('are up to date: npm run docs', () => {
  expect(outOfDate(wanted)).toEqual([])
})

it('are reported if missing, changed or left over', () => {
  const planted = new Map(wanted)
  planted.delete('claims.md')
  planted.set('sources.md', 'something else')
  planted.set('new.md', '')
  expect(outOfDate(planted)).toEqual([
    'sources.md is out of date',
    'new.md is missing',
    'claims.md is no page any more',
  ])
})

it('contain every claim, every exercise with its drawing, and every source with what rests on it', () => {
  const text = (path: string) => readFileSync(`${folder}/${path}`, 'utf8')
  for (const { correction } of Object.values(claims)) expect(text('claims.md')).toContain(correction)
  for (const id of Object.keys(exercises)) {
    expect(text('exercises.md')).toContain(`figures/${id}.svg`)
    expect(text(`figures/${id}.svg`)).toMatch(/^<svg .*<path /)
    expect(text(`figures/${id}.svg`)).not.toContain('NaN')
  }
  const sources = text('sources.md')
  for (const { id, sources: cited } of reviewEntries)
    for (const source of cited) {
      const at = sources.indexOf(`### <a id="${source}"></a>`)
      expect(sources.slice(at, sources.indexOf('###', at + 3))).toContain(id)
    }
})

describe('for a reviewer', () => {
  const knowledge = readKnowledge('knowledge', new Faults())
  const rowsOf = (page: string) =>
    (wanted.get(page) ?? '').split('\n').filter(line => /^\| (high|medium|low|none)/.test(line))

  it('the complete list is on one page, in order', () => {
    const list = reviewList('0000-00-00')
    const rows = rowsOf('review.md')
    expect(rows).toHaveLength(list.length)
    for (const [at, { kind, id, harm }] of list.entries())
      expect(rows[at]?.startsWith(`| ${harm} |`) && rows[at]?.includes(`${kind} `) && rows[at]?.includes(id)).toBe(true)
  })

  it.each(specialties)('the part for %s has one entry per line, with rule, action, cases and sources', each => {
    const sheets = reviewSheets('0000-00-00').filter(sheet => sheet.specialties.includes(each))
    const rows = rowsOf(`review-${each}.md`)
    expect(rows).toHaveLength(sheets.length)
    const escaped = (text: string) => text.replaceAll('|', '\\|')
    for (const [at, { id, rule, action, cases, cited }] of sheets.entries())
      for (const part of [id, rule, action, ...cases.map(({ known }) => known), ...cited.map(source => source.id)])
        expect(rows[at]?.includes(escaped(part)), `${id}: ${part}`).toBe(true)
  })

  it('a verdict is shown with its entry and note, and no page then says that nobody has reviewed it', () => {
    const reviewed = {
      by: 'Ada Kern',
      role: 'pharmacist',
      on: '2026-12-01',
      verdict: 'agree',
      note: 'Well put.',
    } as const
    const withVerdict = <E extends { readonly id: string; readonly value: object }>(
      entries: readonly E[],
      id: string,
    ) => entries.map(entry => (entry.id === id ? { ...entry, value: { ...entry.value, reviewed } } : entry))
    const changed = {
      ...knowledge,
      redFlags: withVerdict(knowledge.redFlags, 'infected-stone'),
      findings: withVerdict(knowledge.findings, 'fever'),
      claims: withVerdict(knowledge.claims, 'zinc-for-leprosy'),
      reviewed: withVerdict(knowledge.reviewed, 'infected-stone'),
    }
    const said = 'Ada Kern, pharmacist: agree (2026-12-01), “Well put.”'
    const page = redFlagsPage(changed)
    expect(page.split('\n').find(line => line.includes('<a id="fever"></a>'))).toContain(said)
    expect(page.split('<a id="infected-stone"></a>')[1]?.split('###')[0]).toContain(`Reviewed by: ${said}.`)
    expect(page).toContain(`A reviewer has agreed with 1 of the ${knowledge.reviewed.length} entries of the knowledge.`)
    expect(page).not.toContain('No clinician has reviewed it yet.')
    const row = claimsPage(changed)
      .split('\n')
      .find(line => line.includes('<a id="zinc-for-leprosy"></a>'))
    expect(row).toContain(said)
  })
})

it('have no broken links', () => {
  const anchors = new Map([...wanted].map(([path, text]) => [path, new Set(text.match(/(?<=<a id=")[^"]+/g))]))
  const broken = [...wanted].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#\s]*)(?:#([^)]+))?\)/g)].filter(([, to = '', anchor]) => {
      const target = to === '' ? path : to
      return !wanted.has(target) || (anchor !== undefined && !anchors.get(target)?.has(anchor))
    }),
  )
  expect(broken.map(([link]) => link)).toEqual([])
})
