/** Newer knowledge: taken only when signed by a pinned key, sound, and nowhere lower without a clinician's verdict. */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { agreed, both, errorOf, line, offered, pem, signed, type Topics } from '../../test/support/signed-knowledge.ts'
import { compiledOn } from '../knowledge/compiled.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { causeKnowledge } from '../library/causes.ts'
import { courses } from '../library/course.ts'
import { medicineKnowledge } from '../library/medicines.ts'
import { rankProducts } from '../library/products.ts'
import { professionals } from '../library/professionals.ts'
import { triage } from '../library/triage.ts'
import { compiledNow, contentNow, mayTake, take, takeBack } from '../library/update.ts'
import { keyOfLine, newKey, signContent, verifySignature } from '../server/knowledge-keys.ts'

afterEach(takeBack)

describe('what is not signed by a pinned key is refused', () => {
  it('the same knowledge, signed, is taken', async () => {
    expect(await errorOf(signed())).toBe('taken')
  })

  it('another kind of file, an incomplete file, and a file of another key, which is named', async () => {
    expect(await errorOf('{}')).toMatch(/^this is no signed knowledge/)
    expect(await errorOf('not JSON')).toMatch(/^this is no signed knowledge/)
    expect(await errorOf(signed().replace('"signature"', '"sig"'))).toMatch(/not whole/)
    expect(await errorOf(signed(undefined, newKey().pem))).toMatch(/does not trust/)
    const pinless = await mayTake(signed(), [], verifySignature)
    expect(pinless).toMatchObject({ ok: false, error: expect.stringContaining('does not trust') })
    expect(pinless).toMatchObject({ stranger: keyOfLine(line) })
  })

  it('one changed letter anywhere in what is signed', async () => {
    const file = JSON.parse(signed())
    await fc.assert(
      fc.asyncProperty(fc.nat(file.content.length - 1), async at => {
        const letter = file.content[at] === 'x' ? 'y' : 'x'
        const content = `${file.content.slice(0, at)}${letter}${file.content.slice(at + 1)}`
        expect(await errorOf(JSON.stringify({ ...file, content }))).toMatch(/signature is not right/)
      }),
      { numRuns: 20 },
    )
  })
})

it('what does not hold together is refused', async () => {
  expect(await errorOf(signed(topics => delete topics.remedies))).toMatch(/has no remedies/)
  const nameless = (topics: Topics) =>
    topics.triage.redFlags.push({ id: 'new', tier: 'soon', when: { all: ['nothing-known'] } })
  expect(await errorOf(signed(nameless))).toMatch(/new names nothing-known/)
  expect(await errorOf(signed(topics => delete topics.explanations.redFlags['adrenal-crisis']))).toMatch(
    /no explanation/,
  )
})

it.each<readonly [string, (topics: Topics) => void, RegExp]>([
  [
    'a course with a missing exercise',
    topics => {
      delete topics.exercises[topics.courses['back-after-spasm'].slots[0].choices[0].exercises[0]]
      for (const plan of Object.values<Topics>(topics.plans)) plan.cells = {}
    },
    /the course back-after-spasm names/,
  ],
  [
    'a need with a missing remedy',
    topics => {
      delete topics.remedies.heat
      for (const plan of Object.values<Topics>(topics.plans)) plan.cells = {}
    },
    /does not exist/,
  ],
])('%s is refused', async (_, change, error) => {
  const agreedToAll = both(change, topics => {
    for (const kind of ['plan', 'course'])
      for (const id of Object.keys(topics[`${kind}s`])) agreed(topics, `${kind} ${id}`)
  })
  expect(await errorOf(signed(agreedToAll))).toMatch(error)
})

it('an older file is refused', async () => {
  const older = signed(topics => {
    for (const entry of topics.review) entry.compiled = '2020-01-01'
  })
  expect(await errorOf(older)).toMatch(/^the file is older \(2020-01-01\)/)
  expect(compiledNow()).toBe(compiledOn)
})

it('a file renews everything that has a review date, except the people of the simulated crowd', async () => {
  const held = new Set<unknown>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || held.has(value)) return
    held.add(value)
    for (const each of Object.values(value)) collect(each)
  }
  collect(contentNow('', '').topics)
  const hasDate = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && ('nextReview' in value || Object.values(value).some(hasDate))
  const built = readdirSync('src/knowledge').filter(name => name.endsWith('.gen.ts') && name !== 'crowd.gen.ts')
  for (const name of built)
    for (const [exported, table] of Object.entries(
      (await import(pathToFileURL(`src/knowledge/${name}`).href)) as object,
    )) {
      const isThere = held.has(table) || (table === triageKnowledge && held.has(triageKnowledge.findings))
      const parts = typeof table === 'object' && table !== null ? Object.values(table) : []
      expect(!hasDate(table) || isThere || parts.every(part => held.has(part)), `${name}: ${exported}`).toBe(true)
    }
})

it('renewed dates bring back what was past them: products, causes, helpers, medicines, the course', async () => {
  const later = '2040-01-01'
  const past = () => ({
    products: rankProducts({ need: 'fresh-back-spasm' }, later)?.buyNothing.length === 0,
    helpers: professionals({}, later).professionals.some(({ isPastReview }) => isPastReview),
    medicines: medicineKnowledge.texts.nextReview < later,
    causes: causeKnowledge.causes.some(({ nextReview }) => nextReview < later),
    courses: Object.values(courses).some(({ nextReview }) => nextReview < later),
  })
  const renewed = JSON.parse(JSON.stringify(contentNow('1.2.3', '2039-01-01')), (key, value) =>
    key === 'nextReview' ? '2045-01-01' : value,
  )
  const all = { products: true, helpers: true, medicines: true, causes: true, courses: true }
  expect(past()).toEqual(all)
  const found = await offered(signContent(renewed, pem)?.text ?? '')
  if (!found.ok) throw new Error(found.error)
  take(found)
  expect(Object.values(past())).toEqual([false, false, false, false, false])
  takeBack()
  expect(past()).toEqual(all)
})

it('taken knowledge is used at once, and one step restores the built knowledge', async () => {
  const parsed = {
    complaint: 'back',
    region: 'low back',
    present: ['fever'],
    absent: [],
    unsure: [],
    context: {},
    conditions: [],
    medicines: [],
  } as const
  const before = triage(parsed).tier
  const found = await offered(
    signed(
      topics =>
        (topics.triage.findings.fever = { ...topics.triage.findings.fever, tier: 'emergency', except: undefined }),
    ),
  )
  // An exception that is gone counts as lower, so this one needs its verdict.
  expect(found.ok).toBe(false)
  const agreedOne = await offered(
    signed(topics => {
      const { except: _, ...fever } = topics.triage.findings.fever
      topics.triage.findings.fever = { ...fever, tier: 'emergency' }
      agreed(topics, 'finding fever')
    }),
  )
  if (!agreedOne.ok) throw new Error(agreedOne.error)
  take(agreedOne)
  expect(triage(parsed).tier).toBe('emergency')
  takeBack()
  expect(triage(parsed).tier).toBe(before)
})
