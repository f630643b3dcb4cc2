import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centHeadings } from '../../test/support/cent.ts'
import { anyLog } from '../../test/support/diary-events.ts'
import { crowded, weeklyYear } from '../../test/support/report-diary.ts'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { report, reportKnowledge } from '../library/report.ts'
import { tierAlone } from '../triage/tier-alone.ts'
import { triage } from '../triage/triage.ts'
import { middleOf } from './middle.ts'
import { toHtml } from './node.ts'
import { reportHtml, reportPage } from './page.ts'
import { leastRows, mostRows, rowsThatFit } from './page-fit.ts'
import { type Report, sectionOf } from './report.ts'
import { sectionKinds } from './section-input.ts'
import { mostSummaryBytes, reportSummary, reportText } from './text.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const much = crowded(now)
const year = { from: '2025-11-26', to: '2026-11-25', now }
const idOf = (place: number) => uuidV7(now + place, new Uint8Array(10))
type Said = EventBody & { readonly on?: string }
const told = (...bodies: readonly Said[]): readonly DiaryEvent[] =>
  bodies.map(
    ({ on = '2026-11-20T10:00:00Z', ...body }, place) => ({ ...body, id: idOf(place), v: 2, at: on }) as DiaryEvent,
  )
const all = (made: Report) =>
  [toHtml(reportPage(made, { isDetailed: true })), reportText(made, { isDetailed: true }), JSON.stringify(made)].join(
    '\n',
  )

describe('the report of any diary', () => {
  it('is the same for the same diary, whatever the order of its events', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const made = report(log, year)
        expect(report(log.toReversed(), year)).toEqual(made)
        expect(reportHtml(made, { paper: 'a4', isDetailed: true })).toBe(
          reportHtml(report(log, year), { paper: 'a4', isDetailed: true }),
        )
      }),
    )
  })

  it('shows nothing of a struck-out event', () => {
    const marked: readonly EventBody[] = [
      { type: 'question-added', text: 'zebra' },
      { type: 'medicine-started', medicine: 'zebra' },
      { type: 'remedy-done', remedy: 'zebra', painBefore: 5, painAfter: 3 },
      { type: 'episode-began', episode: 'z', complaint: 'back', region: 'neck', setOffBy: 'zebra', note: 'zebra' },
      { type: 'profile-said', conditions: ['zebra'], allergies: ['zebra'] },
    ]
    fc.assert(
      fc.property(anyLog, fc.constantFrom(...marked), (log, body) => {
        const event = { ...body, id: idOf(1), v: 2, at: '2026-11-20T10:00:00Z' } as DiaryEvent
        const strike: DiaryEvent = {
          type: 'struck-out',
          events: [event.id],
          id: idOf(2),
          v: 2,
          at: '2026-11-20T11:00:00Z',
        }
        expect(all(report([...log, event], year))).toContain('zebra')
        expect(report([...log, event, strike], year)).toEqual(report(log, year))
      }),
    )
  })

  it('covers only its period, and nothing that was left out', () => {
    fc.assert(
      fc.property(anyLog, fc.subarray([...sectionKinds]), (log, leaveOut) => {
        const made = report(log, { ...year, from: '2026-11-01', leaveOut })
        expect(made.sections.map(({ kind }) => kind)).toEqual(sectionKinds.filter(kind => !leaveOut.includes(kind)))
        expect(made.leftOut).toEqual(leaveOut)
        for (const { day } of sectionOf(made, 'episodes')?.rows ?? []) expect(day >= '2026-11-01').toBe(true)
        if (leaveOut.length > 0) expect(reportText(made, { isDetailed: false })).toContain('Left out by the person: ')
      }),
    )
  })

  it('promises nothing, and never says to stop a medicine', () => {
    fc.assert(
      fc.property(anyLog, log => {
        expect(all(report(log, year))).not.toMatch(/safe for you|\bcures?\b|diagnos|stop taking|stop your/i)
      }),
    )
  })
})

