/** A new trial: the question, whether it suits, what it can and cannot show, the expectation, and the start. */
import { useEffect, useState } from 'preact/hooks'
import { unfitArm } from '../../plan/trial-arms.ts'
import { baselineOf } from '../../plan/trial-baseline.ts'
import {
  type Design,
  type DesignRequest,
  defaultEpisodes,
  defaultLayout,
  design,
  planningBaseline,
} from '../../trials/design.ts'
import { type AnalysisOptions, type OutcomeModel, withDefaults } from '../../trials/options.ts'
import type { Power } from '../../trials/power.ts'
import { canonical, freeze, type Protocol } from '../../trials/protocol.ts'
import { factStatements, type TrialFact, type TrialFacts, trialFacts } from '../../trials/refusal.ts'
import { type Layout, lengthOf } from '../../trials/schedule.ts'
import { triageNow } from '../checking.ts'
import { draftOf } from '../draft.ts'
import { go } from '../place.ts'
import { isKnown, loadNames, nameOf } from '../remedy-names.ts'
import { diary, episode, newId, record, today } from '../store.ts'
import { openCourse, powerAway, sha256 } from '../trials.ts'
import { type Answer, Choices } from './choices.tsx'
import { PainPick } from './pain-pick.tsx'
import { Top } from './top.tsx'

const words = {
  back: 'My trials',
  steps: {
    question: 'What do you want to find out?',
    facts: 'Does a trial suit you now?',
    show: 'What this trial can show',
    start: 'Before you start',
  },
  ownTitle: 'My own question',
  ownLead: 'Compare two or three comfort measures or habits. No medicines, and no supplements above food.',
  first: 'First',
  second: 'Second',
  third: 'Third, or leave it empty',
  outcome: 'What will you rate?',
  outcomes: {
    rating: 'Pain, 0 to 10, once a day',
    count: 'How many cramps a night',
    'yes-no': 'A cramp or none, each night',
  },
  way: 'How do the bad days come?',
  ways: { periods: 'On most days', episodes: 'Now and then, in spasms' },
  unfit: (name: string) => `“${name}” is a medicine, or a supplement above what food gives.`,
  unfitWhy: 'Unknot tests comfort measures and habits only. Ask a pharmacist about it.',
  go: 'Go on',
  factsLead: 'Tap what is true. Not sure counts as true here.',
  none: 'None of these',
  redFlag: 'A warning sign is open in your check. That comes first.',
  refused: 'No trial for now',
  else: 'Ask another question',
  bySpasm: 'Compare spasm by spasm',
  days: (days: number, weeks: number) => `It takes ${days} days, about ${weeks} weeks.`,
  spasms: (count: number) => `It takes ${count} spasms.`,
  basis: {
    own: 'Worked out from your own diary.',
    usual: 'Worked out from usual values. Your diary has too few days yet.',
  },
  working: 'Working it out',
  cycles: 'How long?',
  shorter: 'Shorter',
  longer: 'Longer',
  ifClear: (of100: number, what: string) => `If ${what}, about ${of100} of 100 such trials would say so.`,
  ifSmall: (of100: number) => `If the difference is only just one you would notice, about ${of100} of 100 would.`,
  ifNone: (of100: number) => `If nothing differs, about ${of100} of 100 would claim something by mistake.`,
  clear: {
    rating: 'one truly takes off 2 points more',
    count: 'one truly halves your cramps',
    'yes-no': 'one truly spares you about 1 night in 4',
  },
  cannot: 'It cannot tell hope from effect: you know which one you use.',
  unsettled: '“Not settled” is the usual answer when nothing differs.',
  looks: 'Look before the end?',
  looksKinds: { none: 'No, at the end only', 'each-cycle': 'Yes, after each round from the third' },
  looksHint: 'Looking early makes a mistaken claim likelier: about 7 of 100, not 5.',
  expectation: (first: string, second: string) =>
    `Which do you expect to win? 0: surely ${first}. 10: surely ${second}.`,
  fixed: 'The order is drawn now and cannot be drawn again. The plan is sealed; changes are noted beside it.',
  firstDay: 'It starts today.',
  freeze: 'Seal the plan and start',
  open: 'A trial is under way. One at a time keeps the answer clean.',
}

interface Preset {
  readonly title: string
  readonly hint: string
  readonly arms: Protocol['arms']
  readonly model: OutcomeModel
  readonly leaveOut: number
}

