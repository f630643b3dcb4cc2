/** Every sign that demands a tier by itself, and every rule that demands one when signs come together. */
import { type Complaint, complaints, type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import { conditionText } from '../../src/triage/condition-text.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, list, page, reviewed, table } from './page.ts'

export function redFlagsPage({ findings, redFlags }: Knowledge): string {
  const statements = new Map(findings.map(({ id, value }) => [id, value.statement]))
  const section = (id: string, title: string, rows: readonly (typeof findings)[number][], asked: Tier | null) =>
    rows.length === 0
      ? []
      : [
          heading(2, id, `${title} (${rows.length})`),
          table(
            ['id', 'statement', 'complaint', 'may mean', 'sources', 'evidence'],
            rows.map(({ id, value: { statement, tierAlone, mayMean, sources, evidence } }) => [
              `<a id="${id}"></a>${id}`,
              statement,
              complaints.filter(complaint => tierAlone[complaint] === asked).join(', '),
              mayMean.join('; '),
              cited(sources),
              evidence,
            ]),
          ),
        ]
  const highest = ({ back, cramp }: Readonly<Record<Complaint, Tier | null>>) =>
    tiers.findLast(tier => back === tier || cramp === tier) ?? null
  const of = (tier: Tier | null) => findings.filter(({ value }) => highest(value.tierAlone) === tier)
  const alone = [
    ...tiers.toReversed().flatMap(tier => section(`signs-${tier}`, `Signs that alone are ${tier}`, of(tier), tier)),
    ...section('signs-together', 'Signs that count together with others, or look like them', of(null), null),
  ]
  const rules = tiers
    .toReversed()
    .flatMap(tier =>
      redFlags
        .filter(({ value }) => value.tier === tier)
        .flatMap(({ id, value }) => [
          heading(3, id, id),
          `**${tier}**, ${value.complaint === 'any' ? 'any complaint' : value.complaint}. ${value.why}`,
          list([
            `When: ${conditionText(value.when, statements)}`,
            `May mean: ${value.mayMean.join('; ')}`,
            ...(value.say ? [`Say: “${value.say}”`] : []),
            `Sources: ${cited(value.sources)} (${value.evidence})`,
            reviewed(value),
          ]),
        ]),
    )
  return page(
    'Red flags',
    `${findings.length} statements of the check and ${redFlags.length} rules. Tiers are an editor's synthesis of the sources.`,
    ...alone,
    heading(2, 'rules', `Rules (${redFlags.length})`),
    ...rules,
  )
}
