import { describe, expect, it } from 'vitest'
import { madeUpGate, madeUpTriage } from '../../test/support/made-up-triage.ts'
import { episodeOf, medicineOf } from '../../test/support/plan-diary.ts'
import { type Diary, emptyDiary, type MedicineUse, type SessionRecord, type Try } from '../diary/diary.ts'
import type { Episode } from '../diary/fold.ts'
import { episodeCase } from './episode-case.ts'

const hour = 3_600_000
const day = 24 * hour
const now = 1000 * day
const knowledge = madeUpTriage({
  findings: {
    grave: { tier: 'emergency' },
    lasting: { kind: 'history' },
    fever: {},
    'leg-swollen-one': {},
    'lasting-in-the-gate': { kind: 'history' },
    pregnant: {},
  },
  facts: { 'had-alcohol': { kind: 'now', statement: 'x' }, ill: { kind: 'condition', statement: 'x' } },
  conditions: { flu: { findings: [], facts: [] } },
  medicines: { statin: { findings: [], facts: [] }, water: { findings: [], facts: [] } },
  gates: { first: madeUpGate([['grave', 'lasting-in-the-gate']]), ill: madeUpGate([['fever']]) },
})

type Answers = Episode['answered'][number]
const said = (at: number, given: Partial<Answers>): Answers => ({
  page: 'x',
  present: [],
  absent: [],
  unsure: [],
  at,
  ...given,
})
const caseOf = (episode: Partial<Episode>, diary: Partial<Diary> = {}) => {
  const own = episodeOf(episode)
  return episodeCase(knowledge, { ...emptyDiary, ...diary, episodes: [...(diary.episodes ?? []), own] }, own, now)
}
const before = (...answered: readonly Answers[]) => ({ episodes: [episodeOf({ id: 'before', answered })] })

describe('the answers of an episode', () => {
  it('are its own, with the last answer to each question', () => {
    const answered = [
      said(1, { present: ['fever'], absent: ['grave'], unsure: ['ill'] }),
      said(2, { absent: ['fever'], unsure: ['grave'] }),
    ]
    expect(caseOf({ answered })).toMatchObject({ present: [], absent: ['fever'], unsure: ['grave', 'ill'] })
  })

  it('include lasting answers of an earlier episode only', () => {
    const earlier = before(said(1, { present: ['lasting', 'fever'], absent: ['ill', 'grave'] }))
    expect(caseOf({}, earlier)).toMatchObject({ present: ['lasting'], absent: ['ill'], unsure: [] })
    const corrected = caseOf({ answered: [said(2, { absent: ['lasting'] })] }, earlier)
    expect(corrected).toMatchObject({ present: [], absent: ['lasting', 'ill'] })
  })
})

describe('when the check is repeated', () => {
  const answered = [said(10, { absent: ['gate-first', 'grave', 'gate-ill', 'fever', 'lasting-in-the-gate'] })]

  it('the earlier answers to gates of emergencies no longer count, except lasting ones; all others do', () => {
    expect(caseOf({ answered, askedAgainAt: 11 }).absent).toEqual(['gate-ill', 'fever', 'lasting-in-the-gate'])
    expect(caseOf({ answered }).absent).toEqual(['gate-first', 'grave', 'gate-ill', 'fever', 'lasting-in-the-gate'])
  })

  it('an answer given at that moment or later counts', () => {
    expect(caseOf({ answered, askedAgainAt: 10 }).absent).toContain('grave')
    expect(caseOf({ answered, askedAgainAt: 9 }).absent).toContain('grave')
  })

  it('lasting answers of earlier episodes still count', () => {
    const earlier = before(said(1, { present: ['lasting', 'lasting-in-the-gate'] }))
    expect(caseOf({ askedAgainAt: 11 }, earlier).present).toEqual(['lasting', 'lasting-in-the-gate'])
  })
})

