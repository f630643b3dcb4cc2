/** Arbitrary events and logs, for property tests of the diary: every type, with and without optional fields. */
import fc from 'fast-check'
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'
import { complaints, regions, sexes, sides } from '../../src/knowledge/vocabulary.ts'

const pain = fc.integer({ min: 0, max: 10 })
const episode = fc.constantFrom('e1', 'e2', 'e3')
const session = fc.constantFrom('s1', 's2', 's3')
const name = fc.constantFrom('Water', 'water', 'Heat', 'Statin', 'statin', 'Soup')
const trial = fc.constantFrom('t1', 't2')
const course = fc.constantFrom('c1', 'c2')
const finding = fc.uniqueArray(fc.constantFrom('fever', 'chest-pain', 'saddle-numbness'), { maxLength: 3 })
const text = fc.constantFrom('It eased.', 'Ran far, drank little, “late”', 'a,b\n"c"')
const at = fc
  .record({ minute: fc.integer({ min: 0, max: 60 * 24 * 60 }), offset: fc.constantFrom('Z', '+01:00', '-05:30') })
  .map(({ minute, offset }) => `${new Date(1_763_000_000_000 + minute * 60_000).toISOString().slice(0, 19)}${offset}`)
const day = at.map(time => time.slice(0, 10))

const bodyOf = <Required extends object, Optional extends object>(
  required: { [Key in keyof Required]: fc.Arbitrary<Required[Key]> },
  optional: { [Key in keyof Optional]: fc.Arbitrary<Optional[Key]> },
) => fc.tuple(fc.record(required), fc.record(optional, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }))

const type = <Type extends string>(value: Type) => fc.constant(value)
const medicine = { ingredient: fc.constant('statin'), dose: fc.constant('20 mg') }

