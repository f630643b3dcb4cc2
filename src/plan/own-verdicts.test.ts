import { describe, expect, it } from 'vitest'
import type { TrialLog } from '../diary/diary.ts'
import type { Certainty } from '../knowledge/vocabulary.ts'
import { orderByOwn, ownVerdicts } from './own-verdicts.ts'

const step = (id: string, certainty: Certainty | null) => ({ id, certainty })
const verdict = (better: string, worse: string) => ({ better, worse, isNoticeable: true, month: '2026-03' })
const order = (steps: readonly ReturnType<typeof step>[], ...verdicts: readonly ReturnType<typeof verdict>[]) =>
  orderByOwn(steps, verdicts).map(({ id }) => id)

describe('the verdicts that a person follows', () => {
  it('are those of the trials whose result was chosen, with the month', () => {
    const followed = { better: 'heat', worse: 'cold', isNoticeable: false, at: Date.parse('2026-03-31T23:00:00Z') }
    const logs = [{ followed }, { followed: undefined }] as unknown as readonly TrialLog[]
    expect(ownVerdicts(logs)).toEqual([{ better: 'heat', worse: 'cold', isNoticeable: false, month: '2026-03' }])
  })
})

describe('a better remedy', () => {
  const levels = [null, 'very-low', 'low', 'moderate', 'high'] as const

  it('moves up past evidence that is as strong or weaker, and never past stronger evidence', () => {
    levels.forEach((worse, ofWorse) => {
      levels.forEach((better, ofBetter) => {
        const found = order(
          [step('worse', worse), step('x', 'high'), step('better', better)],
          verdict('better', 'worse'),
        )
        expect(found, `${better} past ${worse}`).toEqual(
          ofWorse <= ofBetter ? ['better', 'worse', 'x'] : ['worse', 'x', 'better'],
        )
      })
    })
  })

  it('that is already first stays there, with the reason', () => {
    const steps = [step('better', 'low'), step('worse', 'low')]
    expect(order(steps, verdict('better', 'worse'))).toEqual(['better', 'worse'])
    expect(orderByOwn(steps, [verdict('better', 'worse')])).toEqual([
      { ...step('better', 'low'), own: verdict('better', 'worse') },
      step('worse', 'low'),
    ])
  })

  it('that is far above the worse one is not moved down to it', () => {
    const steps = [step('better', 'low'), step('x', 'low'), step('worse', 'low')]
    expect(order(steps, verdict('better', 'worse'))).toEqual(['better', 'x', 'worse'])
  })

  it('that was compared with itself is not lost', () => {
    expect(order([step('a', 'low'), step('b', 'low')], verdict('b', 'b'))).toEqual(['a', 'b'])
  })

  it('that may not move gives the reason too, and no other step does', () => {
    const steps = [step('worse', 'high'), step('better', 'low')]
    const [worse, better] = orderByOwn(steps, [verdict('better', 'worse')])
    expect(worse).not.toHaveProperty('own')
    expect(better).toMatchObject({ own: { worse: 'worse' } })
  })

  it('that is no step changes nothing; if the worse one is no step, the order stays', () => {
    const steps = [step('a', 'low'), step('b', 'low')]
    expect(orderByOwn(steps, [verdict('gone', 'a')])).toEqual(steps)
    expect(order(steps, verdict('b', 'gone'))).toEqual(['a', 'b'])
    expect(orderByOwn(steps, [verdict('b', 'gone')])[1]).toHaveProperty('own')
  })

  it('counts for each of several verdicts, one after another', () => {
    const steps = [step('a', 'low'), step('b', 'low'), step('c', 'low')]
    expect(order(steps, verdict('b', 'a'), verdict('c', 'b'))).toEqual(['c', 'b', 'a'])
  })
})
