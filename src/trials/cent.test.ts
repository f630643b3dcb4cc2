/** The report of a trial as data: every heading of CENT 2015 that the method requires, from the plan to the limits. */
import { expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { centReport } from './cent.ts'
import { design } from './design.ts'
import { withDefaults } from './options.ts'
import { amend, type FrozenProtocol } from './protocol.ts'
import { trialFacts } from './refusal.ts'

const frozen = (): FrozenProtocol => {
  const result = design({
    question: 'Heat or ice?',
    arms: [{ label: 'ice' }, { label: 'heat' }],
    outcome: { model: 'rating', question: 'Average pain of the last 24 hours, 0 to 10' },
    facts: Object.fromEntries(trialFacts.map(fact => [fact, false])),
    expectation: 7,
    seed: 7,
    powerTrials: 20,
  })
  if (result.kind !== 'designed') throw new Error(result.kind)
  return { protocol: result.protocol, sha256: 'a'.repeat(64), amendments: [] }
}
const analysis = () => {
  const { protocol } = frozen()
  const arms = protocol.arms.map(({ label }, number) => ({ number, label }))
  const rows = protocol.schedule.flatMap(({ period, arm, firstDay, lastDay }) =>
    Array.from({ length: lastDay - firstDay + 1 }, (_, i) => ({
      ...{ day: firstDay + i, period, arm, nights: 1 },
      y: firstDay + i === 5 ? null : (((firstDay + i) * 7) % 4) + (arm === 0 ? 5 : 2),
    })),
  )
  return analyse({ rows, arms }, withDefaults({}))
}

it('has every heading once, in a fixed order, none empty', () => {
  const sections = centReport(analysis(), frozen())
  expect(sections.map(({ heading }) => heading)).toEqual([
    ...[
      'Title',
      'Why an n-of-1 trial',
      'Design',
      'Condition and other treatments',
      'Setting',
      'Remedies',
      'Outcome',
      'Planned size and power',
      'Order',
      'Blinding',
    ],
    ...['Analysis', 'Periods', 'Dates', 'Results', 'Harms and notes', 'Limits', 'Protocol'],
  ])
  for (const { lines } of sections) expect(lines.join('').length).toBeGreaterThan(0)
})

it('says what was planned, what happened and the result', () => {
  const changed = amend(frozen(), { day: 9, what: 'ice for 10 minutes', why: 'the skin was cold' })
  const history = {
    began: '2026-03-01',
    ended: '2026-04-05',
    stoppedEarly: 'moved house',
    notes: ['Day 4: a red mark.'],
    condition: 'Back pain on most days',
    otherTreatments: ['a back brace'],
  }
  const sections = centReport(analysis(), changed, history)
  const under = (heading: string) => sections.find(each => each.heading === heading)?.lines.join('\n') ?? ''
  expect(under('Title')).toMatch(/n-of-1 trial/)
  expect(under('Design')).toContain('6 cycles of 2 periods of 3 days')
  expect(under('Planned size and power')).toMatch(/36 days.*made-up trials/s)
  expect(under('Condition and other treatments')).toBe('Back pain on most days\nBeside it: a back brace.')
  expect(under('Setting')).toContain('own care')
  expect(under('Order')).toMatch(/generator xoshiro128.*seed 7/)
  expect(under('Blinding')).toContain('Expected before the start: 7 of 10')
  expect(under('Analysis')).toMatch(/trend.*autocorrelation.*Priors.*Carry-over.*Missed days are left out/s)
  expect(under('Periods').split('\n')).toHaveLength(12)
  expect(under('Periods')).toMatch(/2 of 3 recorded, mean \d/)
  expect(under('Dates')).toMatch(/2026-03-01.*2026-04-05.*moved house/s)
  expect(under('Results')).toMatch(/Effect -?\d.*95 %/)
  expect(under('Harms and notes')).toContain('a red mark')
  expect(under('Protocol')).toContain(`SHA-256 ${'a'.repeat(64)}`)
  expect(under('Protocol')).toContain('Amendment on day 9: ice for 10 minutes (the skin was cold)')
})

it('says so if there was no plan', () => {
  const sections = centReport(analysis(), undefined)
  expect(sections.find(({ heading }) => heading === 'Protocol')?.lines).toEqual(['None frozen.'])
})
