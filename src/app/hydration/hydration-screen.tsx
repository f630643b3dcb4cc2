/** Drinks: by thirst, never forced; and the eight-step chart of pee colours, if it can be trusted. */
import { Heading } from '../ui/heading.tsx'
import './hydration.css'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { remedies } from '../../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { urineColours } from '../../knowledge/urine-colours.gen.ts'
import { asksBefore } from '../../plan/hydration.ts'
import { offer } from '../../remedies/cautions.ts'
import { drinkCeiling, limits, mayShowUrineColours } from '../../remedies/limits.ts'
import { go } from '../shell/place.ts'
import { personNow } from '../state/person.ts'
import { diary, episode, record, today } from '../state/store.ts'
import { type ChoiceAnswer, Choices } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { Top } from '../ui/top.tsx'
import { Jar } from './urine-jar.tsx'

const words = {
  back: 'Prevent',
  title: 'Drinks and pee colour',
  lead: 'Water alone has not been shown to stop cramps.',
  age: 'How old are you?',
  before: 'Is any of this true?',
  beforeLead: 'Some of these change the colour, or how to drink.',
  known: 'You told Unknot already:',
  none: 'None of these',
  some: 'Go on',
  young: 'Unknot is made for adults. Ask a clinician.',
  hidden: 'The colour chart is not for you',
  old: 'From 65 on, the colour can mislead. Drink at meals and when you are thirsty.',
  chart: 'What colour is it?',
  rough: 'A rough guide only. Your first pee of the day is always darker.',
  chosen: 'Your colour',
  danger: 'Brown, red or like cola',
  dangerText: 'This may be broken-down muscle or a liver problem. Do not wait, and do not try to fix it by drinking.',
  help: 'Get help now',
  how: 'How to drink',
  most: (millilitres: number) => `Your limit now: ${millilitres} ml in an hour.`,
  stop: 'Get help if',
}

const hydration = remedies.hydration
const allAsked = hydration ? asksBefore(hydration) : []

/** The advice on drinks for a person who answered all of this. */
function drinksFor(answers: Readonly<Record<string, ChoiceAnswer>>) {
  const given = (wanted: ChoiceAnswer) => new Set(allAsked.filter(id => answers[id] === wanted))
  const person = { present: given('yes'), unsure: given('unsure') }
  const absent = new Set((hydration?.notFor ?? []).map(({ fact }) => fact))
  return { answer: hydration && offer(hydration, { ...person, absent }, today()), ceiling: drinkCeiling(person) }
}

const statement = (id: string): string => (triageKnowledge.facts[id] ?? triageKnowledge.findings[id])?.statement ?? id

export function Screen(_props: { readonly id: string }) {
  // Nothing that is known is asked again: what the check or About me said counts as it was said.
  const known = useMemo(personNow, [])
  const isOpen = (id: string) => !known.present.has(id) && !known.absent.has(id) && !known.unsure.has(id)
  const asked = allAsked.filter(isOpen)
  const [age, setAge] = useState<number | undefined>(diary.value.person.age)
  const [answers, setAnswers] = useState<Readonly<Record<string, ChoiceAnswer>>>(
    Object.fromEntries([
      ...allAsked.filter(id => known.present.has(id)).map(id => [id, 'yes' as const]),
      ...allAsked.filter(id => known.unsure.has(id)).map(id => [id, 'unsure' as const]),
    ]),
  )
  const [isAnswered, setAnswered] = useState(false)
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  // Beside a colour that is a red flag there is no advice on drinks.
  const isDanger = chosen !== undefined && urineColours.colours[chosen]?.finding !== undefined
  const marked = new Set(allAsked.filter(id => answers[id] !== undefined))
  const isYoung = age !== undefined && age < limits.leastAge
  return (
    <main id="main" class="page" data-screen="hydration" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <div class="cols">
        <section class="stack gap-5">
          <Heading title={words.title} lead={words.lead} />
          {isYoung && <p class="card">{words.young}</p>}
          {!isAnswered && (
            <div class="stack gap-3">
              {[...marked].some(id => !asked.includes(id)) && (
                <p class="note">
                  {words.known}{' '}
                  {[...marked]
                    .filter(id => !asked.includes(id))
                    .map(statement)
                    .join(' ')}
                </p>
              )}
              <label class="field">
                <span>{words.age}</span>
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={120}
                  value={age ?? ''}
                  onInput={event => {
                    const given = event.currentTarget.valueAsNumber
                    setAge(given >= 0 && given <= 120 ? given : undefined)
                  }}
                />
              </label>
              {asked.length > 0 && <h2>{words.before}</h2>}
              {asked.length > 0 && <p class="quiet">{words.beforeLead}</p>}
              <Choices
                choices={asked.map(id => ({
                  id,
                  text: statement(id),
                }))}
                answers={answers}
                onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
              />
              <div class="dock">
                <button
                  type="button"
                  class="btn next"
                  disabled={age === undefined || isYoung}
                  onClick={() => setAnswered(true)}
                >
                  {asked.some(id => marked.has(id)) || asked.length === 0 ? words.some : words.none}
                </button>
              </div>
            </div>
          )}
          {isAnswered &&
            (mayShowUrineColours(age, marked) ? (
              <Chart chosen={chosen} onChoose={setChosen} />
            ) : (
              <Hidden age={age} marked={marked} />
            ))}
        </section>
        {isAnswered && hydration && !isDanger && (
          <aside class="stack gap-5">
            <section class="card stack gap-3">
              <h2>{words.how}</h2>
              <HowToDrink answers={answers} />
              <Passport
                entries={['/reference/remedies/hydration']}
                compiled={hydration.compiled}
                certainty={hydration.certainty.cramp}
                sources={hydration.sources}
                nextReview={hydration.nextReview}
                effect={hydration.effect}
              />
            </section>
            <section class="card stack gap-3">
              <h2>{words.stop}</h2>
              <ul class="ticks">
                {hydration.stop.map(sign => (
                  <li key={sign}>
                    <Icon name="alert" />
                    <span>{sign}</span>
                  </li>
                ))}
              </ul>
            </section>
          </aside>
        )}
      </div>
    </main>
  )
}

