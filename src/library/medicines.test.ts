import { expect, it } from 'vitest'
import { answerInFull } from './medicines.ts'
import { parseCase } from './triage.ts'

it('quinine, which people take for cramps, is never told to be kept: the signs of its harm are named', () => {
  const { guidance } = answerInFull('quinine')
  expect(guidance.quinine).toMatchObject({ kind: 'keep', keep: expect.not.stringContaining('Do not stop') })
  expect(JSON.stringify(guidance.quinine)).toContain('bruises')
})

it('says what was seen of a medicine that is not listed', () => {
  expect(answerInFull('captopril 25 mg').notes).toEqual({ captopril: expect.stringContaining('potassium') })
  expect(answerInFull('paracetamol').notes).toEqual({})
})

/** The case of a cramp of the calf with these signs. */
function cramp(...present: readonly string[]) {
  const parsed = parseCase({ complaint: 'cramp', region: 'calf', present })
  if (!parsed.ok) throw new Error('no case')
  return parsed.case
}

it('metformin has words on stopping for acid in the blood, and only with its signs', () => {
  const calm = answerInFull('metformin', cramp())
  expect(calm.urgent).toEqual([])
  expect(calm.guidance.metformin).toMatchObject({ kind: 'keep', unless: [expect.stringContaining('fast breathing')] })
  const ill = answerInFull('metformin 500', cramp('breathing-deep-fast'))
  expect(ill.tier).toBe('emergency')
  expect(ill.guidance.metformin).toMatchObject({ kind: 'stop-instruction', rule: 'metformin-acid' })
})

it('a tablet after a transplant with new cramps is for the treating team, whichever it is', () => {
  for (const medicine of ['tacrolimus', 'mycophenolate', 'sirolimus', 'ciclosporin']) {
    const { urgent } = answerInFull(medicine, cramp('cramps-new-severe'))
    expect(
      urgent?.map(({ id }) => id),
      medicine,
    ).toContain('cancer-transplant')
  }
})
