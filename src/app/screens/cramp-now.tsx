/**
 * A cramp this minute: two taps from a cold start to moving guidance, with the clot and emergency questions on the same
 * screen. This is the one remedy shown before the check; a yes or a doubt ends it.
 */
import { useState } from 'preact/hooks'
import type { Region } from '../../knowledge/vocabulary.ts'
import { clotFindings } from '../../remedies/limits.ts'
import { caseNow } from '../checking.ts'
import { titled } from '../parts/body-map.tsx'
import { Clock } from '../parts/clock.tsx'
import { Icon } from '../parts/icon.tsx'
import { Passport } from '../parts/passport.tsx'
import { together } from '../parts/passports.ts'
import { ofItem } from '../parts/passports-of-plan.ts'
import { Body, useMoment } from '../parts/player.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { exercises, remedies } from '../planning.ts'
import { diary, episode, newId, openSession, record, today } from '../store.ts'
import { scriptOf } from './session.tsx'

const words = {
  title: 'Which muscle cramps?',
  elsewhere: 'Somewhere else? A few questions come first there.',
  toMap: 'Show me the body',
  now: 'Now',
  stopped: 'Stop if any is true.',
  clot: {
    'leg-swollen-one': 'One leg newly swollen',
    'calf-tender-hot': 'Calf warm, red or sore for hours',
    'calf-ache-constant': 'It aches all the time',
  } as Readonly<Record<string, string>>,
  danger: {
    'chest-pain': 'Chest pain',
    'breathless-new': 'Short of breath',
    'limb-cold-pale': 'Limb cold, pale or blue',
    'dark-urine': 'Pee like cola',
    confusion: 'Confused',
  } as Readonly<Record<string, string>>,
  none: 'None of these',
  unsure: 'Not sure',
  noRub: 'Do not rub it yet.',
  mayRub: 'Now you may rub it gently.',
  still: 'Still hard',
  gone: 'It let go',
  again: 'Hold again. If it lasts over 10 minutes, get help.',
}

/** Only a limb is released before the check: a cramp of the trunk may be the heart, a lung or the belly. */
const limbs: readonly Region[] = ['calf', 'foot', 'hamstring', 'front thigh', 'inner thigh', 'shin', 'hand', 'forearm']
const clotRegions: readonly Region[] = ['calf', 'foot', 'hamstring', 'front thigh', 'inner thigh', 'shin']

