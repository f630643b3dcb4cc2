/** Today's card of a trial: what to do, and the one rating. Nothing of a later period is shown. */

import { useState } from 'preact/hooks'
import type { TrialProgress } from '../../plan/trial-progress.ts'
import { go } from '../shell/place.ts'
import { diary, episode, newId, record, strikeOut } from '../state/store.ts'
import { PainPick } from '../ui/pain-pick.tsx'
import { Pick } from '../ui/pick.tsx'
import { sayKept } from '../ui/say-kept.ts'

const words = {
  day: (place: number, length: number) => `Your trial, day ${place} of ${length}`,
  spasm: (place: number, length: number) => `Your trial, spasm ${place} of ${length}`,
  today: (arm: string) => `Today: ${arm}`,
  tonight: (arm: string) => `Tonight: ${arm}`,
  paused: 'Your trial is paused',
  waiting: (day: string) => `Your trial starts on ${day}`,
  rated: 'Rated. That is all for today.',
  rate: {
    rating: 'Average pain of the last 24 hours',
    count: 'How many cramps last night?',
    'yes-no': 'A cramp last night?',
  },
  used: 'Did you use it?',
  yes: 'Yes',
  no: 'No',
  keep: 'Keep this',
  kept: 'Rating kept.',
  open: { rating: 'Rate today', count: 'Count last night', 'yes-no': 'Rate last night' },
  openSpasm: 'A spasm began',
  session: 'Guided session',
  sessionFirst: 'Guided session, after the check',
  details: 'See the trial',
  before: 'Pain when the spasm began',
  after: 'Pain 30 minutes after the remedy',
  reveal: 'Rate the pain to see which remedy is drawn for this spasm.',
}

export function TrialCard({
  progress,
  isWhole = false,
}: {
  readonly progress: TrialProgress
  readonly isWhole?: boolean
}) {
  const { state, place, length, frozen, period, log } = progress
  const { protocol } = frozen
  const arm = period === undefined ? undefined : protocol.arms[period.arm]
  const isByEpisode = protocol.layout.kind === 'episodes'
  const isNight = protocol.outcome.model !== 'rating'
  const [isOpened, setOpened] = useState(isWhole)
  const isRunning = state === 'running'
  const mayOpen = isRunning && progress.toRate !== undefined && !isOpened
  const withSession = arm?.remedy !== undefined && isRunning && !isByEpisode
  const title =
    state === 'paused'
      ? words.paused
      : state === 'waiting'
        ? words.waiting(log.firstDay)
        : isByEpisode
          ? words.spasm(place, length)
          : words.day(place, length)
  return (
    <section class={isWhole ? 'card stack gap-3' : 'card stack gap-2'} aria-label={title} data-trial={log.id}>
      <p class="note">{title}</p>
      {state === 'running' && arm && !isByEpisode && (
        <h2>{isNight ? words.tonight(arm.label) : words.today(arm.label)}</h2>
      )}
      {isRunning && !mayOpen && (isByEpisode ? <RateEpisode progress={progress} /> : <RateDay progress={progress} />)}
      {(mayOpen || withSession || !isWhole) && (
        <p class="chips">
          {mayOpen && (
            <button type="button" class="chip" onClick={() => setOpened(true)}>
              {isByEpisode ? words.openSpasm : words.open[protocol.outcome.model]}
            </button>
          )}
          {withSession && episode.value !== undefined && (
            <a class="chip" href={`/start/${arm.remedy}`}>
              {words.session}
            </a>
          )}
          {withSession && episode.value === undefined && (
            <button type="button" class="chip" onClick={checkFirst}>
              {words.sessionFirst}
            </button>
          )}
          {!isWhole && (
            <a class="chip" href={`/trials/${log.id}`}>
              {words.details}
            </a>
          )}
        </p>
      )}
    </section>
  )
}

