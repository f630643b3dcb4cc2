import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import type { Complaint } from '../knowledge/vocabulary.ts'
import { adds, nextPage, type Reached } from './interview.ts'
import { known } from './known.ts'
import type { Known } from './person.ts'

const knowledge = madeUpTriage({
  findings: {
    'no-feeling': { tier: 'emergency' },
    fever: { tier: 'soon', simpler: 'I feel hot.' },
    shivers: { tier: 'soon' },
    'cold-like': { resembles: ['fever', 'shivers'] },
    'cold-of-men': { resembles: ['fever'], sex: 'male' },
    itch: { tier: 'routine' },
    'of-the-calf': { tier: 'soon', regions: ['calf'] },
    rash: { tier: 'soon', contact: 'rheumatology' },
    'late-in-pregnancy': { tier: 'soon', pregnancyWeeks: { gte: 20 } },
    'hot-skin': { tier: 'soon', answeredBy: ['burnt'] },
    burnt: {},
    tired: {},
    'sore-eyes': {},
    'tired-legs': { askedIn: 'partners' },
    'very-tired': { askedIn: 'partners', regions: ['calf'] },
    'of-women': { tier: 'soon', sex: 'female' },
    'of-men': { tier: 'soon', sex: 'male' },
    cough: { tier: 'soon' },
    pregnant: {},
    bleeding: { tier: 'same-day' },
    jolt: { tier: 'soon' },
    ache: {},
  },
  redFlags: [
    { id: 'grave', tier: 'same-day', when: { all: ['tired', 'tired-legs'] } },
    { id: 'graver', tier: 'emergency', when: { all: ['tired', 'very-tired'] } },
    { id: 'eyes', tier: 'soon', when: { all: ['tired', 'sore-eyes'] } },
    { id: 'of-the-place', tier: 'same-day', when: { all: ['ache', 'sore-eyes'] } },
    { id: 'aged', tier: 'same-day', when: { all: ['fever', { age: { gte: 70 } }] } },
    { id: 'of-a-sex', tier: 'same-day', when: { all: ['shivers', { sex: 'male' }] } },
    { id: 'new', tier: 'same-day', when: { all: ['fever', { hours: { lte: 6 } }] } },
    { id: 'weeks', tier: 'same-day', when: { all: ['fever', { pregnancyWeeks: { gte: 20 } }] } },
  ],
  gates: {
    birth: madeUpGate([['bleeding']], { needs: ['pregnant'], title: 'The birth' }),
    first: madeUpGate([['no-feeling'], { names: ['fever'], also: ['shivers'], text: 'hot' }], {
      title: 'Grave signs',
      asks: 'Any of these now?',
    }),
    skin: madeUpGate([
      ['itch', 'rash'],
      ['of-the-calf'],
      ['late-in-pregnancy'],
      { names: ['hot-skin', 'burnt'], also: ['itch'] },
    ]),
    cramps: madeUpGate([['jolt']], { complaint: 'cramp' }),
    mind: madeUpGate([{ names: ['tired'], also: ['sore-eyes'] }]),
    throat: madeUpGate([['cough', 'of-men']]),
    person: madeUpGate([['pregnant'], ['of-women']]),
  },
  interview: { said: [{ regions: ['neck'], finding: 'ache' }] },
})

const calm: Reached = { tier: 'self-care', contacts: new Set() }
type Answers = Partial<Readonly<Record<'present' | 'absent' | 'unsure', readonly string[]>>> & {
  readonly complaint?: Complaint
}
/** A woman of 40 with a sore low back since yesterday, unless the test says otherwise. */
const person = (answers: Answers = {}, given: Partial<Known> = {}): Known => ({
  ...known(knowledge, { ...blank, region: given.region ?? 'low back', age: 40, sex: 'female', ...answers }),
  hours: 30,
  ...given,
})
const ask = (answers: Answers = {}, given: Partial<Known> = {}, now = calm) =>
  nextPage(knowledge, person(answers, given), now)
const idsOn = (...given: Parameters<typeof ask>) => ask(...given)?.statements.map(({ id }) => id)
const namesOn = (...given: Parameters<typeof ask>) => ask(...given)?.statements[0]?.opens
const none = (...gates: readonly string[]) => gates.map(gate => `gate-${gate}`)
const all = none('first', 'skin', 'mind', 'throat', 'person')
const allBut = (...gates: readonly string[]) => all.filter(id => !none(...gates).includes(id))

