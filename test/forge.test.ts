/**
 * Checks the files that the forge reads: workflows run existing scripts, forms are valid, one version of Node
 * everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (file: string) => readFileSync(file, 'utf8')
const { scripts, engines } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly engines: { readonly node: string }
}
const newest = read('.nvmrc').trim()

interface Step {
  readonly run?: string
  readonly uses?: string
}
interface Workflow {
  readonly permissions: unknown
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps?: readonly Step[]
        readonly strategy?: { readonly matrix: { readonly node: readonly number[] } }
      }
    >
  >
}

const workflows = readdirSync('.github/workflows').map(name => ({
  name,
  ...(parse(read(`.github/workflows/${name}`)) as Workflow),
}))

describe.each(workflows)('workflow $name', ({ jobs, permissions }) => {
  const steps = Object.values(jobs).flatMap(job => job.steps ?? [])

  it('runs only scripts that package.json has', () => {
    const run = steps.flatMap(step => [
      ...(step.run ?? '').matchAll(/(?:^|\$\(|! )\s*npm (?:run (?:--silent )?)?(\w+)/gm),
    ])
    const builtIn = ['ci', 'pack', 'publish', 'pkg']
    const names = run.map(([, name = '']) => name).filter(name => !builtIn.includes(name))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter(name => !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('has only read permission, except for a job that declares more', () => {
    expect(permissions).toEqual({ contents: 'read' })
  })

  it("uses only the forge's own actions, each with a version", () => {
    const used = steps.flatMap(step => step.uses ?? [])
    expect(used.filter(action => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([])
  })
})

it('the tests run on the oldest supported Node and on the one in .nvmrc, which the image has too', () => {
  const versions = workflows.flatMap(({ jobs }) => jobs.test?.strategy?.matrix.node ?? [])
  expect(versions).toEqual([20, 22, 24])
  expect(engines.node).toMatch(new RegExp(`^>=${versions[0]}\\.`))
  expect(newest).toBe(String(versions.at(-1)))
  const images = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version)
  expect(images).toEqual([newest, newest])
})

const forms = readdirSync('.github/ISSUE_TEMPLATE').filter(name => name !== 'config.yml')

it.each(forms)('the form %s has the required fields, and warns against personal data', name => {
  interface Field {
    readonly type: string
    readonly id?: string
    readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly unknown[] }
  }
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Readonly<Record<string, unknown>> & {
    readonly body: readonly Field[]
  }
  expect(Object.keys(form).sort()).toEqual(['body', 'description', 'labels', 'name'])
  const fields = form.body.filter(({ type }) => type !== 'markdown')
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
  for (const { type, id, attributes } of fields) {
    expect(id).toMatch(/^[a-z]+$/)
    expect(['input', 'textarea', 'dropdown']).toContain(type)
    expect(attributes.label).toMatch(/\S/)
    // A bare No would be a boolean, which the forge rejects.
    for (const option of attributes.options ?? []) expect(option).toEqual(expect.any(String))
  }
  const said = form.body.map(({ attributes }) => attributes.value ?? '').join()
  expect(said).toMatch(/leave out names|not why anybody takes it/)
})
