/** Publishes the urgent combinations as a table: each symptom of the source, and the finding that asks about it. */
import type { Condition } from '../../src/knowledge/schema.ts'
import type { Knowledge } from './read.ts'

export function urgentTable({ medicines: { urgent }, findings }: Knowledge): string {
  const rules = urgent.map(({ id, value }) => {
    const rows = value.symptoms.map(({ text, asks }) => `| ${text} | ${asks.map(ask => `\`${ask}\``).join(', ')} |`)
    const facts = [
      `**${value.tier}**${value.contact ? `, tell the ${value.contact.replace('-', ' ')}` : ''}, ${value.confidence}`,
      `takes ${ids(value.takes)}`,
      value.alongside && `alongside ${ids(value.alongside)}`,
      value.together &&
        `or together ${value.together.map(pair => pair.map(one => `\`${one}\``).join(' + ')).join('; ')}`,
      value.since && `since \`${JSON.stringify(value.since)}\``,
      `needed in the source: ${value.needed}`,
      `condition: ${shown(value.when)}`,
      value.stopInstruction && `passes on: "${value.stopInstruction.text.join(' ')}"`,
      `sources: ${ids(value.sources)}`,
    ]
    return [
      `## ${id}: ${value.title}`,
      '',
      ...facts.flatMap(fact => (fact ? [`- ${fact}`] : [])),
      '',
      '| symptom in the source | asked as |',
      '| --- | --- |',
      ...rows,
    ].join('\n')
  })
  const own = findings.filter(({ value }) => value.askedIn === 'medicines')
  return `# Urgent combinations of medicines and signs

Built from \`knowledge/medicines/urgent/\` by \`npm run knowledge\`. Edit there. No clinician has reviewed it yet.

A combination fires when a person takes one of its medicines, at the time \`since\` names, and its condition holds. It can
raise the tier of triage, never lower it. \`muscle-cramps\` and \`spine-pain\` are said by the complaint itself. A start
nobody dated counts as long ago. Each rule keeps cases both ways beside it, and they are run as tests.

${rules.join('\n\n')}

## Findings added for these rules

| finding | statement | sources |
| --- | --- | --- |
${own.map(({ id, value }) => `| \`${id}\` | ${value.statement} | ${value.sources.join(', ')} |`).join('\n')}
`
}

const ids = (list: readonly string[]) => list.map(id => `\`${id}\``).join(', ')

function shown(condition: Condition): string {
  if (typeof condition === 'string') return `\`${condition}\``
  if ('all' in condition) return `all of (${condition.all.map(shown).join('; ')})`
  if ('any' in condition) return `any of (${condition.any.map(shown).join(', ')})`
  if ('atLeast' in condition) return `${condition.atLeast.n} of (${condition.atLeast.of.map(shown).join('; ')})`
  return `\`${JSON.stringify(condition)}\``
}
