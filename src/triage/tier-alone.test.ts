import { expect, it } from 'vitest'
import { type Alone, highestAlone, tierAlone } from './tier-alone.ts'

const back = { complaint: 'back' } as const
const calf = { complaint: 'cramp', region: 'calf' } as const

it('is one for everybody, or none', () => {
  expect(tierAlone({ tier: 'soon' }, calf)).toBe('soon')
  expect(tierAlone({ tier: null }, calf)).toBeNull()
})

it('an exception for a complaint applies to that complaint only', () => {
  const finding = { tier: 'soon', except: [{ complaint: 'cramp', tier: 'same-day', because: 'x' }] } as const
  expect(tierAlone(finding, calf)).toBe('same-day')
  expect(tierAlone(finding, back)).toBe('soon')
})

it('an exception for places applies at those places only, and not if the place is unknown', () => {
  const finding: Alone = { tier: 'soon', except: [{ regions: ['calf'], tier: null, because: 'x' }] }
  expect(tierAlone(finding, calf)).toBeNull()
  expect(tierAlone(finding, { complaint: 'cramp', region: 'foot' })).toBe('soon')
  expect(tierAlone(finding, { complaint: 'cramp' })).toBe('soon')
})

it('an exception for both needs both, and the first that fits applies', () => {
  const finding = {
    tier: 'routine' as const,
    except: [
      { complaint: 'cramp' as const, regions: ['calf' as const], tier: 'emergency' as const, because: 'x' },
      { complaint: 'cramp' as const, tier: 'soon' as const, because: 'x' },
    ],
  }
  expect(tierAlone(finding, calf)).toBe('emergency')
  expect(tierAlone(finding, { complaint: 'back', region: 'calf' })).toBe('routine')
  expect(tierAlone(finding, { complaint: 'cramp', region: 'foot' })).toBe('soon')
})

it('"at most" is the highest of all of them, whichever comes first', () => {
  const except = (...tiers: readonly ('soon' | 'emergency' | null)[]) => tiers.map(tier => ({ tier, because: 'x' }))
  expect(highestAlone({ tier: 'soon' })).toBe('soon')
  expect(highestAlone({ tier: null })).toBeNull()
  expect(highestAlone({ tier: 'soon', except: except('emergency', null) })).toBe('emergency')
  expect(highestAlone({ tier: 'emergency', except: except('soon') })).toBe('emergency')
  expect(highestAlone({ tier: null, except: except(null, 'soon') })).toBe('soon')
})