/** The advice with changes for this person; if no amount may be shown, only the reason. */
function HowToDrink({ answers }: { readonly answers: Readonly<Record<string, ChoiceAnswer>> }) {
  const { answer, ceiling } = drinksFor(answers)
  if (answer?.status !== 'offered') {
    const because = answer?.status === 'left-out' && answer.reason === 'caution' ? answer.because : []
    return because.map(({ fact, text }) => <p key={fact}>{text}</p>)
  }
  if (ceiling === undefined) return answer.changes.map(({ fact, text }) => <p key={fact}>{text}</p>)
  return (
    <>
      {answer.changes.map(({ fact, text }) => (
        <p key={fact} class="caution">
          {text}
        </p>
      ))}
      <p>
        <b>{words.most(ceiling)}</b>
      </p>
      <ul class="ticks">
        {[...(hydration?.methods ?? []).flatMap(({ steps }) => steps), ...(hydration?.points ?? [])].map(step => (
          <li key={step}>
            <Icon name="dot" />
            <span>{step}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Hidden({ age, marked }: { readonly age: number | undefined; readonly marked: ReadonlySet<string> }) {
  const because = urineColours.notFor.filter(({ fact }) => marked.has(fact))
  return (
    <div class="card stack gap-3" data-chart="hidden">
      <h2>{words.hidden}</h2>
      {because.map(({ fact, text }) => (
        <p key={fact}>{text}</p>
      ))}
      {age !== undefined && age >= limits.urineColourBelowAge && <p>{words.old}</p>}
      <button type="button" class="btn plain" onClick={() => toHelp('dark-urine')}>
        {words.danger}
      </button>
    </div>
  )
}

interface ChartProps {
  readonly chosen: number | undefined
  readonly onChoose: (step: number) => void
}

function Chart({ chosen, onChoose }: ChartProps) {
  const step = chosen === undefined ? undefined : urineColours.colours[chosen]
  const says = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== undefined) says.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div class="card stack gap-3" data-chart="shown">
      <h2>{words.chart}</h2>
      <p>{urineColours.intro}</p>
      <fieldset class="jars">
        <legend class="hide">{words.chart}</legend>
        {urineColours.colours.map(({ colour, name }, at) => (
          <label key={name} class="jar">
            <input type="radio" name="colour" checked={chosen === at} onChange={() => onChoose(at)} />
            <Jar colour={colour} isChosen={chosen === at} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div ref={says} aria-live="polite" class="stack gap-3 jar-says">
        {step?.finding !== undefined && (
          <div class="notice stack gap-3">
            <h3>{words.danger}</h3>
            <p>{words.dangerText}</p>
            <button type="button" class="btn next danger-fill" onClick={() => toHelp(step.finding ?? '')}>
              {words.help}
            </button>
          </div>
        )}
        {step?.finding === undefined && step?.text !== undefined && (
          <p class="lead">
            <b>{step.name}:</b> {step.text}
          </p>
        )}
      </div>
      <p class="note">{words.rough}</p>
      <Passport
        entries={['/reference/pages/urine-colours']}
        compiled={urineColours.compiled}
        certainty={null}
        sources={urineColours.sources}
        nextReview={urineColours.nextReview}
      />
    </div>
  )
}

/** The red flag is answered for the open complaint; the call screen opens in any case. */
function toHelp(finding: string): void {
  const open = episode.value
  if (open)
    record({ type: 'answered', episode: open.id, page: 'hydration', present: [finding], absent: [], unsure: [] })
  go('/emergency')
}
