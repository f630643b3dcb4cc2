/** Checks the documents: links, paths, words, examples, recipes, notices. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Faults } from '../build/knowledge/files.ts'
import { readKnowledge } from '../build/knowledge/read.ts'
import { checkReferences } from '../build/knowledge/references.ts'
import { checkWording } from '../build/knowledge/wording.ts'
import { notice } from '../build/notice.ts'
import * as vocabulary from '../src/knowledge/vocabulary.ts'
import { createServer } from '../src/server/server.ts'
import { unknot, withCommand } from './support/command.ts'
import { workHere } from './support/server.ts'

const read = (file: string) => readFileSync(file, 'utf8')
/** The files of the repository, without built, installed or otherwise ignored ones. */
const ignored = ['.git', ...read('.gitignore').split('\n')].filter(line => line !== '').map(asPattern)
const files = filesIn('.')
const documents = files.filter(file => file.endsWith('.md'))
const folders = new Set(files.flatMap(file => ancestors(file)))

describe.each(documents)('%s', document => {
  const text = read(document)

  it('has no broken links', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter(to => !/^https?:/.test(to))
    const broken = links.filter(link => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? document : normalize(join(dirname(document), path))
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  it('names only paths that exist', () => {
    const toBeMade = [...text.matchAll(/new file\s+`([^`\n]+)`/g)].map(([, path]) => path)
    const inText = [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
    const inCommands = [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, code = '']) => code.split(/\s+/))
    const named = [...inText, ...inCommands.filter(word => word.includes('/'))].filter(code => !toBeMade.includes(code))
    expect(named.filter(code => isPath(code) && !leadsSomewhere(code, document))).toEqual([])
  })
})

describe('a path in a document', () => {
  it('must exist, and other words are ignored', () => {
    for (const path of ['src/triage/none.ts', 'knowledge/nothing/', 'NONE.md', 'test/none/*.png'])
      expect(isPath(path) && !leadsSomewhere(path, 'README.md'), path).toBe(true)
    for (const path of ['src/triage/', 'src/triage/triage.ts', 'knowledge/plans/*.yaml', 'interview.yaml'])
      expect(isPath(path) && leadsSomewhere(path, 'README.md'), path).toBe(true)
    for (const other of ['unknot/triage', 'POST /api/triage', 'npm test', 'application/json', '0-6'])
      expect(isPath(other), other).toBe(false)
  })
})

it('no file names a folder of one machine, an internal tool or a package host', () => {
  // In pieces, so that this file does not name them either.
  const strange = [
    ['(?<![\\w.-])/', 'work', '/'],
    ['(?<![\\w.-])/', 'root', '/'],
    ['(?<![\\w.-])/', 'home', '/\\w'],
    ['\\bfarm', '-\\w'],
    ['\\bissues ', '(?:show|list|note|resolved|blocked)\\b'],
    ['\\bregistry', '\\.\\w+\\.'],
  ].map(parts => new RegExp(parts.join('')))
  const texts = files.filter(file => !/\.(png|jpg|woff2)$/.test(file))
  const found = texts.flatMap(file => strange.filter(one => one.test(read(file))).map(one => `${file}: ${one}`))
  expect(found).toEqual([])
})

it('the table of words names every value of the vocabulary', () => {
  const [, words = ''] = read('ARCHITECTURE.md').split('## Words')
  const { complaints, regions, sides, tiers, phases, certainties } = vocabulary
  const missing = [...complaints, ...regions, ...sides, ...tiers, ...phases, ...certainties].filter(
    value => !words.includes(`\`${value}\``),
  )
  expect(missing).toEqual([])
})

it('INTENDED_USE.md has every sentence that the app shows under Learn', () => {
  const [, block = ''] = /useText: \[([\s\S]*?)\]/.exec(read('src/app/shell/learn-screen.tsx')) ?? []
  const sentences = [...block.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, sentence = '']) => sentence)
  expect(sentences.length).toBeGreaterThan(3)
  const statement = read('INTENDED_USE.md').replace(/\n>? ?/g, ' ')
  expect(sentences.filter(sentence => !statement.includes(sentence))).toEqual([])
  for (const must of [/not a medical device/i, /no regulator/i, /no clinician has reviewed/i, /16 and over/])
    expect(block).toMatch(must)
})

it('every decision is listed', () => {
  const notes = files.filter(file => /^docs\/decisions\/\d{4}-/.test(file)).map(file => basename(file))
  const listed = [...read('docs/decisions/README.md').matchAll(/\((\d{4}-[^)]+)\)/g)].map(([, name]) => name)
  expect(listed).toEqual(notes.sort())
  for (const note of notes) expect(read(`docs/decisions/${note}`), note).toMatch(/^# \d{4} .+\n\n\d{4}-\d\d-\d\d\n/)
})

it('the picture is small', () => {
  expect(statSync('docs/pictures/screens.jpg').size).toBeLessThanOrEqual(150_000)
})

