/**
 * 200 generated diaries as FHIR documents, each checked by two validators: half arbitrary logs, half generated lives.
 */
import fc from 'fast-check'
import { toFhir } from '../../src/diary/fhir/bundle.ts'
import type { Outcome } from '../drill.ts'
import { anyLog } from '../support/diary-events.ts'
import { faultsOf } from '../support/fhir-validators.ts'
import { lifeOf } from '../support/life.ts'

export function validateFhir(seed: number, count: number): Outcome {
  const half = Math.ceil(count / 2)
  const logs = [
    ...fc.sample(anyLog, { numRuns: half, seed }),
    ...Array.from({ length: count - half }, (_, place) => lifeOf(seed + place, 50 + 5 * place, Date.UTC(2026, 10, 24))),
  ]
  let resources = 0
  const problems = logs.flatMap((log, place) => {
    const bundle = toFhir(log, { id: '019a7d3c-1c00-7123-8abc-0123456789ab', at: '2026-11-25T03:12:00+01:00' })
    resources += bundle.entry.length
    return faultsOf(bundle).map(fault => `diary ${place + 1}: ${fault}`)
  })
  return {
    name: 'the diary is valid FHIR',
    problems,
    note: `${logs.length} diaries, ${resources.toLocaleString('en')} resources, ${problems.length} errors`,
  }
}
