/** The pages of `docs/reference/` say what the knowledge says. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { claims } from '../src/knowledge/claims.gen.ts'
import { exercises } from '../src/knowledge/exercises.gen.ts'
import { reviewEntries } from '../src/knowledge/review.gen.ts'
import { folder, outOfDate, pages } from './docs.ts'

const wanted = pages()

it('are up to date: npm run docs', () => {
  expect(outOfDate(wanted)).toEqual([])
})

it('name a page that is missing, changed or left over', () => {
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

it('hold every claim, every exercise with its drawing, and every source with what rests on it', () => {
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

it('lead nowhere that is not there', () => {
  const anchors = new Map([...wanted].map(([path, text]) => [path, new Set(text.match(/(?<=<a id=")[^"]+/g))]))
  const broken = [...wanted].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#\s]*)(?:#([^)]+))?\)/g)].filter(([, to = '', anchor]) => {
      const target = to === '' ? path : to
      return !wanted.has(target) || (anchor !== undefined && !anchors.get(target)?.has(anchor))
    }),
  )
  expect(broken.map(([link]) => link)).toEqual([])
})
