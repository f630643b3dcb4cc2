import { describe, expect, it } from 'vitest'
import { answerInFull, answerTogether, readMedicine } from './medicines.ts'
import { parseCase } from './triage.ts'

describe('what one person takes, judged together', () => {
  it('answers each name, and warns of what they may do together with how soon', () => {
    const { names, ingredients, warnings, advice } = answerTogether(['Zocor 40', 'clarithromycin', 'co-amilofruse'])
    expect(names.map(({ typed }) => typed)).toEqual(['Zocor 40', 'clarithromycin', 'co-amilofruse'])
    expect(ingredients).toEqual(['simvastatin', 'clarithromycin', 'amiloride', 'furosemide'])
    expect(warnings[0]).toMatchObject({ id: 'statin-interaction', tier: 'same-day' })
    expect(advice.join(' ')).toMatch(/no general check of interactions/)
  })

  it('judges no name that is not certain, and says which', () => {
    expect(answerTogether(['warfarin', 'ibuprofenn'])).toMatchObject({ warnings: [], notJudged: ['ibuprofenn'] })
  })

  it('adds the medicines and the signs of a case', () => {
    const parsed = parseCase({ complaint: 'cramp', medicines: ['digoxin'], present: ['dark-urine'] })
    if (!parsed.ok) throw new Error(parsed.error)
    const answer = answerTogether(['lasix', 'ibuprofen'], parsed.case)
    expect(answer.warnings.map(({ id }) => id)).toContain('digoxin-electrolytes')
    expect(answer).toMatchObject({ tier: 'emergency', urgent: [{ id: 'nsaid-kidney', medicines: ['ibuprofen'] }] })
  })
})

describe('a request', () => {
  it.each([
    [{ together: ['a', 'b'] }, true],
    [{ together: [] }, false],
    [{ together: ['a', ''] }, false],
    [{ together: 'lasix' }, false],
    [{ typed: 'lasix', together: ['lasix'] }, false],
    [{ together: Array.from({ length: 51 }, () => 'lasix') }, false],
    [{}, false],
  ])('%j is taken: %s', (input, isTaken) => {
    expect(readMedicine(input).ok).toBe(isTaken)
  })
})

describe('words on stopping', () => {
  const keep = (typed: string) => Object.values(answerInFull(typed).guidance)[0]

  it.each(['metoclopramide', 'ibuprofen', 'simvastatin', 'ciprofloxacin', 'lithium'])(
    'never say "do not stop it" of %s, and name the sign at which its leaflet says to stop',
    typed => {
      const guidance = keep(typed)
      expect(JSON.stringify(guidance)).not.toMatch(/do not stop/i)
      expect(guidance).toMatchObject({ kind: 'keep', unless: expect.arrayContaining([expect.any(String)]) })
    },
  )

  it('put the emergency first where the sign is there', () => {
    const parsed = parseCase({ complaint: 'back', present: ['neck-eyes-pulled'] })
    if (!parsed.ok) throw new Error(parsed.error)
    const answer = answerInFull('metoclopramide', parsed.case)
    expect(answer).toMatchObject({ tier: 'emergency', guidance: { metoclopramide: { kind: 'stop-instruction' } } })
  })

  it('say of a medicine that is not listed only that', () => {
    const answer = answerInFull('amoxicillin')
    expect(answer.status).toBe('not-listed')
    expect(JSON.stringify([answer.guidance, answer.advice])).not.toMatch(/part of (?:my|your) cramps|part of them/)
  })

  it.each([
    ['magnesium citrate', /supplement/],
    ['tonic water', /quinine|bleeding/],
    ['pickle juice', /food or drink/],
  ])('know "%s" as what it is', (typed, said) => {
    const { about, advice } = answerInFull(typed)
    expect(JSON.stringify([about, advice])).toMatch(said)
  })
})
