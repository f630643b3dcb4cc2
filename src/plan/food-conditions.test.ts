/** Kidneys and heart for food, with the real knowledge. */
import { expect, it } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Case } from '../triage/case.ts'
import { foodConditions } from './food-conditions.ts'
import { factsOf } from './person-facts.ts'

const given = (part: Partial<Case>, said?: readonly string[]) =>
  foodConditions(said, factsOf(triageKnowledge, { ...lowBack, ...part }))

it('asks of both while nothing is known', () => {
  expect(given({})).toEqual({ known: undefined, told: [], open: ['kidney-disease', 'heart-failure'] })
})

it('does not ask of kidneys that the check was told about, in its own words too', () => {
  expect(given({ present: ['kidneys-weak'] })).toMatchObject({ told: ['kidney-disease'], open: ['heart-failure'] })
  expect(given({ present: ['kidneys-weak'], absent: ['fluid-limit'] }).known).toEqual(['kidney-disease'])
  expect(given(settled(lowBack)).open).toEqual(['heart-failure'])
  expect(given({ absent: ['kidney-disease', 'fluid-limit'] })).toEqual({ known: [], told: [], open: [] })
})

it('takes not sure for no answer', () => {
  expect(given({ unsure: ['kidney-disease'], absent: ['fluid-limit'] }).open).toEqual(['kidney-disease'])
})

it('adds to the list of About me what the check was told', () => {
  expect(given({ present: ['kidneys-weak'] }, ['diabetes'])).toMatchObject({
    known: ['diabetes', 'kidney-disease'],
    open: [],
  })
  expect(given({}, []).known).toEqual([])
})