describe('the examples of README.md', () => {
  const blocks = [...read('README.md').matchAll(/```(js|sh)\n([\s\S]*?)```/g)].map(([, language, code = '']) => ({
    language,
    code,
  }))
  const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n'))

  it('the library example prints the promised output', () => {
    const example = blocks.find(({ language }) => language === 'js')?.code ?? ''
    const [, promised = ''] = / \/\/ (.+)\n/.exec(example) ?? []
    const folder = mkdtempSync(join(tmpdir(), 'unknot-'))
    const file = join(folder, 'example.ts')
    writeFileSync(file, example.replace("'unknot'", `'${pathToFileURL('src/index.ts').href}'`))
    const printed = execFileSync(join('node_modules', '.bin', 'tsx'), [file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(promised).not.toBe('')
    expect(printed.trim()).toBe(promised)
  })

  withCommand()
  it('the commands run', async () => {
    const commands = lines.filter(line => line.includes('npx unknot')).map(line => line.replace(/\s+#.*$/, ''))
    expect(commands.length).toBeGreaterThanOrEqual(3)
    for (const command of commands) {
      const [, input = '', words = ''] = /^(?:echo '(.*)' \| )?npx unknot (.*)$/.exec(command) ?? []
      const all = words.split(' ')
      // A session takes real time and an interview needs answers, so `--json` and `--help` are used instead.
      const asked = all[0] === 'session' ? [...all, '--json'] : input === '' ? [...all, '--help'] : all
      const { code, stdout } = await unknot(asked, input)
      expect(code, command).toBe(0)
      expect(stdout, command).toMatch(
        /"tier":"emergency"|"phases":|Usage: unknot (triage|course show|trial analyse|diary (check|pain|import)|report|serve)/,
      )
    }
  })

  it('the requests are answered', async () => {
    const server = createServer({ version: 'test', today: () => '2026-11-24', work: workHere })
    const requests = lines.filter(line => line.startsWith('curl'))
    expect(requests).toHaveLength(3)
    for (const request of requests) {
      const [, path = '', type, body] =
        /^curl localhost:8787(\S+)(?: -H 'content-type: (\S+)' -d '(.*)')?$/.exec(request) ?? []
      const response = await server.request(
        path,
        type && body ? { method: 'POST', headers: { 'content-type': type }, body } : {},
      )
      expect(response.status, request).toBe(200)
    }
  })
})

it('the recipes of CONTRIBUTING.md give valid knowledge', () => {
  const place = mkdtempSync(join(tmpdir(), 'unknot-'))
  const at = (file: string) => join(place, file)
  cpSync('knowledge', at('knowledge'), { recursive: true })
  const recipes = read('CONTRIBUTING.md')
  let added = 0
  for (const { 1: indented = '', index } of recipes.matchAll(/ {3}```yaml\n([\s\S]*?) {3}```/g)) {
    const block = indented.replace(/^ {3}/gm, '')
    const before = recipes.slice(0, index)
    const target = before.match(/knowledge\/[\w-]+\/[\w-]+\.yaml/g)?.at(-1) ?? ''
    const old = existsSync(at(target)) ? read(at(target)) : ''
    const cell = '  self-care:\n    0-6:\n'
    writeFileSync(at(target), target.includes('/plans/') ? old.replace(cell, cell + block) : old + block)
    added += 1
  }
  const add = (file: string, list: string, id: string) =>
    writeFileSync(at(file), read(at(file)).replace(list, `${list}${id}, `))
  add('knowledge/remedies/stretching.yaml', 'exercises: [', 'lb-hands-knees-rock')
  add('knowledge/gates.yaml', "'a bite, poison, or bad wound', names: [", 'tick-bite')

  const faults = new Faults()
  const before = readKnowledge('knowledge', new Faults())
  const after = readKnowledge(at('knowledge'), faults)
  checkReferences(after, faults)
  checkWording(after, faults)
  rmSync(place, { recursive: true })
  expect(added).toBe(8)
  expect(faults.lines).toEqual([])
  for (const kind of ['sources', 'findings', 'redFlags', 'facts', 'remedies', 'exercises', 'frames'] as const)
    expect(after[kind].length, kind).toBe(before[kind].length + 1)
  const [table] = after.plans.filter(({ id }) => id === 'back-low-back')
  expect(table?.value.cells['self-care']['0-6'][0]?.id).toBe('slow-breathing')
})

it('THIRD-PARTY.txt lists every bundled package, each with an allowed licence', async () => {
  expect(await notice()).toBe(read('THIRD-PARTY.txt'))
})

/** A line of .gitignore as a pattern of paths from the root: a folder, a name anywhere, or an ending. */
function asPattern(line: string): RegExp {
  const name = line.replace(/^\/|\/$/g, '')
  const text = name.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(`${name.includes('/') || line.startsWith('/') ? '^' : '(^|/)'}${text}$`)
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (ignored.some(pattern => pattern.test(path))) return []
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

function ancestors(file: string): readonly string[] {
  const parent = dirname(file)
  return parent === '.' ? [] : [parent, ...ancestors(parent)]
}

const withoutFences = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '')

/** The anchors of a page: its headings as a forge links to them, and explicit ids. */
function anchorsOf(text: string): readonly string[] {
  const own = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id)
  const headings = [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  return [...own, ...headings]
}

/** A path of this repository: it begins with one of its folders, or ends like one of its files. */
function isPath(code: string): boolean {
  if (!/^[\w@.*-]+(\/[\w@.*-]+)*\/?$/.test(code)) return false
  const [first = ''] = code.split('/')
  return (code.includes('/') && folders.has(first)) || /\.(md|tsx?|mjs|json|ya?ml|css|html)$/.test(code)
}

/**
 * Relative to the root or to the document, or the name of an existing file; `*` matches any name. Built files are
 * allowed.
 */
function leadsSomewhere(path: string, document: string): boolean {
  const wanted = path.replace(/\/$/, '')
  if (/^(src\/knowledge\/[\w*-]+\.gen\.ts|test-results\/.*)$/.test(wanted)) return true
  const pattern = new RegExp(`^${wanted.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')}$`)
  const fits = (name: string) => pattern.test(name)
  if (files.some(fits) || folders.has(wanted)) return true
  const beside = join(dirname(document), wanted)
  return existsSync(beside) || (!wanted.includes('/') && files.some(file => fits(basename(file))))
}
