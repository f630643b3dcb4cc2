import { expect, it } from 'vitest'
import { answerInFull } from './medicines.ts'

it('quinine, which people take for cramps, is never told to be kept: the signs of its harm are named', () => {
  const { guidance } = answerInFull('quinine')
  expect(guidance.quinine).toMatchObject({ kind: 'keep', keep: expect.not.stringContaining('Do not stop') })
  expect(JSON.stringify(guidance.quinine)).toContain('bruises')
})
