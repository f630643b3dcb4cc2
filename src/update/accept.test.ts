/** Newer knowledge: taken only when signed by a pinned key, sound, and nowhere lower without a clinician's verdict. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { tiers } from '../knowledge/vocabulary.ts'
import { triage } from '../library/triage.ts'
import { contentNow, mayTake, take, takeBack } from '../library/update.ts'
import { newKey, signContent, verifySignature } from '../server/knowledge-file.ts'
import { readKeys } from './pinned-keys.ts'

const { pem, line } = newKey()
const keys = readKeys(line)

type Topics = {
  // The topics as plain JSON, so that a test may change anything.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [name: string]: any
}

/** The knowledge of this build with `change` made to it, signed. */
function signed(change: (topics: Topics) => void = () => undefined, signer = pem): string {
  const content = JSON.parse(JSON.stringify(contentNow('1.2.3', '2027-01-01')))
  change(content.topics)
  return signContent(content, signer)?.text ?? ''
}
const offered = (text: string) => mayTake(text, keys, verifySignature)
const errorOf = async (text: string) => {
  const found = await offered(text)
  return found.ok ? 'taken' : found.error
}

const verdict = { by: 'Ada Kern', role: 'emergency physician', on: '2027-01-02', verdict: 'agree' }
const agreed = (topics: Topics, entry: string, compiled = '2027-01-01') => {
  topics.reviewed[entry] = { compiled, reviewed: verdict }
}
const rule = (topics: Topics, id: string) => topics.triage.redFlags.find((each: { id: string }) => each.id === id)

const both =
  (...changes: readonly ((topics: Topics) => unknown)[]) =>
  (topics: Topics) => {
    for (const change of changes) change(topics)
  }

afterEach(takeBack)

