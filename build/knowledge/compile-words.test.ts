/**
 * The build fails on each of these and reports file and line: words that promise too much or are hard to read. Every
 * test plants one error in a copy of the real knowledge.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectFault, plantedKnowledge } from '../../test/support/planted.ts'

describe('words', () => {
  it('banned in advice, each on its own line', () => {
    const planted = plantedKnowledge()
    const sentences = [
      'This cures it.',
      'Then you are cured.',
      'It treats the pain.',
      'It diagnoses the cause.',
      'It is safe for you.',
      'You have sciatica.',
      'It is clinically proven.',
      'We guarantee it.',
      'A miracle.',
      'Stop taking your tablets.',
    ]
    const list = sentences.map(sentence => `\n  - ${sentence}`).join('')
    const place = planted.replace('knowledge/remedies/cold.yaml', '  - Pain or swelling rises.', `  - It rises.${list}`)
    const [file, first] = place.split(':')
    const { faults } = planted.compile()
    expect(faults.map(line => line.split('  ')[0])).toEqual(
      sentences.map((_, index) => `${file}:${Number(first) + 1 + index}`),
    )
    for (const [index, sentence] of sentences.entries()) expect(faults[index]).toMatch(`in "${sentence}"`)
  })

  it('banned in a plan’s cell that other tiers repeat: reported once, where it is written', () => {
    const planted = plantedKnowledge()
    const file = 'knowledge/plans/cramp-hand.yaml'
    const first = readFileSync(file, 'utf8').indexOf('Make the call')
    expect(first).toBeGreaterThan(0)
    const text = readFileSync(file, 'utf8')
    const place = `${file}:${text.slice(0, first).split('\n').length}`
    planted.write(file, `${text.slice(0, first)}It cures. ${text.slice(first)}`)
    expectFault(planted, place, 'banned words "cures"')
  })

  const twentyOne = 'We go up and we go down and we sit and we lie and we get up and go on now.'
  it('a sentence of 21 words, but not one of 20', () => {
    const planted = plantedKnowledge()
    const file = 'knowledge/exercises/calf-release.yaml'
    const place = planted.replace(file, '  - Do not point your toes.', `  - ${twentyOne}`)
    expectFault(planted, place, /a sentence of 21 words \(at most 20\)/)
    planted.replace(file, twentyOne, twentyOne.replace(' now', ''))
    expect(planted.compile().faults).toEqual([])
  })

  it('31 words under sources and evidence, but not 21', () => {
    const planted = plantedKnowledge()
    const file = 'knowledge/exercises/calf-release.yaml'
    const evidence = /evidence: .*/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
    planted.replace(file, evidence, `evidence: ${twentyOne}`)
    expect(planted.compile().faults).toEqual([])
    const place = planted.replace(
      file,
      `evidence: ${twentyOne}`,
      `evidence: ${twentyOne.slice(0, -1)} and we sit and we lie and we get up.`,
    )
    expectFault(planted, place, /a sentence of 31 words \(at most 30\)/)
  })

  const hard = 'Immobilisation deteriorates musculature.'
  it('an entry that reads above grade 8 as a whole', () => {
    const planted = plantedKnowledge()
    const place = planted.replace(
      'knowledge/person-facts/remedies.yaml',
      'statement: I have fits (epilepsy).',
      `statement: ${hard}`,
      hard,
    )
    const [file, line] = place.split(':')
    // The entry as a whole is too hard to read, so the error is reported where the entry begins.
    expectFault(
      planted,
      `${file}:${Number(line) - 2}`,
      /seizures: reads at grade \d+\.\d \(at most 8\); hardest words: .*immobilisation/,
    )
  })

  it('an unavoidable medical word is left out of the grade', () => {
    const planted = plantedKnowledge()
    planted.replace('knowledge/person-facts/remedies.yaml', 'statement: I have fits (epilepsy).', `statement: ${hard}`)
    planted.replace(
      'knowledge/medical-words.yaml',
      'words:\n',
      'words:\n  - immobilisation\n  - deteriorates\n  - musculature\n',
    )
    expect(planted.compile().faults).toEqual([])
  })
})
