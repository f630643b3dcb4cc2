/** The build of the real knowledge, and the exit codes of its command. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { plantedKnowledge, redFlag } from '../../test/support/planted.ts'

it('compiles the real knowledge without an error', () => {
  const { compile, folder } = plantedKnowledge()
  expect(compile()).toMatchObject({ faults: [], pastReview: [] })
  const written = readdirSync(join(folder, 'src/knowledge'))
  expect(written.toSorted()).toEqual(
    readdirSync('src/knowledge')
      .filter(name => /\.gen\.(ts|json)$/.test(name))
      .toSorted(),
  )
})

describe('an entry past its review date', () => {
  it('is listed with its position, and does not fail the build', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/remedies/cold.yaml', 'nextReview: 2027-11-23', 'nextReview: 2026-11-23')
    expect(planted.compile()).toMatchObject({ faults: [], pastReview: [`${place}  cold is past its review date`] })
    expect(readFileSync(join(planted.folder, 'src/knowledge/remedies.gen.ts'), 'utf8')).toContain(
      '"nextReview":"2026-11-23"',
    )
  })

  it('lists every row of a table whose date has passed', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/findings/neck.yaml', 'nextReview: 2027-11-23', 'nextReview: 2026-01-01')
    const { faults, pastReview } = planted.compile()
    expect(faults).toEqual([])
    expect(pastReview).toHaveLength(5)
    for (const line of pastReview) expect(line).toContain(place)
  })
})

describe('the command', () => {
  const run = (folder: string) =>
    spawnSync(
      process.execPath,
      ['--import', pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href, resolve('build/knowledge.ts')],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )

  it('exits with 1 on an error, reports it on stderr, and writes nothing', () => {
    const planted = plantedKnowledge()
    const place = planted.replace(redFlag, 'tier: emergency', 'tier: urgent')
    const { status, stderr, stdout } = run(planted.folder)
    expect(status).toBe(1)
    expect(stderr).toContain(`${place}  infected-stone.tier`)
    expect(stderr).toContain('1 fault, nothing was written')
    expect(stdout).toBe('')
    expect(readdirSync(join(planted.folder, 'src/knowledge'))).toEqual([])
  })

  it('exits with 0 if an entry is past its review date, and lists it', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/remedies/cold.yaml', 'nextReview: 2027-11-23', 'nextReview: 2020-01-01')
    const { status, stderr, stdout } = run(planted.folder)
    expect(status).toBe(0)
    expect(stderr).toContain(`${place}  cold is past its review date`)
    expect(stdout).toContain('262 findings')
  })
})