describe('a passing fact', () => {
  const holdsFor = (answer: 'present' | 'absent' | 'unsure', wait: number) =>
    caseOf({ answered: [said(now - wait, { [answer]: ['had-alcohol'] })] })[answer].includes('had-alcohol')

  it.each([
    ['present', 4],
    ['unsure', 4],
    ['absent', 0.5],
  ] as const)('that was answered %s counts for %d hours', (answer, hours) => {
    expect(holdsFor(answer, hours * hour)).toBe(true)
    expect(holdsFor(answer, hours * hour + 1)).toBe(false)
  })

  it('of an earlier episode does not count, however recent', () => {
    expect(caseOf({}, before(said(now, { present: ['had-alcohol'] }))).present).toEqual([])
  })

  it('a fact that is not passing counts without a time limit', () => {
    expect(caseOf({ answered: [said(0, { absent: ['fever'] })] }).absent).toEqual(['fever'])
  })
})

describe('a sign of a clot in an earlier episode', () => {
  const sign = 'leg-swollen-one'
  const earlier = (answer: 'present' | 'unsure') => before(said(now - day, { [answer]: [sign] }))

  it('counts in this episode as it was answered', () => {
    expect(caseOf({}, earlier('present'))).toMatchObject({ present: [sign], unsure: [] })
    expect(caseOf({}, earlier('unsure'))).toMatchObject({ present: [], unsure: [sign] })
  })

  it('is replaced by the answer in this episode, and dropped when the check is repeated', () => {
    expect(caseOf({ answered: [said(now, { unsure: [sign] })] }, earlier('present'))).toMatchObject({
      present: [],
      unsure: [sign],
    })
    expect(caseOf({ askedAgainAt: now }, earlier('present'))).toMatchObject({ present: [], unsure: [] })
  })
})

describe('a cream on the skin', () => {
  const tried = (remedy: string, at: number) => ({ id: remedy, remedy, at, endedAt: at }) as Try
  const present = (...tries: readonly Try[]) => caseOf({}, { tries }).present

  it('rules out warmth for 4 hours, whichever way it was recorded', () => {
    expect(present(tried('topical-creams', now - 4 * hour + 1))).toEqual(['cream-or-patch'])
    expect(present(tried('topical-creams/patch', now - hour))).toEqual(['cream-or-patch'])
    expect(present(tried('topical-creams', now - 4 * hour))).toEqual([])
    expect(present(tried('cold', now))).toEqual([])
    expect(present()).toEqual([])
  })

  it('counts from the moment a session of it began, ended or not', () => {
    const begun = { script: 'topical-creams/thin-layer', startedAt: now - hour } as SessionRecord
    expect(caseOf({}, { sessions: [begun] }).present).toEqual(['cream-or-patch'])
  })

  it('waits for an hour after warmth, counted from its end', () => {
    const warm = (endedAt: number, remedy = 'heat/warm-bath') =>
      ({ id: remedy, remedy, at: endedAt - hour, endedAt }) as Try
    expect(present(warm(now - hour + 1))).toEqual(['heat-just-used'])
    expect(present(warm(now - hour + 1, 'alternate-heat-cold'))).toEqual(['heat-just-used'])
    expect(present(warm(now - hour))).toEqual([])
    const on = { script: 'heat/heat-wrap', startedAt: now - 5 * hour } as SessionRecord
    expect(caseOf({}, { sessions: [on] }).present).toEqual(['heat-just-used'])
  })

  it('counts from the last of several', () => {
    expect(
      present(tried('topical-creams', now - 9 * hour), tried('topical-creams', now - hour), tried('cold', now)),
    ).toEqual(['cream-or-patch'])
  })

  it('counts for more than a no', () => {
    const diary = { tries: [tried('topical-creams', now - hour)] }
    const found = caseOf({ answered: [said(now, { absent: ['cream-or-patch'] })] }, diary)
    expect([found.present, found.absent]).toEqual([['cream-or-patch'], []])
  })
})

