/** The build fails on each of these, naming file and line. Every test plants one fault in a copy of the real knowledge. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Planted, plantedKnowledge } from '../../test/support/planted.ts'

/** Exactly one fault, at this place, that says this. */
function expectFault({ compile }: Planted, place: string, says: string | RegExp): void {
  const { faults } = compile()
  expect(faults).toEqual([expect.stringContaining(`${place}  `)])
  expect(faults[0]).toMatch(says)
}

const redFlag = 'knowledge/red-flags/infected-stone.yaml'
const limb = 'knowledge/findings/limb.yaml'

it('compiles the real knowledge without a fault', () => {
  const { compile, folder } = plantedKnowledge()
  expect(compile()).toMatchObject({ faults: [], pastReview: [] })
  const written = readdirSync(join(folder, 'src/knowledge'))
  expect(written.toSorted()).toEqual(
    readdirSync('src/knowledge')
      .filter(name => /\.gen\.(ts|json)$/.test(name))
      .toSorted(),
  )
})

describe('an id nobody knows', () => {
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
      'a finding, on a page of the interview',
      'knowledge/interview.yaml',
      '      cramp-over-10min,\n',
      '      cramp-over-1h,\n',
      'unknown finding "cramp-over-1h"',
    ],
    [
      'a finding, named in a category',
      'knowledge/categories.yaml',
      'jaw-lock: a locked jaw',
      'jaw-locked: a locked jaw',
      'unknown finding or fact "jaw-locked"',
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
      'a category, of a finding',
      'knowledge/findings/cancer.yaml',
      'category: skin',
      'category: lumps',
      'unknown category "lumps"',
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

  it('is found on its own line of a long list', () => {
    const planted = plantedKnowledge()
    const place = planted.replace(
      'knowledge/interview.yaml',
      'neck-jerk,\n      stroke-signs,',
      'neck-jerk,\n      strike-signs,',
      'strike-signs',
    )
    expectFault(planted, place, 'unknown finding "strike-signs"')
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

  it('in two files names both', () => {
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

  it('banned in a plan’s cell that other tiers repeat: named once, where it is written', () => {
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
  it('a sentence of 21 words, and none of 20', () => {
    const planted = plantedKnowledge()
    const file = 'knowledge/exercises/calf-release.yaml'
    const place = planted.replace(file, '  - Do not point your toes.', `  - ${twentyOne}`)
    expectFault(planted, place, /a sentence of 21 words \(at most 20\)/)
    planted.replace(file, twentyOne, twentyOne.replace(' now', ''))
    expect(planted.compile().faults).toEqual([])
  })

  it('21 words may stand under sources and evidence, 31 may not', () => {
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
    // The entry as a whole is too hard, so the fault names the line where the entry begins.
    expectFault(
      planted,
      `${file}:${Number(line) - 2}`,
      /seizures: reads at grade \d+\.\d \(at most 8\); hardest words: .*immobilisation/,
    )
  })

  it('a word nobody can be spared is left out of the grade', () => {
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

describe('an entry past its review date', () => {
  it('is listed with its place, and does not fail the build', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/remedies/cold.yaml', 'nextReview: 2027-11-23', 'nextReview: 2026-11-23')
    expect(planted.compile()).toMatchObject({ faults: [], pastReview: [`${place}  cold is past its review date`] })
    expect(readFileSync(join(planted.folder, 'src/knowledge/remedies.gen.ts'), 'utf8')).toContain(
      '"nextReview":"2026-11-23"',
    )
  })

  it('lists every row of a table whose date has passed', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/findings/neck.yaml', 'nextReview: 2027-11-23', 'nextReview: 2026-01-01')
    const { faults, pastReview } = planted.compile()
    expect(faults).toEqual([])
    expect(pastReview).toHaveLength(5)
    for (const line of pastReview) expect(line).toContain(place)
  })
})

describe('the command', () => {
  const run = (folder: string) =>
    spawnSync(
      process.execPath,
      ['--import', pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href, resolve('build/knowledge.ts')],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )

  it('ends with 1 on a fault, names it on stderr, and writes nothing', () => {
    const planted = plantedKnowledge()
    const place = planted.replace(redFlag, 'tier: emergency', 'tier: urgent')
    const { status, stderr, stdout } = run(planted.folder)
    expect(status).toBe(1)
    expect(stderr).toContain(`${place}  infected-stone.tier`)
    expect(stderr).toContain('1 fault, nothing was written')
    expect(stdout).toBe('')
    expect(readdirSync(join(planted.folder, 'src/knowledge'))).toEqual([])
  })

  it('ends with 0 where an entry is past its review date, and lists it', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/remedies/cold.yaml', 'nextReview: 2027-11-23', 'nextReview: 2020-01-01')
    const { status, stderr, stdout } = run(planted.folder)
    expect(status).toBe(0)
    expect(stderr).toContain(`${place}  cold is past its review date`)
    expect(stdout).toContain('200 findings')
  })
})
