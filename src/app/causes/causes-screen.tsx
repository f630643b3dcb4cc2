/** Why do I cramp? One question at a time, at most twelve; then what may be part of it, in words. */
import './causes.css'
import { signal } from '@preact/signals'
import { mostQuestions } from '../../causes/next-question.ts'
import type { Episode } from '../../diary/diary.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import type { Complaint } from '../../knowledge/vocabulary.ts'
import { localDay } from '../../time.ts'
import { episode, record } from '../state/store.ts'
import { TierPassport } from '../triage/door.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { TierCard } from '../ui/tier.tsx'
import { Top } from '../ui/top.tsx'
import { Contributors, Pointers } from './contributors.tsx'
import { askedAbout, askedNow, causesPage, complaintFor, complaintsKnown, mustChoose, whyNow } from './why-now.ts'

const words = {
  back: 'Prevent',
  title: 'Why do I cramp?',
  first: 'The check comes first',
  firstText: 'Unknot asks for danger before it looks for causes. Show where it cramps, and answer the check.',
  toNow: 'Show where it cramps',
  goOn: 'Go on with the check',
  help: 'Get this help first. Causes can wait.',
  toResult: 'See what to do',
  young: 'Unknot is made for adults. Ask a clinician.',
  about: (place: string) => `About the cramp in your ${place}`,
  question: (at: number) => `Question ${at} of at most ${mostQuestions}`,
  isItTrue: 'Is this true for you?',
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
  show: 'Show what you found so far',
  more: 'Answer more questions',
  which: 'What is it about?',
  ofBack: {
    title: 'My back',
    place: (place: string, day: string) => `Pain or a spasm in the ${place}, since ${day}`,
    before: (place: string, day: string) => `Pain or a spasm in the ${place}, on ${day}`,
  },
  ofCramp: {
    title: 'A cramp',
    place: (place: string, day: string) => `The cramp in your ${place}, on ${day}`,
    none: 'None in your diary yet. Unknot asks about it first.',
  },
  other: 'Ask about the other',
}

/** The person wants to see the result so far. */
const isShown = signal(false)

export function Screen(_props: { readonly id: string }) {
  const why = whyNow.value
  const open = complaintFor.value
  const isOpen = episode.value?.id === open?.id
  return (
    <main id="main" class="page" data-screen="causes" data-kind={why?.kind ?? 'none'} tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      {mustChoose.value ? (
        <Which />
      ) : !why || !open ? (
        <First href="/" text={words.toNow} />
      ) : why.kind === 'help-first' ? (
        <TierCard tier={why.tier}>
          <p>{tierAdvice[why.tier]?.action}</p>
          <p class="quiet">{words.help}</p>
          <a class="btn next help" href={why.tier === 'emergency' ? '/emergency' : isOpen ? '/result' : '/'}>
            {words.toResult}
            <Icon name="next" />
          </a>
          <TierPassport tier={why.tier} />
        </TierCard>
      ) : why.check !== null ? (
        <First href={isOpen ? '/check' : '/'} text={isOpen ? words.goOn : words.toNow} />
      ) : why.kind === 'too-young' ? (
        <p class="card">{words.young}</p>
      ) : why.kind === 'pointers' ? (
        <Pointers result={why} />
      ) : why.next && !isShown.value ? (
        <Ask key={why.next.id} id={why.next.id} text={why.next.text} episodeId={open.id} place={titled(open.region)} />
      ) : (
        <>
          <Contributors result={why} region={open.region} />
          {why.next && (
            <button
              type="button"
              class="btn big"
              onClick={() => {
                isShown.value = false
              }}
            >
              {words.more}
            </button>
          )}
        </>
      )}
      {!mustChoose.value && complaintsKnown.value.back !== undefined && (
        <button
          type="button"
          class="btn plain other"
          onClick={() => {
            askedAbout.value = undefined
          }}
        >
          {words.other}
        </button>
      )}
    </main>
  )
}

/** After a back episode: which complaint is meant? */
function Which() {
  const { back, cramp } = complaintsKnown.value
  const choose = (complaint: Complaint) => {
    askedAbout.value = complaint
  }
  const isOpen = back !== undefined && episode.value?.id === back.id
  const dayOf = ({ beganAt }: Episode) => say.day(localDay(beganAt))
  return (
    <div class="stack gap-5">
      <h1>{words.title}</h1>
      <p class="lead">{words.which}</p>
      <ul class="stack gap-3 which">
        {back && (
          <li>
            <button type="button" class="btn big" onClick={() => choose('back')}>
              <span>
                {words.ofBack.title}
                <small>{words.ofBack[isOpen ? 'place' : 'before'](back.region, dayOf(back))}</small>
              </span>
            </button>
          </li>
        )}
        <li>
          <button type="button" class="btn big" onClick={() => choose('cramp')}>
            <span>
              {words.ofCramp.title}
              <small>{cramp ? words.ofCramp.place(cramp.region, dayOf(cramp)) : words.ofCramp.none}</small>
            </span>
          </button>
        </li>
      </ul>
    </div>
  )
}

const First = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <div class="stack gap-5">
    <h1>{words.title}</h1>
    <div class="empty stack">
      <h2>{words.first}</h2>
      <p>{words.firstText}</p>
      <a class="btn big" href={href}>
        {text}
      </a>
    </div>
  </div>
)

interface AskProps {
  readonly id: string
  readonly text: string
  readonly episodeId: string
  readonly place: string
}

function Ask({ id, text, episodeId, place }: AskProps) {
  const say = (answer: 'present' | 'absent' | 'unsure') => {
    const lists = { present: [], absent: [], unsure: [] }
    record({ type: 'answered', episode: episodeId, page: causesPage.value, ...lists, [answer]: [id] })
  }
  const at = askedNow.value.length + 1
  return (
    <section class="stack gap-5 ask">
      <div class="stack gap-2">
        <p class="note num">{words.question(at)}</p>
        <progress class="steps-bar" max={mostQuestions} value={at - 1} aria-label={words.question(at)} />
        <h1>{words.title}</h1>
        <p class="quiet">{words.about(place.toLowerCase())}</p>
      </div>
      <div class="card stack gap-3">
        <p class="quiet">{words.isItTrue}</p>
        <p class="statement" id="statement">
          {text}
        </p>
      </div>
      <div class="dock three">
        <button type="button" class="btn big" aria-describedby="statement" onClick={() => say('present')}>
          {words.yes}
        </button>
        <button type="button" class="btn big" aria-describedby="statement" onClick={() => say('absent')}>
          {words.no}
        </button>
        <button type="button" class="btn plain" aria-describedby="statement" onClick={() => say('unsure')}>
          {words.unsure}
        </button>
      </div>
      {at > 2 && (
        <button
          type="button"
          class="btn plain"
          onClick={() => {
            isShown.value = true
          }}
        >
          {words.show}
        </button>
      )}
    </section>
  )
}
