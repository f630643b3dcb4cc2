/** One entry: what it says, how sure, for whom not, and what it rests on. */
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { explanations } from '../../knowledge/explanations.gen.ts'
import { foodCautions } from '../../knowledge/food-cautions.gen.ts'
import { painkillers } from '../../knowledge/painkillers.gen.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { complaints, type Tier, tiers } from '../../knowledge/vocabulary.ts'
import { type ReviewEntry, sources } from '../../library/review.ts'
import { conditionText } from '../../triage/condition-text.ts'
import { exercises, plans, remedies } from '../planning.ts'
import { today } from '../store.ts'
import { Facts } from './facts.tsx'
import { Later } from './later.tsx'
import { ofItem, statementOf } from './passports-of-plan.ts'
import { Still } from './player.tsx'

const words = {
  may: 'May mean',
  say: 'What to say on the phone',
  alone: 'How soon, by itself',
  together: 'Only counts together with other signs.',
  when: 'When it counts',
  sure: 'How sure',
  back: 'Back',
  cramp: 'Cramp',
  notThis: 'not for this',
  seen: 'What was seen',
  notFor: 'Not for you if one is true',
  stop: 'Leave off when',
  avoid: 'Avoid',
  seek: 'Get help if',
  said: 'What is said, and to whom',
  how: 'How to do it comes after the check for danger.',
  check: 'To the check',
  page: 'Read the page',
  sources: 'Sources',
  review: 'Reviewed',
  dates: (compiled: string, next: string) =>
    `Written ${compiled}. No clinician has reviewed this yet. Look at it again by ${next}.`,
  past: 'This is past its review date. Do not rely on it.',
}

export function EntryPage({ entry }: { readonly entry: ReviewEntry }) {
  const isPast = entry.nextReview < today()
  return (
    <>
      <h1>{entry.title}</h1>
      {isPast && <p class="caution">{words.past}</p>}
      <Body entry={entry} />
      <section class="card stack gap-3" data-passport={`/reference/${listOf[entry.kind]}/${entry.id}`}>
        <h2>{words.sources}</h2>
        <ul class="entry-list">
          {entry.sources.map(id => (
            <li key={id}>
              <a href={`/reference/sources/${id}`}>{sources[id]?.title ?? id}</a>
            </li>
          ))}
        </ul>
        <h2>{words.review}</h2>
        <p>{isPast ? words.past : words.dates(entry.compiled, entry.nextReview)}</p>
      </section>
    </>
  )
}

const listOf: Readonly<Partial<Record<ReviewEntry['kind'], string>>> = {
  finding: 'findings',
  'red-flag': 'rules',
  tier: 'tiers',
  remedy: 'remedies',
  exercise: 'exercises',
  plan: 'plans',
  product: 'products',
  need: 'needs',
  professional: 'professionals',
  register: 'registers',
  cause: 'causes',
  mimic: 'mimics',
  pointer: 'pointers',
  medicine: 'medicines',
  'known-medicine': 'known-medicines',
  combination: 'combinations',
  page: 'pages',
}

/** Medicines and causes are large: their entries come when one is opened. */
const medicineBody = () => import('./medicine-entry.tsx').then(({ MedicineBody }) => MedicineBody)
const causeBody = () => import('./cause-entry.tsx').then(({ CauseBody }) => CauseBody)

function Body({ entry: { kind, id } }: { readonly entry: ReviewEntry }) {
  if (kind === 'finding') return <FindingBody id={id} />
  if (kind === 'red-flag') return <RuleBody id={id} />
  if (kind === 'tier') return <p class="lead">{tierAdvice[tiers.find(each => each === id) ?? 'routine'].within}</p>
  if (kind === 'remedy' || kind === 'exercise') return <ItemBody id={id} />
  if (kind === 'plan') return <PlanBody id={id} />
  if (kind === 'cause' || kind === 'mimic' || kind === 'pointer') return <Later from={causeBody} kind={kind} id={id} />
  if (kind === 'medicine' || kind === 'known-medicine' || kind === 'combination' || id === 'medicine-advice')
    return <Later from={medicineBody} kind={kind} id={id} />
  if (id === 'food-cautions') return <Facts title={words.said} points={foodCautions.texts} />
  if (id === 'painkillers')
    return (
      <p>
        <a class="btn big" href="/painkillers">
          {painkillers.title}
        </a>
      </p>
    )
  if (id === 'emergency-numbers')
    return (
      <ul class="entry-list">
        {emergencyNumbers.map(({ country, name, call }) => (
          <li key={country}>
            {name}: {call}
          </li>
        ))}
      </ul>
    )
  return null
}

function FindingBody({ id }: { readonly id: string }) {
  const finding = triageKnowledge.findings[id]
  const explanation = explanations.findings[id]
  if (!finding || !explanation) return null
  const alone = complaints.flatMap(complaint => {
    const tier = finding.tierAlone[complaint]
    return tier ? [`${words[complaint]}: ${tierName(tier)}`] : []
  })
  return (
    <>
      <Facts title={words.may} points={explanation.mayMean} />
      <Facts title={words.alone} points={alone.length > 0 ? alone : [words.together]} />
      {explanation.say && <Facts title={words.say} points={[`“${explanation.say}”`]} />}
    </>
  )
}

const tierName = (tier: Tier): string => tierAdvice[tier].label

function RuleBody({ id }: { readonly id: string }) {
  const rule = triageKnowledge.redFlags.find(each => each.id === id)
  const explanation = explanations.redFlags[id]
  if (!rule || !explanation) return null
  const statements = new Map(Object.entries(triageKnowledge.findings).map(([key, { statement }]) => [key, statement]))
  return (
    <>
      <Facts title={words.alone} points={[tierName(rule.tier)]} />
      <Facts title={words.may} points={explanation.mayMean} />
      <Facts title={words.when} points={[conditionText(rule.when, statements)]} />
    </>
  )
}

/** What it may do and for whom it is not; the steps stand behind the check. */
function ItemBody({ id }: { readonly id: string }) {
  const remedy = remedies[id]
  const exercise = exercises[id]
  const item = remedy ?? exercise
  if (!item) return null
  const certain = complaints.map(complaint => {
    const certainty = ofItem(id, complaint)?.certainty?.replace('-', ' ') ?? words.notThis
    return `${words[complaint]}: ${certainty}`
  })
  return (
    <>
      {remedy && <p class="lead">{remedy.summary}</p>}
      {exercise && (
        <div class="stage wide">
          <Still exercise={id} title={exercise.name} />
        </div>
      )}
      <Facts title={words.sure} points={exercise ? [exercise.certainty.replace('-', ' ')] : certain} />
      <Facts title={words.seen} points={[remedy?.effect ?? exercise?.evidence ?? '']} />
      {item.notFor.length > 0 && (
        <Facts title={words.notFor} points={item.notFor.map(({ fact, text }) => `${statementOf(fact)} ${text}`)} />
      )}
      {remedy && <Facts title={words.stop} points={remedy.stop} />}
      <p class="card stack gap-3">
        <span>{words.how}</span>
        <a class="btn big" href="/">
          {words.check}
        </a>
      </p>
    </>
  )
}

function PlanBody({ id }: { readonly id: string }) {
  const plan = plans[id]
  if (!plan) return null
  return (
    <>
      <Facts title={words.avoid} points={plan.avoid} />
      <Facts title={words.seek} points={plan.seekHelp} />
    </>
  )
}
