/** Writing a verdict into a YAML file changes nothing else in it. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { reviewTexts } from '../knowledge/review-texts.gen.ts'
import { withVerdict } from './yaml-verdict.ts'

const reviewed = { by: "Ada O'Hara: MD", role: 'emergency physician', on: '2026-12-01', verdict: 'change' } as const
const line = `reviewed: { by: "Ada O'Hara: MD", role: emergency physician, on: 2026-12-01, verdict: change }`

/** A table is its own group; other files are grouped by folder. */
const folderOf = (file: string) => (tables.has(file) ? file : dirname(file))
const tables = new Set(Object.values(reviewTexts).flatMap(({ file, path }) => (path.length > 0 ? [file] : [])))

interface Part {
  readonly [key: string | number]: unknown
}

/** Each table of the knowledge, and each folder with one file per entry, with its first and last entries. */
const places = [...new Set(Object.values(reviewTexts).map(({ file }) => folderOf(file)))].flatMap(folder => {
  const own = Object.values(reviewTexts).filter(({ file }) => folderOf(file) === folder)
  return [...new Set([own.at(0), own.at(-1)])].filter(entry => entry !== undefined)
})

it('in every table and folder of the knowledge, the first entry and the last', () => {
  expect(places.length).toBeGreaterThan(50)
  for (const { file, path } of places) {
    const text = readFileSync(file, 'utf8')
    const written = withVerdict(text, path, { reviewed, nextReview: '2031-12-01' }) ?? ''
    const where = [file, ...path].join(' ')
    const entry = path.reduce<Part>((part, key) => part[key] as Part, parse(written) as Part)
    expect(entry, where).toMatchObject({ reviewed, nextReview: '2031-12-01' })
    const [before, after] = [text.split('\n'), written.split('\n')]
    const [gone, come] = [before.filter(each => !after.includes(each)), after.filter(each => !before.includes(each))]
    expect(come.map(each => each.trim()).toSorted(), where).toEqual(['nextReview: 2031-12-01', line])
    for (const each of gone) expect(each, where).toMatch(/^ *(reviewedBy: none|nextReview: \d{4}-\d\d-\d\d)$/)
  }
})

describe('the entry', () => {
  const verdict = { reviewed: { by: 'Bo', role: 'pharmacist', on: '2026-12-01', verdict: 'agree' } } as const
  const written = 'reviewed: { by: Bo, role: pharmacist, on: 2026-12-01, verdict: agree }'

  it.each([
    [
      'a row keeps its comments and the comment of the next',
      'rows:\n  a:\n    text: |\n      one\n      two\n    # mine\n  # of b\n  b:\n    list:\n      - 1 # last\n',
      ['rows', 'a'],
      `rows:\n  a:\n    text: |\n      one\n      two\n    ${written}\n    # mine\n  # of b\n  b:\n    list:\n      - 1 # last\n`,
    ],
    [
      'the last row of a file without a last line break',
      'rows:\n  b:\n    list:\n      - { c: 1 } # last',
      ['rows', 'b'],
      `rows:\n  b:\n    list:\n      - { c: 1 } # last\n    ${written}\n`,
    ],
    ['a row on one line', 'rows:\n  a: { c: 1 } # note\n', ['rows', 'a'], `rows:\n  a: { c: 1, ${written} } # note\n`],
    [
      'an earlier verdict is replaced, however it was written',
      'a: 1\nreviewed:\n  by: Old\n  note: >\n    long\n    words\nb: 2\n',
      [],
      `a: 1\n${written}\nb: 2\n`,
    ],
    [
      'line breaks of Windows',
      'rows:\r\n  a:\r\n    c: 1\r\n',
      ['rows', 'a'],
      `rows:\r\n  a:\r\n    c: 1\r\n    ${written}\r\n`,
    ],
  ])('%s', (_what, text, path, wanted) => {
    expect(withVerdict(text, path, verdict)).toBe(wanted)
  })

  it('gets a date if it has none, also on one line', () => {
    const dated = { ...verdict, nextReview: '2027-12-01' }
    expect(withVerdict('rows:\n  a: { c: 1, reviewedBy: none }\n', ['rows', 'a'], dated)).toBe(
      `rows:\n  a: { c: 1, ${written}, nextReview: 2027-12-01 }\n`,
    )
    expect(withVerdict('nextReview: 2026-01-01\nreviewedBy: none\n', [], dated)).toBe(
      `nextReview: 2027-12-01\n${written}\n`,
    )
    expect(withVerdict('c: 1\n', [], dated)).toBe(`c: 1\n${written}\nnextReview: 2027-12-01\n`)
  })

  it.each([
    ['is not there', 'rows:\n  a:\n    c: 1\n', ['rows', 'b']],
    ['is another one by an alias', 'rows:\n  a: &a\n    c: 1\n  b: *a\n', ['rows', 'b']],
    ['is empty', 'rows:\n  a: {}\n', ['rows', 'a']],
    ['stands in a file that is no YAML', 'rows: [\n', ['rows', 'a']],
  ])('nothing is written when it %s', (_what, text, path) => {
    expect(withVerdict(text, path, verdict)).toBeUndefined()
  })
})