describe('what is not signed by a pinned key is refused', () => {
  it('the same knowledge, signed, is taken', async () => {
    expect(await errorOf(signed())).toBe('taken')
  })

  it('no file of ours, a file in pieces, and another key', async () => {
    expect(await errorOf('{}')).toMatch(/^this is no signed knowledge/)
    expect(await errorOf('not JSON')).toMatch(/^this is no signed knowledge/)
    expect(await errorOf(signed().replace('"signature"', '"sig"'))).toMatch(/not whole/)
    expect(await errorOf(signed(undefined, newKey().pem))).toMatch(/does not trust/)
    const pinless = await mayTake(signed(), [], verifySignature)
    expect(pinless).toMatchObject({ ok: false, error: expect.stringContaining('does not trust') })
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

describe('nothing ends at a lower tier without a verdict', () => {
  const base = contentNow('', '').topics as Topics
  const withTier = Object.entries(base.triage.findings as Record<string, { tier: string | null }>)
  const lowering = fc.oneof(
    fc
      .constantFrom(...withTier.filter(([, { tier }]) => tier !== null))
      .map(([id]) => ({ entry: `finding ${id}`, id })),
    fc.constantFrom(...base.triage.redFlags).map(({ id }: { id: string }) => ({ entry: `red-flag ${id}`, id })),
    fc.constantFrom(...base.triage.combinations).map(({ id }: { id: string }) => ({ entry: `combination ${id}`, id })),
  )
  const entryIn = ({ triage: of }: Topics, { entry, id }: { entry: string; id: string }) =>
    entry.startsWith('finding')
      ? of.findings[id]
      : of[entry.startsWith('red-flag') ? 'redFlags' : 'combinations'].find((each: { id: string }) => each.id === id)
  const lower = (topics: Topics, which: { entry: string; id: string }) => {
    const found = entryIn(topics, which)
    const below = tiers.slice(0, tiers.indexOf(found.tier))
    found.tier = below.at(-1) ?? null
    return below.length > 0 || found.tier === null
  }

  it('any finding, rule or combination', async () => {
    await fc.assert(
      fc.asyncProperty(lowering, async which => {
        const text = signed(topics => lower(topics, which))
        const found = await offered(text)
        expect(found.ok).toBe(false)
        if (!found.ok) expect(found.lowered?.map(({ entry }) => entry)).toEqual([which.entry])
        // The same with a clinician who agreed after it was written.
        expect(
          await errorOf(
            signed(
              both(
                topics => lower(topics, which),
                topics => agreed(topics, which.entry),
              ),
            ),
          ),
        ).toBe('taken')
      }),
      { numRuns: 10 },
    )
  })

  it('a verdict that is not "agree", or older than the entry, does not count', async () => {
    const soften = (topics: Topics) => {
      rule(topics, 'adrenal-crisis').tier = 'soon'
    }
    expect(await errorOf(signed(soften))).toMatch(/^red-flag adrenal-crisis was emergency, is soon/)
    const disagreeing = (topics: Topics) => {
      soften(topics)
      topics.reviewed['red-flag adrenal-crisis'] = {
        compiled: '2027-01-01',
        reviewed: { ...verdict, verdict: 'change' },
      }
    }
    expect(await errorOf(signed(disagreeing))).toMatch(/no clinician has agreed/)
    expect(
      await errorOf(signed(both(soften, topics => agreed(topics, 'red-flag adrenal-crisis', '2027-02-01')))),
    ).toMatch(/no clinician has agreed/)
  })

  it('a verdict from before the change does not count for it', async () => {
    const renewed = await offered(signed(topics => agreed(topics, 'red-flag adrenal-crisis')))
    if (!renewed.ok) throw new Error(renewed.error)
    take(renewed)
    const softened = signed(topics => {
      rule(topics, 'adrenal-crisis').tier = 'soon'
    })
    expect(await errorOf(softened)).toMatch(/^red-flag adrenal-crisis was emergency, is soon/)
  })

  it.each<readonly [string, (topics: Topics) => void, RegExp]>([
    [
      'a rule that needs more',
      topics => (rule(topics, 'adrenal-crisis').when = { all: ['fever', 'seizure'] }),
      /other conditions: when/,
    ],
    [
      'a rule for one complaint only',
      topics => (rule(topics, 'adrenal-crisis').complaint = 'back'),
      /other conditions: complaint/,
    ],
    ['a rule that is gone', topics => topics.triage.redFlags.splice(0, 1), /is no longer there/],
    [
      'a finding of fewer places',
      topics => (topics.triage.findings['saddle-numbness'].regions = ['calf']),
      /finding saddle-numbness/,
    ],
    [
      'a line that no gate shows',
      topics => topics.triage.gates.pelvis.lines.splice(0, 1),
      /is not asked everywhere it was/,
    ],
    [
      'softer words for an emergency',
      topics => (topics.tiers.emergency.action = 'Wait and see.'),
      /^tier emergency says something else/,
    ],
    [
      'a condition that means less',
      topics => (topics.triage.conditions.dialysis.findings = []),
      /^conditions dialysis means less/,
    ],
    ['a remedy for more people', topics => topics.remedies.heat.notFor.splice(0, 1), /^remedy heat is withheld less/],
  ])('%s counts as lower', async (_, change, error) => {
    expect(await errorOf(signed(change))).toMatch(error)
  })

  it('a higher tier, a new rule and new dates are taken', async () => {
    const raised = signed(topics => {
      topics.triage.findings['tick-line'] = { kind: 'symptom', statement: 'A ring grows on my skin.', tier: 'soon' }
      topics.explanations.findings['tick-line'] = { ...topics.explanations.findings.fever, mayMean: ['an infection'] }
      topics.triage.findings.fever.tier = 'emergency'
      topics.remedies.heat.nextReview = '2031-01-01'
    })
    expect(await errorOf(raised)).toBe('taken')
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

it('an older file is refused', async () => {
  const older = signed(topics => {
    const all = [...Object.values(topics.explanations), topics.remedies, topics.claims].flatMap(each =>
      Object.values(each as object),
    )
    for (const entry of all) entry.compiled = '2020-01-01'
  })
  expect(await errorOf(older)).toMatch(/^the file is older \(2020-01-01\)/)
})

it('taken knowledge answers at once, and one step puts the built one back', async () => {
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
