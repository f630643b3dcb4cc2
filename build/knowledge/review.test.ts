/** What the build derives for a reviewer: harm, whether it decides an emergency, specialties, texts, reach. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { RedFlag, TierAdvice } from '../../src/knowledge/schema.ts'
import { highestAlone } from '../../src/triage/tier-alone.ts'
import { plantedKnowledge, redFlag } from '../../test/support/planted.ts'
import { Faults, readEntries, readTable } from './files.ts'
import { readReach, staleReach } from './reach.ts'
import { readKnowledge } from './read.ts'
import { checkReferences } from './references.ts'
import { reviewEntriesOf, reviewTextsOf } from './review.ts'

const knowledge = readKnowledge('knowledge', new Faults())
const entries = reviewEntriesOf(knowledge)
const texts = reviewTextsOf(knowledge)
const entry = (kind: string, id: string) => {
  const found = entries.find(each => each.kind === kind && each.id === id)
  if (!found) throw new Error(`no ${kind} ${id}`)
  return found
}
const text = (kind: string, id: string) => texts[`${kind} ${id}`]

describe('what decides between an emergency and less', () => {
  it('is each sign, rule and combination with the tier emergency, and each look-alike beside such a sign', () => {
    const tiers = new Map(knowledge.findings.map(({ id, value }) => [id, highestAlone(value)]))
    const wanted = [
      ...knowledge.findings.filter(({ id, value }) =>
        [id, ...(value.resembles ?? [])].some(each => tiers.get(each) === 'emergency'),
      ),
      ...knowledge.redFlags.filter(({ value }) => value.tier === 'emergency'),
      ...knowledge.medicines.urgent.filter(({ value }) => value.tier === 'emergency'),
      ...knowledge.medicines.interactions.filter(({ value }) => value.tier === 'emergency'),
    ]
    const found = entries.filter(({ decidesEmergency }) => decidesEmergency)
    expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
    for (const { id, harm } of found) expect(harm, id).toBe('high')
  })

  it('treats a look-alike like its sign', () => {
    expect(entry('finding', 'pressing-reproduces')).toMatchObject({ tier: null, decidesEmergency: true, harm: 'high' })
    expect(entry('finding', 'chest-pain')).toMatchObject({ tier: 'emergency', decidesEmergency: true })
    expect(entry('finding', 'cramp-night')).toMatchObject({ decidesEmergency: false, harm: 'low' })
  })
})

describe('the harm of a claim is what a wrong verdict does to a person with a spasm or a cramp', () => {
  it('is low for a claim that the verdict warns against, whatever acting on it would do', () => {
    for (const { id, value } of knowledge.claims)
      if (value.verdict === 'wrong' || value.verdict === 'unsupported') expect(entry('claim', id).harm, id).toBe('low')
    expect(knowledge.claims.find(({ id }) => id === 'zinc-for-leprosy')?.value.harm).not.toBe('low')
  })

  it('is that of acting on the claim if the verdict supports it, even in part', () => {
    for (const { id, value } of knowledge.claims)
      if (!['wrong', 'unsupported'].includes(value.verdict)) expect(entry('claim', id).harm, id).toBe(value.harm)
  })
})

describe('who reviews', () => {
  it('an entry that sends people for help at once or today is for emergency medicine', () => {
    for (const { id, kind, tier, specialties } of entries)
      if (['finding', 'red-flag', 'combination', 'interaction'].includes(kind) && tier)
        if (tier === 'emergency' || tier === 'same-day') expect(specialties, id).toContain('emergency')
  })

  it('a sign that only counts in such a rule is also for emergency medicine', () => {
    expect(entry('finding', 'anticoagulant')).toMatchObject({ tier: null, specialties: ['emergency', 'pharmacy'] })
  })

  it('each kind goes to its specialty', () => {
    const of = (kind: string, id: string) => entry(kind, id).specialties
    expect(of('combination', 'serotonin')).toEqual(['emergency', 'pharmacy'])
    expect(of('interaction', 'serotonin-maoi')).toEqual(['emergency', 'pharmacy'])
    expect(of('interaction', 'serotonin-two')).toEqual(['pharmacy'])
    expect(of('medicine', 'furosemide')).toEqual(['pharmacy'])
    expect(of('known-medicine', 'apixaban')).toEqual(['pharmacy'])
    expect(of('page', 'painkillers')).toEqual(['pharmacy'])
    expect(of('page', 'emergency-numbers')).toEqual(['emergency'])
    expect(of('exercise', 'calf-release')).toEqual(['physiotherapy'])
    expect(of('remedy', 'heat')).toEqual(['physiotherapy'])
    expect(of('plan', 'back-low-back')).toEqual(['emergency', 'physiotherapy'])
    expect(of('claim', 'zinc-for-leprosy')).toEqual(['pharmacy'])
    expect(of('claim', 'touch-your-toes')).toEqual(['physiotherapy'])
    expect(of('red-flag', 'alcohol-cramps')).toEqual(['physiotherapy', 'pharmacy'])
  })
})

describe('the words to judge an entry by', () => {
  it('every entry has its rule or its action, and its location', () => {
    for (const { kind, id } of entries) {
      const found = text(kind, id)
      expect(`${found?.rule}${found?.action}`, `${kind} ${id}`).not.toBe('')
      expect(readFileSync(found?.file ?? '', 'utf8'), `${kind} ${id}`).toContain(String(found?.path.at(-1) ?? ''))
    }
  })

  it('a rule has its condition, its advice, and cases that fire and that do not', () => {
    expect(text('red-flag', 'aneurysm-over-60')).toMatchObject({
      rule: expect.stringContaining('age ≥ 60'),
      action: expect.stringContaining('Call the emergency number'),
      cases: expect.arrayContaining([{ known: expect.stringMatching(/^“.+” \+ age 59$/), fires: false }]),
      ...{ file: 'knowledge/red-flags/aneurysm-over-60.yaml', path: [] },
    })
    for (const { id, value } of knowledge.redFlags) {
      const cases = text('red-flag', id)?.cases ?? []
      expect(cases.map(({ fires }) => fires)).toEqual(value.cases.map(({ fires }) => fires))
      for (const { known } of cases) expect(known, id).not.toMatch(/undefined|^$/)
    }
  })

  it('a combination has its medicines and when they count', () => {
    expect(text('combination', 'withdrawal')?.rule).toMatch(
      /^Takes one of: baclofen, .* The medicine counts when it was stopped at most 30 days ago, or with “.*When: /,
    )
  })

  it('every pair of medicines has both sides, how soon to ask and what to do', () => {
    expect(knowledge.medicines.interactions.length).toBeGreaterThan(10)
    for (const { id, value } of knowledge.medicines.interactions) {
      expect(entry('interaction', id)).toMatchObject({ tier: value.tier, title: value.title })
      const { rule = '', action = '' } = text('interaction', id) ?? {}
      for (const medicine of [...value.one, ...(value.other ?? [])]) expect(rule, id).toContain(medicine)
      for (const line of value.action) expect(action, id).toContain(line)
    }
  })

  it('a look-alike names its sign, and a sign the rules in which it counts', () => {
    expect(text('finding', 'pressing-reproduces')?.rule).toMatch(
      /^Changes nothing by itself\. .*Stands beside “I have chest pain.*” \(emergency\)/,
    )
    expect(text('finding', 'anticoagulant')?.rule).toContain('red-flag anticoagulant-neuro (')
  })

  it('a row of a table names its table and its key', () => {
    expect(text('finding', 'fever')).toMatchObject({
      ...{ file: 'knowledge/findings/infection.yaml', path: ['findings', 'fever'] },
    })
  })
})

describe('how many people of the crowd meet an entry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-reach-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'reach.tsv')
  const read = (...rows: readonly string[]) => {
    writeFileSync(file, ['kind\tid\tmet', ...rows, ''].join('\n'))
    const faults = new Faults()
    return { reach: readReach(file, faults), faults: faults.lines }
  }

  it('is read from the table, and an entry without a row is unknown', () => {
    const { reach, faults } = read('finding\tfever\t312', 'red-flag\tinfected-stone\t0')
    const met = new Map(reviewEntriesOf({ ...knowledge, reach }).map(({ kind, id, met }) => [`${kind} ${id}`, met]))
    expect(faults).toEqual([])
    expect(met.get('finding fever')).toBe(312)
    expect(met.get('red-flag infected-stone')).toBe(0)
    expect(met.get('finding chest-pain')).toBeNull()
  })

  it('is unknown before the crowd was simulated', () => {
    const faults = new Faults()
    expect(readReach(join(folder, 'none.tsv'), faults)).toEqual([])
    expect(faults.lines).toEqual([])
  })

  it('a row without an entry is reported, but is not an error', () => {
    const { reach, faults } = read('finding\tfevers\t3', 'finding\tfever\t3')
    expect(faults).toEqual([])
    expect(staleReach({ ...knowledge, reach })).toEqual([`${file}:2  there is no finding "fevers"`])
  })

  it('a cell that is not a number is an error, and not zero', () => {
    const cells = ['', '-1', '1.5', 'many']
    expect(read(...cells.map(met => `finding\tfever\t${met}`)).faults).toEqual(
      cells.map((_, row) => `${file}:${row + 2}  finding.met: is a whole number of people`),
    )
  })
})

describe('a recorded verdict', () => {
  const verdict = 'reviewed: { by: Ada Kern, role: emergency physician, on: 2026-11-24, verdict: agree }'

  it('is included in the list and in the passports', () => {
    const planted = plantedKnowledge()
    planted.replace(redFlag, 'reviewedBy: none', verdict)
    expect(planted.compile().faults).toEqual([])
    const built = (name: string) => readFileSync(join(planted.folder, `src/knowledge/${name}.gen.ts`), 'utf8')
    for (const name of ['review', 'reviewed']) expect(built(name).includes('Ada Kern'), name).toBe(true)
  })

  it('names the reviewer; without a verdict the list says that nobody has reviewed the entry', () => {
    const reviewed = { by: 'Ada Kern', role: 'pharmacist', on: '2026-11-24', verdict: 'disagree' } as const
    const redFlags = knowledge.redFlags.map(each =>
      each.id === 'infected-stone' ? { ...each, value: { ...each.value, reviewed } } : each,
    )
    const found = reviewEntriesOf({ ...knowledge, redFlags }).filter(({ kind }) => kind === 'red-flag')
    expect(found.find(({ id }) => id === 'infected-stone')).toMatchObject({
      reviewedBy: 'Ada Kern, pharmacist',
      reviewed,
    })
    expect(entry('red-flag', 'infected-stone')).toMatchObject({ reviewedBy: 'none' })
    expect(entry('red-flag', 'infected-stone')).not.toHaveProperty('reviewed')
  })

  it('belongs to one entry: beside the rows of a table it is an error', () => {
    const planted = plantedKnowledge()
    const place = planted.replace('knowledge/tiers.yaml', 'reviewedBy: none', `reviewedBy: none\n${verdict}`, verdict)
    const faults = new Faults()
    readTable(join(planted.folder, 'knowledge/tiers.yaml'), 'tiers', TierAdvice, faults)
    expect(faults.lines).toEqual([`${planted.folder}/${place}  a verdict is of one entry: it stands in its row`])
  })

  it.each([
    ['a name in the place of none', 'reviewedBy: Ada Kern\n', 'who reviewed it stands in "reviewed"'],
    ['another word', `${verdict.replace('agree', 'fine')}\n`, 'infected-stone.reviewed.verdict'],
    ['no role', `${verdict.replace('role: emergency physician, ', '')}\n`, 'infected-stone.reviewed.role'],
  ])('with %s is a fault', (_what, line, says) => {
    const planted = plantedKnowledge()
    planted.replace(redFlag, 'reviewedBy: none\n', line)
    const faults = new Faults()
    readEntries(join(planted.folder, 'knowledge/red-flags'), RedFlag, faults)
    expect(faults.lines).toEqual([expect.stringContaining(says)])
  })

  it('an entry without a review must say so', () => {
    const [first] = knowledge.reviewed
    if (!first) throw new Error('nothing is reviewed')
    const { reviewedBy: _left, ...value } = first.value
    const faults = new Faults()
    checkReferences({ ...knowledge, reviewed: [{ ...first, value }] }, faults)
    expect(faults.lines).toEqual([`${first.at()}  ${first.id}: needs "reviewedBy: none" or a verdict in "reviewed"`])
  })
})
