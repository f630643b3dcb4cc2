/**
 * The build fails on each of these and reports file and line: unknown or duplicate ids. Every test plants one error in
 * a copy of the real knowledge.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectFault, limb, plantedKnowledge, redFlag } from '../../test/support/planted.ts'

describe('an unknown id', () => {
  it.each([
    [
      'a finding, in the condition of a red flag',
      redFlag,
      '- flank-waves',
      '- flank-wave',
      'unknown finding "flank-wave"',
    ],
    [
      'a finding, in a case of a red flag',
      redFlag,
      '{ present: [fever], ',
      '{ present: [fewer], ',
      'unknown finding "fewer"',
    ],
    [
      'a finding, that a look-alike resembles',
      limb,
      'calf-tender-hot, calf-ache-constant]',
      'calf-tender-hot, calf-ache]',
      'unknown finding "calf-ache"',
    ],
    [
      'a gate, in the order of the interview',
      'knowledge/interview.yaml',
      'abdomen: [belly]',
      'abdomen: [tummy]',
      'unknown gate "tummy"',
    ],
    [
      'a fact, that a gate names',
      'knowledge/gates.yaml',
      'angina-or-high-pressure, high-blood-pressure',
      'angina-or-high-pressure, high-blood',
      'unknown finding or fact "high-blood"',
    ],
    [
      'a finding, that a gate needs',
      'knowledge/gates.yaml',
      'needs: [pregnant,',
      'needs: [expecting,',
      'unknown finding "expecting"',
    ],
    [
      'a finding, that a condition means',
      'knowledge/conditions.yaml',
      'hiv: { findings: [immunosuppressed]',
      'hiv: { findings: [immune]',
      'unknown finding "immune"',
    ],
    [
      'a fact, that excludes a remedy',
      'knowledge/remedies/cold.yaml',
      '{ fact: cold-reaction,',
      '{ fact: cold-hands,',
      'unknown fact "cold-hands"',
    ],
    [
      'a source, of a finding',
      limb,
      'sources: [goo2005, wells, ng158]',
      'sources: [goo2005, wells, ng185]',
      'unknown source "ng185"',
    ],
    ['a source, of a red flag', redFlag, 'sources: [', 'sources: [nowhere, ', 'unknown source "nowhere"'],
    [
      'a source, of a remedy',
      'knowledge/remedies/cold.yaml',
      'sources: [french2006,',
      'sources: [french2007,',
      'unknown source "french2007"',
    ],
    [
      'a source, of an exercise',
      'knowledge/exercises/calf-release.yaml',
      'sources: [miller2022,',
      'sources: [miller2002,',
      'unknown source "miller2002"',
    ],
    [
      'a source, of a plan',
      'knowledge/plans/back-neck.yaml',
      'sources: [dahm2010,',
      'sources: [dahm2001,',
      'unknown source "dahm2001"',
    ],
    [
      'a source, of the page on painkillers',
      'knowledge/painkillers.yaml',
      'sources: [jones2023]',
      'sources: [jones2032]',
      'unknown source "jones2032"',
    ],
    [
      'an exercise, of a remedy',
      'knowledge/remedies/relative-rest.yaml',
      'lb-wall-walk]',
      'lb-wall-run]',
      'unknown exercise "lb-wall-run"',
    ],
    [
      'an exercise, for a region',
      'knowledge/remedies/cramp-release.yaml',
      'hand: hand-release',
      'hand: hand-let-go',
      'unknown exercise "hand-let-go"',
    ],
    [
      'an exercise, in a cell of a plan',
      'knowledge/plans/cramp-calf.yaml',
      '{ id: relative-rest,',
      '{ id: relative-nest,',
      'unknown remedy or exercise "relative-nest"',
    ],
  ])('%s', (_what, file, before, now, says) => {
    const planted = plantedKnowledge()
    expectFault(planted, planted.replace(file, before, now), says)
  })

  it('is reported on its own line of a long list', () => {
    const planted = plantedKnowledge()
    const place = planted.replace(
      'knowledge/gates.yaml',
      'liver-disease\n          - poor-circulation',
      'liver-disease\n          - poor-blood-flow',
      'poor-blood-flow',
    )
    expectFault(planted, place, 'unknown finding or fact "poor-blood-flow"')
  })
})

describe('a duplicate id', () => {
  const row = (text: string, id: string) =>
    text.slice(text.indexOf(`  ${id}:`), text.indexOf('    evidence:', text.indexOf(`  ${id}:`)))

  it('in one file', () => {
    const planted = plantedKnowledge()
    const text = readFileSync(limb, 'utf8')
    const again = `${row(text, 'clot-before')}    evidence: memory\n`
    planted.write(limb, `${text}${again}`)
    const line = text.split('\n').length
    expectFault(planted, `${limb}:${line}`, 'keys must be unique')
  })

  it('in two files is reported with both', () => {
    const planted = plantedKnowledge()
    const text = readFileSync(limb, 'utf8')
    const other = 'knowledge/findings/neck.yaml'
    const neck = readFileSync(other, 'utf8')
    planted.write(other, `${neck}${row(text, 'clot-before')}    evidence: memory\n`)
    const first = `${limb}:${text.slice(0, text.indexOf('  clot-before:')).split('\n').length}`
    expectFault(planted, `${other}:${neck.split('\n').length}`, `duplicate id "clot-before": it stands at ${first} too`)
  })

  it('of a person fact and a finding', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/person-facts/remedies.yaml', '  uses-oxygen:', '  pregnant:')
    expect(planted.compile().faults).toContainEqual(`${place}  duplicate id "pregnant": a finding has it`)
  })

  it('of a remedy and an exercise', () => {
    const planted = plantedKnowledge()
    planted.write('knowledge/remedies/calf-towel.yaml', readFileSync('knowledge/remedies/yoga.yaml', 'utf8'))
    expectFault(planted, 'knowledge/remedies/calf-towel.yaml:1', 'duplicate id "calf-towel": an exercise has it')
  })
})
