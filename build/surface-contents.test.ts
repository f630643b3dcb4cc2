import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { wrongContents } from './surface-contents.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-contents-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function wrong(contents: Readonly<Record<string, string>>, size = 5_000_000) {
  const files = Object.entries(contents).map(([path, content]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    return { path, size: content.length }
  })
  return wrongContents({ filename: 'unknot.tgz', size, files }, folder)
}

const one = 'a'.repeat(200)
const two = 'b'.repeat(200)

it('the app, the command, the library and the licences are allowed', () => {
  const fine = ['package.json', 'LICENSE', 'dist/cli/main.js', 'dist/cli/worker.js', 'dist/app/assets/a-1.wasm']
  expect(wrong({ ...Object.fromEntries(fine.map(path => [path, path])), 'dist/library/index.d.ts': one })).toEqual([])
})

it.each(['src/index.ts', 'dist/library/a.test.js', 'dist/app/a.js.map', 'dist/app/a.js.br', 'knowledge/tiers.yaml'])(
  'not %s',
  path => expect(wrong({ [path]: one })).toEqual([`packs ${path}`]),
)

it('no file is included twice, except files of a few bytes', () => {
  const apps = { 'dist/app/highs.wasm': one, 'dist/app/other.js': two }
  expect(wrong({ ...apps, 'dist/library/highs.js': one })).toEqual([
    'packs the same twice: dist/app/highs.wasm, dist/library/highs.js',
  ])
  expect(wrong({ 'dist/library/a.js': 'export {}', 'dist/library/b.js': 'export {}' })).toEqual([])
})

it('the tarball has at most 6 MB', () => {
  expect(wrong({ LICENSE: one }, 6_000_000)).toEqual([])
  expect(wrong({ LICENSE: one }, 6_000_001)).toEqual(['packs 6000001 bytes: at most 6000000'])
})
