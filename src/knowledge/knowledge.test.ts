/** What was written by hand for the check, and that the conversion kept what was imported. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Faults } from '../../build/knowledge/files.ts'
import { readKnowledge } from '../../build/knowledge/read.ts'
import { mentions } from '../triage/condition.ts'
import type { Condition } from './schema.ts'

const faults = new Faults()
const knowledge = readKnowledge('knowledge', faults)
const findings = new Map(knowledge.findings.map(({ id, value }) => [id, value]))
const redFlags = new Map(knowledge.redFlags.map(({ id, value }) => [id, value]))
const imported = JSON.parse(readFileSync('test/oracle/rules.json', 'utf8')) as {
  findings: readonly { id: string; tierAlone: Record<'back' | 'cramp', string | null> }[]
  rules: readonly { id: string; tier: string; complaint: string; when: Condition }[]
}

describe('the conversion', () => {
  it('holds 172 imported findings, 61 rules and their sources, and names what was added', () => {
    // Three of the 72 sources are the same papers as sources of the remedies, and stand there.
    const merged = ['allen2012', 'cks2012', 'nice-ng59']
    expect(knowledge.sources.filter(({ id }) => merged.includes(id))).toHaveLength(3)
    expect(imported.findings).toHaveLength(172)
    expect(imported.rules).toHaveLength(61)
    const ours = (ids: Iterable<string>, theirs: readonly { id: string }[]) =>
      [...ids].filter(id => !theirs.some(each => each.id === id)).toSorted()
    // The signs that the urgent combinations of medicines ask about came with the medicines.
    const withMedicines = knowledge.findings.filter(({ at }) => at().includes('findings/medicines.yaml'))
    expect(withMedicines).toHaveLength(23)
    const added = ours(findings.keys(), imported.findings)
    expect(added.filter(id => !withMedicines.some(each => each.id === id))).toEqual([
      'neck-artery-signs',
      'neck-jerk',
      'neck-pain-sudden-new',
      'neck-stiff-ill',
      'rash-does-not-fade',
    ])
    expect(ours(redFlags.keys(), imported.rules)).toEqual(['neck-artery-after-jerk', 'under-16-cramp'])
    expect(knowledge.sources.filter(({ at }) => at().includes('sources/triage.yaml'))).toHaveLength(72 - merged.length)
  })

  it.each(imported.findings)('$id has the tiers it came with', ({ id, tierAlone }) => {
    expect(findings.get(id)?.tierAlone).toEqual(tierAlone)
  })

  it.each(imported.rules)('$id holds when it did', ({ id, tier, complaint, when }) => {
    expect(redFlags.get(id)).toMatchObject({ tier, complaint, when })
  })

  it('says how far each finding’s evidence was checked', () => {
    const counts: Record<string, number> = {}
    for (const { id } of imported.findings) {
      const { evidence = 'missing' } = findings.get(id) ?? {}
      counts[evidence] = (counts[evidence] ?? 0) + 1
    }
    expect(counts).toEqual({
      'source-text-seen': 92,
      'secondary-copy-seen': 22,
      'published-vignette-seen': 17,
      memory: 41,
    })
  })
})

describe('the words of the check', () => {
  const all = [...findings]
  const alone = (id: string) => Object.values(findings.get(id)?.tierAlone ?? {})

  it('every finding is a statement in the first person, and no question', () => {
    for (const [id, { statement }] of all) {
      expect(statement, id).toMatch(/\b(I|[Mm]e|[Mm]y)\b/)
      expect(statement, id).not.toMatch(/\?|\byou\b|\byour\b/i)
      expect(statement, id).toMatch(/^[A-Z].*[.!]$/)
    }
  })

  it('no two say the same', () => {
    expect(new Set(all.map(([, { statement }]) => statement)).size).toBe(all.length)
  })

  it('every emergency has a simpler wording that is another sentence, and also no question', () => {
    const emergencies = all.filter(([id]) => alone(id).includes('emergency'))
    expect(emergencies).toHaveLength(45)
    for (const [id, { simpler, statement }] of emergencies) {
      expect(simpler, id).toMatch(/^[A-Z].*[.!]$/)
      expect(simpler, id).not.toBe(statement)
      expect(simpler, id).not.toMatch(/\?|\byou\b|\byour\b/i)
    }
  })

  it('every emergency and same-day finding and rule has what to say on the phone, ready to be read out', () => {
    const urgent = [
      ...all.filter(([id]) => alone(id).some(tier => tier === 'emergency' || tier === 'same-day')),
      ...[...redFlags].filter(([, { tier }]) => tier === 'emergency' || tier === 'same-day'),
    ]
    for (const [id, { say }] of urgent) {
      expect(say, id).toMatch(/^[A-Z].*\.$/)
      expect(say, id).not.toMatch(/\?|\byou\b|\byour\b/i)
    }
  })

  it('every finding and every rule says in plain words what it may mean, and never that it is so', () => {
    for (const [id, { mayMean }] of [...all, ...redFlags]) {
      expect(mayMean.length, id).toBeGreaterThan(0)
      for (const text of mayMean) expect(text, id).not.toMatch(/\byou have\b|\bdiagnos/i)
    }
  })

  it('every finding is filed under one category that exists', () => {
    const categories = new Set(knowledge.categories.map(({ id }) => id))
    for (const [id, { category }] of all) expect(categories.has(category), `${id}: ${category}`).toBe(true)
  })
})

describe('the 16 findings that move no tier', () => {
  const inRules = new Set([...redFlags.values()].flatMap(({ when }) => mentions(when)))
  const still = imported.findings.filter(
    ({ id, tierAlone }) => !Object.values(tierAlone).some(Boolean) && !inRules.has(id),
  )

  it('are 16; the other 156 move one', () => {
    expect(still).toHaveLength(16)
  })

  it('are look-alikes named beside the red flag they resemble, or asked in causes or the plan', () => {
    const places = Object.fromEntries(
      still.map(({ id }) => [id, findings.get(id)?.askedIn ?? findings.get(id)?.resembles]),
    )
    expect(places).toEqual({
      'urine-leak-longstanding': ['urine-leak-new'],
      'urine-dark-yellow': ['dark-urine'],
      'faint-simple': ['collapse'],
      'sore-after-cramp': ['calf-tender-hot', 'calf-ache-constant'],
      'spasm-lean': ['spine-shape-change'],
      'pain-mechanical': ['pain-unaffected-by-movement'],
      'rib-stitch': ['pain-on-breathing', 'chest-pain'],
      'pressing-reproduces': ['chest-pain'],
      'period-cramps': ['one-sided-low-belly'],
      'sciatica-one-leg': 'plan',
      'spasm-visible': 'plan',
      'similar-before': 'plan',
      diabetes: 'causes',
      'cramp-brief-stretch': 'causes',
      'cramp-night': 'causes',
      'cramp-exercise': 'causes',
    })
  })
})

describe('every reviewed entry', () => {
  it('says when it was compiled, that nobody has reviewed it, and until when it may be shown', () => {
    expect(faults.lines).toEqual([])
    for (const { id, value } of knowledge.reviewed) {
      // What moves no care may wait 24 months; everything else is looked at again in 12.
      const { causes, mimics, pointers } = knowledge.causes
      const slow: readonly { readonly value: unknown }[] = [...knowledge.claims, ...causes, ...mimics, ...pointers]
      const mayWait = slow.some(each => each.value === value)
      expect(value.nextReview, id).toMatch(mayWait ? /^202[78]-11-23$/ : /^2027-11-23$/)
      expect(value, id).toMatchObject({ reviewedBy: 'none' })
      expect((value as { compiled?: string }).compiled, id).toMatch(/^2026-11-2[34]$/)
    }
  })
})