describe('an answer adds to the result', () => {
  const soon: Reached = { tier: 'soon', contacts: new Set(['surgeon']) }

  it('if it raises the tier, or names another contact at the same tier', () => {
    expect(adds('same-day', undefined, soon)).toBe(true)
    expect(adds('soon', 'maternity', soon)).toBe(true)
    expect(adds('soon', 'surgeon', soon)).toBe(false)
    expect(adds('soon', undefined, soon)).toBe(false)
    expect(adds('routine', 'maternity', soon)).toBe(false)
  })
})

describe('a gate', () => {
  it('is a page with one statement, its lines and all findings that they name', () => {
    expect(ask()).toEqual({
      page: 'gate',
      title: 'Grave signs',
      statements: [
        {
          id: 'gate-first',
          text: 'Any of these now?',
          lines: [
            { text: 'no-feeling', names: ['no-feeling'] },
            { text: 'hot', names: ['fever'] },
          ],
          opens: ['no-feeling', 'fever'],
        },
      ],
      details: [],
      progress: { gate: 1, of: 5 },
    })
  })

  it('shows no line and names no finding that is already answered', () => {
    expect(namesOn({ absent: ['no-feeling'] })).toEqual(['fever'])
    expect(ask({ absent: ['no-feeling'] })?.statements[0]?.lines).toEqual([{ text: 'hot', names: ['fever'] }])
    for (const answer of ['present', 'absent', 'unsure'] as const) {
      const found = { absent: none('first'), [answer]: [...(answer === 'absent' ? none('first') : []), 'itch'] }
      expect(namesOn(found), answer).toEqual(['rash', 'late-in-pregnancy', 'hot-skin', 'burnt'])
    }
  })

  it('is not asked when all findings that it names are answered, even if those near to it are open', () => {
    expect(idsOn({ absent: ['no-feeling', 'fever'] })).toEqual(['gate-skin'])
  })

  it('comes in the order of the gates; gates of the other complaint and gates that need a finding are left out', () => {
    const gates = (answers: Answers): readonly (string | undefined)[] => {
      const next = idsOn(answers)?.[0]
      return next?.startsWith('gate-')
        ? [next, ...gates({ ...answers, absent: [...(answers.absent ?? []), next] })]
        : []
    }
    expect(gates({})).toEqual(all)
    expect(gates({ complaint: 'cramp' })).toEqual(none('first', 'skin', 'cramps', 'mind', 'throat', 'person'))
    expect(gates({ present: ['pregnant'] })).toEqual(none('birth', 'first', 'skin', 'mind', 'throat', 'person'))
  })

  it('that needs a finding is asked as soon as the finding is a yes, before the gates after it', () => {
    expect(idsOn({ absent: allBut('person'), present: ['gate-person', 'pregnant'] })).toEqual(['gate-birth'])
  })
})

describe('an opened gate', () => {
  it.each(['present', 'unsure'] as const)(
    'after an answer of %s asks the findings that it names, one by one, before the next gate',
    list => {
      expect(ask({ [list]: none('first'), absent: ['fever'] })).toEqual({
        page: 'gate-first',
        title: 'Grave signs',
        statements: [{ id: 'no-feeling', text: 'I have no-feeling.' }],
        details: [],
        progress: { gate: 1, of: 5 },
      })
    },
  )

  it('asks the findings near to a line only when that line is open, and each once', () => {
    expect(idsOn({ present: none('first'), absent: ['no-feeling'] })).toEqual(['fever', 'cold-like', 'shivers'])
    expect(idsOn({ present: none('skin'), absent: none('first') })).toEqual([
      'itch',
      'rash',
      'late-in-pregnancy',
      'hot-skin',
    ])
    const line = { present: none('skin'), absent: [...none('first'), 'rash', 'late-in-pregnancy', 'itch'] }
    expect(idsOn(line)).toEqual(['hot-skin'])
  })

  it('asks the rest of a line that was answered in part', () => {
    expect(idsOn({ present: none('skin'), absent: [...none('first'), 'itch'] })).toContain('rash')
    const part = { present: [...none('first'), 'fever'], absent: ['no-feeling'] }
    expect(idsOn(part)).toEqual(['shivers', 'cold-like'])
    expect(idsOn({ ...part, unsure: ['shivers'] })).toEqual(['gate-skin'])
  })

  it('has each harmless look-alike after the first finding that it could be mistaken for', () => {
    const opened = ask({ present: none('first') })
    expect(opened?.statements.map(({ id, resembles }) => [id, resembles])).toEqual([
      ['no-feeling', undefined],
      ['fever', undefined],
      ['cold-like', 'fever'],
      ['shivers', undefined],
    ])
    expect(opened?.statements[1]?.simpler).toBe('I feel hot.')
    expect(idsOn({ present: none('first'), unsure: ['cold-like'] })).toEqual(['no-feeling', 'fever', 'shivers'])
    expect(idsOn({ present: none('first') }, { sex: 'male' })).toContain('cold-of-men')
  })

  it('that was answered "None" asks nothing, not even the findings near to its lines', () => {
    expect(idsOn({ absent: none('first') })).toEqual(['gate-skin'])
  })
})