const anyBody: fc.Arbitrary<EventBody> = fc.oneof(
  bodyOf(
    {
      type: type('episode-began'),
      episode,
      complaint: fc.constantFrom(...complaints),
      region: fc.constantFrom(...regions),
    },
    { side: fc.constantFrom(...sides), pain, setOffBy: text, note: text },
  ),
  bodyOf({ type: type('episode-rated'), episode, pain }, { session, note: text }),
  bodyOf({ type: type('episode-ended'), episode }, { note: text }),
  bodyOf(
    {
      type: type('answered'),
      episode,
      page: fc.constant('emergency'),
      present: finding,
      absent: finding,
      unsure: finding,
    },
    { details: fc.record({ age: fc.integer({ min: 16, max: 99 }), hoursSinceOnset: fc.constantFrom(1, 20) }) },
  ),
  bodyOf({ type: type('asked-again'), episode }, {}),
  bodyOf({ type: type('session-began'), session, script: fc.constantFrom('heat/bag', 'calf') }, { episode }),
  bodyOf({ type: type('session-marked'), session, mark: fc.constantFrom('pause', 'resume', 'skip') }, {}),
  bodyOf({ type: type('session-ended'), session, status: fc.constantFrom('done', 'stopped') }, {}),
  bodyOf(
    { type: type('remedy-done'), remedy: name },
    {
      episode,
      session: fc.record({
        id: session,
        startedAt: at,
        seconds: fc.constant(300),
        status: fc.constantFrom('done' as const, 'stopped' as const),
      }),
      painBefore: pain,
      painAfter: pain,
    },
  ),
  bodyOf(
    { type: type('cramps-counted'), night: at.map(time => time.slice(0, 10)), count: fc.integer({ min: 0, max: 9 }) },
    { region: fc.constantFrom(...regions), side: fc.constantFrom(...sides), pain },
  ),
  bodyOf({ type: type('drank'), drink: name, ml: fc.integer({ min: 1, max: 900 }) }, { from: fc.constant('Daylio') }),
  bodyOf({ type: type('ate'), food: name }, { foodId: fc.constant('11457'), grams: fc.constant(80) }),
  bodyOf({ type: type('medicine-taken'), medicine: name }, medicine),
  bodyOf({ type: type('medicine-started'), medicine: name }, { ...medicine, undated: fc.constant(true as const) }),
  bodyOf({ type: type('medicine-stopped'), medicine: name }, medicine),
  bodyOf({ type: type('noted'), text }, { episode }),
  bodyOf({ type: type('measured'), what: fc.constant('steps'), value: fc.nat(20_000) }, { until: at }),
  bodyOf(
    { type: type('profile-said') },
    {
      birthYear: fc.integer({ min: 1930, max: 2008 }),
      sex: fc.constantFrom(...sexes),
      pregnant: fc.boolean(),
      pregnancyWeeks: fc.constant(20),
      conditions: fc.constantFrom([], ['osteoporosis']),
      medicines: fc.constantFrom([], ['Statin'], ['Water', 'heat']),
      allergies: fc.constant(['latex']),
      units: fc.constantFrom('metric', 'imperial'),
      country: fc.constant('NL'),
    },
  ),
  bodyOf(
    {
      type: type('reminder-set'),
      reminder: fc.constantFrom('r1', 'r2'),
      about: fc.constantFrom('stretching', 'night-rating'),
      time: fc.constant('21:30'),
    },
    { weekdays: fc.constant([1, 3]) },
  ),
  bodyOf(
    {
      type: type('trial-began'),
      trial,
      protocol: fc.constant('{"arms":[]}'),
      sha256: fc.constant('0f'.repeat(32)),
      firstDay: day,
    },
    {},
  ),
  bodyOf(
    { type: type('trial-rated'), trial, day, y: pain, isDone: fc.boolean() },
    { episode: fc.constantFrom(1, 2), note: text },
  ),
  bodyOf({ type: type('trial-paused'), trial, day }, {}),
  bodyOf({ type: type('trial-resumed'), trial, day }, {}),
  bodyOf({ type: type('trial-amended'), trial, what: text, why: text }, {}),
  bodyOf({ type: type('trial-stopped'), trial, day }, { why: text }),
  bodyOf(
    {
      type: type('course-began'),
      course,
      which: fc.constantFrom('back-recurrent', 'cramps-night'),
      episode: fc.constantFrom('e1', 'e2'),
      firstDay: day,
    },
    { matters: fc.constant('tie my shoes') },
  ),
  bodyOf(
    { type: type('course-done'), course, day },
    { walkMinutes: fc.constantFrom(10, 25), exercises: fc.constant(['lb-bridge']), painBefore: pain, painAfter: pain },
  ),
  bodyOf({ type: type('course-felt'), course, day, pain }, {}),
  bodyOf({ type: type('course-skipped'), course, day }, { why: fc.constantFrom('tired', 'busy') }),
  bodyOf(
    {
      type: type('course-checked'),
      course,
      day,
      checkIn: fc.constantFrom('week-1', 'week-2'),
      compared: fc.constantFrom('better', 'worse'),
    },
    { pain, matters: pain },
  ),
  bodyOf(
    {
      type: type('course-answered'),
      course,
      day,
      yes: fc.constant(['poor-sleep']),
      no: fc.constant(['low-mood']),
      unsure: fc.constant([]),
    },
    {},
  ),
  bodyOf(
    {
      type: type('course-wished'),
      course,
      exercise: fc.constant('lb-bridge'),
      wish: fc.constantFrom('likes', 'dislikes', 'neither'),
    },
    {},
  ),
  bodyOf({ type: type('course-stopped'), course, day }, {}),
  bodyOf({ type: type('trial-followed'), trial, better: name, worse: name, isNoticeable: fc.boolean() }, {}),
  bodyOf(
    { type: type('product-added'), product: fc.constantFrom('p1', 'p2'), name: fc.constantFrom('Pad', 'Roller') },
    {
      remedy: fc.constant('heat'),
      stars: fc.constantFrom(4, 4.5),
      reviews: fc.constant(12),
      maxTemperatureC: fc.constant(42),
    },
  ),
  bodyOf({ type: type('question-added'), text }, {}),
  bodyOf(
    { type: type('visit-planned'), visit: fc.constantFrom('v1', 'v2'), day },
    { time: fc.constant('09:30'), who: fc.constant('doctor') },
  ),
  bodyOf({ type: type('visit-told'), visit: fc.constantFrom('v1', 'v2'), day, advised: text }, {}),
  bodyOf(
    {
      type: type('food-added'),
      food: fc.constantFrom('own:1', 'own:2'),
      name: fc.constantFrom('Granny’s soup', 'Bar'),
      grams: fc.constantFrom(40, 250),
    },
    {
      holds: fc.constantFrom({}, { calcium: 120, 'vitamin-d': 1.5 }),
      parts: fc.constant([{ food: '173944', name: 'Banana', grams: 118 }]),
    },
  ),
) as fc.Arbitrary<EventBody>

/** A sorted log, in which some events strike out earlier ones, or name them as added. */
export const anyLog: fc.Arbitrary<readonly DiaryEvent[]> = fc
  .array(
    fc.record({
      body: anyBody,
      at,
      isMerge: fc.boolean(),
      corrects: fc.option(fc.nat(30), { freq: 3 }),
      strikes: fc.option(fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }), { freq: 5 }),
    }),
    {
      maxLength: 40,
    },
  )
  .map(drawn => {
    const log: DiaryEvent[] = []
    for (const [place, { body, at: when, strikes, isMerge, corrects }] of drawn.entries()) {
      const events = (strikes ?? []).flatMap(back => log[place - 1 - back]?.id ?? [])
      const type = isMerge ? ('merged' as const) : ('struck-out' as const)
      const said = events.length > 0 ? { type, events } : body
      const corrected = corrects === null ? undefined : log[place - 1 - corrects]
      const instead = corrected ? { instead: corrected.instead ?? corrected.id } : {}
      log.push({ ...said, ...instead, id: idAt(place), v: 2, at: when })
    }
    return log
  })

/** The id of the event written `place` minutes into a log. */
export const idAt = (place: number): string =>
  uuidV7(1_763_000_000_000 + place * 60_000, new Uint8Array(10).fill(place % 256))
