import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpTriage } from '../../test/support/made-up-triage.ts'
import type { Case } from '../triage/case.ts'
import type { Reached } from '../triage/interview.ts'
import type { AskedCombination } from '../triage/knowledge.ts'
import { combinationsPage, firedCombinations } from './combinations.ts'

const knowing = (...combinations: readonly AskedCombination[]) =>
  madeUpTriage({
    findings: { weak: { simpler: 'I tire soon.' }, 'dark-urine': {}, 'new-dose': {} },
    medicines: { statin: { findings: [], facts: [] }, water: { findings: ['weak'], facts: [] } },
    combinations,
  })
const muscle: AskedCombination = { id: 'muscle', tier: 'same-day', takes: ['statin'], when: 'weak' }
const from = (given: Partial<Case> = {}): Case => ({ ...blank, medicines: ['statin'], ...given })
const calm: Reached = { tier: 'self-care', contacts: new Set() }
const fired = (rules: readonly AskedCombination[], given: Partial<Case>) =>
  firedCombinations(knowing(...rules), from(given))
const asked = (rules: readonly AskedCombination[], given: Partial<Case> = {}, now = calm) =>
  combinationsPage(knowing(...rules), from(given), now)?.statements.map(({ id }) => id)

describe('a combination that applies', () => {
  it('has its tier, the medicines it applies to, and whom to contact', () => {
    expect(fired([muscle], { present: ['weak'] })).toStrictEqual([
      { kind: 'combination', id: 'muscle', tier: 'same-day', medicines: ['statin'] },
    ])
    expect(fired([{ ...muscle, contact: 'surgeon' }], { present: ['weak'] })[0]?.contact).toBe('surgeon')
  })

  it('needs the medicine and the sign; "not sure" is no sign', () => {
    expect(fired([muscle], {})).toEqual([])
    expect(fired([muscle], { unsure: ['weak'] })).toEqual([])
    expect(fired([muscle], { present: ['weak'], medicines: ['water'] })).toEqual([])
    expect(fired([muscle], { present: ['weak'], medicines: [] })).toEqual([])
  })

  it('counts the finding that a medicine stands for', () => {
    expect(fired([muscle], { medicines: ['statin', 'water'] })).toHaveLength(1)
  })

  it('may be about a stopped medicine, which is listed only with its days', () => {
    const stopped = { ...muscle, since: { stopped: { lte: 7 } } }
    const days = (count: number) => ({
      medicines: [],
      present: ['weak'],
      context: { medicineDays: { statin: { stopped: count } } },
    })
    expect(fired([stopped], days(7))).toHaveLength(1)
    expect(fired([stopped], days(8))).toEqual([])
  })

  it('may need a finding that gives the time', () => {
    const since = { ...muscle, since: { started: { lte: 7 }, findings: ['new-dose'] } }
    const old = { context: { medicineDays: { statin: { started: 90 } } } }
    expect(fired([since], { ...old, present: ['weak'] })).toEqual([])
    expect(fired([since], { ...old, present: ['weak', 'new-dose'] })).toHaveLength(1)
  })
})

describe('the signs that are still asked', () => {
  it('are those that a combination of the person’s medicines lacks, each once', () => {
    expect(asked([muscle, { ...muscle, id: 'more', when: { any: ['weak', 'dark-urine'] } }])).toEqual([
      'weak',
      'dark-urine',
    ])
    expect(asked([muscle], { medicines: ['water'] })).toBeUndefined()
    expect(asked([muscle], { medicines: [] })).toBeUndefined()
  })

  it('are statements with their simpler words, under the title of the page', () => {
    expect(combinationsPage(knowing({ ...muscle, when: { any: ['weak', 'dark-urine'] } }), from(), calm)).toStrictEqual(
      {
        page: 'combinations',
        title: 'With your medicines',
        statements: [
          { id: 'weak', text: 'I have weak.', simpler: 'I tire soon.' },
          { id: 'dark-urine', text: 'I have dark-urine.' },
        ],
        details: [],
      },
    )
  })

  it('do not include answered ones, nor those of a combination that can no longer apply', () => {
    for (const answer of ['present', 'absent', 'unsure'] as const)
      expect(asked([muscle], { [answer]: ['weak'] }), answer).toBeUndefined()
    const both = { ...muscle, when: { all: ['weak', 'dark-urine'] } }
    expect(asked([both], { present: ['weak'] })).toEqual(['dark-urine'])
    expect(asked([both], { absent: ['weak'] })).toBeUndefined()
  })

  it('do not include signs that could not change the result', () => {
    const reached = (contact?: 'surgeon'): Reached => ({
      tier: 'same-day',
      contacts: new Set(contact ? [contact] : []),
    })
    expect(asked([muscle], {}, reached())).toBeUndefined()
    expect(asked([{ ...muscle, contact: 'surgeon' }], {}, reached())).toEqual(['weak'])
    expect(asked([{ ...muscle, contact: 'surgeon' }], {}, reached('surgeon'))).toBeUndefined()
    expect(asked([{ ...muscle, tier: 'emergency' }], {}, reached())).toEqual(['weak'])
  })

  it('begin with the one that gives the time, until the medicine counts', () => {
    const since = { ...muscle, since: { started: { lte: 7 }, findings: ['new-dose'] } }
    const started = (count: number) => ({ context: { medicineDays: { statin: { started: count } } } })
    expect(asked([since], started(90))).toEqual(['new-dose', 'weak'])
    expect(asked([since], started(3))).toEqual(['weak'])
    expect(asked([since], { ...started(90), present: ['weak'] })).toEqual(['new-dose'])
    expect(asked([since], { ...started(90), absent: ['new-dose'] })).toBeUndefined()
    expect(asked([since], { ...started(90), absent: ['weak'] })).toBeUndefined()
    const either = { ...since, since: { started: { lte: 7 }, findings: ['new-dose', 'dark-urine'] } }
    expect(asked([either], { ...started(90), absent: ['dark-urine'] })).toEqual(['new-dose', 'weak'])
    expect(asked([since], { ...started(90), present: ['new-dose'] })).toEqual(['weak'])
  })

  it('do not include words that are no finding of the check', () => {
    expect(asked([{ ...muscle, when: { any: ['weak', 'unheard-of'] } }])).toEqual(['weak'])
  })
})
