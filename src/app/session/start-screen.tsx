/** Before a remedy begins: asks what could exclude it for this person, then lets them choose how to do it. */
import { useEffect, useState } from 'preact/hooks'
import type { Method } from '../../knowledge/remedy-schema.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { methodsAt } from '../../remedies/methods.ts'
import { minutesSpan, temperatureSpan } from '../../units.ts'
import { exercises, nameOf, offerOf, ofItem, remedies } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { settings } from '../state/settings.ts'
import { episode, record } from '../state/store.ts'
import { titled } from '../ui/body-map.tsx'
import { type ChoiceAnswer, Choices } from '../ui/choices.tsx'
import { Passport } from '../ui/passport.tsx'
import { type Settled, Simpler } from '../ui/simpler.tsx'
import { Top } from '../ui/top.tsx'
import { Still } from './player.tsx'
import { type StartedAs, startedAs } from './started-as.ts'

const words = {
  before: 'Before you start',
  lead: 'Tap what is true. If you tick one, this may not be for you.',
  none: 'None of these',
  some: 'Go on',
  out: 'Not for you now',
  outLead: { '/plan': 'The plan has other steps.', '/course': 'The course has others.' },
  review: 'This is being checked again. It is not advised now.',
  limits: 'This goes beyond a safe limit.',
  way: 'How will you do it?',
  which: 'Which one do you have?',
  otherWay: 'Choose another kind',
  choose: 'Choose',
  begin: 'Begin',
  begins: 'Begin now',
  stop: 'Stop and get help if',
  home: { '/plan': 'Back to the plan', '/course': 'Back to the course' },
  skin: 'First check your skin',
  easier: 'Easier:',
  sets: (sets: number) => `${sets} sets, with a rest of a minute in between`,
  gap: (minutes: number) => `then wait ${minutes} minutes or more`,
}

export function Screen({ id: address }: { readonly id: string }) {
  const { script: id, suffix, sets, home } = startedAs(address)
  const [base = '', way] = id.split('/')
  const open = episode.value
  const remedy = remedies[base]
  const exercise = exercises[id]
  const item = remedy ?? exercise
  const answer = offerOf(id)
  useEffect(() => {
    if (!open || !item) go('/', 'replace')
    // If nothing may be offered, the check continues, or its result is shown.
    else if (!answer) go('/check', 'replace')
  }, [open, item, answer === undefined])
  if (!open || !item || !answer) return null
  return (
    <main id="main" class="page stack" data-screen="start" tabIndex={-1}>
      <Top back={[home.path, home.name]} />
      {answer.status === 'ask' && <AskFacts key={id} facts={answer.facts} episodeId={open.id} name={item.name} />}
      {answer.status === 'left-out' && (
        <>
          <h1>{words.out}</h1>
          <p class="lead">{remedy ? nameOf(id) : item.name}</p>
          <ul class="ticks">
            {answer.reason === 'caution' ? (
              answer.because.map(({ fact, text }) => <li key={fact}>{text}</li>)
            ) : (
              <li>{answer.reason === 'limits' ? words.limits : words.review}</li>
            )}
          </ul>
          <ItemPassport id={base} />
          {way !== undefined && (
            <a class="btn big" href={`/start/${base}`}>
              {words.otherWay}
            </a>
          )}
          <p class="quiet">{words.outLead[home.path]}</p>
          <a class="btn next" href={home.path}>
            {words.home[home.path]}
          </a>
        </>
      )}
      {answer.status === 'offered' && (
        <>
          <h1>{item.name}</h1>
          {answer.changes.map(({ fact, text }) => (
            <p key={fact} class="caution">
              {text}
            </p>
          ))}
          {remedy ? <Ways id={base} only={way} /> : <Exercise id={id} sets={sets} suffix={suffix} />}
        </>
      )}
    </main>
  )
}

function ItemPassport({ id }: { readonly id: string }) {
  const passport = ofItem(id, episode.value?.complaint ?? 'back')
  return passport ? <Passport {...passport} /> : null
}

interface AskProps {
  readonly facts: readonly string[]
  readonly episodeId: string
  readonly name: string
}

