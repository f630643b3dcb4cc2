import { describe, expect, it } from 'vitest'
import { explanations } from '../knowledge/explanations.gen.ts'
import { interactions } from '../knowledge/interactions.gen.ts'
import { medicineKnowledge as medicines } from '../knowledge/medicines.gen.ts'
import { triageKnowledge as triage } from '../knowledge/triage.gen.ts'
import { jointWarnings } from './together.ts'

const warnings = (...taken: readonly string[]) =>
  jointWarnings({ triage, explanations, medicines, interactions }, taken)
const idsOf = (...taken: readonly string[]) => warnings(...taken).map(({ id }) => id)

describe('several medicines of one person', () => {
  it.each([
    ['phenelzine', 'sertraline', 'serotonin-maoi', 'same-day'],
    ['amitriptyline', 'tramadol', 'serotonin-two', 'routine'],
    ['warfarin', 'ibuprofen', 'bleeding-nsaid', 'same-day'],
    ['ibuprofen', 'naproxen', 'nsaid-two', 'same-day'],
    ['indapamide', 'sertraline', 'sodium-low', 'soon'],
    ['furosemide', 'prednisolone', 'potassium-low', 'soon'],
    ['ramipril', 'spironolactone', 'potassium-high', 'soon'],
    ['trimethoprim', 'ramipril', 'potassium-trimethoprim', 'same-day'],
    ['lithium', 'ibuprofen', 'lithium-more', 'same-day'],
    ['ciprofloxacin', 'prednisolone', 'tendon', 'same-day'],
    ['atorvastatin', 'fluconazole', 'statin-fluconazole', 'same-day'],
    ['simvastatin', 'clarithromycin', 'statin-interaction', 'same-day'],
  ])('%s and %s are warned of together (%s), with how soon', (one, other, id, tier) => {
    const found = warnings(one, other).find(warning => warning.id === id)
    expect(found).toMatchObject({ tier, medicines: expect.arrayContaining([one, other]) })
    expect(found?.action.length).toBeGreaterThan(0)
    expect(found?.sources.length).toBeGreaterThan(0)
    expect(idsOf(one)).toEqual([])
    expect(idsOf(other)).toEqual([])
  })

  it('are shown with the most urgent first, and what counts only with a sign after what counts now', () => {
    const all = warnings('simvastatin', 'clarithromycin', 'amitriptyline', 'sertraline', 'indapamide', 'digoxin')
    const withSigns = all.map(({ signs }) => signs.length > 0)
    expect(withSigns).toEqual([...withSigns].sort())
    const tiers = all.filter(({ signs }) => signs.length === 0).map(({ tier }) => tier)
    expect(tiers).toEqual([...tiers].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(new Set(tiers).size).toBeGreaterThan(1)
  })

  it('name the signs of a combination, and none if the pair itself is the reason', () => {
    const digoxin = warnings('digoxin', 'furosemide').find(({ id }) => id === 'digoxin-electrolytes')
    expect(digoxin?.signs.length).toBeGreaterThan(2)
    expect(warnings('simvastatin', 'clarithromycin').find(({ id }) => id === 'statin-interaction')?.signs).toEqual([])
  })

  it('give no warning if the list has no such pair', () => {
    expect(warnings('amlodipine', 'metformin')).toEqual([])
    expect(warnings('rosuvastatin', 'fluconazole')).toEqual([])
  })
})

const order = ['emergency', 'same-day', 'soon', 'routine', 'self-care']
