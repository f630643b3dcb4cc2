/** The package's entry points: each is exported, each public name is documented, and a program can run the check. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plan } from './plan.ts'
import { type ExplainedTriage, type Page, parseCase, triage } from './triage.ts'

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { types: string; default: string }>
}
const entries = readdirSync('src/library').filter(name => !name.includes('.test.'))

describe('the exports of the package', () => {
  it('are the root, the web component, and one for each file of src/library', () => {
    const subpaths = entries.map(name => `./${name.replace('.ts', '')}`)
    expect(Object.keys(packageJson.exports).toSorted()).toEqual(['.', './element', ...subpaths].toSorted())
    const { files } = JSON.parse(readFileSync('tsconfig.library.json', 'utf8')) as { files: readonly string[] }
    expect(files.toSorted()).toEqual(['src/index.ts', ...entries.map(name => `src/library/${name}`)].toSorted())
  })

  it('point to the build of that file', () => {
    for (const [subpath, { types, default: script }] of Object.entries(packageJson.exports)) {
      if (subpath === './element') continue
      const source = subpath === '.' ? 'index' : `library/${subpath.slice(2)}`
      expect(script).toBe(`./dist/library/${source}.js`)
      expect(types).toBe(`./dist/library/${source}.d.ts`)
    }
  })

  it.each([...entries.map(name => `src/library/${name}`), 'src/index.ts'])(
    '%s: every public function and value has a doc comment',
    file => {
      expect(publicNames(file).filter(name => !hasComment(name))).toEqual([])
    },
  )
})

describe('a program runs the whole check by sending the case back', () => {
  type Sent = Record<string, unknown> & { present: string[]; absent: string[]; unsure: string[] }
  const none: Sent = { complaint: 'back', region: 'low back', present: [], absent: [], unsure: [] }

  /** As in the case format: JSON out, JSON in, with the answers of each page added. */
  function hold(yes: readonly string[], unsure: readonly string[] = []) {
    let sent = none
    const pages: Page[] = []
    for (;;) {
      const parsed = parseCase(JSON.parse(JSON.stringify(sent)))
      if (!parsed.ok) throw new Error(parsed.error)
      const answer = JSON.parse(JSON.stringify(triage(parsed.case))) as ExplainedTriage
      if (answer.ask === null) return { answer, pages, from: parsed.case }
      if (pages.length > 20) throw new Error('the check does not end')
      pages.push(answer.ask)
      const ids = answer.ask.statements.map(({ id }) => id)
      const told: Record<string, unknown> = { age: 41, sex: 'female', hoursSinceOnset: 20, pregnancyWeeks: 10 }
      const { details } = answer.ask
      sent = {
        ...sent,
        ...Object.fromEntries(details.filter(each => each === 'age' || each === 'sex').map(each => [each, told[each]])),
        context: {
          ...(sent.context as object | undefined),
          ...Object.fromEntries(
            details.filter(each => each !== 'age' && each !== 'sex').map(each => [each, told[each]]),
          ),
        },
        present: [...sent.present, ...ids.filter(id => yes.includes(id))],
        unsure: [...sent.unsure, ...ids.filter(id => unsure.includes(id))],
        absent: [...sent.absent, ...ids.filter(id => !yes.includes(id) && !unsure.includes(id))],
      }
    }
  }

  it('reaches settled, and then a plan', () => {
    const { answer, pages, from } = hold([])
    expect(answer).toMatchObject({ tier: 'self-care', settled: true, because: [] })
    expect(new Set(pages.map(({ page }) => page))).toEqual(new Set(['gate', 'details']))
    expect(pages.length).toBeLessThanOrEqual(12)
    expect(plan(from, '2026-11-24')).toMatchObject({ kind: 'plan', phase: '6-24' })
  })

  it('opens the gate that was answered yes, and asks the partners of what is present', () => {
    const { answer, pages } = hold(['gate-ill', 'feels-ill'])
    expect(pages.map(({ page }) => page)).toEqual(expect.arrayContaining(['gate-ill', 'partners']))
    expect(answer).toMatchObject({ tier: 'soon', settled: true })
    expect(answer.because.map(({ id }) => id)).toEqual(['feels-ill'])
  })

  it('ends at the first page with an emergency, with the action, what it may mean, what to say and its sources', () => {
    const { answer, pages } = hold(['gate-pelvis', 'saddle-numbness'])
    expect(pages.map(({ page }) => page)).toEqual(['gate', 'gate-pelvis'])
    expect(answer.action).toMatch(/^Call the emergency number/)
    const [reason] = answer.because
    expect(reason).toMatchObject({ kind: 'finding', id: 'saddle-numbness', tier: 'emergency' })
    expect(reason?.mayMean.length).toBeGreaterThan(0)
    expect(reason?.say).toMatch(/numbness between my legs/)
    expect(reason?.sources.length).toBeGreaterThan(0)
  })

  it('"not sure" about an emergency sign, after the simpler wording, gives same-day', () => {
    const { answer } = hold(['gate-pelvis'], ['saddle-numbness'])
    expect(answer).toMatchObject({ tier: 'same-day', because: [{ kind: 'unsure', id: 'saddle-numbness' }] })
  })
})

interface PublicName {
  readonly name: string
  readonly file: string
}

const declared = /^export (?:async )?(?:function|const) (\w+)/
const passedOn = /^export \{([^}]+)\} from '(\.[^']+)'/gm

/** The functions and values that a file exports, including re-exports, at the file that declares them. */
function publicNames(file: string): readonly PublicName[] {
  const text = readFileSync(file, 'utf8')
  const own = text.split('\n').flatMap(line => declared.exec(line)?.[1] ?? [])
  const others = [...text.matchAll(passedOn)].flatMap(([, names = '', from = '']) =>
    names
      .split(',')
      .map(name => ({ name: name.trim(), file: join(dirname(file), from) }))
      .filter(({ name, file: at }) => name !== '' && !name.startsWith('type ') && existsSync(at)),
  )
  return [...own.map(name => ({ name, file })), ...others]
}

/** Is there a doc comment directly above the declaration, here or at the re-export? */
function hasComment({ name, file }: PublicName): boolean {
  const lines = readFileSync(file, 'utf8').split('\n')
  const index = lines.findIndex(line => declared.exec(line)?.[1] === name)
  if (index >= 0) return lines[index - 1]?.trimEnd().endsWith('*/') ?? false
  return publicNames(file).some(each => each.name === name && hasComment(each))
}
