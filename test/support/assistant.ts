/** A host of the MCP server that reads every question to a patient and sends the patient's own answers. */
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import type { Case } from '../../src/triage/case.ts'
import { known } from '../../src/triage/known.ts'

/** What a tool answered. */
export interface Told {
  readonly text: string
  readonly isError: boolean
  // The structured content is JSON of many shapes; a test names the part that it reads.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any
}
export type Call = (name: string, input: object) => Promise<Told>

/** Answers the check as a person of whom exactly `truth` is true, until it is settled. */
export async function askedThrough(call: Call, truth: Case): Promise<Told> {
  const { complaint, region, side, conditions, medicines } = truth
  let told = await call('check', { complaint, region, side, conditions, medicines })
  for (let page = 0; told.data?.status === 'ask'; page++) {
    if (page > 60) throw new Error('the check does not end')
    told = await call('check', { check: told.data.check, answers: answersOf(truth, told.data.ask) })
  }
  return told
}

interface Asked {
  readonly statements: readonly { readonly id: string; readonly lines?: readonly string[] }[]
  readonly details: readonly { readonly id: string }[]
}

/** The patient's answers to one page. Whoever does not know a detail says the least telling one. */
export function answersOf(truth: Case, { statements, details }: Asked): Record<string, string | number> {
  const { present } = known(triageKnowledge, truth)
  const isTrue = (id: string) => {
    const gate = triageKnowledge.gates[id.replace(/^gate-/, '')]
    return gate === undefined
      ? present.has(id)
      : gate.lines.some(({ names }) => names.some(each => present.has(each) && !truth.conditions.includes(each)))
  }
  const { hoursSinceOnset = 0, pregnancyWeeks = 0 } = truth.context
  const told: Readonly<Record<string, string | number>> = {
    ...{ age: truth.age ?? 40, sex: truth.sex ?? 'undisclosed' },
    ...{ hoursSinceOnset, pregnancyWeeks },
  }
  return Object.fromEntries([
    ...statements.map(({ id }) => [id, isTrue(id) ? 'yes' : 'no']),
    ...details.map(({ id }) => [id, told[id] ?? 0]),
  ])
}