describe('one page', () => {
  it('has the rows that fit, between the minimum and the maximum, and counts the others', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1, max: 30 }), (from, step) => {
        const events = much.filter((_, place) => place < from || place % step === 0)
        const made = report(events, year)
        const rows = rowsThatFit(made)
        for (const kind of Object.keys(mostRows) as (keyof typeof mostRows)[]) {
          expect(rows[kind]).toBeLessThanOrEqual(mostRows[kind])
          expect(rows[kind]).toBeGreaterThanOrEqual(leastRows[kind])
        }
        const html = toHtml(reportPage(made, { isDetailed: false }))
        const signs = sectionOf(made, 'warning-signs')?.signs ?? []
        const earlier = signs.filter(({ isNow }) => !isNow).length
        const current = signs.length - earlier
        const questions = sectionOf(made, 'questions')?.questions.length ?? 0
        if (current > rows.signs) expect(html).toContain(`and ${current - rows.signs} more in the diary`)
        if (earlier > rows.earlier) expect(html).toContain(`and ${earlier - rows.earlier} more in the diary`)
        if (questions > rows.questions) expect(html).toContain(`and ${questions - rows.questions} more in the diary`)
      }),
      { numRuns: 25 },
    )
  })

  it('says where the other rows are when details follow, and the details contain them all', () => {
    const made = report(much, year)
    const html = toHtml(reportPage(made, { isDetailed: true }))
    expect(html).toMatch(/and \d+ more on page 2/)
    for (const { text } of sectionOf(made, 'questions')?.questions ?? []) expect(html).toContain(text)
    for (const { name } of sectionOf(made, 'tried')?.remedies ?? []) expect(html).toContain(name.slice(0, 30))
  })

  it("writes a person's input as text, never as markup", () => {
    const html = reportHtml(report(told({ type: 'question-added', text: '<script>alert(1)</script>' }), year), {
      paper: 'a4',
      isDetailed: true,
    })
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

it('says when the diary begins if that is after the first requested day, and draws nothing before it', () => {
  const events = told({
    type: 'episode-began',
    episode: 'e',
    complaint: 'back',
    region: 'neck',
    on: '2026-11-10T10:00:00Z',
  })
  const made = report(events, { ...year, from: '0001-01-01' })
  expect(made.period.told).toBe('2026-11-10')
  expect(sectionOf(made, 'episodes')?.bins[0]?.from).toBe('2026-11-10')
  expect(reportText(made, { isDetailed: false })).toContain('The diary begins 10 Nov 2026.')
  expect(report(events, { ...year, from: '2026-11-10' }).period.told).toBeUndefined()
})

it('refuses half a period, and a reversed one', () => {
  expect(() => report([], { ...year, from: '2026-13-01' })).toThrow('give a day like 2026-01-31')
  expect(() => report([], { ...year, from: '2026-11-26' })).toThrow('is after to')
})

describe('warning signs', () => {
  const began = { type: 'episode-began', episode: 'e', complaint: 'back', region: 'low back' } as const
  const answered = { type: 'answered', episode: 'e', page: 'emergency', present: [], absent: [], unsure: [] } as const
  const signs = (...bodies: readonly Said[]) => sectionOf(report(told(began, ...bodies), year), 'warning-signs')

  it('an episode without a check is counted as not asked, never as clear', () => {
    expect(signs()).toMatchObject({ episodes: 1, checked: 0, last: undefined, signs: [] })
    expect(reportText(report(told(began), year), { isDetailed: false })).toContain('Warning signs: never asked')
  })

  it('are shown with their day, and a later no beside the yes', () => {
    const section = signs(
      { ...answered, present: ['saddle-numbness'], on: '2026-11-20T11:00:00Z' },
      { ...answered, absent: ['saddle-numbness'], on: '2026-11-22T11:00:00Z' },
    )
    expect(section?.signs).toMatchObject([
      { id: 'saddle-numbness', answer: 'yes', tier: 'emergency', days: ['2026-11-20'], laterNo: '2026-11-22' },
    ])
  })

  it('a "not sure" is reported as "not sure"', () => {
    expect(signs({ ...answered, unsure: ['saddle-numbness'] })?.signs).toMatchObject([
      { id: 'saddle-numbness', answer: 'not-sure', tier: 'same-day' },
    ])
  })

  it.each(
    Object.entries(triageKnowledge.findings).flatMap(([id, finding]) => {
      const tier = tierAlone(finding, { complaint: 'back', region: 'low back' })
      return tier ? [[id, finding.statement, tier] as const] : []
    }),
  )('%s, ticked, is on the page with the tier the check gives it', (id, statement, tier) => {
    const section = signs({ ...answered, present: [id] })
    expect(section?.signs.find(sign => sign.id === id)).toMatchObject({
      statements: [statement],
      tier,
    })
  })

  it('a rule that is graver than its signs is reported with the signs that met it', () => {
    for (const rule of triageKnowledge.redFlags.filter(({ complaint }) => complaint !== 'cramp')) {
      const ids = [...new Set(JSON.stringify(rule.when).match(/[a-z][a-z0-9-]+/g) ?? [])].filter(
        id => id in triageKnowledge.findings,
      )
      const from = {
        complaint: 'back',
        region: 'low back',
        present: ids,
        absent: [],
        unsure: [],
        context: {},
        conditions: [],
        medicines: [],
      } as const
      const tier = triage(triageKnowledge, from).tier
      const most = signs({ ...answered, present: ids })?.signs[0]
      if (ids.length > 0 && tier !== 'self-care') expect(most?.tier, rule.id).toBe(tier)
    }
  })
})

describe('the signs of now and of before', () => {
  const began = (episode: string, on: string) =>
    ({ type: 'episode-began', episode, complaint: 'back', region: 'low back', on }) as const
  const page = { type: 'answered', page: 'emergency', present: [], absent: [], unsure: [] } as const
  const made = (...more: readonly Said[]) =>
    report(
      told(
        began('a', '2026-11-01T10:00:00Z'),
        { ...page, episode: 'a', present: ['fever'], on: '2026-11-01T10:05:00Z' },
        { type: 'episode-ended', episode: 'a', on: '2026-11-03T10:00:00Z' },
        began('b', '2026-11-20T10:00:00Z'),
        { ...page, episode: 'b', present: ['saddle-numbness'], on: '2026-11-20T10:05:00Z' },
        ...more,
      ),
      year,
    )

  it('the newest check comes first, and older episodes have their end', () => {
    expect(sectionOf(made(), 'warning-signs')?.signs).toMatchObject([
      { id: 'saddle-numbness', isNow: true },
      { id: 'fever', isNow: false, over: '2026-11-03' },
    ])
    const html = toHtml(reportPage(made(), { isDetailed: false }))
    expect(html).toMatch(/Warning signs in the last check: 1 yes.*Earlier warning signs, and their end: 1 yes/s)
    expect(html).toContain('episode over 3 Nov 2026')
  })

  it('a sign that was answered no in the newest check is history', () => {
    const after = made({ ...page, episode: 'b', absent: ['saddle-numbness'], on: '2026-11-21T10:00:00Z' })
    const sign = sectionOf(after, 'warning-signs')?.signs.find(({ id }) => id === 'saddle-numbness')
    expect(sign).toMatchObject({ isNow: false, laterNo: '2026-11-21' })
    expect(reportText(after, { isDetailed: false })).toContain('Warning signs in the last check: none ticked')
  })

  it('distinguishes signs that were read in a list from signs that were asked one by one', () => {
    const last = (...pages: readonly Said[]) => sectionOf(made(...pages), 'warning-signs')?.last
    const list = { ...page, episode: 'b', absent: ['gate-nerves', 'leg-weakness-one', 'bladder-retention'] }
    expect(last(list)).toMatchObject({ saidNo: 2, notOpened: 2 })
    expect(last(list, { ...page, episode: 'b', absent: ['bladder-retention', 'chest-pain'] })).toMatchObject({
      saidNo: 3,
      notOpened: 1,
    })
    expect(reportText(made(list), { isDetailed: false })).toContain(
      'All 2 were read in lists and answered “None”, not asked one by one.',
    )
  })
})

describe('the order of the page', () => {
  const events = [
    ...weeklyYear(now),
    ...told({ type: 'visit-told', visit: 'v', day: '2026-10-12', advised: 'Walk each day.', who: 'doctor' }),
  ]
  const html = toHtml(reportPage(report(events, year), { isDetailed: false }))

  it('is: questions, now, signs of now, earlier signs, episodes, tried, medicines, advice', () => {
    const kinds = ['questions', 'now', 'warning-signs', 'earlier', 'episodes', 'tried', 'trials', 'medicines', 'visits']
    const places = kinds.map(kind => html.indexOf(`report-part report-${kind}`))
    expect(places.every(place => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(html).toContain('12 Oct 2026, doctor: Walk each day.')
  })

  it('has no hash, and no size without words', () => {
    expect(html).not.toMatch(/SHA|[0-9a-f]{12}/)
    expect(html).toMatch(/With heat: [\d.]+ points of pain less on average, probably [\d.]+ to [\d.]+ less\./)
    expect(html).toContain('The plan was fixed before the start')
  })
})

describe('the parts of a year', () => {
  const made = report(weeklyYear(now), year)

  it('counts spasms, cramps and pain, in bins that cover them all', () => {
    const section = sectionOf(made, 'episodes')
    expect(section).toMatchObject({ spasms: 52, cramps: 26, days: 65, worst: 9, step: 'week' })
    expect(section?.bins.reduce((sum, { spasms }) => sum + spasms, 0)).toBe(52)
    expect(section?.bins.reduce((sum, { cramps }) => sum + cramps, 0)).toBe(26)
    expect(section?.bins).toHaveLength(53)
    expect([section?.bins[0]?.from, section?.bins.at(-1)?.to]).toEqual([year.from, year.to])
  })

  it('shows the spread of single results for each remedy', () => {
    expect(sectionOf(made, 'tried')?.remedies.map(({ name, times, rated }) => [name, times, rated])).toEqual([
      ['Warmth: hot-water bottle', 52, 52],
      ['Knee rolls', 52, 52],
    ])
  })

  it('shows a finished trial with its verdict and the headings of CENT, and hides a running one', () => {
    const trials = sectionOf(made, 'trials')
    expect(trials?.finished).toHaveLength(1)
    expect(trials?.finished[0]?.contrasts[0]?.verdict).toBe('better-noticeably')
    expect(trials?.finished[0]?.cent.map(({ heading }) => heading)).toEqual(expect.arrayContaining(centHeadings))
    const early = now - 100 * 86_400_000
    const during = report(
      weeklyYear(now).filter(({ at }) => Date.parse(at) < early),
      { ...year, to: '2026-08-17', now: early },
    )
    expect(sectionOf(during, 'trials')).toMatchObject({
      finished: [],
      underWay: [{ question: 'Heat or ice for my back?' }],
    })
    expect(all(during)).not.toMatch(/heat noticeably|With heat:/i)
  })

  it('counts a trial whose protocol cannot be read, and does not fail', () => {
    const trial = { type: 'trial-began', trial: 't', sha256: 'a'.repeat(64), firstDay: '2026-11-01' } as const
    for (const protocol of [
      '{"arms":[],"schedule":[]}',
      'no JSON',
      '{"arms":[{}],"schedule":[{}],"layout":{"kind":"periods"}}',
    ])
      expect(sectionOf(report(told({ ...trial, protocol }), year), 'trials')?.unreadable, protocol).toBe(1)
  })

  it('lists medicines with listed cramps first, with their source, and does not guess an unknown name', () => {
    const medicines = sectionOf(
      report(
        told(
          { type: 'medicine-started', medicine: 'simvastatn' },
          { type: 'medicine-started', medicine: 'furosemide 40 mg' },
        ),
        year,
      ),
      'medicines',
    )?.medicines
    expect(medicines?.map(({ name, status }) => [name, status])).toEqual([
      ['furosemide 40 mg', 'listed'],
      ['simvastatn', 'unclear'],
    ])
    expect(medicines?.[0]?.effect?.sources.length).toBeGreaterThan(0)
  })

  it('says that a listing is past its review date', () => {
    const later = Date.parse('2029-01-01T00:00:00Z')
    const old = report(weeklyYear(now), { ...year, now: later })
    expect(sectionOf(old, 'medicines')?.isPastReview).toBe(true)
    expect(toHtml(reportPage(old, { isDetailed: false }))).toContain('past its review date')
    expect(reportText(old, { isDetailed: false })).toContain('past its review date')
  })

  it('does not say so on the day of the review', () => {
    const isPastOn = (day: string) => {
      const made = report(weeklyYear(now), { ...year, now: Date.parse(`${day}T12:00:00Z`) })
      return sectionOf(made, 'medicines')?.isPastReview
    }
    const { nextReview } = reportKnowledge.medicines.texts
    const after = new Date(Date.parse(nextReview) + 86_400_000).toISOString().slice(0, 10)
    expect([isPastOn(nextReview), isPastOn(after)]).toEqual([false, true])
  })

  it('has the titles of all cited sources', () => {
    for (const { sources } of Object.values(reportKnowledge.medicines.ingredients))
      for (const { source } of sources) expect(reportKnowledge.sources[source]?.title, source).toBeDefined()
  })
})

describe('the summary for a code', () => {
  it('stays short, contains the gravest facts, and says that no clinician reviewed it', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const text = reportSummary(report(log, { ...year, name: 'Ñ'.repeat(80) }))
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(mostSummaryBytes)
        expect(text).toMatch(/Warning signs(?: in the last check)?: .*No clinician reviewed this\.$/)
      }),
    )
    const text = reportSummary(report(much, year))
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(mostSummaryBytes)
    expect(text).toContain('Emergency')
  })
})

it('middleOf is the median', () => {
  expect([middleOf([]), middleOf([3]), middleOf([9, 1, 2]), middleOf([4, 1, 2, 10])]).toEqual([undefined, 3, 2, 3])
})
