/** One entry: what it says, how sure, for whom not, and what it rests on. */
import { verdictSentence } from '../../evidence/review-verdict.ts'
import { contacts } from '../../knowledge/contacts.gen.ts'
import { crisisLines } from '../../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { explanations } from '../../knowledge/explanations.gen.ts'
import { foodCautions } from '../../knowledge/food-cautions.gen.ts'
import { painkillers } from '../../knowledge/painkillers.gen.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { complaints, type Tier, tiers } from '../../knowledge/vocabulary.ts'
import { type ReviewEntry, sources } from '../../library/review.ts'
import { conditionText } from '../../triage/condition-text.ts'
import { tierAlone } from '../../triage/tier-alone.ts'
import { exercises, ofItem, remedies, statementOf } from '../plan/door.ts'
import { Still } from '../session/door.ts'
import { today } from '../state/store.ts'
import { placeOf } from '../ui/entry-places.ts'
import { Facts } from './facts.tsx'
import { Later } from './later.tsx'

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
  seen: 'What was found',
  notFor: 'Not for you if one is true',
  stop: 'Stop when',
  said: 'What is said, and to whom',
  lines: 'What plans say, and to whom',
  withheld: 'What is withheld together',
  how: 'How to do it comes after the check for danger.',
  check: 'To the check',
  page: 'Read the page',
  sources: 'Sources',
  review: 'Reviewed',
  dates: (compiled: string, verdict: string, next: string) =>
    `Written ${compiled}. ${verdict} Due for review by ${next}.`,
  unreviewed: 'No clinician has reviewed this yet.',
  past: 'This is past its review date. Do not rely on it.',
}

export function EntryPage({ entry }: { readonly entry: ReviewEntry }) {
  const isPast = entry.nextReview < today()
  return (
    <>
      <h1>{entry.title}</h1>
      {isPast && <p class="caution">{words.past}</p>}
      <Body entry={entry} />
      <section class="card stack gap-3" data-passport={placeOf(entry)}>
        <h2>{words.sources}</h2>
        <ul class="entry-list">
          {entry.sources.map(id => (
            <li key={id}>
              <a href={`/reference/sources/${id}`}>{sources[id]?.title ?? id}</a>
            </li>
          ))}
        </ul>
        <h2>{words.review}</h2>
        <p>
          {isPast
            ? words.past
            : words.dates(entry.compiled, verdictSentence(entry) ?? words.unreviewed, entry.nextReview)}
        </p>
      </section>
    </>
  )
}

/** Medicines, causes and the lines of plans are large: their entries come when one is opened. */
const medicineBody = () => import('./medicine-entry.tsx').then(({ MedicineBody }) => MedicineBody)
const causeBody = () => import('./cause-entry.tsx').then(({ CauseBody }) => CauseBody)
const courseBody = () => import('./course-entry.tsx').then(({ CourseBody }) => CourseBody)
const planLineBody = () => import('./plan-line-entry.tsx').then(({ PlanLineBody }) => PlanLineBody)

function Body({ entry: { kind, id } }: { readonly entry: ReviewEntry }) {
  if (kind === 'finding') return <FindingBody id={id} />
  if (kind === 'red-flag') return <RuleBody id={id} />
  if (kind === 'tier') return <p class="lead">{tierAdvice[tiers.find(each => each === id) ?? 'routine'].within}</p>
  if (kind === 'remedy' || kind === 'exercise') return <ItemBody id={id} />
  if (kind === 'plan-line' || kind === 'withheld') return <Later from={planLineBody} kind={kind} id={id} />
  if (kind === 'course' || kind === 'course-question') return <Later from={courseBody} kind={kind} id={id} />
  if (kind === 'plan') return <PlanBody />
  if (kind === 'cause' || kind === 'mimic' || kind === 'pointer') return <Later from={causeBody} kind={kind} id={id} />
  if (ofMedicines.includes(kind) || id === 'medicine-advice') return <Later from={medicineBody} kind={kind} id={id} />
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
  if (id === 'contacts') return <Facts title={words.said} points={Object.values(contacts.contacts)} />
  if (id === 'crisis-lines')
    return (
      <ul class="entry-list">
        {crisisLines.map(({ country, name, call, hours }) => (
          <li key={`${country} ${call}`}>
            {nameOfCountry.of(country)}, {name}: {call}. {hours}
          </li>
        ))}
      </ul>
    )
  return null
}

const nameOfCountry = new Intl.DisplayNames(['en'], { type: 'region' })

const ofMedicines: readonly string[] = ['medicine', 'known-medicine', 'combination', 'interaction']

function FindingBody({ id }: { readonly id: string }) {
  const finding = triageKnowledge.findings[id]
  const explanation = explanations.findings[id]
  if (!finding || !explanation) return null
  const alone = complaints.flatMap(complaint => {
    const tier = tierAlone(finding, { complaint })
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

/** The steps stand behind the check; what a plan says beside them is chosen for the person. */
const PlanBody = () => (
  <p class="chips">
    <a class="chip" href="/reference/plan-lines">
      {words.lines}
    </a>
    <a class="chip" href="/reference/withheld">
      {words.withheld}
    </a>
  </p>
)
