/** The entry of a medicine, of medicines that together need help or a question, or of what is said with every medicine. */
import { explanations } from '../../knowledge/explanations.gen.ts'
import { interactions } from '../../knowledge/interactions.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { conditionText } from '../../triage/condition-text.ts'
import { MedicineCard, medicineKnowledge } from '../medicines/door.ts'
import { TierName } from '../ui/tier.tsx'
import { Facts } from './facts.tsx'

const words = {
  may: 'May mean',
  when: 'When it counts',
  takes: 'Somebody takes',
  with: 'Together with',
  two: 'Two of these',
  do: 'What to do',
  stopping: 'On stopping it',
  always: 'With every medicine',
  strengths: 'How strong a link can be',
  stops: 'What stopping suddenly can do',
}

export function MedicineBody({ kind, id }: { readonly kind: string; readonly id: string }) {
  if (kind === 'combination') return <CombinationBody id={id} />
  if (kind === 'interaction') return <InteractionBody id={id} />
  if (kind === 'page') return <AdviceBody />
  const { ingredients, recognised } = medicineKnowledge
  const name = (ingredients[id] ?? recognised[id])?.name ?? id
  return (
    <MedicineCard
      id={id}
      name={name}
      status={ingredients[id] ? 'listed' : 'not-listed'}
      kind={medicineKnowledge.kinds[id] ?? 'medicine'}
      isOpen
      isNamed
      isEntry
    />
  )
}

function CombinationBody({ id }: { readonly id: string }) {
  const rule = triageKnowledge.combinations.find(each => each.id === id)
  const told = explanations.combinations[id]
  if (!rule || !told) return null
  const statements = new Map(Object.entries(triageKnowledge.findings).map(([key, { statement }]) => [key, statement]))
  const stopping = [...(told.stopInstruction?.text ?? []), ...(told.keepInstruction ? [told.keepInstruction] : [])]
  return (
    <>
      <TierName tier={rule.tier} />
      <p class="lead">{told.why}</p>
      <Facts title={words.may} points={told.mayMean} />
      <Facts title={words.takes} points={[rule.takes.map(nameOf).join(', ')]} />
      <Facts title={words.when} points={[conditionText(rule.when, statements)]} />
      <Facts title={words.do} points={told.action} />
      {stopping.length > 0 && <Facts title={words.stopping} points={stopping} />}
    </>
  )
}

function InteractionBody({ id }: { readonly id: string }) {
  const pair = interactions[id]
  if (!pair) return null
  const { tier, why, one, other, action } = pair
  return (
    <>
      <TierName tier={tier} />
      <p class="lead">{why}</p>
      <Facts title={other ? words.takes : words.two} points={[one.map(nameOf).join(', ')]} />
      {other && <Facts title={words.with} points={[other.map(nameOf).join(', ')]} />}
      <Facts title={words.do} points={action} />
    </>
  )
}

const nameOf = (id: string): string =>
  (medicineKnowledge.ingredients[id] ?? medicineKnowledge.recognised[id])?.name ?? id.replaceAll('-', ' ')

function AdviceBody() {
  const { advice, strengths, stopRisks } = medicineKnowledge.texts
  return (
    <>
      <Facts title={words.always} points={Object.values(advice).filter(text => !text.includes('{'))} />
      <Facts title={words.strengths} points={Object.values(strengths)} />
      <Facts title={words.stops} points={Object.values(stopRisks)} />
    </>
  )
}