const presets: readonly Preset[] = [
  {
    title: 'Heat or ice?',
    hint: 'Back pain on most days',
    arms: [
      { label: 'ice', remedy: 'cold' },
      { label: 'heat', remedy: 'heat' },
    ],
    model: 'rating',
    leaveOut: 0,
  },
  {
    title: 'Does stretching before bed cut my night cramps?',
    hint: 'Three or more cramps a week',
    arms: [{ label: 'no stretching' }, { label: 'stretching before bed', remedy: 'pre-bed-stretching' }],
    model: 'count',
    leaveOut: 2,
  },
]

const questions: Readonly<Record<OutcomeModel, string>> = {
  rating: 'Average pain of the last 24 hours, 0 to 10',
  count: 'How many cramps last night?',
  'yes-no': 'A cramp last night?',
}

interface Typed {
  readonly step: keyof typeof words.steps
  readonly question: string
  readonly arms: Protocol['arms']
  readonly model: OutcomeModel
  readonly layout: Layout
  readonly facts: Readonly<Record<string, Answer>>
  readonly looks: 'none' | 'each-cycle'
  readonly expectation: number | undefined
}
const empty: Typed = {
  step: 'question',
  question: '',
  arms: [],
  model: 'rating',
  layout: defaultLayout('rating', 2),
  facts: {},
  looks: 'none',
  expectation: undefined,
}
const typed = draftOf<Typed>('trial', empty)

/** `remedy` is one to begin with: its id, or the person's own words. */
export function TrialNew({ remedy }: { readonly remedy?: string | undefined }) {
  const { step } = typed.value()
  useEffect(() => {
    scrollTo(0, 0)
  }, [step])
  const isTaken = openCourse.value !== undefined
  return (
    <main id="main" class="page stack gap-5" data-screen="trial-new" data-step={step} tabIndex={-1}>
      <Top back={['/trials', words.back]} />
      <h1>{words.steps[step]}</h1>
      {isTaken ? (
        <p class="empty">{words.open}</p>
      ) : step === 'question' ? (
        <AskQuestion remedy={remedy} />
      ) : step === 'facts' ? (
        <AskFacts />
      ) : step === 'show' ? (
        <Show />
      ) : (
        <Start />
      )}
    </main>
  )
}

function AskQuestion({ remedy }: { readonly remedy: string | undefined }) {
  const [isOwn, setOwn] = useState(remedy !== undefined)
  const choose = ({ title, arms, model, leaveOut }: Preset) => {
    const usual = defaultLayout(model, arms.length)
    const layout = usual.kind === 'periods' ? { ...usual, leaveOut } : usual
    typed.type({ question: title, arms, model, layout, facts: {}, step: 'facts' })
  }
  return (
    <>
      <ul class="stack gap-3">
        {presets
          .filter(({ arms }) => remedy === undefined || arms.some(arm => arm.remedy === remedy))
          .map(preset => (
            <li key={preset.title}>
              <button type="button" class="btn big ask" onClick={() => choose(preset)}>
                <span>
                  {preset.title}
                  <small>{preset.hint}</small>
                </span>
              </button>
            </li>
          ))}
        <li>
          <button type="button" class="btn big ask" aria-expanded={isOwn} onClick={() => setOwn(!isOwn)}>
            {words.ownTitle}
          </button>
        </li>
      </ul>
      {isOwn && <OwnQuestion remedy={remedy} />}
    </>
  )
}

