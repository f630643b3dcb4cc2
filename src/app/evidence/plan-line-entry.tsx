/** The entry of a line of a plan (to whom it is said), or of what is withheld together (from whom). */
import type { Condition } from '../../knowledge/schema.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { situationWords } from '../../plan/situation.ts'
import { conditionText } from '../../triage/condition-text.ts'
import { exercises, lines, remedies, statementOf, withheld } from '../plan/door.ts'
import { Facts } from './facts.tsx'

const words = {
  soon: 'How soon to get help',
  whom: 'To whom it is said',
  everybody: 'Everybody',
  notWhom: 'Not said to who has ticked',
  from: 'When it is withheld',
  what: 'What is withheld',
  at: 'Only at',
}

export function PlanLineBody({ kind, id }: { readonly kind: string; readonly id: string }) {
  if (kind === 'withheld') return <WithheldBody id={id} />
  const seekHelp = lines.seekHelp[id]
  const avoid = lines.avoid[id]
  const after = lines.afterCramp[id]
  const line = seekHelp ?? avoid ?? after ?? lines.openings[id]
  if (!line) return null
  const names = [
    ...(avoid?.names ?? []),
    ...(after?.names ?? []),
    ...(seekHelp?.signs ?? []).flatMap(sign => sign.names ?? []),
  ]
  return (
    <>
      {seekHelp && <Facts title={words.soon} points={[tierAdvice[seekHelp.tier].label]} />}
      <Facts title={words.whom} points={[line.for === undefined ? words.everybody : said(line.for)]} />
      {names.length > 0 && <Facts title={words.notWhom} points={[...new Set(names)].map(statementOf)} />}
    </>
  )
}

function WithheldBody({ id }: { readonly id: string }) {
  const entry = withheld[id]
  if (!entry) return null
  const items = entry.withholds.flatMap(({ ids = [], kinds = [], regions }) => [
    [...kinds, ...ids.map(nameOf)].join(', ') + (regions ? `. ${words.at}: ${regions.join(', ')}` : ''),
  ])
  return (
    <>
      <Facts title={words.from} points={[said(entry.because)]} />
      <Facts title={words.what} points={items} />
    </>
  )
}

const nameOf = (id: string): string => remedies[id]?.name ?? exercises[id]?.name ?? id

const ids = (entries: readonly { readonly id: string }[]) => entries.map(each => each.id)

const said = (condition: Condition): string =>
  conditionText(
    condition,
    new Map([
      ...Object.entries(triageKnowledge.findings).map(([id, { statement }]) => [id, statement] as const),
      ...Object.entries(triageKnowledge.facts).map(([id, { statement }]) => [id, statement] as const),
      ...situationWords(ids(triageKnowledge.redFlags), ids(triageKnowledge.combinations)),
    ]),
  )
