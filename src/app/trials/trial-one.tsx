/** One trial: today's card while it runs, with pause and stop; its answer once it is over. */
import { useEffect, useState } from 'preact/hooks'
import { ratingsToCome, recordsOf, type TrialProgress } from '../../plan/trial-progress.ts'
import type { Analysis, Contrast } from '../../trials/analyse.ts'
import { centReport } from '../../trials/cent.ts'
import { type AnalysisOptions, withDefaults } from '../../trials/options.ts'
import { claimAtLook, firstLookAfter, type Protocol } from '../../trials/protocol.ts'
import { chanceSentence, luckSentence, missingSentences, sizeSentence, verdictSentence } from '../../trials/sentence.ts'
import { draftOf } from '../state/drafts.ts'
import { isText } from '../state/local-storage.ts'
import { record, strikeOut, today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { analyseAway, isOpen } from './all-trials.ts'
import { PeriodBars } from './period-bars.tsx'
import { PosteriorChart } from './posterior.tsx'
import { TrialCard } from './trial-card.tsx'
import { TrialDays } from './trial-days.tsx'
import { TrialReminder } from './trial-reminder.tsx'

const words = {
  back: 'My trials',
  toCome: (count: number) =>
    count === 1 ? 'The answer needs 1 more rating.' : `The answer needs ${count} more ratings.`,
  hidden: 'The answer stays hidden until the end, so that it cannot sway your ratings.',
  look: 'Look at the answer so far',
  lookLater: (rounds: number) => `You may look after round ${rounds}.`,
  soFar: 'So far. This look asks for a surer answer than the end does.',
  pause: 'Pause, I am ill',
  resume: 'Go on with the trial',
  stop: 'Stop this trial',
  stopLead: 'You may stop at any time. What you rated so far is shown.',
  stopWhy: 'Why? You may leave this empty.',
  stopped: 'Trial stopped.',
  changed: 'Note a change',
  changedWhat: 'What changed?',
  changedWhy: 'Why?',
  note: 'Note it',
  noted: 'Change noted beside the sealed plan.',
  note1: (question: string, ratings: number) => `Your trial, ${question} ${ratings} ratings`,
  working: 'Working it out',
  none: { 'no-variation': 'These ratings cannot settle it', 'no-records': 'There is nothing to compare yet' },
  noneWhy: {
    'no-variation': 'Your ratings of each one were nearly always the same. So chance cannot be worked out from them.',
    'no-records': 'Too few days were rated.',
  },
  few: 'There are too few ratings on one side for a verdict.',
  further: (cycles: number | null) =>
    cycles === null ? 'More time would hardly settle it.' : `About ${cycles} more rounds would probably settle it.`,
  units: { rating: 'Mean rating', count: 'Cramps a night', 'yes-no': 'Share of nights with a cramp' },
  use: (arm: string) => `Use ${arm} first`,
  using: (arm: string) => `Your plan offers ${arm} first, where the evidence is the same.`,
  undo: 'Change it back',
  followed: 'Your plan follows this trial now.',
  trust: 'How far to trust this',
  trustText:
    'You knew which one you used, so hope may play a part. The order was drawn by chance, and the rule for this verdict was fixed before you began. It tells about you, not about others.',
  computed: 'How it was worked out',
}

export function TrialOne({ progress }: { readonly progress: TrialProgress }) {
  const { frozen, log } = progress
  const isRunning = isOpen(progress)
  return (
    <main id="main" class="page" data-screen="trial" data-state={progress.state} tabIndex={-1}>
      <Top back={['/trials', words.back]} />
      {isRunning ? (
        <div class="stack gap-5">
          <h1>{frozen.protocol.question}</h1>
          <TrialCard progress={progress} isWhole />
          <TrialDays progress={progress} />
          <Look progress={progress} />
          <Care progress={progress} />
        </div>
      ) : (
        <Answer progress={progress} note={words.note1(frozen.protocol.question, log.ratings.length)} />
      )}
    </main>
  )
}

function Look({ progress }: { readonly progress: TrialProgress }) {
  const [isOpened, setOpened] = useState(false)
  const { protocol } = progress.frozen
  const toCome = ratingsToCome(progress, today())
  if (protocol.looks.kind === 'none')
    return (
      <p class="quiet">
        {toCome > 0 && `${words.toCome(toCome)} `}
        {words.hidden}
      </p>
    )
  const claimAt = claimAtLook(protocol, progress.wholeCycles)
  if (claimAt === undefined) return <p class="quiet">{words.lookLater(firstLookAfter)}</p>
  if (isOpened) return <Answer progress={progress} note={words.soFar} claimAt={claimAt} cycles={progress.wholeCycles} />
  return (
    <button type="button" class="btn big" onClick={() => setOpened(true)}>
      {words.look}
    </button>
  )
}

const change = draftOf<{ readonly what: string; readonly why: string }>(
  'trial-change',
  { what: '', why: '' },
  { what: isText, why: isText },
)

function Care({ progress }: { readonly progress: TrialProgress }) {
  const { log, state } = progress
  const [why, setWhy] = useState('')
  const trial = log.id
  const pause = () => {
    const type = state === 'paused' ? 'trial-resumed' : 'trial-paused'
    record({ type, trial, day: today() })
  }
  const stop = () => {
    const event = record({ type: 'trial-stopped', trial, day: today(), ...(why.trim() ? { why: why.trim() } : {}) })
    toast.value = { text: words.stopped, undo: () => void strikeOut(event) }
  }
  const amend = () => {
    const { what, why: because } = change.value()
    const event = record({ type: 'trial-amended', trial, what: what.trim(), why: because.trim() })
    change.clear()
    toast.value = { text: words.noted, undo: () => void strikeOut(event) }
  }
  const { what, why: because } = change.value()
  return (
    <div class="stack gap-3">
      <TrialReminder progress={progress} />
      <p class="chips">
        <button type="button" class="chip" onClick={pause}>
          {state === 'paused' ? words.resume : words.pause}
        </button>
      </p>
      <details class="fold card">
        <summary>
          <h2 class="fold-name">{words.changed}</h2>
        </summary>
        <div class="stack gap-3">
          <Field
            class="text"
            maxLength={300}
            label={words.changedWhat}
            value={what}
            onType={text => change.type({ what: text })}
          />
          <Field
            class="text"
            maxLength={300}
            label={words.changedWhy}
            value={because}
            onType={text => change.type({ why: text })}
          />
          <button type="button" class="btn big" disabled={what.trim() === '' || because.trim() === ''} onClick={amend}>
            {words.note}
          </button>
        </div>
      </details>
      <details class="fold card">
        <summary>
          <h2 class="fold-name">{words.stop}</h2>
        </summary>
        <div class="stack gap-3">
          <p class="quiet">{words.stopLead}</p>
          <Field class="text" maxLength={300} label={words.stopWhy} value={why} onType={setWhy} />
          <button type="button" class="btn big" onClick={stop}>
            {words.stop}
          </button>
        </div>
      </details>
    </div>
  )
}

interface AnswerProps {
  readonly progress: TrialProgress
  readonly note: string
  readonly claimAt?: number
  readonly cycles?: number
}

function Answer({ progress, note, claimAt, cycles }: AnswerProps) {
  const { frozen, log } = progress
  const [analysis, setAnalysis] = useState<Analysis | undefined>(undefined)
  useEffect(() => {
    const options = { ...optionsOf(frozen.protocol), ...(claimAt === undefined ? {} : { claimAt }) }
    void analyseAway(recordsOf(progress, today(), cycles), options).then(setAnalysis)
  }, [log, cycles])
  if (analysis === undefined)
    return (
      <p class="quiet" role="status">
        {words.working}
      </p>
    )
  const [main] = strongest(analysis.contrasts)
  const sections = centReport(analysis, frozen, {
    began: log.firstDay,
    ...(log.stopped ? { stoppedEarly: log.stopped.why ?? log.stopped.day } : {}),
    notes: log.ratings.flatMap(({ day, isDone, note: said }) => [
      ...(isDone ? [] : [`${say.date(day)}: the remedy was not used.`]),
      ...(said === undefined ? [] : [`${say.date(day)}: ${said}`]),
    ]),
  })
  const none = analysis.state === 'no-variation' ? 'no-variation' : 'no-records'
  return (
    <div class="cols" data-verdict={main?.verdict ?? analysis.state}>
      <div class="stack gap-5">
        <section class="stack gap-3">
          <p class="note">{note}</p>
          <h1>{main ? verdictSentence(main).replace(/\.$/, '') : words.none[none]}</h1>
          {main ? (
            <p class="lead">{sizeSentence(main, analysis.options)}</p>
          ) : (
            <p class="lead">{words.noneWhy[none]}</p>
          )}
          {main && (
            <p>
              {chanceSentence(main, analysis.options)} {luckSentence(frozen.protocol.looks.falseClaims)}
            </p>
          )}
          {main?.because && <p class="quiet">{[words.few, ...missingSentences(analysis.arms)].join(' ')}</p>}
          {main?.furtherCycles !== undefined && !main.because && (
            <p class="quiet">{words.further(main.furtherCycles)}</p>
          )}
        </section>
        {strongest(analysis.contrasts).map(contrast => (
          <PosteriorChart key={`${contrast.from} ${contrast.to}`} contrast={contrast} options={analysis.options} />
        ))}
      </div>
      <aside class="stack gap-5">
        {main && claimAt === undefined && <Follow progress={progress} contrast={main} />}
        {analysis.periods.length > 0 && <PeriodBars analysis={analysis} unit={words.units[analysis.model]} />}
        <section class="card">
          <details class="fold">
            <summary>
              <h3>{words.trust}</h3>
            </summary>
            <p class="quiet">{words.trustText}</p>
          </details>
          <details class="fold">
            <summary>
              <h3>{words.computed}</h3>
            </summary>
            <div class="stack gap-3">
              {sections.map(({ heading, lines }) => (
                <section key={heading} class="stack gap-2">
                  <h4>{heading}</h4>
                  {lines.map(line => (
                    <p key={line} class="note">
                      {line}
                    </p>
                  ))}
                </section>
              ))}
            </div>
          </details>
        </section>
      </aside>
    </div>
  )
}

const optionsOf = ({ analysis: { method: _, ...options } }: Protocol): AnalysisOptions => withDefaults(options)

/** The clearest contrast first. */
const strongest = (contrasts: readonly Contrast[]): readonly Contrast[] =>
  contrasts.toSorted((a, b) => Math.abs(b.mean) / b.sd - Math.abs(a.mean) / a.sd)

function Follow({ progress, contrast }: { readonly progress: TrialProgress; readonly contrast: Contrast }) {
  const { log, frozen } = progress
  const isBetter = contrast.verdict.startsWith('better')
  if (!isBetter && !contrast.verdict.startsWith('worse')) return null
  const [winner, loser] = isBetter ? [contrast.to, contrast.from] : [contrast.from, contrast.to]
  const idOf = (label: string) => frozen.protocol.arms.find(arm => arm.label === label)?.remedy ?? label
  const follow = () => {
    const isNoticeable = contrast.verdict.endsWith('noticeably')
    const event = record({
      type: 'trial-followed',
      trial: log.id,
      better: idOf(winner),
      worse: idOf(loser),
      isNoticeable,
    })
    toast.value = { text: words.followed, undo: () => void strikeOut(event) }
  }
  if (log.followed) return <p class="card">{words.using(winner)}</p>
  return (
    <div class="dock">
      <button type="button" class="btn next" onClick={follow}>
        {words.use(winner)}
      </button>
    </div>
  )
}
