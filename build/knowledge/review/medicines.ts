/** Medicines for a reviewer: listed ones, those known by name, combinations that need help, and pairs to ask about. */
import type { Interaction, Since, UrgentCombination } from '../../../src/knowledge/medicine-schema.ts'
import { conditionText } from '../../../src/triage/condition-text.ts'
import type { Knowledge } from '../read.ts'
import { isUrgent, ofStopping, ofTier } from './harm.ts'
import { named, one, parts, type Reviewable, topic } from './topic.ts'
import { contactText, knownText, type Statements, statementsOf, statementText } from './words.ts'

export function reviewOfMedicines(knowledge: Knowledge): readonly Reviewable[] {
  const { ingredients, recognised, urgent, interactions, texts } = knowledge.medicines
  const statements = statementsOf(knowledge)
  const said = texts?.value
  const means = ({
    findings = [],
    facts = [],
  }: {
    readonly findings?: readonly string[] | undefined
    readonly facts?: readonly string[] | undefined
  }) => named('Means', [...findings, ...facts].map(id => statementText(id, statements)).join(', '))
  const stopping = (risk: string | undefined) => risk && said?.stopRisks[risk]
  return [
    ...topic('medicine', ingredients, {
      title: ({ name }) => name,
      harm: ofStopping,
      specialties: () => ['pharmacy'],
      rule: value => parts(`${value.class}, ${value.kind}`, named('Lists', value.reactions.join(', ')), means(value)),
      action: ({ strength, band, share, starts, why, detail, note, stopRisk }) =>
        parts(
          ...[said?.strengths[strength], said?.bands[band]],
          share && `${share.medicine} in 100 with it, ${share.other} in 100 with ${share.with}`,
          ...[starts && said?.starts[starts], ...why.map(reason => said?.why[reason]), detail, note],
          stopping(stopRisk),
        ),
    }),
    ...topic('known-medicine', recognised, {
      title: ({ name }) => name,
      harm: ofStopping,
      specialties: () => ['pharmacy'],
      rule: value => parts(`Not listed with cramps (${value.basis})`, means(value)),
      action: ({ note, stopRisk }) => parts(said?.advice['not-listed'], note, stopping(stopRisk)),
    }),
    ...topic('combination', urgent, {
      title: ({ title }) => title,
      harm: ({ tier }) => ofTier(tier),
      tier: ({ tier }) => tier,
      decidesEmergency: ({ tier }) => tier === 'emergency',
      specialties: ({ tier }) => (isUrgent(tier) ? ['emergency', 'pharmacy'] : ['pharmacy']),
      rule: value => ruleText(value, statements),
      action: ({ mayMean, why, say, action, contact, stopInstruction, keepInstruction }) =>
        parts(
          ...[...action, contactText(contact, knowledge)],
          ...(stopInstruction ? [`For ${stopInstruction.medicines.join(', ')}:`, ...stopInstruction.text] : []),
          ...[keepInstruction, why, named('May mean', mayMean.join('; ')), `Say: “${say}”`],
        ),
      cases: ({ cases }) => cases.map(each => ({ known: takenText(each, statements), fires: each.fires })),
    }),
    ...topic('interaction', interactions, {
      title: ({ title }) => title,
      harm: ({ tier }) => ofTier(tier),
      tier: ({ tier }) => tier,
      decidesEmergency: ({ tier }) => tier === 'emergency',
      specialties: ({ tier }) => (isUrgent(tier) ? ['emergency', 'pharmacy'] : ['pharmacy']),
      rule: pairText,
      action: ({ why, action }) => parts(why, ...action),
    }),
    ...topic('page', one(texts, 'medicine-advice'), {
      title: () => 'What is said with every medicine',
      harm: () => 'high',
      specialties: () => ['pharmacy'],
      action: ({ advice, strengths, stopRisks }) =>
        parts(...Object.values(advice), ...Object.values(strengths), ...Object.values(stopRisks)),
    }),
  ]
}

const pairText = ({ one: some, other, about }: Interaction): string =>
  parts(
    `About ${about}`,
    named(other ? 'Takes one of' : 'Takes two of', some.join(', ')),
    named('And one of', other?.join(', ')),
  )

function ruleText({ takes, alongside, together = [], since, when }: UrgentCombination, statements: Statements): string {
  const pairs = together.map(pair => pair.join(' + '))
  return parts(
    named('Takes one of', takes.join(', ')),
    named('And one of', alongside?.join(', ')),
    named('Or together', pairs.join('; ')),
    since && `The medicine counts ${sinceText(since, statements)}`,
    named('When', conditionText(when, statements)),
  )
}

function sinceText({ taken, started, stopped, findings = [] }: Since, statements: Statements): string {
  const days = ({ gte, lte }: { readonly gte?: number | undefined; readonly lte?: number | undefined }) =>
    [...(gte === undefined ? [] : [`at least ${gte}`]), ...(lte === undefined ? [] : [`at most ${lte}`])].join(' and ')
  return [
    ...(taken ? ['while it is taken'] : []),
    ...(started ? [`when it was started ${days(started)} days ago`] : []),
    ...(stopped ? [`when it was stopped ${days(stopped)} days ago`] : []),
    ...findings.map(id => `with ${statementText(id, statements)}`),
  ].join(', or ')
}

function takenText(
  { complaint, medicines, present, startedDays = {}, stoppedDays = {} }: UrgentCombination['cases'][number],
  statements: Statements,
): string {
  const dated = (days: Readonly<Record<string, number>>, what: string) =>
    Object.entries(days).map(([id, ago]) => `${id} ${what} ${ago} days ago`)
  return [
    complaint,
    ...medicines,
    ...dated(startedDays, 'started'),
    ...dated(stoppedDays, 'stopped'),
    ...(present.length > 0 ? [knownText({ present }, statements)] : []),
  ].join(' + ')
}
