/** The build fails on each of these, naming file and line: what an entry lacks or may not say. Every test plants one fault in a copy of the real knowledge. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectFault, plantedKnowledge, redFlag } from '../../test/support/planted.ts'

describe('a condition that is empty', () => {
  it.each([
    ['all of nothing', 'when:\n  all: []', 'all: []'],
    ['any of nothing', 'when:\n  any: []', 'any: []'],
    ['at least one of nothing', 'when:\n  atLeast: { n: 1, of: [] }', 'atLeast:'],
    ['nothing inside all', 'when:\n  all:\n    - fever\n    - { any: [] }', '- { any'],
    ['an age without bounds', 'when:\n  all:\n    - fever\n    - { age: {} }', '- { age'],
    ['nothing at all', 'when: {}', 'when: {}'],
  ])('%s', (_what, now, at) => {
    const planted = plantedKnowledge()
    const text = readFileSync(redFlag, 'utf8')
    const when = text.slice(text.indexOf('when:'), text.indexOf('\nmayMean:'))
    const place = planted.replace(redFlag, when, now, at)
    const { faults } = planted.compile()
    expect(faults.length).toBeGreaterThan(0)
    // A condition is one of nine shapes, so the fault is named where the condition begins or inside it.
    const [file, line] = place.split(':')
    const whenLine = text.slice(0, text.indexOf('when:')).split('\n').length
    for (const fault of faults) {
      const [, at = ''] = /^([^ ]+) {2}infected-stone\.when/.exec(fault) ?? []
      expect(at.startsWith(`${file}:`), fault).toBe(true)
      expect(Number(at.split(':')[1])).toBeGreaterThanOrEqual(whenLine)
      expect(Number(at.split(':')[1])).toBeLessThanOrEqual(Number(line))
    }
  })
})

it.each([
  ['of a red flag', redFlag, 'tier: emergency', 'tier: urgent'],
  [
    'of a finding alone',
    'knowledge/findings/cancer.yaml',
    'tierAlone: { back: routine, cramp: routine }',
    'tierAlone: { back: someday, cramp: routine }',
  ],
])('a tier outside the list, %s', (_what, file, before, now) => {
  const planted = plantedKnowledge()
  const tiers = 'Expected ("self-care" | "routine" | "soon" | "same-day" | "emergency")'
  expectFault(planted, planted.replace(file, before, now), tiers)
})

describe('a missing source', () => {
  it('an empty list', () => {
    const planted = plantedKnowledge()
    const text = readFileSync('knowledge/exercises/foot-pumps.yaml', 'utf8')
    const list = /sources: \[.*\]/.exec(text)?.[0] ?? ''
    expectFault(
      planted,
      planted.replace('knowledge/exercises/foot-pumps.yaml', list, 'sources: []'),
      'needs at least one source',
    )
  })

  it.each([
    ['a red flag', redFlag, 1],
    ['a remedy', 'knowledge/remedies/yoga.yaml', 1],
  ])('no list at all, of %s', (_what, file, line) => {
    const planted = plantedKnowledge()
    const list = /sources: \[.*\]\n/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
    planted.replace(file, list, '')
    expectFault(planted, `${file}:${line}`, /sources: Invalid key: Expected "sources"/)
  })

  it('no list at all, of a finding', () => {
    const planted = plantedKnowledge()
    const text = readFileSync('knowledge/findings/neck.yaml', 'utf8')
    const row = text.slice(text.indexOf('  neck-jerk:'))
    const list = /\n {4}sources: \[.*\]/.exec(row)?.[0] ?? ''
    planted.replace('knowledge/findings/neck.yaml', row, row.replace(list, ''))
    const place = `knowledge/findings/neck.yaml:${text.slice(0, text.indexOf('  neck-jerk:')).split('\n').length}`
    expectFault(planted, place, /neck-jerk\.sources: Invalid key: Expected "sources"/)
  })
})

it('an exercise in no remedy', () => {
  const planted = plantedKnowledge()
  planted.replace('knowledge/remedies/stretching.yaml', ' foot-pumps,', '')
  expectFault(planted, 'knowledge/exercises/foot-pumps.yaml:1', 'foot-pumps: belongs to no remedy')
})

describe('what the check and the phone need', () => {
  const file = 'knowledge/findings/nerve.yaml'
  const text = readFileSync(file, 'utf8')
  const lineOf = (id: string) => `${file}:${text.slice(0, text.indexOf(`  ${id}:`)).split('\n').length}`
  const without = (field: string, id: string) => {
    const planted = plantedKnowledge()
    const start = text.indexOf(`    ${field}:`, text.indexOf(`  ${id}:`))
    planted.write(file, text.slice(0, start) + text.slice(text.indexOf('\n', start) + 1))
    return planted
  }

  it('a simpler wording of every emergency', () => {
    expectFault(without('simpler', 'saddle-numbness'), lineOf('saddle-numbness'), 'needs "simpler"')
  })
  it('what to say of every emergency and same-day finding', () => {
    expectFault(without('say', 'leg-weakness-one'), lineOf('leg-weakness-one'), 'needs "say"')
  })
  it('a category of every finding', () => {
    expectFault(without('category', 'leg-weakness-one'), lineOf('leg-weakness-one'), 'Expected "category"')
  })
  it('what a look-alike resembles', () => {
    expectFault(
      without('resembles', 'urine-leak-longstanding'),
      lineOf('urine-leak-longstanding'),
      'needs "resembles" or "askedIn"',
    )
  })
  it('words of a category that name its emergency', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/categories.yaml', 'jaw-lock: a locked jaw', 'jaw-lock: a stuck jaw')
    expectFault(planted, place, '"a stuck jaw" is not in its statement or hint')
  })
})