function OwnQuestion({ remedy }: { readonly remedy: string | undefined }) {
  useEffect(() => void loadNames(), [])
  const begunWith = remedy === undefined ? '' : nameOf(remedy).slice(0, 40)
  const [typedNames, setNames] = useState<readonly string[]>(['', '', ''])
  const [isTouched, setTouched] = useState(false)
  const [unfit, setUnfit] = useState<string | undefined>(undefined)
  const names = isTouched ? typedNames : [begunWith, ...typedNames.slice(1)]
  const [model, setModel] = useState<OutcomeModel>('rating')
  const [way, setWay] = useState<Layout['kind']>('periods')
  const arms = names
    .slice(0, model === 'rating' ? 3 : 2)
    .map(name => name.trim())
    .filter(name => name !== '')
    // Its own name stays joined to what Unknot guides.
    .map(label => (remedy !== undefined && label === begunWith ? { label, ...guided(remedy) } : { label }))
  const isReady = arms.length >= 2 && new Set(arms.map(({ label }) => label.toLowerCase())).size === arms.length
  const choose = async () => {
    const { lookUp } = await import('../medicines.ts')
    const found = unfitArm<Protocol['arms'][number]>(arms, lookUp)
    setUnfit(found?.label)
    if (found) return
    const layout: Layout =
      way === 'episodes' && model === 'rating'
        ? { kind: 'episodes', episodes: defaultEpisodes }
        : defaultLayout(model, arms.length)
    const question = `${arms.map(({ label }) => label).join(' or ')}?`
    typed.type({
      question: question.charAt(0).toUpperCase() + question.slice(1),
      arms,
      model,
      layout,
      facts: {},
      step: 'facts',
    })
  }
  return (
    <section class="card stack gap-3">
      <p class="quiet">{words.ownLead}</p>
      {[words.first, words.second, ...(model === 'rating' ? [words.third] : [])].map((label, i) => (
        <label key={label} class="field">
          <span>{label}</span>
          <input
            type="text"
            class="text"
            maxLength={40}
            value={names[i]}
            onInput={event => {
              setNames(names.map((name, at) => (at === i ? event.currentTarget.value : name)))
              setTouched(true)
              setUnfit(undefined)
            }}
          />
        </label>
      ))}
      <Pick legend={words.outcome} name="outcome" options={words.outcomes} chosen={model} onPick={setModel} />
      {model === 'rating' && <Pick legend={words.way} name="way" options={words.ways} chosen={way} onPick={setWay} />}
      {unfit !== undefined && (
        <p class="caution" role="alert">
          <b>{words.unfit(unfit)}</b> {words.unfitWhy}
        </p>
      )}
      <button type="button" class="btn big" disabled={!isReady} onClick={() => void choose()}>
        {words.go}
      </button>
    </section>
  )
}

/** The remedy or exercise that Unknot guides; what was told in own words has none. */
const guided = (remedy: string): { readonly remedy?: string } => {
  const [id = ''] = remedy.split('/')
  return isKnown(id) ? { remedy: id } : {}
}

/** A warning sign of the open check counts whatever is ticked here. */
function hasOpenSign(): boolean {
  const result = triageNow.value
  return (
    episode.value !== undefined &&
    result !== undefined &&
    (!result.settled || !['self-care', 'routine'].includes(result.tier))
  )
}

function factsOf(answers: Typed['facts']): TrialFacts {
  return Object.fromEntries(
    trialFacts.map(fact => [fact, answers[fact] !== undefined || (fact === 'red-flag' && hasOpenSign())]),
  ) as Record<TrialFact, boolean>
}

function requestOf({ question, arms, model, layout, facts, looks, expectation }: Typed, seed: number): DesignRequest {
  return {
    question,
    arms,
    outcome: { model, question: questions[model] },
    facts: factsOf(facts),
    layout,
    looks,
    seed,
    powerTrials: 0,
    ...(expectation === undefined ? {} : { expectation }),
  }
}

function AskFacts() {
  const value = typed.value()
  const [result, setResult] = useState<Design | undefined>(undefined)
  const check = () => {
    const found = design(requestOf(value, 0))
    if (found.kind === 'refused') setResult(found)
    else typed.type({ step: 'show' })
  }
  if (result?.kind === 'refused') {
    const isByDay = value.layout.kind === 'periods'
    const facts = result.because.map(({ fact }) => fact)
    const maySwitch =
      isByDay && value.model === 'rating' && facts.every(fact => fact === 'rare' || fact === 'first-or-worsening')
    return (
      <>
        <section class="card stack gap-3" role="alert">
          <h2>{words.refused}</h2>
          {facts.includes('red-flag') && hasOpenSign() && <p>{words.redFlag}</p>}
          {result.because.map(({ fact, why, instead }) => (
            <p key={fact}>
              <b>{why}</b> {instead}
            </p>
          ))}
        </section>
        <div class="dock">
          {maySwitch ? (
            <button
              type="button"
              class="btn next"
              onClick={() => typed.type({ layout: { kind: 'episodes', episodes: defaultEpisodes }, step: 'show' })}
            >
              {words.bySpasm}
            </button>
          ) : (
            <button type="button" class="btn next" onClick={() => typed.clear()}>
              {words.else}
            </button>
          )}
        </div>
      </>
    )
  }
  const isAny = Object.values(value.facts).some(answer => answer !== undefined)
  return (
    <>
      <p class="lead">{words.factsLead}</p>
      <Choices
        choices={trialFacts.map(fact => ({ id: fact, text: factStatements[fact] }))}
        answers={value.facts}
        onAnswer={(fact, answer) => typed.type({ facts: { ...value.facts, [fact]: answer } })}
      />
      <div class="dock">
        <button type="button" class="btn next" onClick={check}>
          {isAny ? words.go : words.none}
        </button>
      </div>
    </>
  )
}