function AskFacts({ facts, episodeId, name }: AskProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, ChoiceAnswer>>>({})
  const [doubted, setDoubted] = useState<readonly string[]>([])
  const statements = facts.map(id => {
    const { statement: text = id, simpler } = triageKnowledge.facts[id] ?? triageKnowledge.findings[id] ?? {}
    return { id, text, ...(simpler === undefined ? {} : { simpler }) }
  })
  const submit = (settled: Readonly<Record<string, Settled>>) => {
    const of = (id: string): Settled => settled[id] ?? (answers[id] === 'yes' ? 'present' : 'absent')
    const listed = (wanted: Settled) => facts.filter(id => of(id) === wanted)
    record({
      type: 'answered',
      episode: episodeId,
      page: 'before-remedy',
      present: listed('present'),
      absent: listed('absent'),
      unsure: listed('unsure'),
    })
  }
  const next = () => {
    const unsure = facts.filter(id => answers[id] === 'unsure')
    if (unsure.length > 0) setDoubted(unsure)
    else submit({})
  }
  if (doubted.length > 0)
    return <Simpler statements={statements.filter(({ id }) => doubted.includes(id))} onDone={submit} />
  const isMarked = Object.values(answers).some(answer => answer !== undefined)
  return (
    <>
      <p class="note">{name}</p>
      <h1>{words.before}</h1>
      <p class="lead">{words.lead}</p>
      <Choices
        choices={statements}
        answers={answers}
        onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
      />
      <div class="dock">
        <button type="button" class="btn next" onClick={next}>
          {isMarked ? words.some : words.none}
        </button>
      </div>
    </>
  )
}

/** `only`: the one way that was chosen, where each has its own questions. */
function Ways({ id, only }: { readonly id: string; readonly only: string | undefined }) {
  const remedy = remedies[id]
  if (!remedy) return null
  const methods = methodsAt(remedy, episode.value?.region).filter(each => only === undefined || each.id === only)
  const isAskedOwn = ({ notFor = [] }: Method) => only === undefined && notFor.length > 0
  return (
    <>
      <p class="lead">{remedy.summary}</p>
      {remedy.skinCheck && (
        <section class="card stack gap-2">
          <h2>{words.skin}</h2>
          {remedy.skinCheck.before.map(text => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      {methods.length > 1 && <h2>{methods.some(isAskedOwn) ? words.which : words.way}</h2>}
      {methods.map((method, index) => (
        <section key={method.id} class="card stack gap-3">
          <h3>{method.name}</h3>
          <p class="note">
            {[
              method.minutes && minutesSpan(method.minutes),
              method.temperatureC && temperatureSpan(method.temperatureC, settings.value.units),
              method.gapMinutes && words.gap(method.gapMinutes),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {!isAskedOwn(method) && <Steps {...method} />}
          {method.minutes && (
            <button
              type="button"
              class={index === 0 ? 'btn next' : 'btn big'}
              onClick={() => go(`/${isAskedOwn(method) ? 'start' : 'session'}/${id}/${method.id}`)}
            >
              {isAskedOwn(method) ? words.choose : words.begin}: {method.name}
            </button>
          )}
        </section>
      ))}
      {remedy.points?.map(text => (
        <p key={text}>{text}</p>
      ))}
      <h2>{words.stop}</h2>
      <ul class="ticks">
        {remedy.stop.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ItemPassport id={id} />
    </>
  )
}

const Steps = ({ steps, warn = [] }: Pick<Method, 'steps' | 'warn'>) => (
  <>
    <ol class="numbered">
      {steps.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ol>
    {warn.map(text => (
      <p key={text} class="caution">
        {text}
      </p>
    ))}
  </>
)

interface ExerciseProps extends Pick<StartedAs, 'sets' | 'suffix'> {
  readonly id: string
}

function Exercise({ id, sets = 1, suffix }: ExerciseProps) {
  const exercise = exercises[id]
  if (!exercise) return null
  return (
    <>
      <p class="lead">{titled(exercise.start)}</p>
      {sets > 1 && <p class="note">{words.sets(sets)}</p>}
      <div class="stage wide">
        <Still exercise={id} title={exercise.name} />
      </div>
      <ol class="numbered card">
        {exercise.steps.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {exercise.careful.map(text => (
        <p key={text} class="caution">
          {text}
        </p>
      ))}
      <div class="dock">
        <button type="button" class="btn next" onClick={() => go(`/session/${id}${suffix}`)}>
          {words.begins}
        </button>
      </div>
      {exercise.easier && (
        <p class="quiet">
          {words.easier} {exercise.easier}
        </p>
      )}
      <ItemPassport id={id} />
    </>
  )
}
