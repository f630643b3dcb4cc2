/** The check for a reviewer: signs, rules, facts of a person and tiers. */
import type { Caution, Remedy } from '../../../src/knowledge/remedy-schema.ts'
import type { Finding, PersonFact, RedFlag } from '../../../src/knowledge/schema.ts'
import { type Specialty, type Tier, tiers } from '../../../src/knowledge/vocabulary.ts'
import { mentions } from '../../../src/triage/condition.ts'
import { conditionText } from '../../../src/triage/condition-text.ts'
import { highestAlone } from '../../../src/triage/tier-alone.ts'
import type { Knowledge } from '../read.ts'
import { highest, isUrgent, ofTier, worst } from './harm.ts'
import { named, parts, type Reviewable, topic } from './topic.ts'
import { cautionText, contactText, exceptionText, knownText, statementsOf, statementText } from './words.ts'

export function reviewOfCheck(knowledge: Knowledge): readonly Reviewable[] {
  const { findings, redFlags, facts, tiers: advice, medicines } = knowledge
  const statements = statementsOf(knowledge)
  const said = (tier: Tier | null) => advice.find(({ id }) => id === tier)?.value.action
  const resembled = ({ resembles = [] }: Finding) => findings.filter(({ id }) => resembles.includes(id))
  const spared = (value: Finding) => highest(resembled(value).map(other => highestAlone(other.value)))
  const rules = [
    ...redFlags.map(({ id, value }) => ({ name: `red-flag ${id}`, value, signs: mentions(value.when) })),
    ...medicines.urgent.map(({ id, value }) => ({ name: `combination ${id}`, value, signs: mentions(value.when) })),
  ]
  const inGate = new Set(
    knowledge.gates.flatMap(({ id, value }) => (id === 'takes' ? value.lines : [])).flatMap(({ names }) => names),
  )
  const isOfMedicine = (id: string, { kind, askedIn }: Finding): boolean =>
    kind === 'medicine' || askedIn === 'medicines' || inGate.has(id)
  const rulesWith = (id: string) => rules.filter(({ signs }) => signs.includes(id))
  const told = ({ mayMean, say, contact }: Pick<RedFlag, 'mayMean' | 'say' | 'contact'>, tier: Tier | null) =>
    parts(said(tier), contactText(contact, knowledge), named('May mean', mayMean.join('; ')), say && `Say: “${say}”`)
  return [
    ...topic('finding', findings, {
      title: ({ statement }) => statement,
      harm: value => worst([ofTier(highestAlone(value)), ofTier(spared(value))]),
      tier: highestAlone,
      decidesEmergency: value => highestAlone(value) === 'emergency' || spared(value) === 'emergency',
      specialties: (value, id) => {
        const inRules = rulesWith(id).map(rule => rule.value.tier)
        return ofCheck(highest([highestAlone(value), spared(value), ...inRules]), isOfMedicine(id, value))
      },
      rule: (value, id) =>
        parts(
          value.tier ? 'Counts by itself' : 'Changes nothing by itself',
          ...(value.except ?? []).map(exception => named('Except', exceptionText(exception))),
          value.regions && `Asked at: ${value.regions.join(', ')}`,
          value.pregnancyWeeks &&
            `In a pregnancy, asked at: ${conditionText({ pregnancyWeeks: value.pregnancyWeeks }, statements)}`,
          value.sex && `Asked of: ${value.sex}, and where the sex is not known`,
          named('Not asked once true', listed((value.answeredBy ?? []).map(each => statementText(each, statements)))),
          named('Asked again as', value.simpler && `“${value.simpler}”`),
          ...resembled(value).map(
            other => `Stands beside “${other.value.statement}” (${highestAlone(other.value) ?? 'no tier'})`,
          ),
          named('Part of', listed(rulesWith(id).map(({ name, value: rule }) => `${name} (${rule.tier})`))),
        ),
      action: value => told(value, highestAlone(value)),
    }),
    ...topic('red-flag', redFlags, {
      title: ({ why }) => why,
      harm: ({ tier }) => ofTier(tier),
      tier: ({ tier }) => tier,
      decidesEmergency: ({ tier }) => tier === 'emergency',
      specialties: ({ tier, when }) =>
        ofCheck(
          tier,
          findings.some(({ id, value }) => isOfMedicine(id, value) && mentions(when).includes(id)),
        ),
      rule: ({ only, when }) =>
        parts(only && `Only with the complaint ${only.complaint}: ${only.because}`, conditionText(when, statements)),
      action: value => told(value, value.tier),
      cases: ({ cases }) => cases.map(each => ({ known: knownText(each, statements), fires: each.fires })),
    }),
    ...topic('person-fact', facts, {
      title: ({ statement }) => statement,
      harm: () => 'medium',
      specialties: ({ kind }) => (kind === 'medicine' ? ['pharmacy'] : ['physiotherapy']),
      ...usesOfFacts(knowledge),
    }),
    ...topic('tier', advice, {
      title: ({ heading, action }) => `${heading}. ${action}`,
      harm: () => 'high',
      tier: (_, id) => tiers.find(tier => tier === id) ?? null,
      specialties: () => ['emergency'],
      rule: ({ label, within }) => parts(label, within),
      action: ({ heading, action }) => parts(heading, action),
    }),
  ]
}

/** Entries that send people for help at once or today are for emergency medicine, the rest for physiotherapy. */
const ofCheck = (tier: Tier | null, isOfMedicine: boolean): readonly Specialty[] => [
  isUrgent(tier) ? 'emergency' : 'physiotherapy',
  ...(isOfMedicine ? (['pharmacy'] as const) : []),
]

/** Those of an item, and those of each of its ways. */
const cautionsOf = (item: Pick<Remedy, 'notFor'> & { readonly methods?: Remedy['methods'] }): readonly Caution[] => [
  ...item.notFor,
  ...(item.methods ?? []).flatMap(({ notFor = [] }) => notFor),
]

/** What a fact withholds from a person, and the advice instead. */
function usesOfFacts({ remedies, exercises, urineColours, courses }: Knowledge) {
  const items = [...remedies, ...exercises, ...(urineColours ? [urineColours] : [])]
  const uses = (fact: string) =>
    items.flatMap(({ id, value }) =>
      cautionsOf(value)
        .filter(caution => caution.fact === fact)
        .map(caution => ({ id, caution })),
    )
  const inCourses = (fact: string) =>
    courses.flatMap(({ id, value }) => (JSON.stringify(value).includes(`"${fact}"`) ? [id] : []))
  return {
    rule: ({ simpler }: PersonFact, fact: string) =>
      parts(
        named('Asked again as', simpler && `“${simpler}”`),
        named('Changes', listed(uses(fact).map(({ id, caution }) => `${id} (${cautionText(caution)})`))),
        named('Chooses in the courses', listed(inCourses(fact))),
      ),
    action: (_: PersonFact, fact: string) => parts(...new Set(uses(fact).map(({ caution }) => caution.text))),
  }
}

const listed = (texts: readonly string[]): string => texts.join(', ')
