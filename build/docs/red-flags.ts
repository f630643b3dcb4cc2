/** Every sign that requires a tier by itself, and every rule that requires one when signs occur together. */
import { type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import { conditionText } from '../../src/triage/condition-text.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { exceptionText } from '../knowledge/review/words.ts'
import { cited, heading, list, page, reviewed, table, withVerdict } from './page.ts'

export function redFlagsPage(knowledge: Knowledge): string {
  const { findings, redFlags } = knowledge
  const statements = new Map(findings.map(({ id, value }) => [id, value.statement]))
  const section = (id: string, title: string, rows: readonly (typeof findings)[number][]) =>
    rows.length === 0
      ? []
      : [
          heading(2, id, `${title} (${rows.length})`),
          table(
            ['id', 'statement', 'except', 'may mean', 'sources', 'evidence'],
            rows.map(({ id, value, value: { statement, except = [], mayMean, sources, evidence } }) => [
              `<a id="${id}"></a>${id}`,
              statement,
              except.map(exceptionText).join(' '),
              mayMean.join('; '),
              cited(sources),
              withVerdict(evidence, value),
            ]),
          ),
        ]
  const of = (tier: Tier | null) => findings.filter(({ value }) => value.tier === tier)
  const alone = [
    ...tiers.toReversed().flatMap(tier => section(`signs-${tier}`, `Signs that alone are ${tier}`, of(tier))),
    ...section('signs-together', 'Signs that count together with others, or look like them', of(null)),
  ]
  const bound = [
    ...findings.flatMap(({ id, value: { except = [] } }) => except.map(each => `${id}, ${exceptionText(each)}`)),
    ...redFlags.flatMap(({ id, value: { only } }) => (only ? [`${id}, ${only.complaint} only: ${only.because}`] : [])),
  ]
  const rules = tiers
    .toReversed()
    .flatMap(tier =>
      redFlags
        .filter(({ value }) => value.tier === tier)
        .flatMap(({ id, value }) => [
          heading(3, id, id),
          `**${tier}**${value.only ? `, for a ${value.only.complaint} only (${value.only.because})` : ''}. ${value.why}`,
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
    knowledge,
    'Red flags',
    `${findings.length} statements of the check and ${redFlags.length} rules. Tiers are an editor's synthesis of the sources.`,
    ...alone,
    heading(2, 'exceptions', `Where the complaint or the place changes the tier (${bound.length})`),
    'A danger belongs to the person. These are all the exceptions, each with its reason.',
    list(bound),
    heading(2, 'rules', `Rules (${redFlags.length})`),
    ...rules,
  )
}
