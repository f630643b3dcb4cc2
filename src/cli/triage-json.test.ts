import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseCase, triage } from '../library/triage.ts'
import { triageJson } from './triage-json.ts'

it('gives the output of JSON.stringify for each public case, also when repeated', () => {
  const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8'))
  const cases = vignettes.map(({ complaint, region, present, absent }: Record<string, unknown>) =>
    parseCase({ complaint, region, present, absent, medicines: ['desmopressin'] }),
  )
  for (const parsed of [...cases, ...cases]) {
    if (!parsed.ok) throw new Error(parsed.error)
    const result = triage(parsed.case)
    expect(JSON.parse(triageJson(result))).toEqual(JSON.parse(JSON.stringify(result)))
  }
  expect(cases.length).toBe(40)
})
