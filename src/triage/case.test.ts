import { describe, expect, it } from 'vitest'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import { parseCase } from './case.ts'

const knowledge = madeUpTriage({
  findings: { fever: {}, pregnant: {} },
  gates: { body: madeUpGate([['fever']]) },
  facts: { ill: { kind: 'condition', statement: 'x' } },
  conditions: { flu: { findings: ['fever'], facts: ['ill'] } },
  medicines: { statin: { findings: [], facts: [] }, water: { findings: ['thirst'], facts: [] } },
})
const parsed = (given: unknown) => parseCase(knowledge, given)
const read = (given: object = {}) => {
  const found = parsed({ complaint: 'back', ...given })
  if (!found.ok) throw new Error(found.error)
  return found.case
}
const error = (given: unknown) => {
  const found = parsed(given)
  if (found.ok) throw new Error('it was read')
  expect(found.error).not.toContain('\n')
  return found.error
}
const wrong = (given: object) => error({ complaint: 'back', ...given })

describe('a case that is read', () => {
  it('needs only the complaint, and has no field that was not given', () => {
    expect(read()).toEqual({
      complaint: 'back',
      present: [],
      absent: [],
      unsure: [],
      context: {},
      conditions: [],
      medicines: [],
    })
  })

  it('keeps everything that was given', () => {
    const all = {
      id: 'one',
      complaint: 'cramp',
      region: 'calf',
      side: 'left',
      age: 40,
      sex: 'female',
      pregnant: true,
      present: ['fever'],
      absent: ['gate-body'],
      unsure: ['ill'],
      context: {
        hoursSinceOnset: 3,
        pregnancyWeeks: 20,
        medicineDays: { statin: { started: 4 }, water: { stopped: 2 } },
      },
      conditions: [],
      medicines: ['statin'],
    }
    expect(read(all)).toEqual(all)
  })

  it('accepts an id of 200 characters and refuses one of 201', () => {
    expect(read({ id: 'x'.repeat(200) }).id).toHaveLength(200)
    expect(wrong({ id: 'x'.repeat(201) })).toContain('at most 200 characters')
  })

  it('treats null as not given', () => {
    expect(read({ present: null, medicines: null })).toEqual(read())
    expect(read({ age: null, sex: null, region: null, context: null })).toEqual(read())
  })

  it.each([
    ['age', { age: 0 }, { age: 120 }, { age: -0.1 }, { age: 120.1 }],
    [
      'hours',
      at('hoursSinceOnset', 0),
      at('hoursSinceOnset', 1e6),
      at('hoursSinceOnset', -1),
      at('hoursSinceOnset', 1e6 + 1),
    ],
    ['weeks', at('pregnancyWeeks', 0), at('pregnancyWeeks', 45), at('pregnancyWeeks', -1), at('pregnancyWeeks', 45.5)],
    ['days', days(0), days(40_000), days(-1), days(40_001)],
  ])('takes %s at both ends, and nothing past them', (_, least, most, under, over) => {
    for (const good of [least, most]) expect(read(good)).toMatchObject(good)
    for (const bad of [under, over]) expect(wrong(bad)).toMatch(/: give a number of \w+ from 0 to \d+$/)
  })
})

