/** The entry of a cause, of what only looks like a cramp, or of what back pain can point to. */
import type { Evidence } from '../../knowledge/cause-schema.ts'
import { causeKnowledge } from '../../knowledge/causes.gen.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { today } from '../state/store.ts'
import { Facts } from './facts.tsx'

const words = {
  soon: 'How soon to see to it',
  points: 'Points to it',
  against: 'Speaks against it',
  atLeast: (count: number) => `Shown when ${count} or more of these are true`,
  basis: {
    measured: 'Measured in a study.',
    linked: 'Linked in a study.',
    judgement: 'Our reading of the source.',
  } as Readonly<Record<Evidence['basis'], string>>,
  age: ({ gt, lt }: { readonly gt?: number | undefined; readonly lt?: number | undefined }) =>
    gt === undefined ? `I am younger than ${lt}.` : `I am older than ${gt}.`,
  tell: 'Questions that tell it apart',
  next: 'Next step',
  common: 'How common',
}

export function CauseBody({ kind, id }: { readonly kind: string; readonly id: string }) {
  if (kind === 'mimic') return <MimicBody id={id} />
  if (kind === 'pointer') return <PointerBody id={id} />
  const cause = causeKnowledge.causes.find(each => each.id === id)
  if (!cause) return null
  const signs = (counts: (ratio: number) => boolean) =>
    cause.evidence.filter(({ ratio }) => counts(ratio)).map(each => `${said(each.when)} ${words.basis[each.basis]}`)
  const against = signs(ratio => ratio < 1)
  return (
    <>
      <p class="lead">{cause.explain}</p>
      <Facts title={words.soon} points={[tierAdvice[cause.tier].label]} />
      <Facts title={words.points} points={signs(ratio => ratio > 1)} />
      {against.length > 0 && <Facts title={words.against} points={against} />}
      <Facts title={words.tell} points={cause.distinguishing} />
      {cause.nextReview >= today() && <Facts title={words.next} points={[cause.nextStep.text]} />}
      <Facts title={words.common} points={[cause.baseRate, ...(cause.note ? [cause.note] : [])]} />
    </>
  )
}

function MimicBody({ id }: { readonly id: string }) {
  const mimic = causeKnowledge.mimics.find(each => each.id === id)
  if (!mimic) return null
  return (
    <>
      <Facts title={words.soon} points={[tierAdvice[mimic.tier].label]} />
      <Facts title={words.points} points={[said(mimic.keyFinding)]} />
      <Facts title={words.tell} points={[mimic.tellApart]} />
      <Facts title={words.next} points={[mimic.advice]} />
    </>
  )
}

function PointerBody({ id }: { readonly id: string }) {
  const pointer = causeKnowledge.pointers.find(each => each.id === id)
  if (!pointer) return null
  return (
    <>
      <p class="lead">{pointer.explain}</p>
      <Facts title={words.soon} points={[tierAdvice[pointer.tier].label]} />
      <Facts title={words.atLeast(pointer.atLeast)} points={pointer.pointsTo.map(said)} />
      {pointer.nextReview >= today() && <Facts title={words.next} points={[pointer.nextStep.text]} />}
    </>
  )
}

const said = (when: Evidence['when']): string =>
  typeof when === 'string'
    ? (causeKnowledge.statements[when]?.statement ?? triageKnowledge.findings[when]?.statement ?? when)
    : words.age(when.age)
