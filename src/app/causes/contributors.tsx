/** What may be part of it: at most three, in words; first what to rule out; last what was used without asking. */
import { Heading } from '../ui/heading.tsx'
import '../ui/badge.css'
import type { Contributor, RuleOut, Sign } from '../../causes/causes.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import type { Used, WhyMe } from '../../plan/why-me.ts'
import { today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { TierName } from '../ui/tier.tsx'
import { answerAgain, stretchPlace } from './why-now.ts'

const words = {
  none: 'Nothing stands out so far',
  noneText: 'Your answers point to no cause. That is common with night cramps, and mostly harmless.',
  one: (name: string) => `${name} may be part of it`,
  likely: 'Likely part of it',
  'may-be-part': 'May be part of it',
  several: 'Several things can add up. None of this is certain.',
  points: 'Points to it',
  against: 'Speaks against it',
  tell: 'Questions that tell it apart',
  common: 'How common',
  next: 'Next step',
  review: 'This is being checked again. Ask a pharmacist or doctor.',
  open: {
    hydration: ['/hydration', 'Drinks and pee colour'],
    medicine: ['/medicines', 'My medicines'],
    food: ['/prevent', 'Food'],
    stretching: ['/cramp', 'Stretch it'],
    appointment: ['', ''],
  } as const,
  say: 'What to tell the doctor',
  sayText: (signs: readonly string[]) => `“${signs.join(' ')} Could this be part of my cramps?”`,
  ruleOut: 'Rule this out first',
  used: 'What Unknot knew already',
  from: {
    check: 'from the check',
    age: 'from your age',
    pregnancy: 'from your weeks',
    place: 'from the place',
    conditions: 'from your conditions',
    medicines: 'from your medicines',
    diary: 'from your diary',
  } as Readonly<Record<Used['from'], string>>,
  sure: {
    measured: 'Measured in a study',
    linked: 'Linked in a study',
    judgement: 'Our reading of the source',
  } as Readonly<Record<Sign['basis'], string>>,
  again: 'Answer again',
  backNone: 'Your answers point to no single cause. That is true of most back pain, and most of it gets better.',
  backTitle: 'What your answers point to',
  backNext: 'What you can do',
  backWays: [
    ['/plan', 'What to do now', 'Steps for the next two days, while this episode is open.'],
    ['/professionals', 'Who can help', 'When to see whom, and what to ask.'],
    ['/evidence', 'Is it true?', 'What is said of discs, scans, posture and beds.'],
    ['/medicines', 'My medicines', 'Some are listed with pain in muscles.'],
  ],
}

/** After its review date an entry keeps its warning and loses its advice. */
const isPast = (nextReview: string): boolean => nextReview < today()

export function Contributors({
  result,
  region,
}: {
  readonly result: Extract<WhyMe, { kind: 'causes' }>
  readonly region: Region
}) {
  const { contributors, ruleOut, used } = result
  const [first] = contributors
  return (
    <div class="cols" data-region={region}>
      <section class="stack gap-5">
        <Heading title={first ? words.one(first.name) : words.none} lead={first ? words.several : words.noneText} />
        {ruleOut.map(each => (
          <First key={each.id} {...each} />
        ))}
        {contributors.map(each => (
          <Cause key={each.id} cause={each} />
        ))}
      </section>
      <aside class="stack gap-5">
        <UsedList used={used} />
        <button type="button" class="btn plain" onClick={answerAgain}>
          {words.again}
        </button>
      </aside>
    </div>
  )
}

export function Pointers({ result }: { readonly result: Extract<WhyMe, { kind: 'pointers' }> }) {
  return (
    <div class="cols">
      <section class="stack gap-5">
        <h1>{words.backTitle}</h1>
        {result.pointers.length === 0 && <p class="lead">{words.backNone}</p>}
        {result.pointers.map(({ id, name, explain, pointsTo, nextStep, tier, sources, nextReview }) => (
          <article key={id} class="card stack gap-3" data-cause={id}>
            <TierName tier={tier} />
            <h2>{name}</h2>
            <p>{explain}</p>
            <h3>{words.points}</h3>
            <ul class="ticks">
              {pointsTo.map(sign => (
                <li key={sign.id}>
                  <Icon name="tick" />
                  <span>{sign.text}</span>
                </li>
              ))}
            </ul>
            <p>
              <b>{words.next}:</b> {isPast(nextReview) ? words.review : nextStep.text}
            </p>
            <Passport
              entries={[`/reference/pointers/${id}`]}
              certainty={null}
              sources={sources}
              nextReview={nextReview}
            />
          </article>
        ))}
        <h2>{words.backNext}</h2>
        <ul class="stack gap-3" data-ways>
          {words.backWays.map(([path = '', name, text]) => (
            <li key={path}>
              <a class="card door" href={path}>
                <span class="stack gap-2">
                  <b>{name}</b>
                  <span class="quiet">{text}</span>
                </span>
                <Icon name="next" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <aside class="stack gap-5">
        <UsedList used={result.used} />
      </aside>
    </div>
  )
}

const First = ({ id, name, tellApart, advice, tier, sources, nextReview }: RuleOut) => (
  <article class="card stack gap-3 rule-out" data-rule-out={name}>
    <TierName tier={tier} />
    <h2>
      {words.ruleOut}: {name}
    </h2>
    <p>{tellApart}</p>
    <p>
      <b>{advice}</b>
    </p>
    <Passport entries={[`/reference/mimics/${id}`]} certainty={null} sources={sources} nextReview={nextReview} />
  </article>
)

function Cause({ cause }: { readonly cause: Contributor }) {
  const { id, name, explain, word, pointsTo, against, tellApart, nextStep, tier, baseRate, note, sources } = cause
  const [place, part] = words.open[nextStep.opens]
  const path = nextStep.opens === 'stretching' ? stretchPlace() : place
  return (
    <article class="card stack gap-3" data-cause={id} data-word={word}>
      <p class="badge">
        <Icon name={word === 'likely' ? 'tick' : 'dot'} />
        {words[word]}
      </p>
      <h2>{name}</h2>
      <p>{explain}</p>
      <h3>{words.points}</h3>
      <Signs signs={pointsTo} icon="tick" />
      {against.length > 0 && (
        <>
          <h3>{words.against}</h3>
          <Signs signs={against} icon="cross" />
        </>
      )}
      <p>
        <b>{words.next}:</b> {isPast(cause.nextReview) ? words.review : nextStep.text}
      </p>
      {path !== '' && !isPast(cause.nextReview) && (
        <a class="btn big" href={path}>
          {part}
          <Icon name="next" />
        </a>
      )}
      {nextStep.opens === 'appointment' && (
        <div class="stack gap-2">
          <TierName tier={tier} />
          <h3>{words.say}</h3>
          <p class="quote">{words.sayText(pointsTo.map(({ text }) => text))}</p>
        </div>
      )}
      <details class="fold">
        <summary>
          <h3>{words.tell}</h3>
          <Icon name="next" />
        </summary>
        <ul class="ticks">
          {tellApart.map(question => (
            <li key={question}>
              <Icon name="dot" />
              <span>{question}</span>
            </li>
          ))}
        </ul>
        <p class="quiet">
          {words.common}: {baseRate} {note}
        </p>
      </details>
      <Passport
        entries={[`/reference/causes/${id}`]}
        certainty={null}
        sources={sources}
        nextReview={cause.nextReview}
        effect={`${words.sure[cause.sure]}.`}
      />
    </article>
  )
}

const Signs = ({ signs, icon }: { readonly signs: readonly Sign[]; readonly icon: 'tick' | 'cross' }) => (
  <ul class="ticks">
    {signs.map(({ id, text, basis }) => (
      <li key={id}>
        <Icon name={icon} />
        <span>
          {text} <span class="note">{words.sure[basis]}</span>
        </span>
      </li>
    ))}
  </ul>
)

const UsedList = ({ used }: { readonly used: readonly Used[] }) =>
  used.length === 0 ? null : (
    <section class="card stack gap-3" data-used>
      <h2>{words.used}</h2>
      <ul class="ticks">
        {used.map(({ id, text, from }) => (
          <li key={id}>
            <Icon name="tick" />
            <span>
              {text} <span class="note">{words.from[from]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