function Show() {
  const value = typed.value()
  const { layout, model, arms, looks } = value
  const own = model === 'rating' && layout.kind === 'periods' ? baselineOf(diary.value.days) : undefined
  const [power, setPower] = useState<readonly Power[] | undefined>(undefined)
  const key = canonical(layout)
  useEffect(() => {
    let isCurrent = true
    setPower(undefined)
    const found = design({ ...requestOf(value, 0), ...(own ? { baseline: own } : {}) })
    if (found.kind !== 'designed') return
    const { method: _, ...options } = found.protocol.analysis
    void powerAway(options, layout, arms.length, own ?? planningBaseline[model], 400).then(table => {
      if (isCurrent) setPower(table)
    })
    return () => {
      isCurrent = false
    }
  }, [key])
  const length = lengthOf(layout, arms.length)
  const change = (by: number) => {
    if (layout.kind === 'periods')
      typed.type({ layout: { ...layout, cycles: Math.min(12, Math.max(3, layout.cycles + by)) } })
    else typed.type({ layout: { ...layout, episodes: Math.min(40, Math.max(8, layout.episodes + by * 4)) } })
  }
  const [none, small, clear] = power ?? []
  return (
    <>
      <p class="lead">
        {layout.kind === 'periods' ? words.days(length, Math.round(length / 7)) : words.spasms(length)}
      </p>
      <section class="card stack gap-3" aria-live="polite" aria-busy={power === undefined}>
        {none && small && clear ? (
          <>
            <p>
              <b>{words.ifClear(of100(clear.anyClaim), words.clear[model])}</b>
            </p>
            <p>{words.ifSmall(of100(small.anyClaim))}</p>
            <p>{words.ifNone(of100(none.anyClaim))}</p>
          </>
        ) : (
          <p class="quiet">{words.working}</p>
        )}
        <p class="quiet">{own ? words.basis.own : words.basis.usual}</p>
        <fieldset class="chips">
          <legend class="group">{words.cycles}</legend>
          <button type="button" class="chip" onClick={() => change(-1)}>
            {words.shorter}
          </button>
          <button type="button" class="chip" onClick={() => change(1)}>
            {words.longer}
          </button>
        </fieldset>
      </section>
      <section class="card stack gap-3">
        <p>{words.unsettled}</p>
        <p>{words.cannot}</p>
        {layout.kind === 'periods' && (
          <>
            <Pick
              legend={words.looks}
              name="looks"
              options={words.looksKinds}
              chosen={looks}
              onPick={chosen => typed.type({ looks: chosen })}
            />
            <p class="quiet">{words.looksHint}</p>
          </>
        )}
      </section>
      <div class="dock">
        <button type="button" class="btn next" onClick={() => typed.type({ step: 'start' })}>
          {words.go}
        </button>
      </div>
    </>
  )
}

function Start() {
  const value = typed.value()
  const { arms, expectation, layout } = value
  const start = async () => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
    const own = value.model === 'rating' && layout.kind === 'periods' ? baselineOf(diary.value.days) : undefined
    const found = design({ ...requestOf(value, seed), ...(own ? { baseline: own } : {}) })
    if (found.kind !== 'designed') return typed.type({ step: 'facts' })
    const { protocol, sha256: hash } = await freeze(found.protocol, sha256)
    const trial = newId()
    record({ type: 'trial-began', trial, protocol: canonical(protocol), sha256: hash, firstDay: today() })
    typed.clear()
    go(`/trials/${trial}`, 'replace')
  }
  return (
    <>
      <PainPick
        legend={words.expectation(arms[0]?.label ?? '', arms[1]?.label ?? '')}
        name="expectation"
        chosen={expectation}
        onPick={chosen => typed.type({ expectation: chosen })}
      />
      <section class="card stack gap-3">
        <p>{words.fixed}</p>
        <p>{words.firstDay}</p>
      </section>
      <div class="dock">
        <button type="button" class="btn next" disabled={expectation === undefined} onClick={() => void start()}>
          {words.freeze}
        </button>
      </div>
    </>
  )
}

interface PickProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<Value, string>>
  readonly chosen: Value
  readonly onPick: (value: Value) => void
}

function Pick<Value extends string>({ legend, name, options, chosen, onPick }: PickProps<Value>) {
  return (
    <fieldset class="chips">
      <legend class="group">{legend}</legend>
      {(Object.entries(options) as [Value, string][]).map(([value, label]) => (
        <label key={value} class="chip pick">
          <input type="radio" name={name} checked={chosen === value} onChange={() => onPick(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

const of100 = (share: number): number => Math.round(share * 100)
export const optionsOf = ({ analysis: { method: _, ...options } }: Protocol): AnalysisOptions => withDefaults(options)
