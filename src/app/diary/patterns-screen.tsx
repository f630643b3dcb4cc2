/** What goes together: the day before a spasm or cramp compared with other days, and parts that hurt on one day. Counts only. */
import { useEffect, useState } from 'preact/hooks'
import { type DayBefore, type Difference, dayBefore } from '../../diary/day-before.ts'
import { counting } from '../../diary/fold.ts'
import { type LinkedPains, linkedPains } from '../../diary/linked-pains.ts'
import { dayBeforeNotes, differenceSaid, linkedSaid } from '../../diary/sentences.ts'
import { type ToldDay, toldDays } from '../../diary/told-days.ts'
import { type TrialIdea, trialIdea } from '../../diary/trial-idea.ts'
import { understood } from '../../diary/upgrade.ts'
import { addDays } from '../../time.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { entryCount, readAll } from '../state/log.ts'
import { diary, record, strikeOut, today } from '../state/store.ts'
import { beginOwn, openTrial } from '../trials/door.ts'
import { sayKept } from '../ui/say-kept.ts'
import { Top } from '../ui/top.tsx'
import { Gap } from './gap.tsx'
import './diary.css'

const words = {
  back: 'Diary',
  title: 'What goes together?',
  lead: 'Your own counts of the last year. They can give you ideas. They cannot tell you why.',
  before: 'The day before a spasm or cramp',
  days: (hits: number, others: number) => `${hits} days came before one, ${others} days did not.`,
  narrower: (count: number) => `${count} narrower gaps`,
  setOff: 'What you said set it off',
  times: (what: string, times: number) => `${what}: ${times === 1 ? 'once' : `${times} times`}`,
  test: 'Test it fairly',
  testThis: (title: string) => `Test it fairly: ${title}`,
  ask: 'Ask about medicines',
  open: 'A trial is under way. One at a time keeps the answer clean.',
  linked: 'Pains on the same day',
  none: 'No two places hurt on the same day 3 times or more.',
  leg: 'Back and leg pain together are worth telling at a visit.',
  keep: 'Ask about this at my visit',
  kept: 'Kept as a question.',
  question: (title: string) => `${title} What does it mean?`,
  check: 'Any new numbness or weakness? Check for danger signs',
  working: 'Counting',
}

const daysLookedAt = 365
const firstShown = 4

export function Screen(_props: { readonly id: string }) {
  const told = useTold()
  useEffect(() => void loadNames(), [])
  const to = today()
  const from = addDays(to, 1 - daysLookedAt)
  return (
    <main id="main" class="page stack gap-5" data-screen="patterns" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told === undefined ? (
        <p class="quiet" role="status">
          {words.working}
        </p>
      ) : (
        <div class="grid-2 stack gap-5">
          <Before found={dayBefore(told, { from, to })} />
          <Linked pairs={linkedPains(told, { from, to })} />
        </div>
      )}
    </main>
  )
}

/** All days with entries; undefined while they are read. */
function useTold(): readonly ToldDay[] | undefined {
  const [told, setTold] = useState<readonly ToldDay[] | undefined>(undefined)
  const count = entryCount.value
  useEffect(() => {
    let isMine = true
    void readAll().then(events => isMine && setTold(toldDays(counting(understood(events)))))
    return () => {
      isMine = false
    }
  }, [count])
  return told
}

function Before({ found }: { readonly found: DayBefore }) {
  const hasMedicine = found.kind === 'compared' && found.differences.some(({ kind }) => kind === 'medicine')
  return (
    <section class="card stack" data-part="before">
      <h2>{words.before}</h2>
      <p>{words.days(found.hits, found.others)}</p>
      {dayBeforeNotes(found).map(note => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      {hasMedicine && (
        <p>
          <a class="btn plain" href="/medicines">
            {words.ask}
          </a>
        </p>
      )}
      {found.kind === 'compared' && (
        <>
          <Gaps differences={found.differences.slice(0, firstShown)} />
          {found.differences.length > firstShown && (
            <details class="fold">
              <summary>
                <h3 class="fold-name">{words.narrower(found.differences.length - firstShown)}</h3>
              </summary>
              <Gaps differences={found.differences.slice(firstShown)} />
            </details>
          )}
          {openTrial.value !== undefined && <p class="note">{words.open}</p>}
          {found.setOffBy.length > 0 && (
            <>
              <h3>{words.setOff}</h3>
              <ul class="ticks">
                {found.setOffBy.slice(0, 6).map(({ what, times }) => (
                  <li key={what}>{words.times(what, times)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}

const Gaps = ({ differences }: { readonly differences: readonly Difference[] }) => (
  <ul class="gaps">
    {differences.map(each => (
      <One key={`${each.kind} ${'name' in each ? each.name : ''}`} difference={each} />
    ))}
  </ul>
)

function One({ difference }: { readonly difference: Difference }) {
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const { title } = differenceSaid(difference, nameOf)
  const idea = openTrial.value === undefined ? trialIdea(difference, nameOf) : undefined
  const begin = async ({ arms: [first, second], remedy }: TrialIdea) => {
    const isMostlyCramps = diary.value.episodes.filter(({ complaint }) => complaint === 'cramp').length * 2
    const model = isMostlyCramps > diary.value.episodes.length ? 'yes-no' : 'rating'
    const arms = [{ label: first, ...(remedy === undefined ? {} : { remedy }) }, { label: second }]
    const refused = await beginOwn(arms, model, 'periods')
    if (refused === undefined) go('/trials/new')
    else setProblem(refused)
  }
  return (
    <li class="stack gap-2">
      <Gap title={title} difference={difference} />
      {problem && (
        <p class="caution" role="alert">
          {problem}
        </p>
      )}
      {idea && !problem && (
        <p>
          <button type="button" class="chip" aria-label={words.testThis(title)} onClick={() => void begin(idea)}>
            {words.test}
          </button>
        </p>
      )}
    </li>
  )
}

function Linked({ pairs }: { readonly pairs: readonly LinkedPains[] }) {
  const isInLeg = pairs.some(({ kind }) => kind === 'back-and-leg')
  return (
    <section class="card stack" data-part="linked">
      <h2>{words.linked}</h2>
      {pairs.length === 0 && <p class="quiet">{words.none}</p>}
      {pairs.map(pair => {
        const { title, sentences } = linkedSaid(pair)
        const keep = () => {
          const event = record({ type: 'question-added', text: words.question(title).slice(0, 300) })
          void sayKept(words.kept, () => void strikeOut(event))
        }
        return (
          <div key={title} class="stack gap-2">
            <p>
              <b>{title}</b>
            </p>
            {sentences.map(sentence => (
              <p key={sentence} class="quiet">
                {sentence}
              </p>
            ))}
            <p>
              <button type="button" class="chip" aria-label={`${words.keep}: ${title}`} onClick={keep}>
                {words.keep}
              </button>
            </p>
          </div>
        )
      })}
      {isInLeg && <p>{words.leg}</p>}
      {pairs.length > 0 && (
        <p>
          <a class="btn plain" href="/">
            {words.check}
          </a>
        </p>
      )}
    </section>
  )
}
