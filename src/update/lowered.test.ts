/** Newer knowledge that requires less, withholds less or warns less is refused without a clinician's verdict. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  agreed,
  both,
  errorOf,
  offered,
  rule,
  signed,
  type Topics,
  verdict,
} from '../../test/support/signed-knowledge.ts'
import { tiers } from '../knowledge/vocabulary.ts'
import { contentNow, take, takeBack } from '../library/update.ts'

afterEach(takeBack)

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

  const changes: readonly (readonly [string, (topics: Topics) => void, RegExp])[] = [
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
    ['a remedy that is new', topics => (topics.remedies.other = topics.remedies.heat), /^remedy other is new/],
    [
      'remedies that are withheld together from fewer people',
      topics => delete topics.withheld['bone-may-be-broken'],
      /^withheld bone-may-be-broken is no longer there/,
    ],
    [
      'another remedy in a plan',
      topics => topics.plans['back-low-back'].cells['same-day']['0-6'].push({ id: 'cold', when: 'Now' }),
      /^plan back-low-back/,
    ],
    [
      'a change that no longer needs help',
      topics => delete topics.planLines.seekHelp[Object.keys(topics.planLines.seekHelp)[0] ?? ''],
      /^plan-line .* is no longer there/,
    ],
    [
      'more of a course',
      topics => (topics.courses['back-after-spasm'].weeks[0].walk.minutes = 60),
      /^course back-after-spasm/,
    ],
    [
      'other words for a combination of medicines',
      topics => (topics.explanations.combinations['acute-dystonia'].action = ['Wait.']),
      /^combination acute-dystonia/,
    ],
    [
      'two medicines that may be taken together',
      topics => delete topics.interactions['serotonin-maoi'],
      /^interaction serotonin-maoi is no longer there/,
    ],
    [
      'a medicine that may be stopped at once',
      topics => {
        const found = Object.values<{ stopRisk?: string }>(topics.medicines.ingredients).find(each => each.stopRisk)
        delete found?.stopRisk
      },
      /^medicine .*: stopRisk/,
    ],
    [
      'other words on stopping a medicine',
      topics => (topics.medicines.texts.advice.keep = 'Stop it.'),
      /^page medicine-advice says something else/,
    ],
    [
      'a look-alike that is later',
      topics => {
        const [worst] = topics.causes.mimics.filter(({ tier }: { tier: string }) => tier === 'emergency')
        worst.tier = 'soon'
      },
      /^mimic .* was emergency, is soon/,
    ],
    [
      'a caution about food for fewer people',
      topics => {
        for (const caution of Object.values<{ conditions: string[] }>(topics.nutrition.cautions))
          caution.conditions = []
      },
      /^nutrition-caution .*: conditions/,
    ],
    [
      'a higher limit',
      topics => (topics.nutrition.targets['us-canada'].nutrients.magnesium.rows['male-19-30'] = [420, 'RDA', 900]),
      /^targets us-canada/,
    ],
    [
      'a product past its limit without its warning',
      topics => {
        for (const product of Object.values<{ warning?: string }>(topics.products)) delete product.warning
      },
      /^product .*: warning/,
    ],
    [
      'another emergency number',
      topics => (topics.emergencyNumbers[0].call = '123'),
      /^page emergency-numbers has other numbers/,
    ],
    [
      'brown pee without its question',
      topics => {
        for (const colour of topics.urineColours.colours) delete colour.finding
      },
      /^page urine-colours says something else/,
    ],
  ]
  it.each(changes)('%s counts as lower', async (_, change, error) => {
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
