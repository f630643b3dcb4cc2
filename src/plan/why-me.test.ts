import { describe, expect, it } from 'vitest'
import { type WhyMe, whyMe } from '../library/causes.ts'
import { parseCase } from '../library/triage.ts'

/** A case from outside, with a cramp in the calf unless the test says otherwise. */
function ask(case_: Record<string, unknown>, known?: Parameters<typeof whyMe>[1]): WhyMe {
  const parsed = parseCase({ complaint: 'cramp', region: 'calf', ...case_ })
  if (!parsed.ok) throw new Error(parsed.error)
  return whyMe(parsed.case, known)
}

const shown = (result: WhyMe) => (result.kind === 'causes' ? result.contributors.map(({ id }) => id) : [])

describe('seven people', () => {
  it.each<[string, Record<string, unknown>, readonly string[], string]>([
    [
      'night cramps at 70 on a thiazide and a long-acting inhaler',
      { age: 70, present: ['cramp-night'], medicines: ['indapamide', 'salmeterol'] },
      ['idiopathic-nocturnal', 'medicine', 'mineral-disturbance'],
      'self-care',
    ],
    [
      'a marathon runner in the heat',
      { age: 34, present: ['heat-exposure', 'cq-cramp-during-exercise', 'cq-salty-sweat'] },
      ['exercise-fatigue', 'heat-fluid-salt'],
      'self-care',
    ],
    [
      'pregnant at 30 weeks',
      { age: 31, sex: 'female', pregnant: true, context: { pregnancyWeeks: 30 } },
      ['pregnancy'],
      'self-care',
    ],
    [
      'pain after the same walk that ends on standing still',
      { age: 66, present: ['walk-cramp-stops-standing', 'cq-stand-relief'], conditions: ['smoker'] },
      ['peripheral-artery-disease'],
      'soon',
    ],
    [
      'pain on walking that sitting and leaning forward end',
      { age: 74, region: 'hamstring', present: ['both-legs-walking-only', 'cq-sit-relief', 'cq-lean-relief'] },
      ['lumbar-stenosis'],
      'routine',
    ],
    ['dialysis', { age: 58, conditions: ['dialysis'], present: ['cq-end-dialysis'] }, ['dialysis-kidney'], 'routine'],
    [
      'a desk worker',
      { age: 42, present: ['cq-sit-long', 'cq-rarely-stretch'] },
      ['posture-short-muscle'],
      'self-care',
    ],
  ])('%s', (_name, case_, contributors, tier) => {
    const result = ask(case_)
    expect(shown(result)).toEqual(contributors)
    expect(result.tier).toBe(tier)
  })

  it('a calf cramp with nothing else points to no cause, and to no artery', () => {
    expect(shown(ask({ age: 45 }))).toEqual([])
  })
})

it('points to narrowed arteries and to a narrow spinal canal, in words and without a number (H10)', () => {
  const artery = ask({ age: 66, present: ['walk-cramp-stops-standing', 'cq-stand-relief'] })
  const canal = ask({ age: 74, region: 'hamstring', present: ['both-legs-walking-only', 'cq-lean-relief'] })
  for (const [result, id, tier] of [
    [artery, 'peripheral-artery-disease', 'soon'],
    [canal, 'lumbar-stenosis', 'routine'],
  ] as const) {
    if (result.kind !== 'causes') throw new Error(result.kind)
    const found = result.contributors.find(each => each.id === id)
    expect(found).toMatchObject({ tier, nextStep: { opens: 'appointment' } })
    expect(Object.values(found ?? {}).filter(value => typeof value === 'number')).toEqual([])
  }
})

it('puts help first while the check says same-day or emergency, and names no cause', () => {
  const result = ask({ present: ['dark-urine', 'cramp-night'] })
  expect(result).toMatchObject({ kind: 'help-first', tier: 'emergency' })
  expect(result).not.toHaveProperty('contributors')
})

it('puts help first also for an urgent combination of medicine and sign', () => {
  expect(ask({ medicines: ['simvastatin'], present: ['muscle-unexplained-new'] })).toMatchObject({
    kind: 'help-first',
    tier: 'same-day',
  })
})

it('names no cause under 16', () => {
  expect(ask({ age: 12, present: ['cramp-night'] }).kind).toBe('too-young')
})

it('does not ask again what is known, and says what it used and where it is from', () => {
  const result = ask({ age: 70, present: ['cramp-night'], medicines: ['indapamide', 'salmeterol'] })
  if (result.kind !== 'causes') throw new Error(result.kind)
  const from = Object.fromEntries(result.used.map(({ id, from }) => [id, from]))
  expect(from).toEqual({
    'cramp-night': 'check',
    'cq-age-over-60': 'age',
    diuretic: 'medicines',
    'takes-long-acting-inhaler': 'medicines',
  })
  const asked: string[] = []
  let at = result as Extract<WhyMe, { kind: 'causes' }>
  while (at.next) {
    asked.push(at.next.id)
    at = ask(
      { age: 70, present: ['cramp-night'], absent: asked, medicines: ['indapamide', 'salmeterol'] },
      { asked },
    ) as typeof at
  }
  expect(asked.length).toBeLessThanOrEqual(12)
  for (const id of Object.keys(from)) expect(asked).not.toContain(id)
})

it('counts as no what a gate names that was answered "None"', () => {
  const asked = (absent: readonly string[]) => {
    const seen: string[] = []
    for (;;) {
      const result = ask({ age: 50, absent: [...absent, ...seen] }, { asked: seen })
      if (result.kind !== 'causes' || !result.next) return seen
      seen.push(result.next.id)
    }
  }
  expect(asked([])).toContain('alcohol-heavy')
  expect(asked(['gate-takes'])).not.toContain('alcohol-heavy')
})

it('counts acid blockers as long use only after a year', () => {
  const used = (days: number) => {
    const result = ask({ medicines: ['omeprazole'], context: { medicineDays: { omeprazole: { started: days } } } })
    return result.kind === 'causes' ? result.used.map(({ id }) => id) : []
  }
  expect(used(400)).toContain('cq-ppi')
  expect(used(100)).not.toContain('cq-ppi')
})

describe('for back pain it gives pointers, without scores', () => {
  const points = (present: readonly string[]) => {
    const result = ask({ complaint: 'back', region: 'low back', age: 45, present })
    return result.kind === 'pointers' ? result.pointers.map(({ id }) => id) : result.kind
  }
  it.each([
    [['sciatica-one-leg'], ['sciatica']],
    [['both-legs-walking-only', 'cq-lean-relief'], ['stenosis']],
    [['stiff-morning-30', 'better-moving', 'wakes-second-half'], ['inflammatory']],
    [['stiff-morning-30', 'better-moving'], []],
    [['pain-mechanical'], []],
  ])('%j points to %j', (present, expected) => {
    expect(points(present)).toEqual(expected)
  })
})
