/** The web component without a page: it asks and answers as triage does, and its file is small. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { bundleElement } from '../../build/element.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { regions } from '../knowledge/vocabulary.ts'
import { triage } from '../library/triage.ts'
import { known } from '../triage/known.ts'
import { type Answers, answered, beginAt, gateOf, none, opened, resultOf } from './interview.ts'
import { elementKnowledge } from './knowledge.ts'

/** Answers every page: yes to what is in `truth`. Compares each page and tier on the way with the library. */
function through(answers: Answers, truth: readonly string[]) {
  for (let now = answers, page = 0; ; page++) {
    const result = resultOf(now)
    const given = now.at(-1)
    if (result === undefined || given === undefined || page > 60) throw new Error('the check does not end')
    const { tier, settled, ask } = triage(given)
    expect({ tier, settled, ask }).toEqual({ tier: result.tier, settled: result.settled, ask: result.ask })
    if (result.ask === null) return result
    const gate = gateOf(result.ask)
    const ids = result.ask.statements.map(({ id }) => id)
    if (gate === undefined)
      now = answered(now, {
        ...{ present: ids.filter(id => truth.includes(id)), absent: ids.filter(id => !truth.includes(id)) },
        ...{ age: 40, sex: 'undisclosed', hoursSinceOnset: 3, pregnancyWeeks: 20 },
      })
    else {
      const places = (gate.lines ?? []).flatMap(({ names }, place) =>
        names.some(id => truth.includes(id)) ? [place] : [],
      )
      now = answered(now, places.length === 0 ? none(gate) : opened(gate, places))
    }
  }
}

it('gives the tier of the library for every public vignette, asking the same pages', () => {
  const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8')) as {
    readonly vignettes: readonly { readonly region: string; readonly present: readonly string[] }[]
  }
  for (const { region, present } of vignettes) {
    const at = regions.find(each => each === region)
    if (at === undefined) throw new Error(`no region ${region}`)
    const begin = beginAt(at)
    const truth = [...known(triageKnowledge, { ...begin[0], present } as Parameters<typeof known>[1]).present]
    through(begin, truth)
  }
})

it('asks the same pages at every place of the body', () => {
  for (const region of regions) through(beginAt(region), [])
})

it('has words, causes and sources for everything that can be a reason', () => {
  const { check, findings, rules, sources } = elementKnowledge
  const reasons = [
    ...Object.keys(check.findings).map(id => [id, findings[id]] as const),
    ...check.redFlags.map(({ id }) => [id, rules[id]] as const),
  ]
  const without = reasons.filter(([, why]) => !why?.sources.every(id => sources[id] !== undefined))
  expect(without.map(([id]) => id)).toEqual([])
})

it('is one file of at most 60 kB with its knowledge, and requests nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-element-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await bundleElement(folder)
  const file = readFileSync(join(folder, 'unknot-check.js'))
  expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(60_000)
  expect(file.toString()).not.toMatch(
    /\bimport\s*[({"']|\bfetch\(|XMLHttpRequest|localStorage|innerHTML|\beval\(|new Function/,
  )
})