describe('the progress', () => {
  it('counts the answered gates and those that are left', () => {
    expect(ask({ absent: none('first') })?.progress).toEqual({ gate: 2, of: 5 })
    expect(ask({ absent: none('first'), present: none('skin') })?.progress).toEqual({ gate: 2, of: 5 })
    expect(ask({ absent: allBut('person') })?.progress).toEqual({ gate: 5, of: 5 })
  })

  it('adds a gate that a finding calls for, and leaves out a gate that can change nothing', () => {
    expect(ask({ present: ['pregnant'] })?.progress).toEqual({ gate: 1, of: 6 })
    expect(ask({ absent: ['tired'] })?.progress).toEqual({ gate: 1, of: 4 })
  })

  it('is not shown after the gates', () => {
    const page = ask({ present: ['tired'], absent: all })
    expect(page?.page).toBe('partners')
    expect(page).not.toHaveProperty('progress')
  })
})

describe('the partners', () => {
  const ticked = { present: ['gate-mind', 'tired'], absent: allBut('mind') }

  it('would complete a rule of which a part is present, the most urgent rule first, at any place', () => {
    const left = { ...ticked, absent: [...ticked.absent, 'sore-eyes'] }
    expect(ask(left)).toMatchObject({ page: 'partners', title: 'One more look', details: [] })
    expect(idsOn(left)).toEqual(['very-tired', 'tired-legs'])
    expect(idsOn({ ...left, absent: [...left.absent, 'very-tired'] })).toEqual(['tired-legs'])
    expect(ask({ ...left, absent: [...left.absent, 'very-tired', 'tired-legs'] })).toBeNull()
  })

  it('are asked even if a gate implied a no, but not if the gate named them', () => {
    const implied = { present: ['tired'], absent: [...all, 'very-tired', 'tired-legs'] }
    expect(idsOn(implied)).toEqual(['sore-eyes'])
    const eyes = { present: ['sore-eyes'], absent: [...all, 'ache'] }
    expect(ask(eyes)).toBeNull()
  })

  it('are only findings that could change the result and can be true of this person', () => {
    expect(idsOn(ticked, {}, { tier: 'same-day', contacts: new Set() })).toEqual(['very-tired'])
    expect(ask(ticked, {}, { tier: 'emergency', contacts: new Set() })).toBeNull()
  })

  it('are not asked if the complaint and its place say them already', () => {
    expect(ask({ absent: all }, { region: 'neck' })).toBeNull()
    expect(idsOn({ absent: all, present: ['ache'] })).toEqual(['sore-eyes'])
  })

  it('are never a detail: a detail that a rule lacks is asked among the details', () => {
    const page = ask({ present: ['fever'], absent: all }, { hours: undefined })
    expect(page).toMatchObject({ page: 'details', statements: [], details: ['hoursSinceOnset'] })
  })
})

describe('a question that can no longer change anything is not asked', () => {
  const opened = { present: none('skin'), absent: allBut('skin') }
  const at = (tier: Reached['tier'], ...contacts: readonly 'rheumatology'[]): Reached => ({
    tier,
    contacts: new Set(contacts),
  })

  it('if it leads to a lower tier, unless to another contact', () => {
    expect(idsOn(opened, {}, at('routine'))).toEqual(['rash', 'late-in-pregnancy', 'hot-skin'])
    expect(idsOn(opened, {}, at('soon'))).toEqual(['rash'])
    expect(ask(opened, {}, at('soon', 'rheumatology'))).toBeNull()
  })

  it('and neither is a gate full of such questions', () => {
    expect(ask({ absent: allBut('skin') }, {}, at('soon'))?.statements[0]?.id).toBe('gate-skin')
    expect(ask({ absent: allBut('skin') }, {}, at('soon', 'rheumatology'))).toBeNull()
    expect(ask({}, {}, at('emergency'))).toBeNull()
  })

  it('if another answer answers it', () => {
    const given = { ...opened, present: [...opened.present, 'burnt'] }
    expect(idsOn(given)).toEqual(['itch', 'rash', 'late-in-pregnancy'])
  })
})