describe('the error for a case says what is wrong, where, and how to correct it', () => {
  it.each([
    [[], 'the case is a list: give a JSON object'],
    [null, 'the case is null: give a JSON object'],
    ['x', 'the case is "x": give a JSON object'],
    [{}, 'complaint is missing: use one of back, cramp'],
    [{ complaint: 'head' }, 'complaint is "head": use one of back, cramp'],
    [{ complaint: 'back', side: {} }, /^side is an object: use one of left, /],
    [{ complaint: 'back', age: '40' }, 'age is "40": give a number of years from 0 to 120'],
    [{ complaint: 'back', pregnant: 'yes' }, 'pregnant is "yes": use true, false or null'],
    [{ complaint: 'back', id: 7 }, 'id is 7: use a text of at most 200 characters'],
    [{ complaint: 'back', id: [] }, 'id is a list: use a text of at most 200 characters'],
    [{ complaint: 'back', region: 'head' }, /^region is "head": use one of /],
    [{ complaint: 'back', sex: 'x' }, /^sex is "x": use one of /],
    [
      { complaint: 'back', context: { hoursSinceOnset: -1 } },
      'context.hoursSinceOnset is -1: give a number of hours from 0 to 1000000',
    ],
    [
      { complaint: 'back', context: { pregnancyWeeks: 46 } },
      'context.pregnancyWeeks is 46: give a number of weeks from 0 to 45',
    ],
    [{ complaint: 'back', present: 'fever' }, 'present is "fever": give a list of ids'],
    [{ complaint: 'back', present: [7] }, 'present names 7, which is not a finding, a fact or a gate Unknot knows'],
    [{ complaint: 'back', medicines: ['flu'] }, 'medicines names "flu", which is not a medicine Unknot knows'],
    [{ complaint: 'back', conditions: ['x'] }, 'conditions names "x", which is not a condition Unknot knows'],
    [{ complaint: 'back', context: [] }, 'context is a list: give a JSON object'],
    [{ complaint: 'back', context: { hours: 3 } }, /^context has an unknown key "hours": use hoursSinceOnset, /],
    [{ complaint: 'back', fever: true }, /^the case has an unknown key "fever": use id, complaint, region, /],
  ] as const)('%j', (given, text) => {
    if (typeof text === 'string') expect(error(given)).toBe(text)
    else expect(error(given)).toMatch(text)
  })

  it('refuses an answer that Unknot does not know, because dropping it could hide a danger', () => {
    for (const list of ['present', 'absent', 'unsure']) expect(wrong({ [list]: ['feber'] })).toContain('feber')
    expect(wrong({ conditions: ['fever'] })).toContain('fever')
    expect(wrong({ medicines: ['flu'] })).toContain('flu')
    expect(wrong({ conditions: ['constructor'] })).toContain('constructor')
  })

  it('does not report a bug of the reader as an error of the case', () => {
    const broken = { ...knowledge, prepared: undefined } as never
    expect(() => parseCase(broken, { complaint: 'back', present: ['fever'] })).toThrow(TypeError)
  })

  it('shows a long value by its beginning', () => {
    expect(wrong({ age: 'x'.repeat(58) })).toContain(`"${'x'.repeat(58)}"`)
    expect(wrong({ age: 'x'.repeat(59) })).toContain(`"${'x'.repeat(56)}...`)
  })

  it.each([
    ['yes and no', { present: ['fever'], absent: ['fever'] }],
    ['yes and not sure', { present: ['fever'], unsure: ['fever'] }],
    ['no and not sure', { absent: ['fever'], unsure: ['fever'] }],
  ])('refuses one finding answered twice: %s', (_, given) => {
    expect(wrong(given)).toBe('"fever" is answered twice: keep it in one of present, absent and unsure')
  })

  it.each([
    [{ pregnant: true, absent: ['pregnant'] }, 'pregnant is true, but absent names "pregnant": keep one'],
    [{ pregnant: false, present: ['pregnant'] }, 'pregnant is false, but present names "pregnant": keep one'],
    [
      { pregnant: false, context: { pregnancyWeeks: 3 } },
      'pregnant is false, but context gives pregnancyWeeks: keep one',
    ],
  ])('refuses a pregnancy that is said and denied: %j', (given, text) => {
    expect(wrong(given)).toBe(text)
  })

  it('accepts a pregnancy that is said twice without a contradiction', () => {
    expect(read({ pregnant: true, present: ['pregnant'], context: { pregnancyWeeks: 3 } }).pregnant).toBe(true)
    expect(read({ pregnant: false, absent: ['pregnant'] }).pregnant).toBe(false)
    expect(read({ context: { pregnancyWeeks: 3 } }).context.pregnancyWeeks).toBe(3)
  })

  it.each([
    ['conditions', 'flu', 'fever'],
    ['conditions', 'flu', 'ill'],
    ['medicines', 'water', 'thirst'],
  ])('refuses %s that says what was answered no: %s, %s', (list, word, denied) => {
    const known = madeUpTriage({ ...knowledge, findings: { fever: {}, thirst: {} }, interview: knowledge.interview })
    const found = parseCase(known, { complaint: 'back', [list]: [word], absent: [denied] })
    expect(found.ok ? '' : found.error).toBe(`${list} names "${word}", but absent names "${denied}": keep one`)
  })

  it('refuses a date for a medicine that is not taken, and a stop date for one that is', () => {
    const dated = (medicines: readonly string[], statin: object) =>
      parsed({ complaint: 'back', medicines, context: { medicineDays: { statin } } })
    expect(dated(['statin'], { started: 3 }).ok).toBe(true)
    expect(dated(['statin'], {}).ok).toBe(true)
    expect(dated([], { stopped: 3 }).ok).toBe(true)
    expect(dated([], { started: 9, stopped: 3 }).ok).toBe(true)
    expect(dated([], { started: 3 })).toMatchObject({ error: expect.stringContaining('not in medicines') })
    expect(dated(['statin'], { stopped: 3 })).toMatchObject({ error: expect.stringContaining('was stopped') })
  })

  it('refuses days for a name that is no medicine, and days that are no days', () => {
    const days = (given: unknown) => wrong({ medicines: ['statin'], context: { medicineDays: given } })
    expect(days({ steroid: { started: 3 } })).toContain('which is not a medicine Unknot knows')
    expect(days({ statin: 3 })).toBe('context.medicineDays.statin is 3: give a JSON object')
    expect(days({ statin: { since: 3 } })).toMatch(/^context.medicineDays.statin has an unknown key "since"/)
    expect(days({ statin: { started: 'x' } })).toMatch(/^context.medicineDays.statin.started is "x"/)
    expect(days([])).toBe('context.medicineDays is a list: give a JSON object')
  })
})

function at(key: string, value: number) {
  return { context: { [key]: value } }
}

function days(started: number) {
  return { medicines: ['statin'], context: { medicineDays: { statin: { started } } } }
}
