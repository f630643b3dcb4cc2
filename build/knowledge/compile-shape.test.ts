/**
 * The build fails on each of these and reports file and line: missing or forbidden parts of an entry. Every test plants
 * one error in a copy of the real knowledge.
 */
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
    // A condition is one of nine shapes, so the error is reported where the condition begins or inside it.
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
  ['of a finding alone', 'knowledge/findings/fracture.yaml', 'tier: emergency', 'tier: someday'],
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

  it('a missing list of a finding', () => {
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

describe('required by the check and the phone', () => {
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
  it('what a look-alike resembles', () => {
    expectFault(
      without('resembles', 'urine-leak-longstanding'),
      lineOf('urine-leak-longstanding'),
      'needs "resembles" or "askedIn"',
    )
  })
  it('a gate of every finding that moves a tier', () => {
    const planted = plantedKnowledge()
    planted.replace('knowledge/gates.yaml', ', jaundice', '')
    expect(planted.compile().faults.join()).toContain('jaundice: for a back at neck it is in no gate')
  })
  it('words of a gate that name each sign that needs help by itself, whatever its tier', () => {
    const planted = plantedKnowledge()
    planted.replace(
      'knowledge/gates.yaml',
      'names: [neck-eyes-pulled]',
      'names: [wry-neck-on-waking], also: [neck-eyes-pulled]',
    )
    planted.replace('knowledge/gates.yaml', ', cough-persistent]', ']\n        also: [cough-persistent]')
    const faults = planted.compile().faults.join()
    for (const id of ['neck-eyes-pulled', 'cough-persistent'])
      expect(faults).toContain(`${id}: needs help by itself, but no line names it for a back at neck`)
  })
  it('one gate at most', () => {
    const planted = plantedKnowledge()
    planted.replace('knowledge/gates.yaml', 'names: [blood-stool]', 'names: [blood-stool, cough-blood]')
    expect(planted.compile().faults.join()).toContain('cough-blood: for a back at neck it is in chest and belly')
  })
  it('lines of a gate that fit on a small screen', () => {
    const planted = plantedKnowledge()
    const line = '      - { text: black or bloody poo, names: [blood-stool] }\n'
    const place = planted.replace('knowledge/gates.yaml', line, line + line).replace(/:\d+$/, '')
    expect(planted.compile().faults.join()).toContain('belly: 7 lines for a back at neck: at most 6')
    expect(place).toBe('knowledge/gates.yaml')
  })
  it('an order with every gate', () => {
    const planted = plantedKnowledge()
    planted.replace('knowledge/interview.yaml', 'fits, illnesses, takes]\n  cramp', 'illnesses, takes]\n  cramp')
    expect(planted.compile().faults.join()).toContain('fits: is not in the order of the interview for back')
  })
})

describe('a statement that a person can answer', () => {
  const file = 'knowledge/findings/visceral.yaml'
  const before = 'My poo is black, sticky like tar, or full of blood.'

  it('does not join two facts', () => {
    const planted = plantedKnowledge()
    const now = 'My poo is black like tar and I feel faint.'
    expectFault(planted, planted.replace(file, before, now), 'two facts joined by "and"')
  })

  it('keeps "new" and "sudden" in its simpler wording', () => {
    const planted = plantedKnowledge()
    const now = 'My poo is newly black, sticky like tar, or full of blood.'
    const place = planted.replace(file, before, now).replace(/:\d+$/, '')
    const { faults } = planted.compile()
    expect(faults).toEqual([
      expect.stringMatching(new RegExp(`^${place}:\\d+ {2}blood-stool: the simpler wording drops`)),
    ])
  })
})