describe('a question that cannot apply to this person is not asked', () => {
  const named = (given: Partial<Known>) => namesOn({ absent: allBut('skin') }, given) ?? []

  it('for another place; if the place is unknown, it is asked', () => {
    expect(named({ region: 'calf' })).toContain('of-the-calf')
    expect(named({ region: 'neck' })).not.toContain('of-the-calf')
    expect(named({ region: undefined })).toContain('of-the-calf')
  })

  it('for other weeks of a pregnancy; if they are unknown, it is asked', () => {
    const weeks = (pregnancyWeeks: number | undefined) => named({ pregnancyWeeks }).includes('late-in-pregnancy')
    expect([weeks(19), weeks(20), weeks(undefined)]).toEqual([false, true, true])
  })

  it('for the other sex; a person who did not disclose the sex is asked everything', () => {
    const ofSex = (gate: string, sex: Known['sex']) => namesOn({ absent: allBut(gate) }, { sex })
    expect(ofSex('person', 'female')).toEqual(['pregnant', 'of-women'])
    expect(ofSex('person', 'male')).toBeUndefined()
    expect(ofSex('person', 'undisclosed')).toEqual(['pregnant', 'of-women'])
    expect(ofSex('throat', 'female')).toEqual(['cough'])
    for (const sex of ['male', 'undisclosed'] as const) expect(ofSex('throat', sex)).toEqual(['cough', 'of-men'])
  })
})

describe('the details about the person', () => {
  const unknown: Partial<Known> = { age: undefined, sex: undefined, hours: undefined }

  it('come all at once before the first gate with a line for one sex only, with the progress of that gate', () => {
    expect(idsOn({ absent: allBut('throat', 'person') }, unknown)).toEqual(['gate-throat'])
    expect(ask({ absent: allBut('person'), present: ['fever'] }, unknown)).toEqual({
      page: 'details',
      title: 'About you',
      statements: [],
      details: ['sex', 'age', 'hoursSinceOnset'],
      progress: { gate: 5, of: 5 },
    })
  })

  it('come last if the sex is known', () => {
    expect(ask({ absent: allBut('person') }, { age: undefined })?.page).toBe('gate')
    expect(ask({ absent: all }, { age: undefined })).toMatchObject({ page: 'details', details: ['age'] })
  })

  it('include the age for everybody, even if nothing is left that it could change', () => {
    expect(ask({ absent: all }, { age: undefined }, { tier: 'emergency', contacts: new Set() })?.details).toEqual([
      'age',
    ])
    expect(ask({ absent: all })).toBeNull()
  })

  it('include the sex if it could help a rule, or if a gate that is left depends on it', () => {
    const shivering = { present: ['shivers'], absent: all }
    expect(ask(shivering, { sex: undefined })?.details).toEqual(['sex'])
    expect(ask({ absent: [...all, 'shivers'] }, { sex: undefined })).toBeNull()
    const answered = ['shivers', 'pregnant', 'of-women']
    expect(ask({ absent: [...allBut('person'), ...answered] }, { sex: undefined })).toBeNull()
    const left = { absent: [...allBut('person'), 'shivers'] }
    expect(ask(left, { sex: undefined })?.details).toEqual(['sex'])
  })

  it('include the hours if they could help a rule', () => {
    expect(ask({ present: ['fever'], absent: all }, { hours: undefined })?.details).toEqual(['hoursSinceOnset'])
    expect(ask({ absent: all }, { hours: undefined })).toBeNull()
  })

  it('include the weeks only for a pregnant person, and if they could help a rule', () => {
    const pregnant = { present: ['fever', 'pregnant'], absent: [...all, 'bleeding'] }
    expect(ask(pregnant)?.details).toEqual(['pregnancyWeeks'])
    expect(ask(pregnant, { pregnancyWeeks: 9 })).toBeNull()
    expect(ask({ present: ['fever'], absent: all })).toBeNull()
    expect(ask({ ...pregnant, present: ['pregnant'] })).toBeNull()
  })
})
