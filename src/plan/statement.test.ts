import { expect, it } from 'vitest'
import { madeUpTriage } from '../../test/support/made-up-triage.ts'
import { statementOf } from './statement.ts'

const triage = madeUpTriage({
  findings: { fever: { statement: 'I am hot.' }, both: { statement: 'A finding.' } },
  facts: { ill: { kind: 'now', statement: 'I am ill.' }, both: { kind: 'now', statement: 'A fact.' } },
})

it.each([
  ['fever', 'I am hot.'],
  ['ill', 'I am ill.'],
  ['both', 'A finding.'],
  ['unheard-of', undefined],
  // Names of the language are no ids.
  ['constructor', undefined],
])('%s says %s', (id, statement) => {
  expect(statementOf({ triage }, id)).toBe(statement)
})