export function Screen(_props: { readonly id: string }) {
  const running = openSession.value
  const region = episode.value?.region
  const byRegion = remedies['cramp-release']?.byRegion ?? {}
  const release = region ? byRegion[region] : undefined
  if (running && release && running.script === release)
    return <Release exercise={release} recordId={running.id} region={region as Region} />
  return (
    <main id="main" class="page stack" data-screen="cramp" tabIndex={-1}>
      <Top back={['/', words.now]} />
      <h1>{words.title}</h1>
      <ul class="place-list">
        {limbs.map(each => (
          <li key={each}>
            <button type="button" class="btn big" onClick={() => begin(each, byRegion[each])}>
              {titled(each)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        {words.elsewhere}{' '}
        <a class="btn plain" href="/">
          {words.toMap}
        </a>
      </p>
    </main>
  )
}

function begin(region: Region, release: string | undefined): void {
  if (release === undefined) return
  const id = newId()
  record({ type: 'episode-began', episode: id, complaint: 'cramp', region })
  // A clot sign of an earlier episode that nobody has ruled out stands in the case.
  const { present = [], unsure = [] } = caseNow.value ?? {}
  if (clotRegions.includes(region) && clotFindings.some(each => present.includes(each) || unsure.includes(each))) {
    go('/result', 'replace')
    return
  }
  // Past its review date even the release is not shown before the check.
  if ([remedies['cramp-release'], exercises[release]].some(each => !each || each.nextReview < today())) {
    go('/check', 'replace')
    return
  }
  record({ type: 'session-began', session: newId(), episode: id, script: release })
}

interface ReleaseProps {
  readonly exercise: string
  readonly recordId: string
  readonly region: Region
}

function Release({ exercise, recordId, region }: ReleaseProps) {
  const script = scriptOf(exercise, undefined)
  const from = diary.value.sessions.find(({ id }) => id === recordId)
  if (!script || !from) return null
  return (
    <Holding
      exercise={exercise}
      recordId={recordId}
      region={region}
      session={{ script, startedAt: from.startedAt, marks: from.marks }}
    />
  )
}

function Holding({
  exercise,
  recordId,
  region,
  session,
}: ReleaseProps & { readonly session: Parameters<typeof useMoment>[0] }) {
  const moment = useMoment(session)
  const [isAgain, setAgain] = useState(false)
  const own = exercises[exercise]
  const open = episode.value
  if (!own || !open) return null
  const asked = [...(clotRegions.includes(region) ? clotFindings : []), ...Object.keys(words.danger)]
  const isAnswered = asked.every(id => caseNow.value?.absent.includes(id))
  const answer = (part: { present?: readonly string[]; absent?: readonly string[]; unsure?: readonly string[] }) => {
    const { present = [], absent = [], unsure = [] } = part
    record({ type: 'answered', episode: open.id, page: 'cramp-now', present, absent, unsure })
  }
  /** A yes or a doubt ends the release at once; the check, or its answer, takes over. */
  const stop = (part: Parameters<typeof answer>[0]) => {
    record({ type: 'session-ended', session: recordId, status: 'stopped' })
    answer(part)
    go('/result', 'replace')
  }
  const finish = () => {
    record({ type: 'session-ended', session: recordId, status: 'done' })
    go('/check', 'replace')
  }
  const holdAgain = () => {
    setAgain(true)
    record({ type: 'session-ended', session: recordId, status: 'done' })
    record({ type: 'session-began', session: newId(), episode: open.id, script: exercise })
  }
  const isDone = moment.status === 'done'
  const passport = together([ofItem(exercise, 'cramp'), ofItem('cramp-release', 'cramp')])
  return (
    <main id="main" class="page" data-screen="cramp" tabIndex={-1}>
      <Top back={['/', words.now]} withVoice />
      <div class="cols even">
        <section class="stack">
          <h1>{own.now ?? own.name}</h1>
          <div class="stage hold">
            <div class="stage-fig">
              <Body
                exercise={exercise}
                script={session.script}
                moment={isDone ? { ...moment, elapsed: 99 } : moment}
                title={own.steps.join(' ')}
              />
            </div>
            <div class="hold-clock">
              <Clock
                remaining={moment.remaining}
                progress={isDone ? 1 : moment.progress}
                isPaused={false}
                size="5.5rem"
              />
              <p>
                <b>{own.steps[1]}</b>
                {isAnswered && (
                  <>
                    <br />
                    <span class="quiet">{words.mayRub}</span>
                  </>
                )}
              </p>
            </div>
          </div>
          {isAgain && <p class="caution">{words.again}</p>}
        </section>
        <section class="fill">
          {!isAnswered && (
            <>
              <h2 class="stop">
                {words.stopped} <span class="quiet">{words.noRub}</span>
              </h2>
              <p class="chips signs">
                {asked.map(id => (
                  <button key={id} type="button" class="chip" onClick={() => stop({ present: [id] })}>
                    {words.clot[id] ?? words.danger[id]}
                  </button>
                ))}
              </p>
              <p class="chips answers">
                <button type="button" class="chip strong" onClick={() => answer({ absent: asked })}>
                  {words.none}
                </button>
                <button type="button" class="chip" onClick={() => stop({ unsure: asked })}>
                  {words.unsure}
                </button>
              </p>
            </>
          )}
          {passport && <Passport {...passport} />}
          <div class="dock two">
            <button type="button" class="btn big" onClick={holdAgain}>
              {words.still}
            </button>
            <button type="button" class="btn next" onClick={finish}>
              <Icon name="tick" />
              {words.gone}
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}