describe('a pregnancy from About me', () => {
  const pregnant = { person: { pregnant: true } }

  it('counts until the check of this episode asks, and replaces an older no', () => {
    expect(caseOf({}, pregnant)).toMatchObject({ pregnant: true, absent: [] })
    expect(caseOf({}, {})).not.toHaveProperty('pregnant')
    expect(caseOf({}, { person: { pregnant: false } })).not.toHaveProperty('pregnant')
  })

  it.each(['present', 'absent', 'unsure'] as const)(
    'is replaced by the answer in the check of this episode: %s',
    answer => {
      const found = caseOf(
        { answered: [said(1, { absent: ['fever'] }), said(2, { [answer]: ['pregnant'] })] },
        pregnant,
      )
      expect(found).not.toHaveProperty('pregnant')
      expect(found[answer]).toContain('pregnant')
    },
  )
})

describe('the details of the person and the episode', () => {
  it('contain what is known, and nothing else', () => {
    expect(caseOf({ region: 'calf', complaint: 'cramp' })).toStrictEqual({
      id: 'e',
      complaint: 'cramp',
      region: 'calf',
      present: [],
      absent: [],
      unsure: [],
      context: {},
      conditions: [],
      medicines: [],
    })
    const person = { age: 40, sex: 'female', pregnancyWeeks: 20, conditions: ['flu', 'in their own words'] } as const
    expect(caseOf({ side: 'left', onsetAt: now - 3 * hour }, { person })).toMatchObject({
      side: 'left',
      age: 40,
      sex: 'female',
      context: { hoursSinceOnset: 3, pregnancyWeeks: 20 },
      conditions: ['flu'],
    })
  })

  it('say that the cramp is over once the episode has ended', () => {
    expect(caseOf({ endedAt: now - hour }).context).toMatchObject({ isOver: true })
    expect(caseOf({}).context).not.toHaveProperty('isOver')
  })

  it('an onset in the future counts as now', () => {
    expect(caseOf({ onsetAt: now + hour }).context.hoursSinceOnset).toBe(0)
  })
})

describe('the medicines of the diary', () => {
  const taken = (...medicines: readonly Partial<MedicineUse>[]) => {
    const found = caseOf({}, { medicines: medicines.map(given => medicineOf({ ingredient: 'statin', ...given })) })
    return { medicines: found.medicines, days: found.context.medicineDays }
  }

  it('include current ones, by the id that Unknot knows', () => {
    expect(taken({}, { ingredient: 'water' })).toEqual({ medicines: ['statin', 'water'], days: {} })
    expect(taken({ ingredient: 'unheard-of' }, { ingredient: undefined })).toEqual({ medicines: [], days: undefined })
    expect(taken({ ingredient: 'constructor' }).medicines).toEqual([])
  })

  it('include the whole days since they were started, if that is dated', () => {
    expect(taken({ startedAt: now - 3 * day }).days).toEqual({ statin: { started: 3 } })
    expect(taken({ startedAt: now - 4 * day + 1 }).days).toEqual({ statin: { started: 3 } })
    expect(taken({ startedAt: now + day }).days).toEqual({ statin: { started: 0 } })
  })

  it('include stopped ones, with the days since', () => {
    expect(taken({ isCurrent: false, startedAt: now - 9 * day, stoppedAt: now - 2 * day })).toEqual({
      medicines: [],
      days: { statin: { stopped: 2 } },
    })
    expect(taken({ isCurrent: false })).toEqual({ medicines: [], days: {} })
  })

  it('do not count as stopped if the same medicine is taken under another name', () => {
    const found = taken(
      { name: 'Old', isCurrent: false, stoppedAt: now - 2 * day },
      { name: 'New', startedAt: now - day },
    )
    expect(found).toEqual({ medicines: ['statin'], days: { statin: { started: 1 } } })
  })
})