/** No remedy is guided before the check of its pain: it begins where the pain was last, or at the body map. */
function checkFirst(): void {
  const last = diary.value.episodes.at(-1)
  if (!last) {
    go('/')
    return
  }
  const { complaint, region, side = 'middle' } = last
  record({ type: 'episode-began', episode: newId(), complaint, region, side })
  go('/check')
}

function RateDay({ progress }: { readonly progress: TrialProgress }) {
  const { toRate, frozen, log } = progress
  const { model } = frozen.protocol.outcome
  const [y, setY] = useState<number | undefined>(undefined)
  const [isDone, setDone] = useState(true)
  if (toRate === undefined) return <p class="quiet">{words.rated}</p>
  const keep = () => {
    if (y !== undefined) keepRating({ trial: log.id, day: toRate.day, y, isDone })
    setY(undefined)
  }
  return (
    <div class="stack gap-3">
      {model === 'rating' && <PainPick legend={words.rate.rating} name="trial-y" chosen={y} onPick={setY} />}
      {model === 'count' && (
        <label class="field">
          <span>{words.rate.count}</span>
          <input
            type="number"
            inputMode="numeric"
            name="trial-y"
            min={0}
            max={99}
            value={y ?? ''}
            onInput={event => setY(wholeOf(event.currentTarget.value))}
          />
        </label>
      )}
      {model === 'yes-no' && (
        <YesNo
          legend={words.rate['yes-no']}
          name="trial-y"
          chosen={y === undefined ? undefined : y === 1}
          onPick={yes => setY(yes ? 1 : 0)}
        />
      )}
      {y !== undefined && (
        <>
          <YesNo legend={words.used} name="trial-done" chosen={isDone} onPick={setDone} />
          <button type="button" class="btn big" onClick={keep}>
            {words.keep}
          </button>
        </>
      )}
    </div>
  )
}

/** A spasm's remedy is shown once its pain is rated, so that the draw cannot sway the rating. */
function RateEpisode({ progress }: { readonly progress: TrialProgress }) {
  const { toRate, frozen, log, period } = progress
  const [before, setBefore] = useState<number | undefined>(undefined)
  const [after, setAfter] = useState<number | undefined>(undefined)
  const arm = period === undefined ? undefined : frozen.protocol.arms[period.arm]
  if (toRate?.episode === undefined) return null
  const keep = () => {
    if (before !== undefined && after !== undefined)
      keepRating({ trial: log.id, day: toRate.day, episode: toRate.episode ?? 1, y: before - after, isDone: true })
    setBefore(undefined)
    setAfter(undefined)
  }
  return (
    <div class="stack gap-3">
      <PainPick legend={words.before} name="trial-before" chosen={before} onPick={setBefore} />
      {before === undefined ? (
        <p class="quiet">{words.reveal}</p>
      ) : (
        <>
          <h2>{arm?.label}</h2>
          <PainPick legend={words.after} name="trial-after" chosen={after} onPick={setAfter} />
        </>
      )}
      {after !== undefined && (
        <button type="button" class="btn big" onClick={keep}>
          {words.keep}
        </button>
      )}
    </div>
  )
}

interface YesNoProps {
  readonly legend: string
  readonly name: string
  readonly chosen: boolean | undefined
  readonly onPick: (yes: boolean) => void
}

const YesNo = ({ legend, name, chosen, onPick }: YesNoProps) => (
  <Pick
    legend={legend}
    name={name}
    options={{ yes: words.yes, no: words.no }}
    chosen={chosen === undefined ? undefined : chosen ? 'yes' : 'no'}
    onPick={answer => onPick(answer === 'yes')}
  />
)

interface Kept {
  readonly trial: string
  readonly day: string
  readonly y: number
  readonly isDone: boolean
  readonly episode?: number
}

function keepRating(rating: Kept): void {
  const event = record({ type: 'trial-rated', ...rating })
  void sayKept(words.kept, () => void strikeOut(event))
}

function wholeOf(text: string): number | undefined {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= 99 ? value : undefined
}
